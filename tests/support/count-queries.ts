import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { vi } from "vitest";

/** Runs work and counts the statements it sends to the database outside transactions, embedded or on a server. */
export async function countQueries<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; count: number }> {
  const watched = [vi.spyOn(PGlite.prototype, "query"), vi.spyOn(pg.Client.prototype, "query")];
  try {
    const result = await work();
    return { result, count: watched.reduce((sum, { mock }) => sum + mock.calls.length, 0) };
  } finally {
    for (const watch of watched) watch.mockRestore();
  }
}
