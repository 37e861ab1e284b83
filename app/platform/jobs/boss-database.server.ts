import { setTimeout as delay } from "node:timers/promises";
import type PgBoss from "pg-boss";
import { executeSql } from "../db/index.server";
import { log } from "../log.server";

type Rows = { rows: Record<string, unknown>[] };

const deadlock = "40P01";
const uniqueViolation = "23505";
const repeats = 5;

/**
 * The database as pg-boss sees it, and what pg-boss leaves open:
 * - it does not wait for the statement that records how a job ended, so its failure would end the whole process
 *   and its row could come after the database has closed: such statements are heard here, and `settled` waits;
 * - of processes that make its tables at once it forgives the later ones only one of the errors they can get,
 *   and those that make queues at once can meet in a deadlock, where the loser has only to try again.
 */
export class BossDatabase implements PgBoss.Db {
  readonly #running = new Set<Promise<Rows>>();

  async executeSql(text: string, values?: unknown[]): Promise<Rows> {
    const running = repeated(text, values);
    this.#running.add(running);
    try {
      return await running;
    } catch (error) {
      if (text.includes("CREATE SCHEMA") && codeOf(error) === uniqueViolation)
        throw new Error("already exists");
      if (!recordsAnEnd(values)) throw error;
      log.warn({ err: error }, "how a job ended was not recorded; it will run again when its time is over");
      return { rows: [{ count: 0 }] };
    } finally {
      this.#running.delete(running);
    }
  }

  /** Waits until no statement is running. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled([...this.#running]);
  }
}

async function repeated(text: string, values?: unknown[]): Promise<Rows> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await executeSql(text, values);
    } catch (error) {
      if (codeOf(error) !== deadlock || attempt === repeats) throw error;
      await delay(50 * attempt * (1 + Math.random()));
    }
  }
}

/** Only statements about the end of jobs have a list of job ids as their second value. */
function recordsAnEnd(values?: unknown[]): boolean {
  return Array.isArray(values?.[1]);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
