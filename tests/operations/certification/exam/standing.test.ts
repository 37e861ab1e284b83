import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { readTrainee } from "~/certification/operations/read-trainee.server";
import { standingOfTrainees } from "~/certification/operations/standing.server";
import { waitingFor } from "~/certification/operations/waiting-for.server";
import { readExamDay } from "~/certification/operations/exam/read-exam-day.server";
import { readRunExam } from "~/certification/operations/exam/read-run-exam.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { makeAttendance, makeReadyClass } from "../../../support/factories/certification";
import { examContext, makeAdmitted, makeExamRoom, opened } from "../../../support/factories/exam";
import { makeAccount } from "../../../support/factories/people";
import { makeEntry, makeStudyRun, makeTrainee, studyNow } from "../../../support/factories/practice";

withTestDatabase();
beforeEach(resetDatabase);

const standingOf = async (enrolmentId: string) =>
  (await standingOfTrainees({ enrolmentIds: [enrolmentId] })).get(enrolmentId);

describe("standing", () => {
  it("is the same from whichever side it is asked: trainee, trainer, commission", async () => {
    const room = await makeExamRoom();
    const trainee = room.trainees[0]!;
    const entry = await makeEntry(trainee.actor);
    await db().practiceEntry.update({ where: { id: entry.id }, data: { state: "approved" } });
    await makeEntry(trainee.actor, { day: "2026-05-20" });
    const byRun = (await standingOfTrainees({ runIds: [room.runId] })).get(trainee.enrolmentId);
    expect(byRun).toEqual(await standingOf(trainee.enrolmentId));
    expect(byRun?.supervision).toMatchObject({ required: 1, kept: 0, missing: 1, gaps: ["2026-06"] });
    await makeAttendance({ enrolmentId: trainee.enrolmentId }, "2026-06-11");
    const standing = await standingOf(trainee.enrolmentId);
    expect(standing?.supervision.missing).toBe(0);
    const page = await readTrainee(room.organiser.actor, room.runId, trainee.enrolmentId);
    expect(page.standing).toEqual(standing);
    expect(page.practice.entries).toHaveLength(2);
    expect(page).toMatchObject({ name: trainee.name, mayIssue: true, mayExamine: true });
    const exam = await readRunExam(room.organiser.actor, room.runId);
    expect(exam.examinees[0]?.standing).toEqual(standing);
    const id = await opened(room);
    const day = await readExamDay(room.members[2].actor, id, examContext);
    expect(day.candidates[0]?.standing).toEqual(standing);
  });

  it("is asked for many at once, and empty for nobody", async () => {
    const room = await makeExamRoom();
    const second = await makeTrainee({ runId: room.runId, theoryMinutes: 0 });
    const standings = await standingOfTrainees({ runIds: [room.runId] });
    expect([...standings.keys()].sort()).toEqual([room.trainees[0]!.enrolmentId, second.enrolmentId].sort());
    expect(standings.get(second.enrolmentId)?.graduation.requirements[0]).toMatchObject({ missing: 2700 });
    expect((await standingOfTrainees({ runIds: [] })).size).toBe(0);
    expect((await standingOfTrainees({ enrolmentIds: [randomUUID()] })).size).toBe(0);
  });

  it("opens a trainee's page within the scope only", async () => {
    const room = await makeExamRoom();
    const { enrolmentId } = room.trainees[0]!;
    const elsewhere = (await makeAccount({ roles: [{ role: "coordinator", regionCode: "CZ051" }] })).actor;
    const here = (await makeAccount({ roles: ["coordinator"] })).actor;
    const otherRun = await makeStudyRun();
    const notFound = { code: "notFound" };
    await expect(readTrainee(elsewhere, room.runId, enrolmentId)).rejects.toMatchObject(notFound);
    await expect(readTrainee(here, otherRun.id, enrolmentId)).rejects.toMatchObject(notFound);
    await expect(readTrainee(here, room.runId, "nic")).rejects.toMatchObject(notFound);
    expect(await readTrainee(here, room.runId, enrolmentId)).toMatchObject({ mayIssue: true });
  });

  it("tells trainers at home who can be certified, and who has no exam day yet", async () => {
    const { trainer, runId } = await makeReadyClass();
    const admitted = await makeAdmitted(runId);
    expect(await waitingFor(trainer.actor, studyNow)).toMatchObject([
      { text: "certification:waiting.ready", values: { count: 1 } },
      { text: "exam:waiting.plan", values: { count: 1 }, to: `/behy/${runId}/zkouska` },
    ]);
    expect(await waitingFor(admitted.actor, studyNow)).toEqual([]);
  });
});
