import { lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";

/**
 * Somebody must be left who can let others in. Changes of administrators wait for each other, so that two of
 * them cannot remove each other at the same moment.
 * @throws AppError conflict when no other administrator could sign in
 */
export async function requireOtherAdministrator(tx: Tx, accountId: string): Promise<void> {
  await lockRow(tx, "administrators");
  const others = await tx.account.count({
    where: {
      id: { not: accountId },
      disabledAt: null,
      emailConfirmedAt: { not: null },
      passwordHash: { not: null },
      roles: { some: { role: "administrator", endedAt: null } },
    },
  });
  if (others === 0) throw new AppError("conflict", { reason: "people:refusal.lastAdministrator" });
}
