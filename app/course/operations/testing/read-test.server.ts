import { db } from "~/platform/db/index.server";
import { fieldsWith, type SentFields } from "../../rules/testing/answer-fields";
import {
  startRefusal,
  testStanding,
  type StartRefusal,
  type TestStanding,
} from "../../rules/testing/attempt-rules";
import { drawQuestions } from "../../rules/testing/draw";
import { askedQuestion, type AskedQuestion } from "../../rules/testing/question";
import { ofTaker, storedAttempt } from "./attempts.server";
import { stillAsked, type TestDefinition, type TestTaker } from "./test-definition.server";

/** Questions to answer, with what was answered so far. */
export interface Sitting {
  attemptId: string;
  questions: AskedQuestion[];
  fields: SentFields;
}

export interface TestReading {
  standing: TestStanding;
  /** Why a new attempt cannot begin now. */
  refusal: StartRefusal | null;
  open: Sitting | null;
  /** Attempts sent, the last first. */
  sent: { id: string; submittedAt: Date; correctCount: number; questionCount: number; passed: boolean }[];
}

/** Where somebody stands with a test, and the open attempt to go on with, on whatever device. */
export async function readTest(
  taker: TestTaker,
  definition: TestDefinition,
  { now }: { now: Date },
): Promise<TestReading> {
  const rows = await db().testAttempt.findMany({
    where: ofTaker(taker, definition.key),
    orderBy: { number: "desc" },
  });
  const standing = testStanding(rows, definition.limits, now);
  const row = rows.find(({ submittedAt }) => submittedAt === null);
  const open = row ? storedAttempt(row) : null;
  const asked = open ? stillAsked(definition.bank, open.drawn) : [];
  return {
    standing,
    refusal: standing.open ? null : startRefusal(standing),
    open:
      open && asked.length > 0
        ? {
            attemptId: open.id,
            questions: asked.map(({ question, drawn }) => askedQuestion(question, drawn)),
            fields: fieldsWith(asked, open.answers),
          }
        : null,
    sent: rows.flatMap(({ id, submittedAt, correctCount, questionCount, passed }) =>
      submittedAt
        ? [{ id, submittedAt, questionCount, correctCount: correctCount ?? 0, passed: passed ?? false }]
        : [],
    ),
  };
}

/** A sitting that is not kept yet: of a test that starts by itself, or a trial. */
export function freshSitting(definition: TestDefinition, attemptId: string): Sitting {
  const drawn = drawQuestions(definition.bank, definition.count, attemptId);
  return {
    attemptId,
    questions: stillAsked(definition.bank, drawn).map((one) => askedQuestion(one.question, one.drawn)),
    fields: {},
  };
}
