import type { Actor } from "~/access/index.server";
import { finalTest, outsideRuns, readTest, readTraining, type TrainingOutline } from "~/course/index.server";
import { monitoringTrainingOf } from "~/people/index.server";
import { AppError } from "~/platform/errors";
import { monitoringTraining, trainingTestLimits } from "../../rules/monitoring-training";

export interface TrainingOverview extends TrainingOutline {
  test: {
    /** Questions an attempt draws. */
    count: number;
    passMark: number;
    /** Null for readers who cannot report and so do not take it. */
    standing: { passed: boolean; bestShare: number | null; open: boolean; nextAttemptAt: Date | null } | null;
  };
  /** Day from which the reader may report; null when not yet, or never. */
  trainedOn: string | null;
  mayReport: boolean;
}

/** The monitoring training as somebody stands in it. @throws AppError notFound while there is no content */
export async function readTrainingOverview(actor: Actor, { now }: { now: Date }): Promise<TrainingOverview> {
  const outline = await readTraining(monitoringTraining, actor.accountId);
  if (!outline) throw new AppError("notFound");
  const definition = finalTest(monitoringTraining, trainingTestLimits);
  const mayReport = actor.can("incident:report");
  const test = mayReport ? await readTest(outsideRuns(actor.accountId), definition, { now }) : null;
  const trained = await monitoringTrainingOf([actor.accountId]);
  return {
    ...outline,
    test: { count: definition.count ?? 0, passMark: definition.passMark, standing: test?.standing ?? null },
    trainedOn: trained.get(actor.accountId) ?? null,
    mayReport,
  };
}
