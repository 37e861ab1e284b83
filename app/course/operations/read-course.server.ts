import type { Actor } from "~/access/index.server";
import { db } from "~/platform/db/index.server";
import { catalogue } from "../catalogue/catalogue.server";
import type { CourseModule } from "../catalogue/types";
import { lessonSourceKey, sumLedger, type LedgerSums } from "../rules/ledger";
import { lessonState, lessonToContinue, type LessonState } from "../rules/lesson-rule";
import { nextSteps, type NextStep } from "../rules/overview/next-steps";
import { enrolmentOf, type EnrolmentFacts } from "./enrolments.server";
import type { RunFacts } from "./runs.server";
import { lessonTestKey } from "./testing/test-definition.server";

export interface LessonOutline {
  id: string;
  title: string;
  minutes: number;
  /** Null for those who do not study. */
  state: LessonState | null;
}

export interface ModuleOutline {
  id: string;
  title: string;
  /** Teaching hours by the plan. */
  hours: number;
  summary: string;
  lessons: LessonOutline[];
  /** Hours of the plan whose lessons are not written yet. */
  unwrittenHours: number;
  /** Minutes credited to the trainee in the module; null for those who do not study. */
  creditedMinutes: number | null;
  /** All hours of the module are credited. */
  complete: boolean;
}

export interface StudyOverview {
  enrolmentId: string;
  run: Pick<RunFacts, "id" | "name" | "town" | "state" | "startsOn" | "endsOn" | "settings">;
  sums: LedgerSums;
  steps: NextStep[];
  goOn: {
    moduleId: string;
    lessonId: string;
    title: string;
    heading: { id: string; text: string } | null;
  } | null;
}

export interface CourseReading {
  modules: ModuleOutline[];
  study: StudyOverview | null;
}

/** The course for whoever asks; with the own progress for somebody who studies it. */
export async function readCourse(actor: Actor | null): Promise<CourseReading> {
  const { modules } = catalogue();
  const enrolment = actor?.can("course:study") ? await enrolmentOf(actor.accountId) : null;
  if (!enrolment) return { modules: modules.map((module) => outlineOf(module, null, 0)), study: null };
  const progress = await readProgress(enrolment.id);
  return {
    modules: modules.map((module) => outlineOf(module, progress, enrolment.run.settings.teachingHour)),
    study: studyOverview(enrolment, modules, progress),
  };
}

interface Progress {
  opened: Map<string, { lastHeading: string | null; lastOpenedAt: Date; declared: boolean }>;
  passed: Set<string>;
  credits: Set<string>;
  moduleMinutes: Map<string, number>;
  sums: LedgerSums;
}

async function readProgress(enrolmentId: string): Promise<Progress> {
  const [ledger, opened, passed] = [
    await db().ledgerEntry.findMany({
      where: { enrolmentId },
      select: { unit: true, minutes: true, moduleId: true, sourceKey: true },
    }),
    await db().lessonProgress.findMany({ where: { enrolmentId } }),
    await db().testAttempt.findMany({
      where: { enrolmentId, passed: true, testKey: { startsWith: lessonTestKey("") } },
      select: { testKey: true },
    }),
  ];
  const moduleMinutes = new Map<string, number>();
  for (const { unit, moduleId, minutes } of ledger) {
    if (unit === "theory" && moduleId)
      moduleMinutes.set(moduleId, (moduleMinutes.get(moduleId) ?? 0) + minutes);
  }
  return {
    opened: new Map(
      opened.map(({ lessonId, lastHeading, lastOpenedAt, declaredAt }) => [
        lessonId,
        { lastHeading, lastOpenedAt, declared: declaredAt !== null },
      ]),
    ),
    passed: new Set(passed.map(({ testKey }) => testKey.slice(lessonTestKey("").length))),
    credits: new Set(ledger.map(({ sourceKey }) => sourceKey)),
    moduleMinutes,
    sums: sumLedger(ledger),
  };
}

function stateOf(lessonId: string, progress: Progress): LessonState {
  const opened = progress.opened.get(lessonId);
  return lessonState({
    opened: opened !== undefined,
    declared: opened?.declared ?? false,
    passed: progress.passed.has(lessonId),
    credited: progress.credits.has(lessonSourceKey(lessonId)),
  });
}

function outlineOf(module: CourseModule, progress: Progress | null, teachingHour: number): ModuleOutline {
  const { id, title, hours, summary, lessons } = module;
  const creditedMinutes = progress && (progress.moduleMinutes.get(id) ?? 0);
  return {
    id,
    title,
    hours,
    summary,
    lessons: lessons.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      minutes: lesson.minutes,
      state: progress && stateOf(lesson.id, progress),
    })),
    unwrittenHours: hours - lessons.length,
    creditedMinutes,
    complete: creditedMinutes !== null && creditedMinutes >= hours * teachingHour,
  };
}

function studyOverview(
  { id, run }: EnrolmentFacts,
  modules: readonly CourseModule[],
  progress: Progress,
): StudyOverview {
  const lessons = modules.flatMap((module) => module.lessons);
  const next = lessonToContinue(
    lessons.map((lesson) => ({
      id: lesson.id,
      lesson,
      state: stateOf(lesson.id, progress),
      lastOpenedAt: progress.opened.get(lesson.id)?.lastOpenedAt ?? null,
    })),
  );
  const lastHeading = next && progress.opened.get(next.id)?.lastHeading;
  const heading = next?.lesson.text.headings.find((one) => one.id === lastHeading);
  const { name, town, state, startsOn, endsOn, settings } = run;
  return {
    enrolmentId: id,
    run: { id: run.id, name, town, state, startsOn, endsOn, settings },
    sums: progress.sums,
    steps: nextSteps({ runState: state, sums: progress.sums, settings, lessonOpen: next !== null }),
    goOn: next && {
      moduleId: next.lesson.moduleId,
      lessonId: next.id,
      title: next.lesson.title,
      heading: heading ? { id: heading.id, text: heading.text } : null,
    },
  };
}
