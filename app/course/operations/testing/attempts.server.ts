import { z } from "zod";
import { lockRow, type Prisma, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { drawQuestions } from "../../rules/testing/draw";
import type { Answers, DrawnQuestion } from "../../rules/testing/question";
import { lockEnrolment } from "../enrolments.server";
import type { TestDefinition, TestTaker } from "./test-definition.server";

type AttemptRow = Prisma.TestAttemptGetPayload<object>;

/** An attempt with its stored lists read. */
export interface StoredAttempt extends Omit<AttemptRow, "drawn" | "answers" | "results"> {
  drawn: DrawnQuestion[];
  answers: Answers;
  results: Record<string, boolean> | null;
}

const drawnShape = z.array(
  z.object({ question: z.string(), contentHash: z.string(), options: z.array(z.string()) }),
);
const answersShape = z.record(z.string(), z.array(z.string()));
const resultsShape = z.record(z.string(), z.boolean()).nullable();

/** @throws ZodError when the row was not written by the portal */
export function storedAttempt({ drawn, answers, results, ...row }: AttemptRow): StoredAttempt {
  return {
    ...row,
    drawn: drawnShape.parse(drawn),
    answers: answersShape.parse(answers),
    results: resultsShape.parse(results),
  };
}

export const ofTaker = ({ accountId, enrolmentId }: TestTaker, testKey: string) =>
  ({ accountId, enrolmentId, testKey }) satisfies Prisma.TestAttemptWhereInput;

/**
 * One at a time with a person's attempts at a test: starts and submits that arrive together are counted one after
 * another. The enrolment comes first, as everywhere where hours may follow.
 */
export async function lockTest(
  tx: Tx,
  { accountId, enrolmentId }: TestTaker,
  testKey: string,
): Promise<void> {
  if (enrolmentId) await lockEnrolment(tx, enrolmentId);
  await lockRow(tx, `test:${accountId}:${testKey}`);
}

/**
 * The attempt with an id, for its owner, after `lockTest`. A test that starts by itself gets its row here, drawn by
 * the id as the page drew it, and takes the place of drafts begun elsewhere.
 * @throws AppError notFound
 */
export async function attemptAt(
  tx: Tx,
  taker: TestTaker,
  definition: TestDefinition,
  attemptId: string,
  now: Date,
): Promise<StoredAttempt> {
  if (!isRowId(attemptId)) throw new AppError("notFound");
  const row = await tx.testAttempt.findUnique({ where: { id: attemptId } });
  if (row) {
    const own =
      row.accountId === taker.accountId &&
      row.enrolmentId === taker.enrolmentId &&
      row.testKey === definition.key;
    if (!own) throw new AppError("notFound");
    return storedAttempt(row);
  }
  if (!definition.startsByItself) throw new AppError("notFound");
  await tx.testAttempt.deleteMany({ where: { ...ofTaker(taker, definition.key), submittedAt: null } });
  return createAttempt(tx, taker, definition, { id: attemptId, seed: attemptId }, now);
}

/** Draws and keeps a new attempt. */
export async function createAttempt(
  tx: Tx,
  taker: TestTaker,
  definition: TestDefinition,
  { id, seed }: { id: string; seed: string },
  now: Date,
): Promise<StoredAttempt> {
  const { accountId, enrolmentId } = taker;
  const { _max } = await tx.testAttempt.aggregate({
    where: { accountId, testKey: definition.key },
    _max: { number: true },
  });
  const drawn = drawQuestions(definition.bank, definition.count, seed);
  const row = await tx.testAttempt.create({
    data: {
      id,
      accountId,
      enrolmentId,
      testKey: definition.key,
      number: (_max.number ?? 0) + 1,
      drawn: drawn.map((one) => ({ ...one })),
      answers: {},
      startedAt: now,
      savedAt: now,
      passMark: definition.passMark,
      questionCount: drawn.length,
    },
  });
  return storedAttempt(row);
}
