import { z } from "zod";
import type { Actor } from "~/access/index.server";
import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { catalogue } from "../../catalogue/catalogue.server";
import type { CourseModule } from "../../catalogue/types";
import { itemStatistics, type ItemStatistics } from "../../rules/testing/item-statistics";
import { whereRun } from "../scopes.server";
import { lessonTestKey, moduleQuestions, moduleTestKey, moduleWithTest } from "./test-definition.server";

export interface QuestionStatistics {
  module: { id: string; title: string };
  /** Runs the actor may choose from. */
  runs: { id: string; name: string }[];
  run: string | null;
  /** Attempts counted. */
  attempts: number;
  questions: (QuestionFigures & { prompt: string; lesson: string })[];
}

type QuestionFigures = Omit<ItemStatistics, "question"> & { id: string };

const results = z.record(z.string(), z.boolean());

/**
 * How the questions of a module work in the runs the actor may read: the first attempt of each person at each test
 * of a lesson and of the module, because a second one has seen the answers. Nobody is named.
 * @param runId only this run
 * @throws AppError notFound for a module without questions or a run out of the actor's scope
 */
export async function questionStatistics(
  actor: Actor,
  { moduleId, runId }: { moduleId: string | undefined; runId: string | null },
): Promise<QuestionStatistics> {
  const module = moduleWithTest(moduleId);
  if (!module) throw new AppError("notFound");
  const runs = await db().courseRun.findMany({
    where: whereRun(actor, "run:read"),
    select: { id: true, name: true },
    orderBy: [{ startsOn: "desc" }, { id: "asc" }],
  });
  if (runId !== null && !(isRowId(runId) && runs.some(({ id }) => id === runId)))
    throw new AppError("notFound");
  const attempts = await firstAttempts(module, runId ? [runId] : runs.map(({ id }) => id));
  const figures = new Map(itemStatistics(attempts).map((one) => [one.question, one]));
  return {
    module: { id: module.id, title: module.title },
    runs,
    run: runId,
    attempts: attempts.length,
    questions: moduleQuestions(module).map(({ id, prompt, lessonId }) => {
      const { question: _, ...found } = figures.get(id) ?? neverAsked(id);
      return { id, prompt, lesson: catalogue().lessons.get(lessonId)?.title ?? lessonId, ...found };
    }),
  };
}

const neverAsked = (question: string): ItemStatistics => ({
  question,
  asked: 0,
  correct: 0,
  difficulty: 0,
  discrimination: null,
  few: true,
});

async function firstAttempts(module: CourseModule, runIds: string[]): Promise<Record<string, boolean>[]> {
  const keys = [moduleTestKey(module.id), ...module.lessons.map(({ id }) => lessonTestKey(id))];
  const rows = await db().testAttempt.findMany({
    where: { testKey: { in: keys }, submittedAt: { not: null }, enrolment: { runId: { in: runIds } } },
    select: { results: true },
    distinct: ["enrolmentId", "testKey"],
    orderBy: [{ enrolmentId: "asc" }, { testKey: "asc" }, { number: "asc" }],
  });
  // Attempts from before the results of single questions were kept say nothing here.
  return rows.flatMap((row) => (row.results === null ? [] : [results.parse(row.results)]));
}
