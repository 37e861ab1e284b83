import type { Actor } from "~/access/index.server";
import { db } from "~/platform/db/index.server";
import { catalogue } from "../catalogue/catalogue.server";
import type { Lesson } from "../catalogue/types";
import { lessonSourceKey } from "../rules/ledger";
import { lessonState, type LessonState } from "../rules/lesson-rule";
import { parseRunSettings } from "../rules/parse-run-settings";
import { runCredits, type RunState } from "../rules/run-states";
import { deviceKeyOf } from "./learning/device-key.server";
import { keepVersion } from "./learning/lesson-versions.server";
import { answersOf } from "./learning/worksheets.server";
import { noteReading } from "./reading-progress.server";
import { requireLesson, type LessonAddress } from "./studying.server";
import { lessonTestKey } from "./testing/test-definition.server";

/** What a trainee has done about a lesson. */
export interface LessonStanding {
  state: LessonState;
  declared: boolean;
  passed: boolean;
  credited: boolean;
  lastHeading: string | null;
  /** Hours can be earned now: the run has begun and is not closed. */
  earning: boolean;
  /** Percent of right answers that pass the test. */
  passMark: number;
  /** Three times that are never mixed: measured by the page, said by the trainee, credited in the ledger. */
  measuredSeconds: number;
  declaredMinutes: number | null;
  creditedMinutes: number;
  /** The hour was credited and taken back since. */
  takenBack: boolean;
  /** The text is not the one the trainee read or was credited for. */
  changed: boolean;
  /** Own answers in the lesson's worksheets. */
  answers: { worksheetId: string; text: string; version: number }[];
}

export interface LessonReading {
  lesson: Lesson;
  moduleTitle: string;
  previous: Lesson | null;
  next: Lesson | null;
  /** False: only what the lesson is about may be shown. */
  mayRead: boolean;
  /** Null for readers who are not enrolled. */
  standing: LessonStanding | null;
  /** What the device keeps of the lesson belongs to this reader; says nothing about who it is. */
  deviceKey: string | null;
}

/** Opening a lesson again within this time changes nothing in the database. */
const openedAgainMs = 5 * 60_000;

/**
 * A lesson for whoever asks: the text for those who may read the course, its outline for others. A
 * trainee's opening is noted, so that "continue" leads here.
 * @throws AppError notFound
 */
export async function readLesson(
  actor: Actor | null,
  address: LessonAddress,
  { now }: { now: Date },
): Promise<LessonReading> {
  const lesson = requireLesson(address);
  const ordered = [...catalogue().lessons.values()];
  const place = ordered.indexOf(lesson);
  const mayRead = actor?.can("course:read") ?? false;
  return {
    lesson,
    moduleTitle: catalogue().modules.find(({ id }) => id === lesson.moduleId)?.title ?? "",
    previous: ordered[place - 1] ?? null,
    next: ordered[place + 1] ?? null,
    mayRead,
    standing: actor?.can("course:study") ? await openLesson(actor.accountId, lesson, now) : null,
    deviceKey: mayRead && actor ? deviceKeyOf(actor) : null,
  };
}

interface StandingRow {
  enrolmentId: string;
  runState: RunState;
  settings: unknown;
  lastHeading: string | null;
  lastOpenedAt: Date | null;
  seenContentHash: string | null;
  declared: boolean;
  declaredMinutes: number | null;
  measuredSeconds: number | null;
  passed: boolean;
  creditedMinutes: number | null;
  creditedHash: string | null;
  takenBack: boolean;
}

async function openLesson(accountId: string, lesson: Lesson, now: Date): Promise<LessonStanding | null> {
  const lessonId = lesson.id;
  // The page trainees open most often: one query, written out, instead of five.
  const [row] = await db().$queryRaw<StandingRow[]>`
    SELECT e."id" AS "enrolmentId", r."state"::text AS "runState", r."settings", p."lastHeading", p."lastOpenedAt",
           p."declaredAt" IS NOT NULL AS "declared", p."declaredMinutes", p."measuredSeconds", p."seenContentHash",
           EXISTS (SELECT 1 FROM "test_attempts" a
                   WHERE a."enrolmentId" = e."id" AND a."testKey" = ${lessonTestKey(lessonId)} AND a."passed") AS "passed",
           l."minutes" AS "creditedMinutes", l."contentHash" AS "creditedHash", back."id" IS NOT NULL AS "takenBack"
    FROM "enrolments" e
    JOIN "course_runs" r ON r."id" = e."runId"
    LEFT JOIN "lesson_progress" p ON p."enrolmentId" = e."id" AND p."lessonId" = ${lessonId}
    LEFT JOIN "ledger_entries" l ON l."enrolmentId" = e."id" AND l."sourceKey" = ${lessonSourceKey(lessonId)}
    LEFT JOIN "ledger_entries" back
           ON back."enrolmentId" = e."id" AND back."sourceKey" = 'reversal:' || l."id"::text
    WHERE e."accountId" = ${accountId}::uuid AND e."state" = 'active'
    ORDER BY e."enrolledAt" DESC
    LIMIT 1`;
  if (!row) return null;
  const { enrolmentId, lastOpenedAt, declared, passed, takenBack } = row;
  const seen = row.seenContentHash ?? row.creditedHash;
  if (!lastOpenedAt || !seen || now.getTime() - lastOpenedAt.getTime() > openedAgainMs) {
    // The first text somebody opens is kept, to say one day how it differs from what they read.
    if (!seen) await keepVersion(lesson, now);
    await noteReading(
      { enrolmentId, lessonId },
      { lastOpenedAt: now, ...(seen ? {} : { seenContentHash: lesson.contentHash }) },
    );
  }
  const credited = row.creditedMinutes !== null;
  return {
    declared,
    passed,
    takenBack,
    credited: credited && !takenBack,
    lastHeading: row.lastHeading,
    state: lessonState({ declared, passed, credited, opened: true }),
    earning: runCredits(row.runState),
    passMark: parseRunSettings(row.settings).passMark,
    measuredSeconds: row.measuredSeconds ?? 0,
    declaredMinutes: row.declaredMinutes,
    creditedMinutes: takenBack ? 0 : (row.creditedMinutes ?? 0),
    changed: seen !== null && seen !== lesson.contentHash && row.creditedHash !== lesson.contentHash,
    answers: lesson.text.worksheets.length > 0 ? await answersOf(enrolmentId, lessonId) : [],
  };
}
