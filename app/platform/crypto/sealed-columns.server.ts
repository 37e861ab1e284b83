import { executeSql } from "../db/index.server";
import { StartError } from "../start-error";
import { parseEnvelope } from "./envelope";
import { keyRing, keySource } from "./key-store.server";

/** A column that holds sealed values: its name ends in `Sealed`. */
export interface SealedColumn {
  table: string;
  column: string;
  /** Database type of the table's `id`. */
  idType: string;
}

/**
 * Every sealed column of the database, from its own catalogue: a new one needs no list.
 * @throws Error when a table has sealed columns and no `id` to bind them to
 */
export async function sealedColumns(): Promise<SealedColumn[]> {
  const { rows } = await executeSql(
    `SELECT c.table_name AS "table", c.column_name AS "column", id.udt_name AS "idType"
       FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
       LEFT JOIN information_schema.columns id
         ON id.table_schema = c.table_schema AND id.table_name = c.table_name AND id.column_name = 'id'
      WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
        AND c.column_name LIKE '%Sealed' AND c.data_type = 'text'
      ORDER BY 1, 2`,
    [],
  );
  return rows.map((row) => {
    if (typeof row.idType !== "string") throw new Error(`Table ${row.table} has sealed columns and no id`);
    return { table: String(row.table), column: String(row.column), idType: row.idType };
  });
}

/** How many sealed values each key has in one column. */
export async function keyReferences({ table, column }: SealedColumn): Promise<Map<string, number>> {
  const { rows } = await executeSql(
    `SELECT split_part(${quoted(column)}, '.', 2) AS key, count(*)::int AS count
       FROM ${quoted(table)} WHERE ${quoted(column)} IS NOT NULL GROUP BY 1`,
    [],
  );
  return new Map(rows.map((row) => [String(row.key), Number(row.count)]));
}

/**
 * Compares the keys with a value of each sealed column, so that a portal started with somebody else's keys, or
 * with new ones because keys.json was lost, says so before anybody signs in.
 * @throws StartError naming the key that is missing
 */
export async function checkKeysFit(): Promise<void> {
  const { keys } = keyRing();
  for (const { table, column } of await sealedColumns()) {
    const { rows } = await executeSql(
      `SELECT ${quoted(column)} AS sealed FROM ${quoted(table)} WHERE ${quoted(column)} IS NOT NULL LIMIT 1`,
      [],
    );
    const keyId = rows[0] && parseEnvelope(String(rows[0].sealed))?.keyId;
    if (!keyId || keys.has(keyId)) continue;
    const source = keySource();
    const place = source.kind === "file" ? source.path : "PORTAL_KEYS";
    throw new StartError(
      `The database is encrypted with the key "${keyId}", which is not in ${place}: put it back`,
    );
  }
}

/** An identifier for SQL text. */
export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
