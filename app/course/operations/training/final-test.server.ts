import { AppError } from "~/platform/errors";
import { trainingBy } from "../../catalogue/catalogue.server";
import type { AttemptLimits } from "../../rules/testing/attempt-rules";
import { trainingTest, type TestDefinition, type TestTaker } from "../testing/test-definition.server";

/** The test of all units of a training, with the limits of whoever gives it. @throws AppError notFound */
export function finalTest(trainingId: string, limits: AttemptLimits): TestDefinition {
  const training = trainingBy(trainingId);
  const questions = training?.units.flatMap((unit) => unit.questions) ?? [];
  if (!training || questions.length === 0) throw new AppError("notFound");
  return trainingTest({ ...training, questions, limits });
}

/** Somebody at a training that belongs to no run. */
export const outsideRuns = (accountId: string): TestTaker => ({ accountId, enrolmentId: null });
