import { lockRow, type Tx } from "~/platform/db/index.server";
import { clientCode, clientCodePrefix } from "../rules/client-code";

/** The next free code of a body's clients; two transactions never get the same one. */
export async function nextClientCode(
  tx: Tx,
  organisation: { name: string; town: string | null },
): Promise<string> {
  const prefix = clientCodePrefix(organisation);
  await lockRow(tx, `client-code:${prefix}`);
  const [row] = await tx.$queryRaw<{ highest: number | null }[]>`
    SELECT max(substring(code FROM '^[A-Z]+-([0-9]{1,9})$')::int) AS highest
      FROM clients WHERE code LIKE ${`${prefix}-%`}`;
  return clientCode(prefix, row?.highest ?? 0);
}
