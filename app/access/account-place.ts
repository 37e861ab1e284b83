import type { SealedPlace } from "~/platform/crypto/index.server";

export type AccountColumn = "nameSealed" | "emailSealed" | "totpSecretSealed";

/** Where a sealed text of an account lives. */
export function accountPlace(column: AccountColumn, accountId: string): SealedPlace {
  return { table: "accounts", column, row: accountId };
}
