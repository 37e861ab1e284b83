import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import { ownCalendar, readOwnSession } from "~/course/operations/teaching/own-calendar.server";
import { readSession } from "~/course/operations/teaching/read-session.server";
import { sendExcuse, withdrawExcuse } from "~/course/operations/teaching/send-excuse.server";
import { teachingTasks } from "~/course/operations/teaching/waiting.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { courseNow, makeCatalogue, makeStudent } from "../../../support/factories/course";
import { makeClass, makeSession } from "../../../support/factories/teaching";

withTestDatabase();
beforeEach(async () => {
  await resetDatabase();
  setCatalogue(makeCatalogue());
});

const context = { now: courseNow };
const tomorrow = new Date("2026-06-13T07:00:00Z");

async function planned() {
  const made = await makeClass();
  const session = await makeSession(made.runId, { startsAt: tomorrow });
  return { ...made, session, trainee: made.students[0]! };
}

describe("an excuse sent ahead", () => {
  it("is kept sealed, once, and read by those who teach", async () => {
    const { session, trainee, teacher, runId } = await planned();
    const input = { sessionId: session.id, id: randomUUID(), text: "Soud s opatrovníkem" };
    await Promise.all([1, 2].map(() => sendExcuse(trainee.actor, input, context)));
    const [row, ...more] = await db().sessionAttendance.findMany();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ state: "excused", minutes: 0, recordedById: trainee.accountId });
    expect(row?.excuseSealed).not.toContain("opatrovn");
    await sendExcuse(trainee.actor, { ...input, id: randomUUID(), text: "Nemoc" }, context);
    const { attendees } = await readSession(teacher, { runId, sessionId: session.id }, context);
    expect(attendees.filter(({ state }) => state)).toMatchObject([{ state: "excused", excuse: "Nemoc" }]);
    expect(await readOwnSession(trainee.actor, session.id, context)).toMatchObject({
      own: { state: "excused", excuse: "Nemoc" },
      excusable: true,
    });
  });

  it("can be taken back, and then nothing of it is left", async () => {
    const { session, trainee } = await planned();
    const { id: sessionId } = session;
    await sendExcuse(trainee.actor, { sessionId, id: randomUUID(), text: "Nemoc" }, context);
    await withdrawExcuse(trainee.actor, { sessionId }, context);
    await withdrawExcuse(trainee.actor, { sessionId }, context);
    expect(await db().sessionAttendance.count()).toBe(0);
  });

  it("comes too late once the session has begun, was cancelled or the run is closed", async () => {
    const { session, trainee } = await planned();
    const input = { sessionId: session.id, id: randomUUID(), text: "Nemoc" };
    await expect(sendExcuse(trainee.actor, input, { now: tomorrow })).rejects.toMatchObject({
      code: "conflict",
      reason: "teaching:refusal.begun",
    });
    await db().teachingSession.update({ where: { id: session.id }, data: { state: "cancelled" } });
    await expect(sendExcuse(trainee.actor, input, context)).rejects.toMatchObject({
      reason: "teaching:refusal.cancelled",
    });
    await db().courseRun.updateMany({ data: { state: "closed" } });
    await expect(sendExcuse(trainee.actor, input, context)).rejects.toMatchObject({
      reason: "teaching:refusal.runClosed",
    });
  });

  it("is only for one's own session", async () => {
    const { session } = await planned();
    const stranger = await makeStudent();
    const input = { sessionId: session.id, id: randomUUID(), text: "Nemoc" };
    await expect(sendExcuse(stranger.actor, input, context)).rejects.toMatchObject({ code: "notFound" });
    await expect(readOwnSession(stranger.actor, session.id, context)).rejects.toMatchObject({
      code: "notFound",
    });
    expect((await ownCalendar(stranger.actor, context)).coming).toEqual([]);
  });
});

describe("one's own calendar", () => {
  it("leads trainees and trainers to their page of a session, and shows nobody else's excuses", async () => {
    const { session, trainee, teacher, runId, students } = await planned();
    const excused = students[1]!;
    const input = { sessionId: session.id, id: randomUUID(), text: "Nemoc" };
    await sendExcuse(excused.actor, input, context);
    const own = await ownCalendar(trainee.actor, context);
    expect(own.coming).toMatchObject([
      { id: session.id, path: `/kalendar/${session.id}`, from: "09:00", to: "10:30", own: null },
    ]);
    expect(own.standing).toMatchObject({ totalMinutes: 90, reachableMinutes: 90 });
    expect((await ownCalendar(excused.actor, context)).standing).toMatchObject({ reachableMinutes: 0 });
    const taught = await ownCalendar(teacher, context);
    expect(taught.coming).toMatchObject([{ path: `/behy/${runId}/vyuka/${session.id}` }]);
    expect(taught.standing).toBeNull();
  });

  it("waits on the home page: the next session for a trainee, missing attendance for a trainer", async () => {
    const { session, trainee, teacher, runId } = await planned();
    expect(await teachingTasks(trainee.actor, courseNow)).toMatchObject([
      { to: `/kalendar/${session.id}`, due: "2026-06-13", urgency: "today" },
    ]);
    expect(await teachingTasks(teacher, courseNow)).toEqual([]);
    expect(await teachingTasks(teacher, new Date("2026-06-14T07:00:00Z"))).toMatchObject([
      { to: `/behy/${runId}/vyuka/${session.id}`, urgency: "overdue" },
    ]);
  });
});
