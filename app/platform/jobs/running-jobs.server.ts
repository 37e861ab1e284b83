import { AsyncLocalStorage } from "node:async_hooks";
import PgBoss from "pg-boss";
import { now } from "../clock.server";
import { config } from "../config.server";
import { log } from "../log.server";
import { BossDatabase } from "./boss-database.server";
import type { Job } from "./job";

/** How often a worker looks for requests of other processes and of the schedule; its own wake it at once. */
const pollSeconds = { alone: 5, beside: 2 };
/** A job asked for by `jobSoon` runs again after this long, for what was committed in between. */
const againAfterMs = 2000;
const stopTimeoutMs = 20_000;
const runTimeoutSeconds = 900;

interface RunningJobs {
  boss: PgBoss;
  database: BossDatabase;
  /** Ids of this process' workers by job; empty when another process works. */
  workers: Map<string, string>;
  stopping: AbortController;
  /** Calls outside any transaction, whoever asks. */
  outside: <Result>(work: () => Result) => Result;
  timers: Map<string, NodeJS.Timeout>;
}

// On globalThis because the development server loads modules anew after an edit.
const stateKey = Symbol.for("mentor-portal.jobs");
const globals: typeof globalThis & { [stateKey]?: RunningJobs } = globalThis;

/**
 * Starts doing jobs in this process, or, with `WORKER=off`, only asking others to. The database must be open.
 * @throws Error when jobs are running already
 */
export async function startJobs(jobs: Job[]): Promise<void> {
  if (globals[stateKey]) throw new Error("Jobs are running already");
  const { worker } = config();
  const database = new BossDatabase();
  const boss = new PgBoss({
    db: database,
    schedule: worker,
    supervise: worker,
    maintenanceIntervalSeconds: 300,
    cronMonitorIntervalSeconds: 20,
    cronWorkerIntervalSeconds: 5,
    archiveCompletedAfterSeconds: 3600,
    archiveFailedAfterSeconds: 24 * 3600,
    deleteAfterDays: 2,
  });
  boss.on("error", (error) => log.error({ err: error }, "job queue failed"));
  const running: RunningJobs = {
    boss,
    database,
    workers: new Map(),
    stopping: new AbortController(),
    outside: AsyncLocalStorage.snapshot(),
    timers: new Map(),
  };
  globals[stateKey] = running;
  try {
    await boss.start();
    await prepareQueues(boss, jobs);
    if (worker) for (const job of jobs) running.workers.set(job.name, await startWorker(running, job));
  } catch (error) {
    await stopJobs();
    throw error;
  }
}

/** Stops taking jobs and waits for those that run; without running jobs it does nothing. */
export async function stopJobs(): Promise<void> {
  const running = globals[stateKey];
  if (!running) return;
  for (const timer of running.timers.values()) clearTimeout(timer);
  running.stopping.abort();
  await running.boss.stop({ graceful: true, wait: true, timeout: stopTimeoutMs });
  await running.database.settled();
  globals[stateKey] = undefined;
}

/**
 * Asks for a job to run at once, here or in another process. A request that waits already is enough.
 * Not inside a transaction: use `jobSoon`. Where jobs were not started (commands, tests) nothing happens.
 */
export async function requestJob(name: string): Promise<void> {
  const running = globals[stateKey];
  if (!running || running.stopping.signal.aborted) return;
  await running.boss.send(name, {});
  const worker = running.workers.get(name);
  if (worker) running.boss.notifyWorker(worker);
}

/**
 * Asks for a job to run soon, from inside or outside a transaction: after `afterMs`, and again two seconds after
 * the last call for a transaction that was still open. What is committed even later waits for the job's cron.
 */
export function jobSoon(name: string, afterMs = 200): void {
  const running = globals[stateKey];
  if (!running || running.stopping.signal.aborted) return;
  running.outside(() => {
    if (!running.timers.has(name)) setTimer(running, name, name, afterMs);
    setTimer(running, `${name} again`, name, againAfterMs);
  });
}

function setTimer({ timers }: RunningJobs, slot: string, name: string, ms: number): void {
  clearTimeout(timers.get(slot));
  const timer = setTimeout(() => {
    timers.delete(slot);
    requestJob(name).catch((error: unknown) =>
      log.warn({ err: error, job: name }, "job could not be asked for"),
    );
  }, ms);
  timers.set(slot, timer.unref());
}

async function prepareQueues(boss: PgBoss, jobs: Job[]): Promise<void> {
  const existing = new Set((await boss.getQueues()).map((queue) => queue.name));
  const schedules = new Map((await boss.getSchedules()).map(({ name, cron }) => [name, cron]));
  for (const { name, cron } of jobs) {
    if (!existing.has(name)) {
      // "short": at most one request waits, so a job asked for many times runs once.
      const retry = { retryLimit: 2, retryDelay: 15, retryBackoff: true, expireInSeconds: runTimeoutSeconds };
      await boss.createQueue(name, { name, policy: "short", ...retry });
    }
    if (cron && schedules.get(name) !== cron) await boss.schedule(name, cron, {}, { tz: "Europe/Prague" });
    if (cron) schedules.delete(name);
  }
  for (const name of schedules.keys()) await boss.unschedule(name);
}

function startWorker({ boss, stopping }: RunningJobs, job: Job): Promise<string> {
  const jobLog = log.child({ job: job.name });
  const pollingIntervalSeconds = config().databaseUrl === null ? pollSeconds.alone : pollSeconds.beside;
  return boss.work(job.name, { pollingIntervalSeconds, batchSize: 1 }, async () => {
    // A request fetched while stopping goes back and is done by the next process.
    stopping.signal.throwIfAborted();
    const began = performance.now();
    try {
      await job.run({ now: now(), log: jobLog, signal: stopping.signal });
      jobLog.debug({ ms: Math.round(performance.now() - began) }, "job done");
    } catch (error) {
      jobLog.error({ err: error }, "job failed");
      throw new Error("failed; see the log");
    }
  });
}
