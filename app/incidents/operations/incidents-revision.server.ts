import { db } from "~/platform/db/index.server";

interface RevisionRow {
  count: number;
  sum: string;
}

/**
 * A short text that is different whenever any incident was added, changed or erased, by whatever process: the
 * number of incidents and the sum of a hash of each one's id and version. It asks the database every time, so
 * what is kept under it in memory cannot outlive a change. Every change of an incident raises its version.
 */
export async function incidentsRevision(): Promise<string> {
  const [row] = await db().$queryRaw<RevisionRow[]>`
    SELECT count(*)::int AS count, COALESCE(sum(hashtextextended(id::text, version::bigint)), 0)::text AS sum
    FROM incidents`;
  return `${row?.count ?? 0}:${row?.sum ?? 0}`;
}
