import type { Logger } from "pino";

/** What a job's run is given. */
export interface JobContext {
  now: Date;
  log: Logger;
  /** Aborted when the process stops: a long run ends at the next safe place. */
  signal: AbortSignal;
}

/**
 * Work done beside requests. One run is started at a time for all processes together, but after a crash two may
 * overlap: a job must bear running twice.
 */
export interface Job {
  /** Letters, digits and dashes; also the name of its queue. */
  name: string;
  /** When to run, as five cron fields in Europe/Prague time; left out, it runs only on request. */
  cron?: string;
  run(context: JobContext): Promise<unknown>;
}
