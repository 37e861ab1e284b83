import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { dateToDay } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { catalogue } from "../../catalogue/catalogue.server";
import { lessonSourceKey, reversalSourceKey, sumLedger, type LedgerSums } from "../../rules/ledger";
import { enrolmentById, type EnrolmentFacts } from "../enrolments.server";
import { whereEnrolment } from "../scopes.server";
import { requireStudent } from "../studying.server";

/** One entry of the ledger, in words. */
export interface HourEntry {
  id: string;
  day: string;
  unit: "theory" | "practice";
  kind: "online_lesson" | "in_person_session" | "make_up" | "practice" | "correction";
  minutes: number;
  /** Lesson or topic the minutes are for; empty for practice. */
  source: string;
  moduleTitle: string | null;
  /** Reason of a correction. */
  reason: string | null;
  /** Null when the rule itself credited it. */
  creditedBy: string | null;
  ruleVersion: number;
  /** Taken back by a later entry. */
  takenBack: boolean;
  /** The lesson the hour is for, when it has changed since. */
  changedLesson: { moduleId: string; id: string } | null;
}

/** Three times of a lesson, side by side and never added together. */
export interface LessonTimes {
  id: string;
  moduleId: string | null;
  title: string;
  measuredSeconds: number;
  declaredMinutes: number | null;
  creditedMinutes: number;
}

export interface HoursReading {
  enrolment: EnrolmentFacts;
  name: string;
  sums: LedgerSums;
  /** Newest first. */
  entries: HourEntry[];
  lessons: LessonTimes[];
  modules: { id: string; title: string; minutes: number; creditedMinutes: number }[];
}

/** A trainee's own hours. @throws AppError conflict without a course */
export async function readOwnHours(actor: Actor): Promise<HoursReading> {
  const { enrolmentId } = await requireStudent(actor);
  return hoursOf(enrolmentId);
}

/** Hours of a trainee of a run. @throws AppError notFound outside the actor's scope */
export async function readTraineeHours(
  actor: Actor,
  runId: string | undefined,
  enrolmentId: string | undefined,
): Promise<HoursReading> {
  if (!isRowId(runId) || !isRowId(enrolmentId)) throw new AppError("notFound");
  const visible = { AND: [{ id: enrolmentId, runId }, whereEnrolment(actor, "theory:credit")] };
  if ((await db().enrolment.count({ where: visible })) === 0) throw new AppError("notFound");
  return hoursOf(enrolmentId);
}

async function hoursOf(enrolmentId: string): Promise<HoursReading> {
  const enrolment = await enrolmentById(enrolmentId);
  if (!enrolment) throw new AppError("notFound");
  const [rows, progress] = [
    await db().ledgerEntry.findMany({
      where: { enrolmentId },
      orderBy: [{ creditedAt: "desc" }, { id: "asc" }],
    }),
    await db().lessonProgress.findMany({ where: { enrolmentId } }),
  ];
  const names = await namesOf([
    enrolment.accountId,
    ...rows.flatMap(({ creditedById }) => (creditedById ? [creditedById] : [])),
  ]);
  const { lessons, modules } = catalogue();
  const keys = new Set(rows.map(({ sourceKey }) => sourceKey));
  const takenBack = (id: string) => keys.has(reversalSourceKey(id));
  const lessonOf = (key: string) => (key.startsWith("lesson:") ? key.slice("lesson:".length) : null);
  const creditOf = new Map(rows.map((row) => [row.sourceKey, row] as const));
  const { teachingHour } = enrolment.run.settings;
  return {
    enrolment,
    name: names.get(enrolment.accountId) ?? "",
    sums: sumLedger(rows),
    entries: rows.map((row): HourEntry => {
      const lessonId = lessonOf(row.sourceKey);
      const lesson = lessonId === null ? undefined : lessons.get(lessonId);
      const changed = lesson && row.contentHash !== null && row.contentHash !== lesson.contentHash;
      return {
        id: row.id,
        day: dateToDay(row.day),
        unit: row.unit,
        kind: row.kind,
        minutes: row.minutes,
        source: lesson?.title ?? lessonId ?? (row.kind === "correction" ? "" : (row.note ?? "")),
        moduleTitle: modules.find(({ id }) => id === row.moduleId)?.title ?? null,
        reason: row.kind === "correction" ? row.note : null,
        creditedBy: row.creditedById && (names.get(row.creditedById) ?? "–"),
        ruleVersion: row.ruleVersion,
        takenBack: takenBack(row.id),
        changedLesson: changed ? { moduleId: lesson.moduleId, id: lesson.id } : null,
      };
    }),
    lessons: progress
      .map(({ lessonId, measuredSeconds, declaredMinutes }) => {
        const lesson = lessons.get(lessonId);
        const credit = creditOf.get(lessonSourceKey(lessonId));
        return {
          id: lessonId,
          moduleId: lesson?.moduleId ?? null,
          title: lesson?.title ?? lessonId,
          measuredSeconds,
          declaredMinutes,
          creditedMinutes: credit && !takenBack(credit.id) ? credit.minutes : 0,
        };
      })
      .sort(inCourseOrder([...lessons.keys()])),
    modules: modules.map(({ id, title, hours }) => ({
      id,
      title,
      minutes: hours * teachingHour,
      creditedMinutes: rows.reduce(
        (sum, row) => sum + (row.moduleId === id && row.unit === "theory" ? row.minutes : 0),
        0,
      ),
    })),
  };
}

/** Lessons that are no longer in the course come last. */
function inCourseOrder(order: readonly string[]) {
  const place = new Map(order.map((id, index) => [id, index]));
  return (one: { id: string }, other: { id: string }) =>
    (place.get(one.id) ?? order.length) - (place.get(other.id) ?? order.length);
}
