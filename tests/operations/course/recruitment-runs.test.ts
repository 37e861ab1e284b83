import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { changeRunState } from "~/course/operations/change-run.server";
import { createRun } from "~/course/operations/create-run.server";
import { readRun } from "~/course/operations/read-run.server";
import { changeRunSettings } from "~/course/operations/recruitment/change-settings.server";
import { copyRun } from "~/course/operations/recruitment/copy-run.server";
import { editRun } from "~/course/operations/recruitment/edit-run.server";
import { runOf } from "~/course/operations/runs.server";
import { editRunForm, newRunForm, settingsForm, type RunBasics } from "~/course/recruitment-schema";
import { fieldsOfSettings } from "~/course/rules/recruitment/settings-fields";
import { programmeDefaults } from "~/course/rules/run-settings";
import { dayToDate } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { courseNow, makeApplication, makeRun, makeStudent } from "../../support/factories/course";
import { makeAccount } from "../../support/factories/people";
import { refusalOf } from "../../support/refusals";

withTestDatabase();
beforeEach(resetDatabase);

const context = { now: courseNow };
const coordinator = async (regionCode: string | null = "CZ042") =>
  (await makeAccount({ roles: [{ role: "coordinator", regionCode }] })).actor;
const basics = (change: Partial<RunBasics> = {}): RunBasics => ({
  name: "Děčín jaro",
  town: "Děčín",
  otherTowns: ["Rumburk", "Šluknov"],
  region: "CZ042",
  startsOn: "2026-03-01",
  endsOn: "2026-12-31",
  places: 15,
  goal: 10,
  ...change,
});

describe("a run's form", () => {
  const sent = {
    id: randomUUID(),
    version: "1",
    name: "Děčín jaro",
    town: "Děčín",
    otherTowns: "Rumburk, rumburk, Šluknov",
    region: "CZ042",
    startsOn: "2026-09-01",
    endsOn: "2026-12-01",
    places: "15",
    goal: "10",
  };
  const problems = (form: { safeParse(value: unknown): { error?: { issues: object[] } } }, change: object) =>
    form.safeParse({ ...sent, ...change }).error?.issues ?? [];

  it("reads towns as a list and takes accreditation as optional", () => {
    expect(newRunForm.parse(sent)).toMatchObject({
      otherTowns: ["Rumburk", "Šluknov"],
      places: 15,
      trainers: [],
    });
    expect(newRunForm.parse(sent).accreditationNumber).toBeUndefined();
  });

  it.each([
    { change: { endsOn: "2026-08-31" }, field: "endsOn", message: "course:error.endsBeforeStart" },
    { change: { goal: "16" }, field: "goal", message: "course:error.goalOverPlaces" },
    {
      change: { accreditationValidUntil: "2027-01-01" },
      field: "accreditationNumber",
      message: "recruitment:error.accreditationNumber",
    },
  ])("refuses $change", ({ change, field, message }) => {
    for (const form of [newRunForm, editRunForm]) {
      expect(problems(form, change)).toMatchObject([{ path: [field], message }]);
    }
  });

  it("wants at least two parts of the exam and numbers within their limits", () => {
    const fields = { version: 1, ...fieldsOfSettings(programmeDefaults) };
    expect(settingsForm.safeParse(fields).success).toBe(true);
    for (const change of [
      { examParts: ["oral"] },
      { offerDays: 0 },
      { passMark: 101 },
      { theoryHours: 1.5 },
    ]) {
      const field = Object.keys(change)[0];
      expect(problems(settingsForm, { ...fields, ...change })).toMatchObject([{ path: [field] }]);
    }
  });
});

describe("editing a run", () => {
  it("changes what it is while it is planned, and keeps places and goal among its settings", async () => {
    const actor = await coordinator();
    const { id } = await makeRun({ state: "planned" });
    const change = {
      places: 12,
      accreditationNumber: "MSMT-1/2026",
      accreditationValidUntil: "2029-01-31",
    };
    await editRun(actor, { ...basics({ ...change, goal: 8 }), id, version: 1 }, context);
    expect(await runOf(actor, "run:manage", id)).toMatchObject({
      ...change,
      graduateGoal: 8,
      otherTowns: ["Rumburk", "Šluknov"],
      version: 2,
      settings: { places: 12, goal: 8 },
    });
    const events = await db().auditEvent.findMany({ where: { action: "run.edit" } });
    expect(events.map(({ details }) => details)).toMatchObject([
      { fields: expect.arrayContaining(["name", "places", "graduateGoal", "accreditationNumber"]) },
    ]);
  });

  it("refuses a stale page, another region, fewer places than are taken and a closed run", async () => {
    const actor = await coordinator();
    const run = await makeRun({ state: "recruiting" });
    await makeStudent({ runId: run.id });
    const waiting = await makeApplication({ state: "waiting", runId: run.id, waitingPosition: 1 });
    await db().placeOffer.create({
      data: {
        id: randomUUID(),
        applicationId: waiting.id,
        runId: run.id,
        offeredAt: courseNow,
        answerBy: courseNow,
      },
    });
    const edit = (change: Partial<RunBasics>, version = 1, by = actor) =>
      refusalOf(editRun(by, { ...basics(change), id: run.id, version }, context));
    expect(await edit({}, 5)).toMatchObject({ code: "stale" });
    expect(await edit({ region: "CZ010" })).toMatchObject({ code: "invalid", field: "region" });
    expect(await edit({ places: 1, goal: 1 })).toMatchObject({ code: "invalid", field: "places" });
    expect(await edit({}, 1, await coordinator("CZ010"))).toMatchObject({ code: "notFound" });
    await db().courseRun.update({ where: { id: run.id }, data: { state: "closed" } });
    expect(await edit({})).toMatchObject({ code: "conflict", reason: "recruitment:refusal.runClosed" });
  });

  it("keeps town, region, beginning, places and goal once the run has begun, not its name or end", async () => {
    const actor = await coordinator(null);
    const { id, name } = await makeRun();
    const edit = (change: Partial<RunBasics>) =>
      editRun(actor, { ...basics({ name, ...change }), id, version: 1 }, context);
    const moved = [
      { town: "Most" },
      { region: "CZ010" },
      { startsOn: "2026-03-02" },
      { places: 16 },
      { goal: 9 },
    ] as const;
    for (const change of moved) {
      expect(await refusalOf(edit(change))).toMatchObject({
        code: "conflict",
        field: Object.keys(change)[0],
        reason: "recruitment:refusal.frozenField",
      });
    }
    await edit({ name: "Děčín jaro, prodloužený", endsOn: "2027-01-31" });
    expect(await runOf(actor, "run:manage", id)).toMatchObject({ endsOn: "2027-01-31", version: 2 });
  });
});

describe("the settings", () => {
  const fields = { ...fieldsOfSettings(programmeDefaults), passMark: 80, offerDays: 5, testAttempts: 2 };

  it("change until the run starts, then never, whatever the run does later", async () => {
    const actor = await coordinator();
    const { accountId } = await makeAccount({ roles: ["trainer"] });
    const { id } = await makeRun({ state: "planned", trainerIds: [accountId] });
    await changeRunSettings(actor, { id, version: 1, fields }, context);
    const step = (version: number, state: "recruiting" | "running" | "exams") =>
      changeRunState(actor, { id, version, state }, context);
    await step(2, "recruiting");
    await changeRunSettings(actor, { id, version: 3, fields: { ...fields, offerDays: 4 } }, context);
    await makeStudent({ runId: id });
    await step(4, "running");
    const started = await runOf(actor, "run:manage", id);
    expect(started).toMatchObject({
      startedAt: courseNow,
      settings: { passMark: 80, offerDays: 4, testAttempts: 2 },
    });
    const change = (version: number) => refusalOf(changeRunSettings(actor, { id, version, fields }, context));
    const frozen = { code: "conflict", reason: "recruitment:refusal.settingsFrozen" };
    expect(await change(5)).toMatchObject(frozen);
    await step(5, "exams");
    await changeRunState(
      actor,
      { id, version: 6, state: "running" },
      { now: new Date("2026-07-01T08:00:00Z") },
    );
    expect(await change(7)).toMatchObject(frozen);
    expect(await runOf(actor, "run:manage", id)).toMatchObject({
      startedAt: courseNow,
      settings: started.settings,
    });
  });

  it("refuse a stale page and somebody else's region", async () => {
    const actor = await coordinator();
    const { id } = await makeRun({ state: "planned" });
    const change = (by = actor, version = 1) =>
      refusalOf(changeRunSettings(by, { id, version, fields }, context));
    expect(await change(actor, 2)).toMatchObject({ code: "stale" });
    expect(await change(await coordinator("CZ010"))).toMatchObject({ code: "notFound" });
  });
});

describe("copying a run", () => {
  it("takes towns, settings and trainers along, nobody's place, once for a form sent twice", async () => {
    const actor = await coordinator();
    const [teacher, gone] = [
      await makeAccount({ roles: ["trainer"] }),
      await makeAccount({ roles: [{ role: "trainer", endedAt: courseNow }] }),
    ];
    const source = await makeRun({
      state: "closed",
      trainerIds: [teacher.accountId, gone.accountId],
      settings: { passMark: 90, offerDays: 7 },
    });
    await db().courseRun.update({
      where: { id: source.id },
      data: {
        otherTowns: ["Rumburk"],
        accreditationNumber: "MSMT-1/2024",
        accreditationValidUntil: dayToDate("2027-05-01"),
      },
    });
    await makeStudent({ runId: source.id });
    const input = {
      id: randomUUID(),
      from: source.id,
      name: "Děčín podzim",
      startsOn: "2027-02-01",
      endsOn: "2027-06-30",
    };
    await Promise.all([copyRun(actor, input, context), copyRun(actor, input, context)]);
    expect(await copyRun(actor, input, context)).toBe(input.id);
    const copy = await runOf(actor, "run:manage", input.id);
    expect(copy).toMatchObject({
      name: "Děčín podzim",
      state: "planned",
      town: "Děčín",
      otherTowns: ["Rumburk"],
      places: 15,
      copiedFromId: source.id,
      startedAt: null,
      accreditationNumber: "MSMT-1/2024",
      accreditationValidUntil: "2027-05-01",
      settings: { passMark: 90, offerDays: 7 },
      trainerIds: [teacher.accountId],
    });
    expect(await db().enrolment.count({ where: { runId: input.id } })).toBe(0);
    expect(await db().courseRun.count()).toBe(2);
    const late = { ...input, id: randomUUID(), startsOn: "2027-05-02" };
    await copyRun(actor, late, context);
    expect(await runOf(actor, "run:manage", late.id)).toMatchObject({
      accreditationNumber: null,
      accreditationValidUntil: null,
    });
    expect(await refusalOf(copyRun(actor, { ...input, id: source.id }, context))).toMatchObject({
      code: "conflict",
    });
    const stranger = await coordinator("CZ010");
    expect(await refusalOf(copyRun(stranger, { ...input, id: randomUUID() }, context))).toMatchObject({
      code: "notFound",
    });
  });
});

describe("the steps of a run", () => {
  it("name everything that is missing, on the page and when refused", async () => {
    const actor = await coordinator();
    const run = await makeRun({ state: "exams" });
    const student = await makeStudent({ runId: run.id });
    await makeApplication({ state: "waiting", runId: run.id, waitingPosition: 1 });
    const result = {
      id: randomUUID(),
      enrolmentId: student.enrolmentId,
      part: "written" as const,
      heldOn: dayToDate("2026-06-01"),
      passed: true,
      identityChecked: true,
      recordedAt: courseNow,
      recordedById: actor.accountId,
    };
    await db().examResult.create({ data: result });
    const needs = async () => (await readRun(actor, run.id, context)).manage?.needs;
    expect(await needs()).toMatchObject({ running: [], closed: ["peopleWait", "examsUnfinished"] });
    const close = () => changeRunState(actor, { id: run.id, version: 1, state: "closed" }, context);
    expect(await refusalOf(close())).toMatchObject({ reason: "course:refusal.peopleWait" });
    await db().application.deleteMany();
    expect(await refusalOf(close())).toMatchObject({ reason: "course:refusal.examsUnfinished" });
    await db().examResult.create({ data: { ...result, id: randomUUID(), part: "oral" } });
    expect(await needs()).toMatchObject({ closed: [] });
    await close();
    expect(await runOf(actor, "run:manage", run.id)).toMatchObject({ state: "closed" });
  });

  it("go back to planned only while nobody applied", async () => {
    const actor = await coordinator();
    const run = await makeRun({ state: "recruiting" });
    const back = (version: number) =>
      changeRunState(actor, { id: run.id, version, state: "planned" }, context);
    const waiting = await makeApplication({ state: "waiting", runId: run.id, waitingPosition: 1 });
    expect(await refusalOf(back(1))).toMatchObject({ reason: "course:refusal.applicationsOpen" });
    await db().application.delete({ where: { id: waiting.id } });
    await back(1);
    expect(await runOf(actor, "run:manage", run.id)).toMatchObject({ state: "planned", startedAt: null });
  });

  it("do not let a run with an unanswered offer go to its exams", async () => {
    const actor = await coordinator();
    const run = await makeRun();
    const waiting = await makeApplication({ state: "waiting", runId: run.id, waitingPosition: 1 });
    await db().placeOffer.create({
      data: {
        id: randomUUID(),
        applicationId: waiting.id,
        runId: run.id,
        offeredAt: courseNow,
        answerBy: courseNow,
      },
    });
    expect(
      await refusalOf(changeRunState(actor, { id: run.id, version: 1, state: "exams" }, context)),
    ).toMatchObject({ reason: "course:refusal.offersOpen" });
  });
});

it("makes a run with its towns and the validity of its accreditation", async () => {
  const actor = await coordinator();
  const id = randomUUID();
  const accreditation = { accreditationNumber: "MSMT-1/2026", accreditationValidUntil: "2029-01-31" };
  await createRun(actor, { ...basics(accreditation), id, trainers: [] }, context);
  expect(await runOf(actor, "run:manage", id)).toMatchObject({
    ...accreditation,
    otherTowns: ["Rumburk", "Šluknov"],
    copiedFromId: null,
  });
});
