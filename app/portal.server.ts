import { setUpCourse } from "./course/index.server";
import { backgroundJobs } from "./jobs.server";
import { config } from "./platform/config.server";
import { setUpKeys } from "./platform/crypto/index.server";
import { db, startDatabase, stopDatabase } from "./platform/db/index.server";
import { startJobs, stopJobs } from "./platform/jobs/index.server";
import { log } from "./platform/log.server";

/**
 * What starts and stops with the process. server.js reaches it through the Remix build, so that the
 * pages and the start share one database and one configuration.
 */
export const portal = {
  config,
  log,

  /** Opens the keys and the database, brings the schema up to date, starts the jobs. @throws StartError */
  async start(): Promise<void> {
    await setUpKeys();
    await startDatabase();
    await setUpCourse();
    if (config().worker) await startJobs(backgroundJobs);
  },

  /** True when the database answers. */
  async healthy(): Promise<boolean> {
    try {
      await db().$queryRaw`SELECT 1`;
      return true;
    } catch {
      return false;
    }
  },

  async stop(): Promise<void> {
    await stopJobs();
    await stopDatabase();
  },
};

export type Portal = typeof portal;
