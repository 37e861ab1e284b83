import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import { ledgerSums } from "~/course/operations/ledger.server";
import { attendanceOfRuns } from "~/course/operations/teaching/attendance-standing.server";
import { readSession } from "~/course/operations/teaching/read-session.server";
import { recordAttendance } from "~/course/operations/teaching/record-attendance.server";
import { recordSession } from "~/course/operations/teaching/record-session.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { courseNow, makeCatalogue, makeStudent } from "../../../support/factories/course";
import { makeAccount } from "../../../support/factories/people";
import { makeClass, makeSession, recordOf, rowOf } from "../../../support/factories/teaching";

withTestDatabase();
beforeEach(async () => {
  await resetDatabase();
  setCatalogue(makeCatalogue());
});

const context = { now: courseNow };
const theory = async (ids: string[]) => {
  const sums = await ledgerSums(ids);
  return ids.map((id) => sums.get(id)!.theoryMinutes);
};
const entriesOf = (enrolmentId: string) =>
  db().ledgerEntry.findMany({
    where: { enrolmentId },
    orderBy: [{ creditedAt: "asc" }, { minutes: "desc" }],
  });

describe("a session that already took place", () => {
  it("is recorded and credited in one step, once, even sent several times at once", async () => {
    const { teacher, runId, ids } = await makeClass();
    const input = recordOf(ids.slice(0, 2), { trainer: teacher.accountId });
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => recordSession(teacher, runId, input, context)),
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
    expect(await db().sessionAttendance.count({ where: { state: "absent" } })).toBe(1);
    expect(await db().auditEvent.count({ where: { action: "session.record" } })).toBe(1);
  });

  it("gives no more than the module has, also when two are recorded at once", async () => {
    const { teacher, runId, ids } = await makeClass();
    const record = (from: number) =>
      recordSession(teacher, runId, recordOf(ids, { from, to: from + 90 }), context);
    await Promise.all([record(480), record(600), record(720)]);
    expect(await theory(ids)).toEqual([135, 135, 135]);
  });

  it.each([
    { name: "a day to come", change: { day: "2026-06-13" }, field: "to" },
    { name: "an hour to come", change: { from: 15 * 60, to: 16 * 60 }, field: "to" },
    { name: "a day before the run", change: { day: "2026-02-28" }, field: "day" },
    { name: "a module nobody planned", change: { module: "neni" }, field: "module" },
    { name: "somebody who does not study there", change: { present: [randomUUID()] }, field: "present" },
  ])("refuses $name", async ({ change, field }) => {
    const { teacher, runId, ids } = await makeClass();
    await expect(recordSession(teacher, runId, recordOf(ids, change), context)).rejects.toMatchObject({
      code: "invalid",
      field,
    });
    expect(await theory(ids)).toEqual([0, 0, 0]);
    expect(await db().teachingSession.count()).toBe(0);
  });

  it("credits nothing in a run that is closed or not running yet", async () => {
    for (const state of ["closed", "recruiting"] as const) {
      const { teacher, runId, ids } = await makeClass({ state });
      await expect(recordSession(teacher, runId, recordOf(ids), context)).rejects.toMatchObject({
        code: "conflict",
        reason: "course:refusal.runNotRunning",
      });
    }
    expect(await db().ledgerEntry.count()).toBe(0);
  });
});

describe("attendance", () => {
  async function heldClass(overrides: Parameters<typeof makeSession>[1] = {}) {
    const made = await makeClass();
    const session = await makeSession(made.runId, overrides);
    const address = { runId: made.runId, sessionId: session.id };
    const [a, b, c] = made.ids as [string, string, string];
    let version = 1;
    const record = async (rows: Parameters<typeof rowOf>[], reason?: string) => {
      const input = { version, reason, rows: rows.map((row) => rowOf(...row)) };
      const result = await recordAttendance(made.teacher, address, input, context);
      version = (await db().teachingSession.findUniqueOrThrow({ where: { id: session.id } })).version;
      return result;
    };
    return { ...made, address, session, record, a, b, c };
  }

  it("credits the minutes from arrival to departure, breaks taken off in proportion", async () => {
    const { record, a, b, c, ids } = await heldClass({ minutes: 100, breakMinutes: 10 });
    await record([[a], [b, { arrived: 9 * 60 + 50 }], [c, { state: "absent" }]]);
    expect(await theory(ids)).toEqual([90, 45, 0]);
    const rows = await db().sessionAttendance.findMany({ orderBy: { minutes: "desc" } });
    expect(rows.map(({ state, minutes }) => [state, minutes])).toEqual([
      ["present", 90],
      ["present", 45],
      ["absent", 0],
    ]);
    expect(rows[1]?.arrivedAt).toEqual(new Date("2026-06-12T07:50:00Z"));
  });

  it("is written down once for a form sent twice", async () => {
    const { teacher, address, a, b, ids } = await heldClass();
    const input = { version: 1, rows: [rowOf(a), rowOf(b, { left: 10 * 60 })] };
    await Promise.all([1, 2, 3].map(() => recordAttendance(teacher, address, input, context)));
    await recordAttendance(teacher, address, input, context);
    expect(await theory(ids)).toEqual([90, 60, 0]);
    expect(await db().ledgerEntry.count()).toBe(2);
    expect(await db().auditEvent.count({ where: { action: "session.attendance" } })).toBe(1);
  });

  it("is corrected by counter-entries with a reason, never by changing an entry", async () => {
    const { record, a, b, ids } = await heldClass();
    await record([[a], [b]]);
    await expect(record([[a, { state: "absent" }], [b]])).rejects.toMatchObject({ field: "reason" });
    await record([[a, { state: "absent" }], [b]], "Byl jinde");
    expect(await theory(ids)).toEqual([0, 90, 0]);
    await record([[a, { arrived: 10 * 60 }], [b]], "Přece jen přišel");
    expect(await theory(ids)).toEqual([30, 90, 0]);
    const entries = await entriesOf(a);
    expect(entries.map(({ kind, minutes }) => [kind, minutes]).sort()).toEqual(
      [
        ["in_person_session", 90],
        ["correction", -90],
        ["in_person_session", 30],
      ].sort(),
    );
    expect(entries.find(({ kind }) => kind === "correction")?.note).toBe("Byl jinde");
    expect(await entriesOf(b)).toHaveLength(1);
  });

  it("gives a later session the hours a corrected one no longer fills", async () => {
    const { record, teacher, runId, a, ids } = await heldClass();
    await record([[a]]);
    await recordSession(teacher, runId, recordOf([a], { from: 12 * 60, to: 13 * 60 + 30 }), context);
    expect(await theory(ids)).toEqual([135, 0, 0]);
    await record([[a, { state: "absent" }]], "Nebyl tam");
    expect(await theory(ids)).toEqual([90, 0, 0]);
  });

  it.each([
    { name: "arrived before it began", row: { arrived: 8 * 60 }, field: "arrived" },
    { name: "arrived when it was over", row: { arrived: 10 * 60 + 30 }, field: "arrived" },
    { name: "left after it was over", row: { left: 11 * 60 }, field: "left" },
    { name: "left before coming", row: { arrived: 10 * 60, left: 9 * 60 + 30 }, field: "left" },
    { name: "left when coming", row: { arrived: 10 * 60, left: 10 * 60 }, field: "left" },
  ])("refuses somebody who $name", async ({ row, field }) => {
    const { record, a, b } = await heldClass();
    await expect(record([[b], [a, row]])).rejects.toMatchObject({
      code: "invalid",
      field: `${field}-${a}`,
      reason: "teaching:refusal.outsideSession",
    });
    expect(await db().sessionAttendance.count()).toBe(0);
    expect(await db().ledgerEntry.count()).toBe(0);
  });

  it("counts real time across midnight and over the hour that comes twice", async () => {
    const night = { startsAt: new Date("2026-10-24T21:00:00Z"), minutes: 360 };
    const made = await makeClass();
    const session = await makeSession(made.runId, night);
    const rows = [rowOf(made.ids[0]!, { arrived: 150 }), rowOf(made.ids[1]!, { left: 30 })];
    const now = new Date("2026-10-25T08:00:00Z");
    const address = { runId: made.runId, sessionId: session.id };
    await recordAttendance(made.teacher, address, { version: 1, rows }, { now });
    const attended = await db().sessionAttendance.findMany();
    const minutesOf = (id: string) => attended.find((row) => row.enrolmentId === id)?.minutes;
    expect(made.ids.slice(0, 2).map(minutesOf)).toEqual([150, 90]);
    // The module has no more hours than it has, however long the night was.
    expect(await theory(made.ids)).toEqual([135, 90, 0]);
  });

  it("waits until the session is over, and is closed with the run", async () => {
    const { teacher, runId, ids } = await makeClass();
    const later = await makeSession(runId, { startsAt: courseNow });
    const input = { version: 1, rows: [rowOf(ids[0]!)] };
    await expect(
      recordAttendance(teacher, { runId, sessionId: later.id }, input, context),
    ).rejects.toMatchObject({ reason: "teaching:refusal.notOver" });
    const cancelled = await makeSession(runId, { state: "cancelled" });
    await expect(
      recordAttendance(teacher, { runId, sessionId: cancelled.id }, input, context),
    ).rejects.toMatchObject({ reason: "teaching:refusal.cancelled" });
    const past = await makeSession(runId);
    await db().courseRun.update({ where: { id: runId }, data: { state: "closed" } });
    await expect(
      recordAttendance(teacher, { runId, sessionId: past.id }, input, context),
    ).rejects.toMatchObject({ code: "conflict", reason: "course:refusal.runNotRunning" });
    expect(await db().ledgerEntry.count()).toBe(0);
  });

  it("refuses a stale page, people of another run and trainers of another run", async () => {
    const { teacher, address, record, a, b } = await heldClass();
    await record([[a]]);
    const stale = { version: 1, reason: "oprava", rows: [rowOf(b)] };
    await expect(recordAttendance(teacher, address, stale, context)).rejects.toMatchObject({ code: "stale" });
    const stranger = await makeStudent();
    await expect(record([[stranger.enrolmentId]], "oprava")).rejects.toMatchObject({
      field: `state-${stranger.enrolmentId}`,
    });
    const other = await makeAccount({ roles: ["trainer"] });
    await expect(recordAttendance(other.actor, address, stale, context)).rejects.toMatchObject({
      code: "notFound",
    });
  });

  it("keeps what a trainer writes of an excuse sealed", async () => {
    const { record, teacher, address, a } = await heldClass();
    await record([[a, { state: "excused", excuse: "Nemocné dítě" }]]);
    const row = await db().sessionAttendance.findFirstOrThrow();
    expect(row.excuseSealed).not.toContain("dítě");
    const { attendees } = await readSession(teacher, address, context);
    expect(attendees.find(({ enrolmentId }) => enrolmentId === a)).toMatchObject({
      state: "excused",
      excuse: "Nemocné dítě",
      credited: 0,
    });
  });
});

describe("a make-up", () => {
  it("is credited to who missed something, and only what was missed", async () => {
    const { teacher, runId, ids } = await makeClass();
    const missed = recordOf(ids.slice(0, 1));
    await recordSession(teacher, runId, missed, context);
    const makeUp = recordOf(ids.slice(0, 2), { makeUpFor: missed.id, from: 12 * 60, to: 14 * 60 });
    await recordSession(teacher, runId, makeUp, context);
    expect(await theory(ids)).toEqual([90, 90, 0]);
    expect(await db().ledgerEntry.findFirst({ where: { enrolmentId: ids[1] } })).toMatchObject({
      kind: "make_up",
      minutes: 90,
    });
    const standings = await attendanceOfRuns([runId]);
    expect(ids.map((id) => standings.get(id)?.presentMinutes)).toEqual([90, 90, 0]);
    expect(ids.map((id) => standings.get(id)?.heldMinutes)).toEqual([90, 90, 90]);
  });

  it("is of a session of the same run and module that was held", async () => {
    const { teacher, runId, ids } = await makeClass();
    const other = await makeClass();
    const foreign = await makeSession(other.runId, { state: "held" });
    const planned = await makeSession(runId, { startsAt: new Date("2026-06-11T07:00:00Z") });
    for (const makeUpFor of [foreign.id, planned.id, randomUUID()]) {
      await expect(
        recordSession(teacher, runId, recordOf(ids, { makeUpFor }), context),
      ).rejects.toMatchObject({ reason: "teaching:refusal.makeUp" });
    }
    await db().teachingSession.update({ where: { id: planned.id }, data: { state: "held" } });
    const elsewhere = recordOf(ids, { makeUpFor: planned.id, module: "role" });
    await expect(recordSession(teacher, runId, elsewhere, context)).rejects.toMatchObject({
      field: "module",
      reason: "teaching:refusal.makeUpModule",
    });
  });
});

describe("any sequence of attendance", () => {
  it("leaves in the ledger what the attendance is worth, and never more than the module", async () => {
    const change = fc.record({
      session: fc.integer({ min: 0, max: 2 }),
      student: fc.integer({ min: 0, max: 1 }),
      arrived: fc.option(fc.integer({ min: 9 * 60, max: 10 * 60 + 29 }), { nil: null }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        await resetDatabase();
        const { teacher, runId, ids } = await makeClass();
        const days = ["2026-06-10", "2026-06-11", "2026-06-12"];
        const sessions = [];
        for (const day of days)
          sessions.push(await makeSession(runId, { startsAt: new Date(`${day}T07:00:00Z`) }));
        for (const { session, student, arrived } of changes) {
          const { id } = sessions[session]!;
          const { version } = await db().teachingSession.findUniqueOrThrow({ where: { id } });
          const row = rowOf(ids[student]!, arrived === null ? { state: "absent" } : { arrived });
          const input = { version, reason: "oprava", rows: [row] };
          await recordAttendance(teacher, { runId, sessionId: id }, input, context);
        }
        const attended = await db().sessionAttendance.findMany();
        const there = (id: string) =>
          attended.filter((row) => row.enrolmentId === id).reduce((sum, row) => sum + row.minutes, 0);
        expect(await theory(ids)).toEqual(ids.map((id) => Math.min(135, there(id))));
      }),
      { numRuns: 12 },
    );
  });
});
