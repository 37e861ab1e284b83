import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import type { AttendanceRow, PlanForm, RecordForm } from "~/course/teaching-schema";
import { db, type TeachingSessionState } from "~/platform/db/index.server";
import { courseNow, makeRun, makeStudent, type MadeStudent, type RunOverrides } from "./course";
import { makeAccount } from "./people";

export interface MadeClass {
  teacher: Actor;
  runId: string;
  students: MadeStudent[];
  /** Enrolments of the students. */
  ids: string[];
}

/** A run under way with its trainer and three trainees. */
export async function makeClass(overrides: RunOverrides = {}): Promise<MadeClass> {
  const teacher = await makeAccount({ roles: ["trainer"] });
  const run = await makeRun({ trainerIds: [teacher.accountId], ...overrides });
  const students = [
    await makeStudent({ runId: run.id }),
    await makeStudent({ runId: run.id }),
    await makeStudent({ runId: run.id }),
  ];
  const ids = students.map(({ enrolmentId }) => enrolmentId);
  return { teacher: teacher.actor, runId: run.id, students, ids };
}

const morning = { from: 9 * 60, to: 10 * 60 + 30, endsNextDay: false, breakMinutes: 0 };

/** The form of a session of two teaching hours a week ahead. */
export function planOf(overrides: Partial<PlanForm> = {}): PlanForm {
  const fields = { module: "pravo", topic: "Kdo je kdo u soudu", place: "Klubovna", day: "2026-06-19" };
  return { id: randomUUID(), ...fields, ...morning, ...overrides };
}

/** The form of two teaching hours held this morning. */
export function recordOf(present: string[], overrides: Partial<RecordForm> = {}): RecordForm {
  return { ...planOf({ day: "2026-06-12" }), present, ...overrides };
}

export interface SessionOverrides {
  moduleId?: string;
  startsAt?: Date;
  /** Real minutes from beginning to end. */
  minutes?: number;
  breakMinutes?: number;
  state?: TeachingSessionState;
  trainerId?: string | null;
  makeUpForId?: string | null;
  place?: string;
}

/** A session of two teaching hours that ended this morning, with no attendance yet. */
export async function makeSession(runId: string, overrides: SessionOverrides = {}) {
  const { startsAt = new Date("2026-06-12T07:00:00Z"), minutes = 90, ...values } = overrides;
  return db().teachingSession.create({
    data: {
      id: randomUUID(),
      runId,
      moduleId: "pravo",
      topic: "Kdo je kdo u soudu",
      place: "Klubovna",
      startsAt,
      endsAt: new Date(startsAt.getTime() + minutes * 60_000),
      createdAt: courseNow,
      createdById: randomUUID(),
      changedAt: courseNow,
      ...values,
    },
  });
}

/** A row of an attendance form: there from beginning to end. */
export function rowOf(enrolmentId: string, overrides: Partial<AttendanceRow> = {}): AttendanceRow {
  return { enrolmentId, state: "present", arrived: null, left: null, excuse: null, ...overrides };
}
