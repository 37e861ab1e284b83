import { trainingBy } from "~/course/catalogue/catalogue.server";
import type { Training } from "~/course/catalogue/types";
import { finalTest } from "~/course/index.server";
import { drawQuestions } from "~/course/rules/testing/draw";
import { gradeTest } from "~/course/rules/testing/grade";
import { monitoringTraining, trainingTestLimits } from "~/incidents/rules/monitoring-training";
import { db, type Prisma } from "~/platform/db/index.server";
import type { DemoWorld } from "./world";

const dayMs = 86_400_000;

/** mentor@demo.test went through the training again and passed its test; the last assistant is half way. */
export async function fillMonitoringTraining(world: DemoWorld): Promise<void> {
  const training = trainingBy(monitoringTraining);
  const assistant = world.members.crime_prevention_assistant.at(-1);
  if (!training || !assistant) return;
  const half = Math.ceil(training.units.length / 2);
  await db().trainingProgress.createMany({
    data: [
      ...opened(training, assistant.accountId, half, world.now),
      ...opened(training, world.accounts.mentor, training.units.length, world.now),
    ],
  });
  await db().testAttempt.create({ data: passedTest(training, world) });
}

/** The first units, one a day until yesterday. */
function opened(training: Training, accountId: string, count: number, now: Date) {
  return training.units.slice(0, count).map(({ id: unitId }, index) => {
    const openedAt = new Date(now.getTime() - (count - index + 1) * dayMs);
    return { accountId, trainingId: training.id, unitId, openedAt, lastOpenedAt: openedAt };
  });
}

/** A passed attempt of questions with options, two of them wrong. */
function passedTest(
  training: Training,
  { uuid, accounts, now }: DemoWorld,
): Prisma.TestAttemptUncheckedCreateInput {
  const id = uuid();
  const { key, bank, count, passMark } = finalTest(training.id, trainingTestLimits);
  const choices = bank.flatMap((question) => ("options" in question ? [question] : []));
  const drawn = drawQuestions(choices, count, id);
  const asked = drawn.flatMap(({ question }) => choices.filter((one) => one.id === question));
  const answers = Object.fromEntries(
    asked.map(({ id: question, options }, index) => {
      const chosen = options.filter(({ correct }) => correct === index > 1).map((option) => option.id);
      return [question, index > 1 ? chosen : chosen.slice(0, 1)];
    }),
  );
  const submittedAt = new Date(now.getTime() - dayMs);
  return {
    id,
    accountId: accounts.mentor,
    testKey: key,
    number: 1,
    drawn: drawn.map((one) => ({ ...one })),
    answers,
    startedAt: new Date(submittedAt.getTime() - 25 * 60_000),
    savedAt: submittedAt,
    submittedAt,
    passMark,
    ...gradeTest(asked, answers, passMark),
  };
}
