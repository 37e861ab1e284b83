import { randomUUID } from "node:crypto";
import { seal } from "~/platform/crypto/index.server";
import { addDays, dayToDate } from "~/platform/days";
import { db, type AttendanceState, type TeachingSessionState } from "~/platform/db/index.server";
import { entryPlace } from "~/practice/places";
import { courseDay, courseNow } from "./course";

export interface SessionOverrides {
  state?: TeachingSessionState;
  /** Prague day, at ten in the morning; four hours with half an hour's break. */
  day?: string;
  makeUpForId?: string;
  topic?: string;
  place?: string;
  trainerId?: string;
}

/** A session in person of a run, held a week ago unless said otherwise. */
export async function makeSession(runId: string, overrides: SessionOverrides = {}) {
  const { day = addDays(courseDay, -7), state = "held", ...values } = overrides;
  return db().teachingSession.create({
    data: {
      id: randomUUID(),
      runId,
      moduleId: "pravo",
      topic: "Tresty a opatření",
      place: "Děčín, Divišova 5",
      startsAt: new Date(`${day}T08:00:00Z`),
      endsAt: new Date(`${day}T12:00:00Z`),
      breakMinutes: 30,
      state,
      createdAt: dayToDate("2026-03-01"),
      createdById: randomUUID(),
      changedAt: dayToDate("2026-03-01"),
      heldAt: state === "held" ? courseNow : null,
      ...values,
    },
  });
}

/** Somebody's attendance at a session; the whole 210 minutes unless said otherwise. */
export async function makeSessionAttendance(
  sessionId: string,
  enrolmentId: string,
  overrides: { state?: AttendanceState; minutes?: number } = {},
) {
  const { state = "present", minutes = state === "present" ? 210 : 0 } = overrides;
  return db().sessionAttendance.create({
    data: {
      id: randomUUID(),
      sessionId,
      enrolmentId,
      state,
      minutes,
      recordedAt: courseNow,
      recordedById: randomUUID(),
    },
  });
}

/** A sent attempt at a module's test. */
export async function makeTestAttempt(
  student: { accountId: string; enrolmentId: string },
  overrides: { moduleId?: string; number?: number; correct?: number; submittedAt?: Date | null } = {},
) {
  const { moduleId = "role", number = 1, correct = 4, submittedAt = courseNow } = overrides;
  const passed = correct >= 12;
  return db().testAttempt.create({
    data: {
      id: randomUUID(),
      accountId: student.accountId,
      enrolmentId: student.enrolmentId,
      testKey: `module:${moduleId}`,
      number,
      drawn: [],
      answers: {},
      startedAt: courseNow,
      savedAt: submittedAt ?? courseNow,
      submittedAt,
      passMark: 75,
      questionCount: 16,
      ...(submittedAt ? { correctCount: correct, passed, results: {} } : {}),
    },
  });
}

/** A practice entry that waits for approval since a day. */
export async function makeWaitingPractice(enrolmentId: string, day: string) {
  const id = randomUUID();
  return db().practiceEntry.create({
    data: {
      id,
      enrolmentId,
      day: dayToDate(day),
      startMinute: 540,
      endMinute: 660,
      minutes: 120,
      activity: "home_visit",
      place: "client_home",
      noteSealed: seal("Návštěva.", entryPlace(id)),
      createdAt: dayToDate(day),
      updatedAt: dayToDate(day),
    },
  });
}

/** A lesson opened on a day, which is activity. */
export async function openLesson(enrolmentId: string, day: string, lessonId = "prvni") {
  const at = new Date(`${day}T10:00:00Z`);
  return db().lessonProgress.create({ data: { enrolmentId, lessonId, openedAt: at, lastOpenedAt: at } });
}
