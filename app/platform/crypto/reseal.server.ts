import { executeSql } from "../db/index.server";
import { envelopePrefix, UnsealError } from "./envelope";
import { keyRing } from "./key-store.server";
import { sealBytes, unsealBytes } from "./seal.server";
import type { SealedColumn } from "./sealed-columns.server";
import { keyReferences, quoted, sealedColumns } from "./sealed-columns.server";

/** What a pass over the sealed columns did. */
export interface ResealReport {
  /** Values sealed with the current key by this pass. */
  resealed: number;
  /** Values that did not open and were left as they are, by place. */
  unopened: UnsealError[];
  /** Values per key id after the pass. */
  references: Map<string, number>;
  /** Old keys no value needs any more; backups made before may still need them. */
  unreferenced: string[];
}

export interface ResealOptions {
  /** Ends the pass at the next batch. */
  signal?: AbortSignal;
  /** Told after each batch how many values it sealed. */
  onBatch?: (column: SealedColumn, resealed: number) => void;
}

const batchSize = 100;
const maxPasses = 5;

/**
 * Seals every value that has another key than the current one again, in small batches beside the running
 * portal: a value written meanwhile is left to its writer. Interrupted, it goes on where it stopped, because
 * what is done is seen on the values themselves.
 */
export async function resealAll({ signal, onBatch }: ResealOptions = {}): Promise<ResealReport> {
  const columns = await sealedColumns();
  const unopened = new Map<string, UnsealError>();
  let resealed = 0;
  // A writer that still held the old key may have used it behind the pass; another pass finds that.
  for (let pass = 1; pass <= maxPasses && !signal?.aborted; pass += 1) {
    let found = 0;
    for (const column of columns) {
      const done = await resealColumn(column, signal, (count) => onBatch?.(column, count));
      resealed += done.resealed;
      found += done.found - done.unopened.length;
      for (const error of done.unopened) unopened.set(error.message, error);
    }
    if (found === 0) break;
  }
  const references = await countReferences(columns);
  const { current, keys } = keyRing();
  const unreferenced = [...keys.keys()].filter((id) => id !== current && !references.has(id));
  return { resealed, unopened: [...unopened.values()], references, unreferenced };
}

/** How many sealed values each key has in the whole database. */
export async function countReferences(columns: SealedColumn[]): Promise<Map<string, number>> {
  const total = new Map<string, number>();
  for (const column of columns) {
    for (const [key, count] of await keyReferences(column)) total.set(key, (total.get(key) ?? 0) + count);
  }
  return total;
}

interface ColumnPass {
  found: number;
  resealed: number;
  unopened: UnsealError[];
}

async function resealColumn(
  column: SealedColumn,
  signal: AbortSignal | undefined,
  onBatch: (resealed: number) => void,
): Promise<ColumnPass> {
  const pass: ColumnPass = { found: 0, resealed: 0, unopened: [] };
  let after: string | null = null;
  while (!signal?.aborted) {
    const rows = await oldValues(column, after);
    const last = rows.at(-1);
    if (!last) return pass;
    after = last.id;
    pass.found += rows.length;
    const fresh = rows.flatMap((row) => {
      const place = { table: column.table, column: column.column, row: row.id };
      try {
        return [{ ...row, fresh: sealBytes(unsealBytes(row.sealed, place), place) }];
      } catch (error) {
        if (!(error instanceof UnsealError)) throw error;
        pass.unopened.push(error);
        return [];
      }
    });
    const replaced = await replaceValues(column, fresh);
    pass.resealed += replaced;
    onBatch(replaced);
  }
  return pass;
}

interface SealedValue {
  id: string;
  sealed: string;
}

async function oldValues(
  { table, column, idType }: SealedColumn,
  after: string | null,
): Promise<SealedValue[]> {
  const { rows } = await executeSql(
    `SELECT "id"::text AS id, ${quoted(column)} AS sealed FROM ${quoted(table)}
      WHERE ${quoted(column)} IS NOT NULL AND NOT starts_with(${quoted(column)}, $1)
        AND ($2::text IS NULL OR "id" > $2::text::${quoted(idType)})
      ORDER BY ${quoted(table)}."id" LIMIT ${batchSize}`,
    [envelopePrefix(keyRing().current), after],
  );
  return rows.map((row) => ({ id: String(row.id), sealed: String(row.sealed) }));
}

/** One short statement per batch; a row whose value is no longer the one that was read keeps what it has. */
async function replaceValues(
  { table, column, idType }: SealedColumn,
  values: (SealedValue & { fresh: string })[],
): Promise<number> {
  if (values.length === 0) return 0;
  const { rows } = await executeSql(
    `UPDATE ${quoted(table)} t SET ${quoted(column)} = v.fresh
       FROM unnest($1::text[], $2::text[], $3::text[]) AS v(id, sealed, fresh)
      WHERE t."id" = v.id::${quoted(idType)} AND t.${quoted(column)} = v.sealed
      RETURNING 1 AS done`,
    [
      values.map((value) => value.id),
      values.map((value) => value.sealed),
      values.map((value) => value.fresh),
    ],
  );
  return rows.length;
}
