import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { requirePassword } from "./check-password.server";
import { spendCode } from "./second-factor.server";

/** Whether a signature asks for a code of the second factor, too. */
export async function hasSecondFactor(accountId: string): Promise<boolean> {
  return (await db().account.count({ where: { id: accountId, totpConfirmedAt: { not: null } } })) > 0;
}

/**
 * Somebody signed in proves once more to be himself before something that binds: by the password, and by a code
 * where the account has a second factor. Wrong tries are limited.
 * @throws AppError invalid at `password` or `code`, tooManyRequests
 */
export async function confirmIdentity(
  { accountId }: Actor,
  { password, code }: { password: string; code?: string | undefined },
  { now, network }: { now: Date; network: string },
): Promise<void> {
  const needsCode = await hasSecondFactor(accountId);
  if (needsCode && !code) throw new AppError("invalid", { field: "code", reason: "errors:required" });
  await requirePassword(accountId, password, { now, field: "password" });
  if (!needsCode || !code) return;
  await spendCode(accountId, code, { now, network }, (tx) =>
    audit(tx, {
      actor: accountId,
      action: "second-factor.given",
      subject: { kind: "account", id: accountId },
      details: { kind: "confirmation" },
      at: now,
    }),
  );
}
