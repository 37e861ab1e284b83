import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import { recordAttendance } from "~/course/operations/teaching/record-attendance.server";
import { recordSession } from "~/course/operations/teaching/record-session.server";
import { dayToDate } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { practiceTimesOf } from "~/practice/index.server";
import { logEntry } from "~/practice/operations/log-entry.server";
import { withdrawEntry } from "~/practice/operations/withdraw-entry.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeCatalogue } from "../../support/factories/course";
import { makeAccount } from "../../support/factories/people";
import { entryInput, makeEntry, makeStudyRun, makeTrainee, studyNow } from "../../support/factories/practice";
import { makeMentor } from "../../support/factories/registry";
import { makeSession, recordOf, rowOf } from "../../support/factories/teaching";

withTestDatabase();
beforeEach(async () => {
  await resetDatabase();
  setCatalogue(makeCatalogue());
});

const context = { now: studyNow };

async function classroom() {
  const trainer = await makeAccount({ roles: ["trainer"] });
  const run = await makeStudyRun({ trainerIds: [trainer.accountId] });
  const trainee = await makeTrainee({ runId: run.id, theoryMinutes: 2600 });
  await db().courseRun.update({
    where: { id: run.id },
    data: { settings: { ...(run.settings as object), practiceGateTheoryShare: 0.5 } },
  });
  return { trainer: trainer.actor, run, trainee };
}

/** Attendance of 9:00 to 10:30 on 10 June. */
async function attend(runId: string, enrolmentId: string) {
  const startsAt = new Date("2026-06-10T07:00:00Z");
  const session = await makeSession(runId, { startsAt, state: "held" });
  await db().sessionAttendance.create({
    data: {
      id: randomUUID(),
      sessionId: session.id,
      enrolmentId,
      state: "present",
      arrivedAt: startsAt,
      leftAt: session.endsAt,
      minutes: 90,
      recordedAt: studyNow,
      recordedById: randomUUID(),
    },
  });
}

async function supervise(who: { enrolmentId: string } | { mentorId: string }) {
  await db().supervisionSession.create({
    data: {
      id: randomUUID(),
      supervisorId: randomUUID(),
      day: dayToDate("2026-06-10"),
      startMinute: 9 * 60,
      minutes: 90,
      town: "Děčín",
      form: "group",
      createdAt: studyNow,
      createdById: randomUUID(),
      attendances: { create: { id: randomUUID(), ...who, minutes: 90, recordedAt: studyNow } },
    },
  });
}

const half = { day: "2026-06-10", startMinute: 10 * 60, endMinute: 11 * 60 };
const after = { day: "2026-06-10", startMinute: 10 * 60 + 30, endMinute: 11 * 60 };

describe("an entry over something else the person did", () => {
  it("is refused over teaching that was attended, and may touch it", async () => {
    const { run, trainee } = await classroom();
    await attend(run.id, trainee.enrolmentId);
    await expect(logEntry(trainee.actor, { ...entryInput(), ...half }, context)).rejects.toMatchObject({
      field: "from",
      reason: "practice:refusal.overlapTeaching",
      values: { from: "09:00", to: "10:30" },
    });
    await logEntry(trainee.actor, { ...entryInput(), ...after }, context);
  });

  it("is refused over supervision, as a trainee and as a mentor", async () => {
    const { trainee } = await classroom();
    await supervise({ enrolmentId: trainee.enrolmentId });
    const refusal = { reason: "practice:refusal.overlapSupervision" };
    const log = (who: typeof trainee) => logEntry(who.actor, { ...entryInput(), ...half }, context);
    await expect(log(trainee)).rejects.toMatchObject(refusal);
    const both = await makeTrainee();
    const mentor = await makeMentor({ accountId: both.accountId });
    await supervise({ mentorId: mentor.id });
    await expect(log(both)).rejects.toMatchObject(refusal);
    await logEntry(both.actor, { ...entryInput(), ...after }, context);
  });

  it("is refused over the same person's practice in another run", async () => {
    const first = await makeTrainee();
    await makeEntry(first.actor);
    const second = await makeTrainee();
    await db().enrolment.update({ where: { id: first.enrolmentId }, data: { state: "withdrawn" } });
    await db().enrolment.update({
      where: { id: second.enrolmentId },
      data: { accountId: first.accountId },
    });
    await expect(logEntry(first.actor, entryInput({ from: 10, to: 12 }), context)).rejects.toMatchObject({
      reason: "practice:refusal.overlap",
    });
    expect(await practiceTimesOf([second.enrolmentId], ["2026-06-10"])).toEqual(
      new Map([[second.enrolmentId, [{ day: "2026-06-10", startMinute: 540, endMinute: 660 }]]]),
    );
  });
});

describe("teaching over practice", () => {
  it("is refused with the person named, and free once the practice is taken back", async () => {
    const { trainer, run, trainee } = await classroom();
    const entry = await makeEntry(trainee.actor);
    const refusal = {
      code: "invalid",
      reason: "teaching:refusal.practiceThen",
      values: { name: trainee.name, from: "09:00", to: "11:00" },
    };
    const form = recordOf([trainee.enrolmentId], { day: "2026-06-10" });
    await expect(recordSession(trainer, run.id, form, context)).rejects.toMatchObject({
      ...refusal,
      field: "present",
    });
    expect(await db().teachingSession.count()).toBe(0);
    const session = await makeSession(run.id, { startsAt: new Date("2026-06-10T07:00:00Z") });
    const address = { runId: run.id, sessionId: session.id };
    const rows = [rowOf(trainee.enrolmentId)];
    await expect(recordAttendance(trainer, address, { version: 1, rows }, context)).rejects.toMatchObject({
      ...refusal,
      field: `state-${trainee.enrolmentId}`,
    });
    await withdrawEntry(trainee.actor, { id: entry.id, version: 1 }, context);
    await recordAttendance(trainer, address, { version: 1, rows }, context);
    expect(await db().sessionAttendance.count({ where: { state: "present" } })).toBe(1);
  });
});
