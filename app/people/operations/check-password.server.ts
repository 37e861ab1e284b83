import { countAttempt, forgetAttempts, rateLimits, type Limited } from "~/access/index.server";
import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { inTransaction } from "~/platform/db/index.server";
import { passwordProblem, shortestPassword, longestPassword, type PasswordOwner } from "../rules/password";
import { verifyPassword } from "../passwords.server";

/**
 * Checks the current password of a signed-in person.
 * @returns the hash it fits, for a compare-and-set
 * @throws AppError invalid at the field, tooManyRequests
 */
export async function requirePassword(
  accountId: string,
  password: string,
  { now, field }: { now: Date; field: string },
): Promise<string> {
  const limited: Limited[] = [[rateLimits.passwordCheck, accountId]];
  await countAttempt(limited, now);
  const account = await db().account.findUnique({ where: { id: accountId }, select: { passwordHash: true } });
  const passwordHash = account?.passwordHash ?? null;
  if (!(await verifyPassword(passwordHash, password)) || passwordHash === null) {
    throw new AppError("invalid", { field, reason: "people:refusal.wrongPassword" });
  }
  await inTransaction((tx) => forgetAttempts(tx, limited));
  return passwordHash;
}

/** Refuses a new password that is too easy to guess. @throws AppError invalid at the field `password` */
export function requireGoodPassword(password: string, owner: PasswordOwner): void {
  const problem = passwordProblem(password, owner);
  if (!problem) return;
  const count = problem === "tooLong" ? longestPassword : shortestPassword;
  throw new AppError("invalid", {
    field: "password",
    reason: `people:password.${problem}`,
    values: { count },
  });
}
