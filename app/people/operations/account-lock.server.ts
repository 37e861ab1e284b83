import { lockRow, type Tx } from "~/platform/db/index.server";

/** Changes of one account's rights happen one after another: roles, password, second factor, disabling, sign-in. */
export function lockAccount(tx: Tx, accountId: string): Promise<void> {
  return lockRow(tx, `account:${accountId}`);
}

/** Two people who write the same new address at once make one account. */
export function lockEmail(tx: Tx, emailKey: string): Promise<void> {
  return lockRow(tx, `email:${emailKey}`);
}
