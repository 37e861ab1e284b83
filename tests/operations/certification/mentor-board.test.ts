import { beforeEach, describe, expect, it } from "vitest";
import { boardCsv } from "~/certification/operations/mentors/board-csv.server";
import { readBoard } from "~/certification/operations/mentors/board.server";
import { readMentor } from "~/certification/operations/mentors/read-mentor.server";
import { readOwnMentor } from "~/certification/operations/mentors/read-own.server";
import { waitingFor } from "~/certification/operations/waiting-for.server";
import { mentorFilter } from "~/certification/mentor-schema";
import { addDays, dayOf } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { countQueries } from "../../support/count-queries";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeAttendance, makeMentorRow } from "../../support/factories/certification";
import { makeDecision, makeExemption, makeProgrammeSettings } from "../../support/factories/mentors";
import { makeAccount, makeOrganisation, type MadeAccount } from "../../support/factories/people";
import { studyNow } from "../../support/factories/practice";
import { makeCase, makeWork } from "../../support/factories/registry";
import { refusalOf } from "../../support/refusals";

withTestDatabase();

const context = { now: studyNow };
const today = dayOf(studyNow);
const filter = (search: Record<string, string> = {}) => mentorFilter.parse(search);
let coordinator: MadeAccount;
let person: MadeAccount;
let ids: Record<"active" | "lapsing" | "lapsed" | "suspended" | "ended" | "unknown" | "far", string>;

beforeEach(async () => {
  await resetDatabase();
  coordinator = await makeAccount({ roles: ["coordinator"] });
  person = await makeAccount({ name: "Čeněk Zupko", roles: ["mentor"] });
  const make = async (code: string, overrides: object = {}) =>
    (await makeMentorRow({ code, ...overrides })).id;
  ids = {
    active: await make("M-A", { accountId: person.accountId, certifiedOn: addDays(today, -40) }),
    lapsing: await make("M-B", { certifiedOn: addDays(today, -75) }),
    lapsed: await make("M-C", { certifiedOn: addDays(today, -140) }),
    suspended: await make("M-D"),
    ended: await make("M-E", { endedOn: addDays(today, -10) }),
    unknown: await make("M-F", { certifiedOn: null, regionCode: null }),
    far: await make("M-G", { regionCode: "CZ051" }),
  };
  await makeDecision(ids.suspended, "suspended", addDays(today, -3));
});

describe("the board of mentors", () => {
  it("has everybody of the region by urgency, and counts them by standing", async () => {
    const board = await readBoard(coordinator.actor, filter(), context);
    expect(board.rows.map(({ code, state }) => [code, state])).toEqual([
      ["M-C", "lapsed"],
      ["M-D", "suspended"],
      ["M-B", "lapsing"],
      ["M-A", "active"],
      ["M-F", "unknown"],
    ]);
    expect(board.counts).toEqual({ active: 1, lapsing: 1, lapsed: 1, suspended: 1, ended: 1, unknown: 1 });
    expect(board.regions).toEqual(["CZ042", null]);
    const whole = await makeAccount({ roles: [{ role: "coordinator", regionCode: null }] });
    const all = await readBoard(whole.actor, filter({ stav: "all" }), context);
    expect(all.rows).toHaveLength(7);
  });

  it.each([
    [{ stav: "suspended" }, ["M-D"]],
    [{ stav: "ended" }, ["M-E"]],
    [{ stav: "nesmysl" }, ["M-C", "M-D", "M-B", "M-A", "M-F"]],
    [{ hledat: "cenek" }, ["M-A"]],
    [{ hledat: "m-c" }, ["M-C"]],
    [{ kraj: "CZ051" }, []],
    [{ kraj: "CZ042", razeni: "name" }, ["M-A", "M-B", "M-C", "M-D"].sort()],
  ] as const)("is narrowed by %j", async (search, codes) => {
    const { rows } = await readBoard(coordinator.actor, filter(search as Record<string, string>), context);
    const shown = rows.map(({ code }) => code);
    // By name the one with an account stands under the name.
    expect("razeni" in search ? [...shown].sort() : shown).toEqual(codes);
  });

  it("tells deadlines, work and what is missing", async () => {
    const centre = await makeOrganisation();
    const far = await makeOrganisation({ regionCode: "CZ051" });
    for (const organisationId of [centre.id, centre.id, far.id]) {
      const one = await makeCase({ organisationId });
      await makeWork({ caseId: one.id, mentorId: ids.active });
    }
    const { rows } = await readBoard(coordinator.actor, filter(), context);
    expect(rows.find(({ id }) => id === ids.active)).toMatchObject({
      name: "Čeněk Zupko",
      // Cases of another region are not counted to somebody who may not see them.
      openCases: 2,
      missing: { months: true, closedCases: 5 },
      certificate: null,
    });
    const lapsing = rows.find(({ id }) => id === ids.lapsing);
    expect(lapsing?.daysLeft).toBeLessThan(0);
  });

  it("is made by the same number of queries however many mentors there are", async () => {
    const before = await countQueries(() => readBoard(coordinator.actor, filter(), context));
    for (let index = 0; index < 20; index += 1) await makeMentorRow();
    const after = await countQueries(() => readBoard(coordinator.actor, filter(), context));
    expect(after.count).toBe(before.count);
  });

  it("goes out as a table within the scope, and that it did is an event", async () => {
    const { text, fileName } = await boardCsv(coordinator.actor, filter(), { ...context, language: "cs" });
    expect(fileName).toBe(`mentori-${today}.csv`);
    const lines = text.trim().split("\r\n");
    expect(lines).toHaveLength(6);
    expect(lines[0]).toContain("Kód;Jméno;Kraj;Stav");
    expect(text).toContain("M-A;Čeněk Zupko;Ústecký kraj;aktivní");
    expect(text).not.toContain("M-G");
    expect(await db().auditEvent.findMany({ where: { action: "mentor.export" } })).toMatchObject([
      {
        actorId: coordinator.accountId,
        details: { rows: 5, state: "working", region: null, searched: false },
      },
    ]);
  });
});

describe("one mentor", () => {
  it("is opened within the region, which is an event, and shows no clients", async () => {
    const centre = await makeOrganisation();
    const one = await makeCase({ organisationId: centre.id, client: { name: "Tajný Klient" } });
    await makeWork({ caseId: one.id, mentorId: ids.active });
    await makeAttendance({ mentorId: ids.active }, addDays(today, -5));
    await makeExemption(ids.active, addDays(today, 10), addDays(today, 20));
    const record = await readMentor(coordinator.actor, ids.active, context);
    expect(record).toMatchObject({
      name: "Čeněk Zupko",
      openCases: 1,
      supervisionDays: [addDays(today, -5)],
      may: { decide: ["suspended", "ended"], seeCases: true },
    });
    expect(JSON.stringify(record)).not.toContain("Tajný");
    expect(await db().auditEvent.count({ where: { action: "mentor.read", subjectId: ids.active } })).toBe(1);
    for (const id of [ids.far, "neni-id", undefined]) {
      expect(await refusalOf(readMentor(coordinator.actor, id, context))).toMatchObject({ code: "notFound" });
    }
  });

  it("reads the own page, and a role without a row has none", async () => {
    expect(await readOwnMentor(person.actor, context)).toMatchObject({
      code: "M-A",
      standing: { state: "active" },
    });
    const without = await makeAccount({ roles: ["mentor"] });
    expect(await readOwnMentor(without.actor, context)).toBeNull();
  });
});

describe("what waits for a mentor", () => {
  const tasksOn = async (day: string) =>
    (await waitingFor(person.actor, new Date(`${day}T10:00:00Z`))).map(({ text }) => text);

  it("is the deadline two weeks and three days before it, and when it has passed", async () => {
    const { standing } = (await readOwnMentor(person.actor, context))!;
    const due = standing.dueOn!;
    expect(await tasksOn(addDays(due, -15))).toEqual([]);
    expect(await tasksOn(addDays(due, -14))).toEqual(["mentors:waiting.own.soon"]);
    expect(await tasksOn(addDays(due, -3))).toEqual(["mentors:waiting.own.now"]);
    expect(await tasksOn(due)).toEqual(["mentors:waiting.own.now"]);
    expect(await tasksOn(addDays(due, 1))).toEqual(["mentors:waiting.own.lapsing"]);
    expect(await tasksOn(addDays(due, 60))).toEqual(["mentors:waiting.own.lapsed"]);
    await makeProgrammeSettings({ warnDays: [20, 5] });
    expect(await tasksOn(addDays(due, -20))).toEqual(["mentors:waiting.own.soon"]);
    expect(await tasksOn(addDays(due, -5))).toEqual(["mentors:waiting.own.now"]);
  });

  it("is nothing while exempt, and the suspension when suspended", async () => {
    const due = (await readOwnMentor(person.actor, context))!.standing.dueOn!;
    await makeExemption(ids.active, addDays(due, -5), addDays(due, 30));
    expect(await tasksOn(addDays(due, -2))).toEqual([]);
    await makeDecision(ids.active, "suspended", addDays(due, -4));
    expect(await tasksOn(addDays(due, -2))).toEqual(["mentors:waiting.own.suspended.decision"]);
  });
});
