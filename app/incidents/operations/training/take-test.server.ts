import type { Actor } from "~/access/index.server";
import {
  finalTest,
  outsideRuns,
  readTest,
  saveAnswers,
  startTest,
  submitTest,
  trainingResult,
  type SentAnswers,
  type Submitted,
  type TestReading,
} from "~/course/index.server";
import { hasMonitoringTraining, recordMonitoringTraining } from "~/people/index.server";
import type { Tx } from "~/platform/db/index.server";
import { dayOf } from "~/platform/days";
import { AppError } from "~/platform/errors";
import { monitoringTraining, trainingTestLimits } from "../../rules/monitoring-training";

/** The final test of the monitoring training, for those whom passing it lets report. */

interface Moment {
  now: Date;
}

export interface TrainingTestReading {
  testKey: string;
  count: number;
  passMark: number;
  own: TestReading;
}

/** Where somebody stands, with the open attempt to go on with. @throws AppError forbidden */
export async function readTrainingTest(actor: Actor, context: Moment): Promise<TrainingTestReading> {
  const { taker, test } = requireReporter(actor);
  const own = await readTest(taker, test, context);
  return { testKey: test.key, count: test.count ?? 0, passMark: test.passMark, own };
}

/**
 * Begins an attempt, or goes on with the open one.
 * @throws AppError forbidden, conflict with the reason: passed already, or the pause after a failed one
 */
export async function startTrainingTest(actor: Actor, attemptId: string, context: Moment): Promise<void> {
  const { taker, test } = requireReporter(actor);
  await startTest(taker, test, attemptId, context);
}

/** Keeps answers of an open attempt. @throws AppError forbidden, notFound, conflict when it was sent */
export async function saveTrainingAnswers(actor: Actor, answers: SentAnswers, context: Moment) {
  const { taker, test } = requireReporter(actor);
  return saveAnswers(taker, test, answers, context);
}

/**
 * Grades an attempt. Passing gives the right to report in the same transaction, once.
 * @returns `result`: whether the right was given by this very attempt
 * @throws AppError forbidden, notFound when the attempt is somebody else's or was never begun
 */
export async function takeTrainingTest(
  actor: Actor,
  answers: SentAnswers,
  { now }: Moment,
): Promise<Submitted<boolean>> {
  const { taker, test } = requireReporter(actor);
  return submitTest(taker, test, answers, { now }, async (tx, { passed }) =>
    passed ? giveRight(tx, actor, answers.attemptId, now) : false,
  );
}

/** An own attempt that was sent. @throws AppError forbidden, notFound */
export async function readTrainingResult(actor: Actor, attemptId: string | undefined) {
  const { taker, test } = requireReporter(actor);
  const result = await trainingResult(taker, test, attemptId ?? "");
  return { ...result, trained: await hasMonitoringTraining(actor.accountId) };
}

/** Who was recorded as trained before has the right already; the attempt stands by itself. */
async function giveRight(tx: Tx, { accountId }: Actor, attemptId: string, now: Date): Promise<boolean> {
  if (await hasMonitoringTraining(accountId, tx)) return false;
  await recordMonitoringTraining(tx, { accountId, passedOn: dayOf(now), by: accountId, attemptId, now });
  return true;
}

function requireReporter(actor: Actor) {
  if (!actor.can("incident:report")) throw new AppError("forbidden");
  return {
    taker: outsideRuns(actor.accountId),
    test: finalTest(monitoringTraining, trainingTestLimits),
  };
}
