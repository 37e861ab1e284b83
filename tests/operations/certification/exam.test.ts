import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { readExam } from "~/certification/operations/exam.server";
import { readTrainee } from "~/certification/operations/read-trainee.server";
import { recordExam, type RecordExamInput } from "~/certification/operations/record-exam.server";
import { standingOfTrainees } from "~/certification/operations/standing.server";
import { voidExamResult } from "~/certification/operations/void-exam-result.server";
import { waitingFor } from "~/certification/operations/waiting-for.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import {
  creditPracticeMinutes,
  makeAttendance,
  makeExamResult,
  makeMentorRow,
  makeReadyClass,
} from "../../support/factories/certification";
import { makeAccount } from "../../support/factories/people";
import { makeEntry, makeStudyRun, makeTrainee, studyNow } from "../../support/factories/practice";

withTestDatabase();
beforeEach(resetDatabase);

const context = { now: studyNow };
const standingOf = async (enrolmentId: string) =>
  (await standingOfTrainees({ enrolmentIds: [enrolmentId] })).get(enrolmentId);

/** A run with its trainer and a trainee who is admitted to the exam. */
async function examRoom(settings = {}) {
  const trainer = await makeAccount({ roles: ["trainer"] });
  const run = await makeStudyRun({ trainerIds: [trainer.accountId], settings });
  const trainee = await makeTrainee({ runId: run.id });
  await creditPracticeMinutes(trainee.enrolmentId, 1380, "2026-05-20");
  const input = (change: Partial<RecordExamInput> = {}): RecordExamInput => ({
    id: randomUUID(),
    runId: run.id,
    enrolmentId: trainee.enrolmentId,
    day: "2026-06-10",
    identityChecked: true,
    outcomes: [
      { part: "written", passed: true },
      { part: "oral", passed: false },
    ],
    ...change,
  });
  return { trainer: trainer.actor, run, trainee, input };
}

describe("recording an exam", () => {
  it("keeps each part once, and a resit finishes it", async () => {
    const { trainer, trainee, input } = await examRoom();
    const form = input();
    await Promise.all([recordExam(trainer, form, context), recordExam(trainer, form, context)]);
    expect(await db().examResult.count()).toBe(2);
    expect((await standingOf(trainee.enrolmentId))?.examPassedOn).toBeNull();
    const resit = input({ day: "2026-06-12", outcomes: [{ part: "oral", passed: true }] });
    await recordExam(trainer, resit, context);
    const standing = await standingOf(trainee.enrolmentId);
    expect(standing?.examPassedOn).toBe("2026-06-12");
    expect(standing?.graduation.requirements.filter(({ met }) => !met).map(({ code }) => code)).toEqual([
      "practice",
    ]);
    expect(await db().auditEvent.count({ where: { action: "exam.record" } })).toBe(2);
  });

  it.each([
    ["futureDay", { day: "2026-06-13" }, "day"],
    ["beforeRun", { day: "2026-02-28" }, "day"],
    ["identity", { identityChecked: false }, "identity"],
    ["nothing", { outcomes: [] }, "written"],
    ["otherPart", { outcomes: [{ part: "practical" as const, passed: true }] }, "practical"],
  ])("is refused: %s", async (code, change, field) => {
    const { trainer, input } = await examRoom();
    await expect(recordExam(trainer, input(change), context)).rejects.toMatchObject({
      code: "invalid",
      field,
      reason: `certification:exam.refusal.${code}`,
    });
    expect(await db().examResult.count()).toBe(0);
  });

  it("is refused to who is not admitted, by the basis of the run", async () => {
    const hours = await examRoom({ examBasis: "teachingHours" });
    await recordExam(hours.trainer, hours.input(), context);
    const minutes = await examRoom();
    await creditPracticeMinutes(minutes.trainee.enrolmentId, -1, "2026-05-21");
    await expect(recordExam(minutes.trainer, minutes.input(), context)).rejects.toMatchObject({
      reason: "certification:exam.refusal.notAdmitted",
    });
  });

  it("is refused for a part passed before, a second resit and a late one", async () => {
    const { trainer, trainee, input } = await examRoom();
    await makeExamResult(trainee.enrolmentId, "written", { heldOn: "2026-05-20" });
    await makeExamResult(trainee.enrolmentId, "oral", { heldOn: "2026-05-10", passed: false });
    const refused = (outcomes: RecordExamInput["outcomes"]) =>
      recordExam(trainer, input({ outcomes }), context);
    await expect(refused([{ part: "written", passed: true }])).rejects.toMatchObject({
      reason: "certification:exam.refusal.alreadyPassed",
    });
    await expect(refused([{ part: "oral", passed: true }])).rejects.toMatchObject({
      reason: "certification:exam.refusal.resitTooLate",
    });
    await makeExamResult(trainee.enrolmentId, "oral", { heldOn: "2026-06-01", passed: false });
    await expect(refused([{ part: "oral", passed: true }])).rejects.toMatchObject({
      reason: "certification:exam.refusal.resitUsed",
    });
  });

  it("is for the trainers of the run, never about oneself", async () => {
    const { run, trainee, input } = await examRoom();
    const other = (await makeAccount({ roles: ["trainer"] })).actor;
    await expect(recordExam(other, input(), context)).rejects.toMatchObject({ code: "notFound" });
    const coordinator = (await makeAccount({ roles: ["coordinator"] })).actor;
    await expect(recordExam(coordinator, input(), context)).rejects.toMatchObject({ code: "notFound" });
    await expect(readExam(other, run.id)).rejects.toMatchObject({ code: "notFound" });
    const both = await makeAccount({ accountId: randomUUID(), roles: ["trainer", "trainee"] });
    const own = await makeStudyRun({ trainerIds: [both.accountId] });
    await db().enrolment.update({
      where: { id: trainee.enrolmentId },
      data: { runId: own.id, accountId: both.accountId },
    });
    await expect(recordExam(both.actor, input({ runId: own.id }), context)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("takes back what was written by mistake, and keeps it in sight", async () => {
    const { trainer, trainee, run, input } = await examRoom();
    await recordExam(trainer, input({ outcomes: [{ part: "written", passed: false }] }), context);
    const { id } = await db().examResult.findFirstOrThrow();
    const stranger = (await makeAccount({ roles: ["trainer"] })).actor;
    const wish = { id, reason: "Spletl jsem si řádek." };
    await expect(voidExamResult(stranger, wish, context)).rejects.toMatchObject({ code: "notFound" });
    await voidExamResult(trainer, wish, context);
    await voidExamResult(trainer, wish, context);
    expect(await db().auditEvent.count({ where: { action: "exam.void" } })).toBe(1);
    await recordExam(trainer, input({ outcomes: [{ part: "written", passed: true }] }), context);
    const { examinees } = await readExam(trainer, run.id);
    expect(examinees[0]?.results.map(({ passed, voidedAt }) => [passed, voidedAt !== null])).toEqual(
      expect.arrayContaining([
        [false, true],
        [true, false],
      ]),
    );
    expect(
      (await standingOf(trainee.enrolmentId))?.graduation.requirements.find(
        ({ code }) => code === "exam.written",
      )?.met,
    ).toBe(true);
  });
});

describe("standing", () => {
  it("is the same from whichever side it is asked, with supervision by months of approved practice", async () => {
    const { trainer, trainee, run } = await examRoom();
    const entry = await makeEntry(trainee.actor);
    await db().practiceEntry.update({ where: { id: entry.id }, data: { state: "approved" } });
    await makeEntry(trainee.actor, { day: "2026-05-20" });
    const byRun = (await standingOfTrainees({ runIds: [run.id] })).get(trainee.enrolmentId);
    expect(byRun).toEqual(await standingOf(trainee.enrolmentId));
    expect(byRun?.supervision).toEqual({ required: 1, kept: 0, missing: 1, gaps: ["2026-06"] });
    await makeAttendance({ enrolmentId: trainee.enrolmentId }, "2026-06-11");
    expect((await standingOf(trainee.enrolmentId))?.supervision.missing).toBe(0);
    const page = await readTrainee(trainer, run.id, trainee.enrolmentId);
    expect(page.standing).toEqual(await standingOf(trainee.enrolmentId));
    expect(page.practice.entries).toHaveLength(2);
    expect(page).toMatchObject({ name: trainee.name, mayIssue: true, mayExamine: true });
  });

  it("is asked for many at once, and empty for nobody", async () => {
    const { run, trainee } = await examRoom();
    const second = await makeTrainee({ runId: run.id, theoryMinutes: 0 });
    const standings = await standingOfTrainees({ runIds: [run.id] });
    expect([...standings.keys()].sort()).toEqual([trainee.enrolmentId, second.enrolmentId].sort());
    expect(standings.get(second.enrolmentId)?.graduation.requirements[0]).toMatchObject({ missing: 2700 });
    expect((await standingOfTrainees({ runIds: [] })).size).toBe(0);
    expect((await standingOfTrainees({ enrolmentIds: [randomUUID()] })).size).toBe(0);
  });

  it("opens a trainee's page within the scope only", async () => {
    const { run, trainee } = await examRoom();
    const elsewhere = (await makeAccount({ roles: [{ role: "coordinator", regionCode: "CZ051" }] })).actor;
    const here = (await makeAccount({ roles: ["coordinator"] })).actor;
    const otherRun = await makeStudyRun();
    await expect(readTrainee(elsewhere, run.id, trainee.enrolmentId)).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(readTrainee(here, otherRun.id, trainee.enrolmentId)).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(readTrainee(here, run.id, "nic")).rejects.toMatchObject({ code: "notFound" });
    expect(await readTrainee(here, run.id, trainee.enrolmentId)).toMatchObject({
      mayIssue: true,
      mayExamine: false,
    });
  });
});

describe("what waits at home", () => {
  it("tells trainers who can be certified or examined", async () => {
    const { trainer, runId } = await makeReadyClass();
    const admitted = await makeTrainee({ runId });
    await creditPracticeMinutes(admitted.enrolmentId, 1380, "2026-05-20");
    expect(await waitingFor(trainer.actor, studyNow)).toMatchObject([
      { text: "certification:waiting.ready", values: { count: 1 }, to: `/behy/${runId}` },
      { text: "certification:waiting.exam", values: { count: 1 }, to: `/behy/${runId}/zkouska` },
    ]);
    const coordinator = (await makeAccount({ roles: ["coordinator"] })).actor;
    expect(await waitingFor(coordinator, studyNow)).toMatchObject([{ text: "certification:waiting.ready" }]);
    expect(await waitingFor(admitted.actor, studyNow)).toEqual([]);
  });

  it("tells a mentor about the next supervision from two weeks before", async () => {
    const { accountId, actor } = await makeAccount({ roles: ["mentor"] });
    expect(await waitingFor(actor, studyNow)).toEqual([]);
    const mentor = await makeMentorRow({ accountId, certifiedOn: "2026-05-20" });
    const on = (day: string) => waitingFor(actor, new Date(`${day}T08:00:00Z`));
    expect(await on("2026-07-05")).toEqual([]);
    expect(await on("2026-07-06")).toMatchObject([
      { text: "certification:waiting.supervision", due: "2026-07-20", urgency: "soon" },
    ]);
    expect(await on("2026-07-21")).toMatchObject([
      { text: "certification:waiting.supervisionOverdue", urgency: "overdue" },
    ]);
    await makeAttendance({ mentorId: mentor.id }, "2026-07-21");
    expect(await on("2026-07-21")).toEqual([]);
  });
});
