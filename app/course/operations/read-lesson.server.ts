import type { Actor } from "~/access/index.server";
import { db } from "~/platform/db/index.server";
import { catalogue } from "../catalogue/catalogue.server";
import type { Lesson } from "../catalogue/types";
import { lessonSourceKey } from "../rules/ledger";
import { lessonState, type LessonState } from "../rules/lesson-rule";
import { parseRunSettings } from "../rules/parse-run-settings";
import { runCredits, type RunState } from "../rules/run-states";
import { noteReading } from "./reading-progress.server";
import { requireLesson, type LessonAddress } from "./studying.server";

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
    standing: actor?.can("course:study") ? await openLesson(actor.accountId, lesson.id, now) : null,
  };
}

interface StandingRow {
  enrolmentId: string;
  runState: RunState;
  settings: unknown;
  lastHeading: string | null;
  lastOpenedAt: Date | null;
  declared: boolean;
  passed: boolean;
  credited: boolean;
}

async function openLesson(accountId: string, lessonId: string, now: Date): Promise<LessonStanding | null> {
  // The page trainees open most often: one query, written out, instead of five.
  const [row] = await db().$queryRaw<StandingRow[]>`
    SELECT e."id" AS "enrolmentId", r."state"::text AS "runState", r."settings", p."lastHeading", p."lastOpenedAt",
           p."declaredAt" IS NOT NULL AS "declared",
           EXISTS (SELECT 1 FROM "quiz_attempts" a
                   WHERE a."enrolmentId" = e."id" AND a."lessonId" = ${lessonId} AND a."passed") AS "passed",
           EXISTS (SELECT 1 FROM "ledger_entries" l
                   WHERE l."enrolmentId" = e."id" AND l."sourceKey" = ${lessonSourceKey(lessonId)}) AS "credited"
    FROM "enrolments" e
    JOIN "course_runs" r ON r."id" = e."runId"
    LEFT JOIN "lesson_progress" p ON p."enrolmentId" = e."id" AND p."lessonId" = ${lessonId}
    WHERE e."accountId" = ${accountId}::uuid AND e."state" = 'active'
    ORDER BY e."enrolledAt" DESC
    LIMIT 1`;
  if (!row) return null;
  const { enrolmentId, runState, settings, lastOpenedAt, ...facts } = row;
  if (!lastOpenedAt || now.getTime() - lastOpenedAt.getTime() > openedAgainMs) {
    await noteReading({ enrolmentId, lessonId }, { lastOpenedAt: now });
  }
  return {
    ...facts,
    state: lessonState({ ...facts, opened: true }),
    earning: runCredits(runState),
    passMark: parseRunSettings(settings).passMark,
  };
}
