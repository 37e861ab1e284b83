import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import { changeRunState, endEnrolment, setRunTrainers } from "~/course/operations/change-run.server";
import { createRun } from "~/course/operations/create-run.server";
import { listRuns } from "~/course/operations/list-runs.server";
import { readRun } from "~/course/operations/read-run.server";
import { programmeDefaults } from "~/course/rules/run-settings";
import type { NewRunForm } from "~/course/recruitment-schema";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import {
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
      trainees: [{ enrolmentId: student.enrolmentId, name: "Jana Účastnice" }],
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
