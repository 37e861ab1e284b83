import { beforeEach, describe, expect, it } from "vitest";
import type { AppError } from "~/platform/errors";
import { db } from "~/platform/db/index.server";
import { coversCase, whereCase } from "~/registry/operations/case-scope.server";
import { listCases } from "~/registry/operations/list-cases.server";
import { filterOptions } from "~/registry/operations/list-filter-options.server";
import { readCase } from "~/registry/operations/read-case.server";
import { readReport } from "~/registry/operations/read-report.server";
import { waitingFor } from "~/registry/operations/waiting-for.server";
import { noFilter } from "~/registry/rules/list-filter";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeCase, makeEvaluation, makeMentor, makeWork } from "../../support/factories/registry";
import { makeScenery, now, type Scenery, type Who } from "./scenery";

withTestDatabase();

let scene: Scenery;
/** Cases by name, as each test speaks about them. */
let cases: Record<CaseName, string>;
type CaseName = "mine" | "colleagues" | "waiting" | "most" | "town" | "liberec" | "left";

beforeEach(async () => {
  await resetDatabase();
  scene = await makeScenery();
  const { centre, otherCentre, townHall, elsewhere, mentor, otherMentor } = scene;
  const make = async (organisationId: string, name: string) =>
    (await makeCase({ organisationId, client: { name: `${name} Společný` } })).id;
  cases = {
    mine: await make(centre.id, "Adam"),
    colleagues: await make(centre.id, "Bedřich"),
    waiting: await make(centre.id, "Cyril"),
    most: await make(otherCentre.id, "David"),
    town: await make(townHall.id, "Erik"),
    liberec: await make(elsewhere.id, "Filip"),
    left: await make(centre.id, "Gustav"),
  };
  await makeWork({ caseId: cases.mine, mentorId: mentor.id, startedOn: "2026-02-01" });
  await makeWork({ caseId: cases.colleagues, mentorId: otherMentor.id, startedOn: "2026-02-01" });
  await makeWork({ caseId: cases.most, mentorId: otherMentor.id, startedOn: "2026-02-01" });
  await makeWork({ caseId: cases.town, mentorId: mentor.id });
  await makeWork({ caseId: cases.liberec, mentorId: otherMentor.id, startedOn: "2026-02-01" });
  // The mentor worked here once; since then it is nobody's.
  await makeWork({
    caseId: cases.left,
    mentorId: mentor.id,
    startedOn: "2026-01-20",
    endedOn: "2026-02-20",
    endReason: "other",
  });
});

const seenBy: [Who, CaseName[]][] = [
  ["officer", ["mine", "colleagues", "waiting", "left"]],
  ["otherOfficer", ["most"]],
  ["curator", ["town"]],
  ["coordinator", ["mine", "colleagues", "waiting", "most", "town", "left"]],
  ["otherCoordinator", ["liberec"]],
  ["programme", ["mine", "colleagues", "waiting", "most", "town", "liberec", "left"]],
  ["mentorActor", ["mine", "town"]],
  ["otherMentorActor", ["colleagues", "most", "liberec"]],
  ["administrator", []],
];

describe.each(seenBy)("%s", (who, names) => {
  const actor = () => scene[who];
  const ids = () => names.map((name) => cases[name]).sort();

  it("lists and counts own cases only", async () => {
    const list = await listCases(actor(), noFilter, { now });
    expect(list.rows.map(({ id }) => id).sort()).toEqual(ids());
    expect(list.total).toBe(names.length);
  });

  it("finds by name and by code only among them", async () => {
    const byName = await listCases(actor(), { ...noFilter, search: "spolecny" }, { now });
    expect(byName.rows.map(({ id }) => id).sort()).toEqual(ids());
    const byCode = await listCases(actor(), { ...noFilter, search: "TST-" }, { now });
    expect(byCode.total).toBe(names.length);
  });

  it("opens them, and everybody else's is not there", async () => {
    for (const [name, id] of Object.entries(cases)) {
      const opening = readCase(actor(), id, { now });
      if (names.includes(name as CaseName)) expect((await opening).id).toBe(id);
      else await expect(opening).rejects.toMatchObject({ code: "notFound" } satisfies Partial<AppError>);
    }
  });

  it("is offered no centre or mentor of a foreign case", async () => {
    const { centres } = await filterOptions(actor());
    const own = await db().case.findMany({ where: { id: { in: ids() } }, select: { organisationId: true } });
    expect(centres.map(({ id }) => id).sort()).toEqual(
      [...new Set(own.map((one) => one.organisationId))].sort(),
    );
  });

  it("is judged alike in the database and in memory", async () => {
    const rows = await db().case.findMany({
      include: {
        organisation: true,
        assignments: { where: { openCaseId: { not: null } }, include: { mentor: true } },
      },
    });
    for (const permission of [
      "case:list",
      "case:read",
      "case:close",
      "activity:log",
      "report:read",
    ] as const) {
      const inDatabase = await db().case.findMany({
        where: whereCase(actor(), permission),
        select: { id: true },
      });
      const inMemory = rows.filter(({ organisationId, organisation, assignments }) =>
        coversCase(actor(), permission, {
          organisationId,
          regionCode: organisation.regionCode,
          mentorAccountId: assignments[0]?.mentor.accountId ?? null,
        }),
      );
      expect(inMemory.map(({ id }) => id).sort()).toEqual(inDatabase.map(({ id }) => id).sort());
    }
  });

  it("counts in reports only what it may report on", async () => {
    const { total } = await readReport(actor(), { from: "2026-01-01", to: "2026-12-31" });
    const worked: CaseName[] = ["mine", "colleagues", "most", "liberec", "left"];
    const reports = actor().can("report:read") ? names.filter((name) => worked.includes(name)) : [];
    expect(total.clients).toBe(reports.length);
  });
});

it("a report's list is as long as its number, and the same for the region's coordinator", async () => {
  await makeEvaluation({ caseId: cases.mine, signedOn: "2026-04-01", successful: true });
  await makeEvaluation({ caseId: cases.liberec, signedOn: "2026-04-01", successful: true });
  const period = { from: "2026-01-01", to: "2026-12-31" };
  for (const who of ["coordinator", "officer", "programme"] as const) {
    const { rows, total } = await readReport(scene[who], period);
    const count = async (centreId: string | null, successfulOnly: boolean) =>
      (await listCases(scene[who], { ...noFilter, centreId, report: { ...period, successfulOnly } }, { now }))
        .total;
    expect(await count(null, false)).toBe(total.clients);
    expect(await count(null, true)).toBe(total.successful);
    for (const row of rows) {
      expect(await count(row.centreId, false)).toBe(row.clients);
      expect(await count(row.centreId, true)).toBe(row.successful);
    }
  }
});

it("a mentor who has ended sees nothing, whatever his cases say", async () => {
  await db().mentor.update({
    where: { id: scene.mentor.id },
    data: { endedOn: new Date("2026-05-01T00:00:00Z") },
  });
  expect((await listCases(scene.mentorActor, noFilter, { now })).total).toBe(0);
  await expect(readCase(scene.mentorActor, cases.mine, { now })).rejects.toMatchObject({ code: "notFound" });
  const waiting = await waitingFor(scene.coordinator, now);
  expect(
    waiting
      .filter(({ text }) => text === "registry:waiting.mentorEnded")
      .map(({ to }) => to)
      .sort(),
  ).toEqual([cases.mine, cases.town].map((id) => `/pripady/${id}/prirazeni`).sort());
});

it("whoever reads or searches leaves a trace without names", async () => {
  await readCase(scene.officer, cases.mine, { now });
  await listCases(scene.officer, { ...noFilter, search: "Adam" }, { now });
  await readCase(scene.otherOfficer, cases.mine, { now }).catch(() => undefined);
  const events = await db().auditEvent.findMany({ orderBy: { id: "asc" } });
  expect(
    events.map(({ actorId, action, subjectId, details }) => ({ actorId, action, subjectId, details })),
  ).toEqual([
    { actorId: scene.officer.accountId, action: "case.read", subjectId: cases.mine, details: {} },
    { actorId: scene.officer.accountId, action: "case.search", subjectId: null, details: { found: 1 } },
  ]);
});

it("the mentor does not see what the centre and the coordinator write for each other", async () => {
  await makeEvaluation({ caseId: cases.mine, signedOn: "2026-04-01", comment: "Jen pro nás." });
  const evaluationSeen = async (who: Who) => {
    const { events } = await readCase(scene[who], cases.mine, { now });
    return events.find(({ type }) => type === "evaluation");
  };
  expect(await evaluationSeen("officer")).toMatchObject({ successful: true, comment: "Jen pro nás." });
  expect(await evaluationSeen("coordinator")).toMatchObject({ comment: "Jen pro nás." });
  expect(await evaluationSeen("mentorActor")).toMatchObject({ successful: true, comment: null });
});

describe("what waits today", () => {
  it("is a case without a mentor for the coordinator, once for the region", async () => {
    const tasks = await waitingFor(scene.coordinator, now);
    // "waiting" and "left" have state referred.
    expect(tasks).toContainEqual(
      expect.objectContaining({
        text: "registry:waiting.unassigned",
        values: { count: 2 },
        to: "/pripady?stav=referred",
      }),
    );
    expect(await waitingFor(scene.otherCoordinator, now)).toEqual([]);
  });

  it("is an overdue evaluation for the officer, by name while they are few", async () => {
    const tasks = await waitingFor(scene.officer, now);
    expect(tasks.map(({ to, urgency, due }) => ({ to, urgency, due }))).toEqual(
      expect.arrayContaining([
        { to: `/pripady/${cases.mine}/hodnoceni`, urgency: "overdue", due: "2026-04-01" },
        { to: `/pripady/${cases.colleagues}/hodnoceni`, urgency: "overdue", due: "2026-04-01" },
      ]),
    );
  });

  it("is a client to get in touch with for the mentor", async () => {
    const tasks = await waitingFor(scene.mentorActor, now);
    expect(tasks.map(({ to }) => to)).toEqual([`/pripady/${cases.town}`]);
  });
});

it("filters by state, type, mentor and due evaluation", async () => {
  const found = async (filter: Partial<typeof noFilter>) =>
    (await listCases(scene.coordinator, { ...noFilter, ...filter }, { now })).rows.map(({ id }) => id).sort();
  const ids = (...names: CaseName[]) => names.map((name) => cases[name]).sort();
  await db().clientTypeJudgement.create({
    data: {
      id: crypto.randomUUID(),
      caseId: cases.mine,
      type: "C",
      judgedOn: new Date("2026-03-01T00:00:00Z"),
      createdAt: now,
    },
  });
  await makeEvaluation({ caseId: cases.most, signedOn: "2026-04-10" });
  expect(await found({ state: "referred" })).toEqual(ids("waiting", "left"));
  expect(await found({ state: "open" })).toEqual(
    ids("mine", "colleagues", "waiting", "most", "town", "left"),
  );
  expect(await found({ type: "C" })).toEqual(ids("mine"));
  expect(await found({ type: "B" })).not.toContain(cases.mine);
  expect(await found({ mentorId: scene.otherMentor.id })).toEqual(ids("colleagues", "most"));
  expect(await found({ due: "soon" })).toEqual(ids("most"));
  expect(await found({ due: "overdue" })).toEqual(ids("mine", "colleagues", "left"));
  expect(await found({ search: "bed spol" })).toEqual(ids("colleagues"));
  expect(await found({ search: "%" })).toEqual([]);
});

it("pages through everything once, those waiting first", async () => {
  const extra = await makeMentor();
  for (let index = 0; index < 20; index += 1) {
    const { id } = await makeCase({ organisationId: scene.centre.id });
    if (index % 2 === 0) await makeWork({ caseId: id, mentorId: extra.id, startedOn: "2026-05-30" });
  }
  const pages = [];
  for (let page = 1; page <= 2; page += 1) {
    pages.push((await listCases(scene.coordinator, { ...noFilter, page }, { now })).rows);
  }
  const rows = pages.flat();
  expect(rows.map(({ id }) => id)).toHaveLength(new Set(rows.map(({ id }) => id)).size);
  expect(rows).toHaveLength(26);
  const firstActive = rows.findIndex(({ state }) => state === "active");
  expect(rows.slice(firstActive).every(({ state }) => state !== "referred")).toBe(true);
  const beyond = await listCases(scene.coordinator, { ...noFilter, page: 99 }, { now });
  expect(beyond.page).toBe(2);
});
