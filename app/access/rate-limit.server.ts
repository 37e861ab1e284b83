import { blindIndex } from "~/platform/crypto/index.server";
import { inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { attempt, minutesUntil, type RateLimit } from "./rate-limit";

/** A limit and whom it counts: an e-mail key, an account id, a network, or several joined. */
export type Limited = readonly [limit: RateLimit, subject: string];

/** The counter's key: neither addresses nor networks are readable in the table. */
function keyOf([limit, subject]: Limited): string {
  return `${limit.name}:${blindIndex("rate-limit", subject)}`;
}

/**
 * Counts an attempt against every limit, or against none when one of them refuses. Runs in a transaction of
 * its own, because a refused request must not undo the counting.
 * @throws AppError tooManyRequests with the minutes to wait
 */
export async function countAttempt(limited: readonly Limited[], now: Date): Promise<void> {
  const retryAt = await inTransaction((tx) => countIn(tx, limited, now));
  if (!retryAt) return;
  const count = minutesUntil(retryAt, now);
  throw new AppError("tooManyRequests", { reason: "people:refusal.tooMany", values: { count } });
}

/** The same inside a transaction, saying no instead of throwing: for limits nobody is told about. */
export async function mayAttempt(tx: Tx, limited: readonly Limited[], now: Date): Promise<boolean> {
  return (await countIn(tx, limited, now)) === null;
}

/** Success: the attempt does not count, and failures in a row are forgotten. */
export async function forgetAttempts(tx: Tx, limited: readonly Limited[]): Promise<void> {
  for (const one of inOrder(limited)) {
    const key = keyOf(one);
    if (one[0].kind === "consecutive") await tx.rateLimit.deleteMany({ where: { key } });
    else
      await tx.rateLimit.updateMany({
        where: { key, points: { gt: 0 } },
        data: { points: { decrement: 1 } },
      });
  }
}

async function countIn(tx: Tx, limited: readonly Limited[], now: Date): Promise<Date | null> {
  const ordered = inOrder(limited);
  for (const one of ordered) await lockRow(tx, `rate-limit:${keyOf(one)}`);
  const rows = await tx.rateLimit.findMany({ where: { key: { in: ordered.map(keyOf) } } });
  const attempts = ordered.map((one) => {
    const key = keyOf(one);
    return { key, result: attempt(one[0], rows.find((row) => row.key === key) ?? null, now) };
  });
  const refusals = attempts.flatMap(({ result }) => (result.allowed ? [] : [result.retryAt]));
  if (refusals.length > 0) return new Date(Math.max(...refusals.map((moment) => moment.getTime())));
  for (const { key, result } of attempts) {
    if (!result.allowed) continue;
    await tx.rateLimit.upsert({ where: { key }, create: { key, ...result.counter }, update: result.counter });
  }
  return null;
}

/** One order for everybody, so that two requests cannot wait for each other. */
function inOrder(limited: readonly Limited[]): Limited[] {
  return [...limited].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
