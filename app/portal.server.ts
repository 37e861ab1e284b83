import { setUpCourse } from "./course/index.server";
import { backgroundJobs } from "./jobs.server";
import { config } from "./platform/config.server";
import { checkKeysFit, setUpKeys } from "./platform/crypto/index.server";
import { db, startDatabase, stopDatabase } from "./platform/db/index.server";
import { geography } from "./platform/geo/index.server";
import { startJobs, stopJobs } from "./platform/jobs/index.server";
import { log } from "./platform/log.server";

/**
 * What starts and stops with the process. server.js reaches it through the Remix build, so that the
 * pages and the start share one database and one configuration.
 */
export const portal = {
  config,
  log,

  /** Opens the database, brings its schema up to date, opens the keys, starts the jobs. @throws StartError */
  async start(): Promise<void> {
    // The database comes first: it takes the data folder, so two first starts cannot both make keys in it.
    await startDatabase();
    setUpKeys();
    await checkKeysFit();
    await setUpCourse();
    // The first look at a map need not wait for the districts to be computed.
    geography().catch((error: unknown) => log.error({ err: error }, "geography could not be prepared"));
    await startJobs(backgroundJobs);
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
