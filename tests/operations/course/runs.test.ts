import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import { changeRunState, endEnrolment, setRunTrainers } from "~/course/operations/change-run.server";
import { createRun } from "~/course/operations/create-run.server";
import { creditSession, reverseSessionCredit } from "~/course/operations/credit-session.server";
import { ledgerSums } from "~/course/operations/ledger.server";
import { listRuns } from "~/course/operations/list-runs.server";
import { readRun } from "~/course/operations/read-run.server";
import { readSessions } from "~/course/operations/read-sessions.server";
import { programmeDefaults } from "~/course/rules/run-settings";
import type { NewRunForm } from "~/course/recruitment-schema";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import {
  courseDay,
  courseNow,
  makeApplication,
  makeCatalogue,
  makeRun,
  makeStudent,
} from "../../support/factories/course";
import { makeAccount, makeOrganisation } from "../../support/factories/people";

withTestDatabase();
beforeEach(async () => {
  await resetDatabase();
  setCatalogue(makeCatalogue());
});

const context = { now: courseNow };
const coordinator = async (regionCode: string | null = "CZ042") =>
  (await makeAccount({ roles: [{ role: "coordinator", regionCode }] })).actor;
const trainer = (regionCode: string | null = "CZ042") =>
  makeAccount({ roles: [{ role: "trainer", regionCode }] });
const plan = (overrides: Partial<NewRunForm> = {}): NewRunForm => ({
  id: randomUUID(),
  name: "Děčín jaro",
  town: "Děčín",
  otherTowns: ["Rumburk"],
  region: "CZ042",
  startsOn: "2026-09-01",
  endsOn: "2026-12-01",
  places: 12,
  goal: 8,
  trainers: [],
  ...overrides,
});

describe("planning a run", () => {
  it("keeps the programme's settings with it, once for a form sent twice", async () => {
    const actor = await coordinator();
    const { accountId } = await trainer();
    const provider = await makeOrganisation({ kind: "provider" });
    const input = plan({ trainers: [accountId, accountId], organisation: provider.id });
    await Promise.all([createRun(actor, input, context), createRun(actor, input, context)]);
    await createRun(actor, input, context);
    expect(await db().courseRun.findMany({ include: { trainers: true } })).toMatchObject([
      {
        id: input.id,
        state: "planned",
        places: 12,
        graduateGoal: 8,
        organisationId: provider.id,
        settings: { ...programmeDefaults, places: 12, goal: 8 },
        trainers: [{ accountId }],
      },
    ]);
  });

  it("refuses a foreign region, somebody who does not teach and an office that gives no courses", async () => {
    const actor = await coordinator();
    await expect(createRun(actor, plan({ region: "CZ010" }), context)).rejects.toMatchObject({
      field: "region",
    });
    const mentor = await makeAccount({ roles: ["mentor"] });
    const elsewhere = await trainer("CZ010");
    for (const { accountId } of [mentor, elsewhere]) {
      await expect(createRun(actor, plan({ trainers: [accountId] }), context)).rejects.toMatchObject({
        code: "invalid",
        field: "trainers",
      });
    }
    const centre = await makeOrganisation({ kind: "probation_centre" });
    await expect(createRun(actor, plan({ organisation: centre.id }), context)).rejects.toMatchObject({
      field: "organisation",
    });
    expect(await db().courseRun.count()).toBe(0);
  });
});

describe("seeing runs", () => {
  it("belongs to the coordinator of the region and to the trainers assigned", async () => {
    const teacher = await trainer();
    const stranger = await trainer();
    const here = await makeRun({ trainerIds: [teacher.accountId] });
    const there = await makeRun({ regionCode: "CZ010" });
    const ids = async (actor: Parameters<typeof listRuns>[0]) =>
      (await listRuns(actor)).map(({ id }) => id).sort();
    expect(await ids(await coordinator())).toEqual([here.id]);
    expect(await ids(await coordinator(null))).toEqual([here.id, there.id].sort());
    expect(await ids(teacher.actor)).toEqual([here.id]);
    expect(await ids(stranger.actor)).toEqual([]);
    const mentor = await makeAccount({ roles: ["mentor"] });
    expect(await ids(mentor.actor)).toEqual([]);
    await expect(readRun(stranger.actor, here.id, context)).rejects.toMatchObject({ code: "notFound" });
    await expect(readRun(await coordinator("CZ010"), here.id, context)).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(readRun(teacher.actor, "nesmysl", context)).rejects.toMatchObject({ code: "notFound" });
  });

  it("shows a trainer the people and their hours, not the waiting list nor what a coordinator does", async () => {
    const teacher = await trainer();
    const run = await makeRun({ trainerIds: [teacher.accountId], places: 1 });
    const student = await makeStudent({ runId: run.id, account: { name: "Jana Účastnice" } });
    await makeApplication({ state: "waiting", runId: run.id, waitingPosition: 1, account: { name: "Čeká" } });
    const taught = await readRun(teacher.actor, run.id, context);
    expect(taught).toMatchObject({
      trainees: [{ enrolmentId: student.enrolmentId, name: "Jana Účastnice", sums: { theoryMinutes: 0 } }],
      waiting: null,
      manage: null,
      mayCredit: true,
    });
    const managed = await readRun(await coordinator(), run.id, context);
    expect(managed.waiting).toMatchObject([{ name: "Čeká", position: 1 }]);
    expect(managed.manage?.next).toEqual(["exams"]);
    expect(managed.manage?.trainers).toMatchObject([{ accountId: teacher.accountId }]);
  });
});

describe("leading a run on", () => {
  it("goes from planned to closed, each step once", async () => {
    const actor = await coordinator();
    const { accountId } = await trainer();
    const { id } = await makeRun({ state: "planned", trainerIds: [accountId] });
    const step = (version: number, state: "recruiting" | "running" | "exams" | "closed") =>
      changeRunState(actor, { id, version, state }, context);
    await step(1, "recruiting");
    await step(1, "recruiting");
    await expect(step(2, "running")).rejects.toMatchObject({ reason: "course:refusal.noTrainees" });
    await makeStudent({ runId: id });
    await step(2, "running");
    await expect(step(1, "exams")).rejects.toMatchObject({ code: "stale" });
    await expect(step(3, "closed")).rejects.toMatchObject({ reason: "course:refusal.runStep" });
    await step(3, "exams");
    await step(4, "closed");
    const events = await db().auditEvent.findMany({
      where: { action: "run.state" },
      orderBy: { occurredAt: "asc" },
    });
    expect(events).toHaveLength(4);
  });

  it("is not for a trainer nor for another region", async () => {
    const teacher = await trainer();
    const { id } = await makeRun({ state: "planned", trainerIds: [teacher.accountId] });
    for (const actor of [teacher.actor, await coordinator("CZ010")]) {
      await expect(
        changeRunState(actor, { id, version: 1, state: "recruiting" }, context),
      ).rejects.toMatchObject({
        code: "notFound",
      });
    }
  });

  it("changes trainers: who is left out sees the run no more", async () => {
    const actor = await coordinator();
    const [old, fresh] = [await trainer(), await trainer()];
    const { id } = await makeRun({ trainerIds: [old.accountId] });
    await setRunTrainers(actor, { id, version: 1, trainers: [fresh.accountId] }, context);
    expect(await listRuns(old.actor)).toEqual([]);
    expect(await listRuns(fresh.actor)).toHaveLength(1);
    await expect(setRunTrainers(actor, { id, version: 1, trainers: [] }, context)).rejects.toMatchObject({
      code: "stale",
    });
  });

  it("ends a place of the own run only, once", async () => {
    const actor = await coordinator();
    const student = await makeStudent();
    const input = { run: student.runId, enrolment: student.enrolmentId, version: 1 };
    const other = await makeRun();
    await expect(endEnrolment(actor, { ...input, run: other.id }, context)).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(endEnrolment(actor, { ...input, version: 4 }, context)).rejects.toMatchObject({
      code: "stale",
    });
    await endEnrolment(actor, input, context);
    await endEnrolment(actor, input, context);
    expect(await db().auditEvent.count({ where: { action: "enrolment.end" } })).toBe(1);
  });
});

describe("crediting teaching in person", () => {
  const session = (present: string[], overrides: object = {}) => ({
    id: randomUUID(),
    day: courseDay,
    module: "pravo",
    topic: "Kdo je kdo u soudu",
    hours: 2,
    present,
    ...overrides,
  });

  async function classOfThree() {
    const teacher = await trainer();
    const run = await makeRun({ trainerIds: [teacher.accountId] });
    const students = [
      await makeStudent({ runId: run.id }),
      await makeStudent({ runId: run.id }),
      await makeStudent({ runId: run.id }),
    ];
    return { teacher: teacher.actor, runId: run.id, ids: students.map(({ enrolmentId }) => enrolmentId) };
  }
  const theory = async (ids: string[]) => {
    const sums = await ledgerSums(ids);
    return ids.map((id) => sums.get(id)!.theoryMinutes);
  };

  it("credits those who were there, once per session, even sent several times at once", async () => {
    const { teacher, runId, ids } = await classOfThree();
    const input = session(ids.slice(0, 2));
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => creditSession(teacher, runId, input, context)),
    );
    expect(outcomes).toEqual(Array(4).fill({ whole: 2, less: 0 }));
    expect(await theory(ids)).toEqual([90, 90, 0]);
    expect(await db().ledgerEntry.findFirst()).toMatchObject({
      kind: "in_person_session",
      sourceKey: `session:${input.id}`,
      moduleId: "pravo",
      note: "Kdo je kdo u soudu",
      creditedById: teacher.accountId,
    });
    expect(await db().auditEvent.count({ where: { action: "session.credit" } })).toBe(1);
  });

  it("gives no more than the module has, and says so", async () => {
    const { teacher, runId, ids } = await classOfThree();
    await creditSession(teacher, runId, session(ids.slice(0, 1), { hours: 2 }), context);
    expect(await creditSession(teacher, runId, session(ids, { hours: 2 }), context)).toEqual({
      whole: 2,
      less: 1,
    });
    expect(await theory(ids)).toEqual([135, 90, 90]);
    await creditSession(teacher, runId, session(ids, { hours: 1 }), context);
    await expect(creditSession(teacher, runId, session(ids, { hours: 1 }), context)).rejects.toMatchObject({
      code: "invalid",
      field: "module",
      reason: "course:refusal.moduleFull",
    });
    expect(await theory(ids)).toEqual([135, 135, 135]);
  });

  it("never gives more than the module has when two sessions are credited at once", async () => {
    const { teacher, runId, ids } = await classOfThree();
    await Promise.allSettled(
      Array.from({ length: 5 }, () => creditSession(teacher, runId, session(ids, { hours: 2 }), context)),
    );
    expect(await theory(ids)).toEqual([135, 135, 135]);
  });

  it("keeps a day within the limit of the run", async () => {
    const { teacher, ids, runId } = await classOfThree();
    await db().courseRun.update({
      where: { id: runId },
      data: { settings: { ...programmeDefaults, maxTeachingHoursPerDay: 3 } },
    });
    await creditSession(teacher, runId, session([ids[0]!], { hours: 2 }), context);
    await expect(
      creditSession(teacher, runId, session(ids, { module: "role", hours: 2 }), context),
    ).rejects.toMatchObject({
      field: "hours",
      reason: "course:refusal.dayFull",
      values: { hours: 3, count: 1 },
    });
    await creditSession(
      teacher,
      runId,
      session(ids, { module: "role", hours: 2, day: "2026-06-11" }),
      context,
    );
    expect(await theory(ids)).toEqual([180, 90, 90]);
  });

  it.each([
    { name: "a day to come", change: { day: "2026-06-13" }, field: "day" },
    { name: "a day before the run", change: { day: "2026-02-28" }, field: "day" },
    { name: "a module nobody planned", change: { module: "neni" }, field: "module" },
    { name: "more hours than a day has", change: { hours: 9 }, field: "hours" },
  ])("refuses $name", async ({ change, field }) => {
    const { teacher, runId, ids } = await classOfThree();
    await expect(creditSession(teacher, runId, session(ids, change), context)).rejects.toMatchObject({
      code: "invalid",
      field,
    });
    expect(await theory(ids)).toEqual([0, 0, 0]);
  });

  it("refuses people of another run, people who left, and runs that do not run", async () => {
    const { teacher, runId, ids } = await classOfThree();
    const stranger = await makeStudent();
    const gone = await makeStudent({ runId, state: "withdrawn" });
    for (const { enrolmentId } of [stranger, gone]) {
      await expect(
        creditSession(teacher, runId, session([...ids, enrolmentId]), context),
      ).rejects.toMatchObject({
        field: "present",
      });
    }
    await db().courseRun.update({ where: { id: runId }, data: { state: "closed" } });
    await expect(creditSession(teacher, runId, session(ids), context)).rejects.toMatchObject({
      code: "conflict",
      reason: "course:refusal.runNotRunning",
    });
    expect(await db().ledgerEntry.count()).toBe(0);
  });

  it("is not for a trainer of another run", async () => {
    const { runId, ids } = await classOfThree();
    const other = await trainer();
    await expect(creditSession(other.actor, runId, session(ids), context)).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(readSessions(other.actor, runId)).rejects.toMatchObject({ code: "notFound" });
  });

  it("is put right by a counter-entry with a reason, once, and can be credited anew", async () => {
    const { teacher, runId, ids } = await classOfThree();
    await creditSession(teacher, runId, session(ids), context);
    const { entryId } = (await readSessions(teacher, runId)).sessions[0]!.trainees[0]!;
    const input = { entry: entryId, reason: "Byla nemocná." };
    const outcomes = await Promise.allSettled([
      reverseSessionCredit(teacher, runId, input, context),
      reverseSessionCredit(teacher, runId, input, context),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { enrolmentId } = await db().ledgerEntry.findUniqueOrThrow({ where: { id: entryId } });
    expect(await theory([enrolmentId])).toEqual([0]);
    const { sessions } = await readSessions(teacher, runId);
    expect(sessions[0]?.trainees.filter(({ reversed }) => reversed)).toHaveLength(1);
    await creditSession(teacher, runId, session([enrolmentId]), context);
    expect(await theory([enrolmentId])).toEqual([90]);
  });

  it("does not reverse entries of another run or of another kind", async () => {
    const { teacher, runId } = await classOfThree();
    const elsewhere = await classOfThree();
    await creditSession(elsewhere.teacher, elsewhere.runId, session(elsewhere.ids), context);
    const { id } = await db().ledgerEntry.findFirstOrThrow();
    await expect(
      reverseSessionCredit(teacher, runId, { entry: id, reason: "omyl" }, context),
    ).rejects.toMatchObject({
      code: "notFound",
    });
  });
});
