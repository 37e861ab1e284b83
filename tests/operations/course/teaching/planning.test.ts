import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import { cancelSession, changeSession } from "~/course/operations/teaching/change-session.server";
import { listSessions } from "~/course/operations/teaching/list-sessions.server";
import { planSession } from "~/course/operations/teaching/plan-session.server";
import { readSession } from "~/course/operations/teaching/read-session.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { courseNow, makeCatalogue, makeRun } from "../../../support/factories/course";
import { makeAccount } from "../../../support/factories/people";
import { makeClass, makeSession, planOf } from "../../../support/factories/teaching";
import { queuedLetters } from "../../../support/letters";

withTestDatabase();
beforeEach(async () => {
  await resetDatabase();
  setCatalogue(makeCatalogue());
});

const context = { now: courseNow };

describe("planning a session", () => {
  it("makes it once for a form sent several times", async () => {
    const { teacher, runId } = await makeClass();
    const input = planOf({ trainer: teacher.accountId });
    await Promise.all([1, 2, 3].map(() => planSession(teacher, runId, input, context)));
    expect(await db().teachingSession.findMany()).toMatchObject([
      {
        id: input.id,
        runId,
        state: "planned",
        sequence: 0,
        trainerId: teacher.accountId,
        startsAt: new Date("2026-06-19T07:00:00Z"),
        endsAt: new Date("2026-06-19T08:30:00Z"),
      },
    ]);
    expect(await db().auditEvent.count({ where: { action: "session.plan" } })).toBe(1);
    const { coming } = await listSessions(teacher, runId, context);
    expect(coming).toMatchObject([{ minutes: 90, from: "09:00", to: "10:30", moduleTitle: "Základy práva" }]);
  });

  it("keeps two sessions that want the same time apart, also at once", async () => {
    const { teacher, runId } = await makeClass();
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4].map(() => planSession(teacher, runId, planOf(), context)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().teachingSession.count()).toBe(1);
  });

  it("lets a trainer be at one place only, whatever the run", async () => {
    const { teacher, runId } = await makeClass();
    const other = await makeRun({ trainerIds: [teacher.accountId] });
    await planSession(teacher, runId, planOf({ trainer: teacher.accountId }), context);
    const overlapping = planOf({ trainer: teacher.accountId, from: 10 * 60, to: 12 * 60 });
    await expect(planSession(teacher, other.id, overlapping, context)).rejects.toMatchObject({
      field: "from",
      reason: "teaching:refusal.overlapTrainer",
    });
    await planSession(teacher, other.id, { ...overlapping, from: 10 * 60 + 30 }, context);
    await planSession(teacher, other.id, planOf(), context);
  });

  it.each([
    { name: "in the past", change: { day: "2026-06-11" }, field: "day", reason: "inPast" },
    { name: "after the run", change: { day: "2027-01-01" }, field: "day", reason: "beyondRun" },
    { name: "ending before it starts", change: { to: 480 }, field: "to", reason: "endsBeforeStart" },
    { name: "longer than a day may be", change: { to: 17 * 60 }, field: "to", reason: "dayFull" },
    { name: "of breaks only", change: { breakMinutes: 90 }, field: "breakMinutes", reason: "breakTooLong" },
  ])("refuses one $name", async ({ change, field, reason }) => {
    const { teacher, runId } = await makeClass();
    await expect(planSession(teacher, runId, planOf(change), context)).rejects.toMatchObject({
      code: "invalid",
      field,
      reason: `teaching:refusal.${reason}`,
    });
    expect(await db().teachingSession.count()).toBe(0);
  });

  it("refuses unknown modules, trainers of other runs and sessions of other people's runs", async () => {
    const { teacher, runId } = await makeClass();
    const stranger = await makeAccount({ roles: ["trainer"] });
    const plan = (overrides: object, actor = teacher) =>
      planSession(actor, runId, planOf(overrides), context);
    await expect(plan({ module: "neni" })).rejects.toMatchObject({ field: "module" });
    await expect(plan({ trainer: stranger.accountId })).rejects.toMatchObject({ field: "trainer" });
    await expect(plan({}, stranger.actor)).rejects.toMatchObject({ code: "notFound" });
  });

  it("counts the whole day of the run, and nothing of it that was cancelled", async () => {
    const { teacher, runId } = await makeClass();
    const long = planOf({ from: 8 * 60, to: 13 * 60 });
    await planSession(teacher, runId, long, context);
    const rest = planOf({ from: 14 * 60, to: 16 * 60 });
    await expect(planSession(teacher, runId, rest, context)).rejects.toMatchObject({
      reason: "teaching:refusal.dayFull",
      values: { hours: 8 },
    });
    await cancelSession(
      teacher,
      { runId, sessionId: long.id },
      { version: 1, reason: "Nemoc lektora" },
      context,
    );
    await planSession(teacher, runId, rest, context);
  });

  it("counts real time across midnight and on the night when clocks change", async () => {
    const { teacher, runId } = await makeClass();
    const night = planOf({
      day: "2026-10-24",
      from: 23 * 60,
      to: 4 * 60,
      endsNextDay: true,
      breakMinutes: 30,
    });
    await planSession(teacher, runId, night, context);
    const { coming } = await listSessions(teacher, runId, context);
    expect(coming).toMatchObject([{ minutes: 330, day: "2026-10-24", endsNextDay: true }]);
    const spring = await makeClass({ startsOn: "2027-01-01", endsOn: "2027-06-30" });
    const skipped = planOf({ day: "2027-03-28", from: 150, to: 300 });
    await expect(planSession(spring.teacher, spring.runId, skipped, context)).rejects.toMatchObject({
      field: "from",
      reason: "teaching:refusal.timeSkipped",
    });
  });

  it("is over in a closed run", async () => {
    const { teacher, runId } = await makeClass({ state: "closed" });
    await expect(planSession(teacher, runId, planOf(), context)).rejects.toMatchObject({
      code: "conflict",
      reason: "teaching:refusal.runClosed",
    });
  });
});

describe("a planned session", () => {
  async function planned() {
    const made = await makeClass();
    const input = planOf({ trainer: made.teacher.accountId });
    await planSession(made.teacher, made.runId, input, context);
    return { ...made, input, address: { runId: made.runId, sessionId: input.id } };
  }

  it("can be moved; trainees learn of it by mail that says nothing but when", async () => {
    const { teacher, students, input, address } = await planned();
    await changeSession(teacher, address, { ...input, day: "2026-06-20", version: 1 }, context);
    expect(await db().teachingSession.findFirst()).toMatchObject({ sequence: 1, version: 2 });
    const letters = await queuedLetters();
    expect(letters.map(({ to }) => to).sort()).toEqual(students.map(({ email }) => email).sort());
    for (const { text, subject } of letters) {
      expect(text).toContain("20.\u00a06.\u00a02026");
      expect(`${subject} ${text}`).not.toMatch(/Klubovna|soud|Osoba/);
    }
  });

  it("sends no mail when only the topic changed", async () => {
    const { teacher, input, address } = await planned();
    await changeSession(teacher, address, { ...input, topic: "Jak se čte rozsudek", version: 1 }, context);
    expect(await queuedLetters()).toEqual([]);
  });

  it("refuses a change from a stale page", async () => {
    const { teacher, input, address } = await planned();
    await changeSession(teacher, address, { ...input, place: "Úřad", version: 1 }, context);
    await expect(
      changeSession(teacher, address, { ...input, place: "Škola", version: 1 }, context),
    ).rejects.toMatchObject({ code: "stale" });
    expect(await db().teachingSession.findFirst()).toMatchObject({ place: "Úřad" });
  });

  it("can be cancelled once, and then neither changed nor held", async () => {
    const { teacher, students, input, address } = await planned();
    const cancel = () => cancelSession(teacher, address, { version: 1, reason: "Nemoc lektora" }, context);
    await cancel();
    await cancel();
    expect(await db().teachingSession.findFirst()).toMatchObject({
      state: "cancelled",
      cancelReason: "Nemoc lektora",
      sequence: 1,
    });
    const letters = await queuedLetters();
    expect(letters).toHaveLength(students.length);
    for (const { text } of letters) expect(text).not.toContain("Nemoc");
    await expect(changeSession(teacher, address, { ...input, version: 2 }, context)).rejects.toMatchObject({
      code: "conflict",
      reason: "teaching:refusal.cancelled",
    });
  });

  it("that was held is not cancelled", async () => {
    const { teacher, runId } = await makeClass();
    const { id } = await makeSession(runId, { state: "held" });
    await expect(
      cancelSession(teacher, { runId, sessionId: id }, { version: 1, reason: "omylem" }, context),
    ).rejects.toMatchObject({ code: "conflict", reason: "teaching:refusal.held" });
  });

  it("is nobody else's", async () => {
    const { input, address } = await planned();
    const other = await makeClass();
    const foreign = { ...address, runId: other.runId };
    for (const [actor, place] of [
      [other.teacher, address],
      [other.teacher, foreign],
    ] as const) {
      await expect(readSession(actor, place, context)).rejects.toMatchObject({ code: "notFound" });
      await expect(
        changeSession(actor, place, { ...input, trainer: undefined, version: 1 }, context),
      ).rejects.toMatchObject({ code: "notFound" });
    }
    const nowhere = { ...address, sessionId: randomUUID() };
    await expect(readSession(other.teacher, nowhere, context)).rejects.toMatchObject({ code: "notFound" });
  });
});
