import { randomUUID } from "node:crypto";
import { audit } from "~/platform/audit/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { startRefusal, testStanding } from "../../rules/testing/attempt-rules";
import { drawQuestions } from "../../rules/testing/draw";
import { createAttempt, lockTest, ofTaker, storedAttempt } from "./attempts.server";
import { stillAsked, type TestDefinition, type TestTaker } from "./test-definition.server";

/**
 * Begins an attempt, or gives the one that is open already: two starts at once have one effect, and so has a start
 * on a second device.
 * @param attemptId made by the page, so that a repeated start is the same one
 * @throws AppError conflict with the reason (passed already, no attempts left, pause), or notFound without questions
 */
export async function startTest(
  taker: TestTaker,
  definition: TestDefinition,
  attemptId: string,
  { now }: { now: Date },
): Promise<{ attemptId: string }> {
  if (definition.bank.length === 0) throw new AppError("notFound");
  return inTransaction(async (tx) => {
    await lockTest(tx, taker, definition.key);
    const rows = await tx.testAttempt.findMany({ where: ofTaker(taker, definition.key) });
    if (rows.some(({ id }) => id === attemptId)) return { attemptId };
    const open = rows.find(({ submittedAt }) => submittedAt === null);
    if (open) {
      const { drawn } = storedAttempt(open);
      // All its questions left the course meanwhile: it would be an attempt that nobody can pass.
      if (stillAsked(definition.bank, drawn).length === 0) {
        const again = drawQuestions(definition.bank, definition.count, randomUUID());
        await tx.testAttempt.update({
          where: { id: open.id },
          data: { drawn: again.map((one) => ({ ...one })), answers: {}, questionCount: again.length },
        });
      }
      return { attemptId: open.id };
    }
    const refusal = startRefusal(testStanding(rows, definition.limits, now));
    if (refusal) throw new AppError("conflict", { reason: `testing:refusal.${refusal}` });
    const taken = await tx.testAttempt.findUnique({ where: { id: attemptId }, select: { id: true } });
    if (taken) throw new AppError("conflict");
    const { number } = await createAttempt(tx, taker, definition, { id: attemptId, seed: randomUUID() }, now);
    await audit(tx, {
      actor: taker.accountId,
      action: "test.start",
      subject: testSubject(taker),
      details: { test: definition.key, number },
      at: now,
    });
    return { attemptId };
  });
}

/** Whom an event about a test is about. */
export function testSubject({ accountId, enrolmentId }: TestTaker) {
  return enrolmentId ? { kind: "enrolment", id: enrolmentId } : { kind: "account", id: accountId };
}
