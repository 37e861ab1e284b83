import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { audit, verifyChain } from "~/platform/audit/index.server";
import { putConfig, readConfig } from "~/platform/config.server";
import { addKeyForRunningPortal, currentKeys, seal, unseal } from "~/platform/crypto/index.server";
import { db, executeSql, inTransaction } from "~/platform/db/index.server";
import type { Job, JobContext } from "~/platform/jobs/index.server";
import {
  cleanUpJob,
  jobSoon,
  platformJobs,
  requestJob,
  startJobs,
  stopJobs,
} from "~/platform/jobs/index.server";
import { log } from "~/platform/log.server";
import { queueMail } from "~/platform/mail/index.server";
import { withTestDatabase } from "../../support/database";

withTestDatabase();

let dataDir: string;

beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "portal-jobs-"));
  putConfig(readConfig({ DATA_DIR: dataDir, PORTAL_MODE: "test" }));
  log.level = "silent";
});
afterEach(stopJobs);
afterAll(() => {
  putConfig(undefined);
  rmSync(dataDir, { recursive: true });
});

/** A job that counts its runs. */
function counting(name: string, work: (context: JobContext) => Promise<unknown> = async () => {}) {
  const runs: JobContext[] = [];
  const job: Job = {
    name,
    run: async (context) => {
      runs.push(context);
      await work(context);
    },
  };
  return { job, runs };
}

async function until(what: () => boolean | Promise<boolean>, ms = 8000): Promise<number> {
  const began = performance.now();
  while (!(await what())) {
    if (performance.now() - began > ms) throw new Error("It did not happen in time");
    await delay(25);
  }
  return performance.now() - began;
}

const jobRows = async (name: string) =>
  (await executeSql<{ state: string }>(`SELECT state::text FROM pgboss.job WHERE name = $1`, [name])).rows;

describe("a job", () => {
  it("runs soon after it was asked for, with the time and a log", async () => {
    const { job, runs } = counting("on-request");
    await startJobs([job]);
    await requestJob("on-request");
    expect(await until(() => runs.length === 1)).toBeLessThan(2000);
    expect(runs[0]!.now).toBeInstanceOf(Date);
    expect(runs[0]!.log.info).toBeInstanceOf(Function);
    await until(async () => (await jobRows("on-request")).every(({ state }) => state === "completed"));
  });

  it("asked for many times runs once more, not many times", async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { job, runs } = counting("often", () => gate);
    await startJobs([job]);
    await requestJob("often");
    await until(() => runs.length === 1);
    for (let count = 0; count < 5; count += 1) await requestJob("often");
    release();
    await until(() => runs.length === 2);
    await delay(300);
    expect(runs).toHaveLength(2);
  });

  it("asked for inside a transaction runs after it, without touching it", async () => {
    const { job, runs } = counting("in-transaction");
    await startJobs([job]);
    await inTransaction(async (tx) => {
      jobSoon("in-transaction", 20);
      await delay(100);
      await tx.$queryRaw`SELECT 1`;
    });
    await until(() => runs.length >= 1);
  });

  it("that fails is tried again and does not stop the others", async () => {
    const failing = counting("failing", async () => {
      throw new Error("broken");
    });
    const other = counting("other");
    await startJobs([failing.job, other.job]);
    await requestJob("failing");
    await until(() => failing.runs.length === 1);
    await until(async () => (await jobRows("failing"))[0]?.state === "retry");
    await requestJob("other");
    await until(() => other.runs.length === 1);
  });

  it("is scheduled by its cron once for all processes", async () => {
    const { job } = counting("each-minute");
    await startJobs([{ ...job, cron: "* * * * *" }]);
    const schedules = await executeSql("SELECT name, cron, timezone FROM pgboss.schedule");
    expect(schedules.rows).toEqual([{ name: "each-minute", cron: "* * * * *", timezone: "Europe/Prague" }]);
    await stopJobs();
    await startJobs([job]);
    expect((await executeSql("SELECT name FROM pgboss.schedule")).rows).toEqual([]);
  });
});

describe("stopping", () => {
  it("tells running jobs, waits for them, and takes no more", async () => {
    let ended = false;
    const { job, runs } = counting("long", async ({ signal }) => {
      while (!signal.aborted) await delay(10);
      await delay(100);
      ended = true;
    });
    await startJobs([job]);
    await requestJob("long");
    await until(() => runs.length === 1);
    const began = performance.now();
    await stopJobs();
    expect(ended).toBe(true);
    expect(performance.now() - began).toBeLessThan(3000);
    expect((await jobRows("long")).map(({ state }) => state)).toEqual(["completed"]);
    await requestJob("long");
    expect(await jobRows("long")).toHaveLength(1);
  });

  it("may come before anything was started", async () => {
    await stopJobs();
    jobSoon("nothing");
    await requestJob("nothing");
  });
});

describe("a process with WORKER=off", () => {
  it("asks, and leaves the work to another", async () => {
    const { job, runs } = counting("elsewhere");
    putConfig(readConfig({ DATA_DIR: dataDir, PORTAL_MODE: "test", WORKER: "off" }));
    await startJobs([job]);
    await requestJob("elsewhere");
    await delay(500);
    expect(runs).toHaveLength(0);
    await stopJobs();
    putConfig(readConfig({ DATA_DIR: dataDir, PORTAL_MODE: "test" }));
    await startJobs([job]);
    await until(() => runs.length === 1);
  });
});

describe("the platform's jobs", () => {
  it("send mail and chain events within seconds of the commit", async () => {
    await startJobs([...platformJobs, cleanUpJob([])]);
    await inTransaction(async (tx) => {
      await audit(tx, { actor: null, action: "mail.queue" });
      await queueMail(tx, { to: "jana@example.cz", subject: "Zkouška", text: "Dobrý den" });
    });
    const mailMs = await until(async () => (await db().mail.count({ where: { state: "sent" } })) === 1);
    expect(mailMs).toBeLessThan(2500);
    expect(readdirSync(path.join(dataDir, "outbox"))).toHaveLength(1);
    await until(async () => (await db().auditLink.count()) === 1);
    expect(await verifyChain()).toMatchObject({ links: 1, waiting: 0, faults: 0 });
  });

  it("seal everything again after keys:rotate gave the running portal a new key", async () => {
    const id = randomUUID();
    const place = { table: "mails", column: "textSealed", row: id };
    const times = { createdAt: new Date(), nextAttemptAt: new Date() };
    await db().mail.create({
      data: { id, kind: "letter", state: "failed", textSealed: seal("Ahoj", place), ...times },
    });
    addKeyForRunningPortal(() => undefined);
    await startJobs([...platformJobs]);
    await requestJob("re-seal");
    const sealed = async () => (await db().mail.findUniqueOrThrow({ where: { id } })).textSealed!;
    await until(async () => (await sealed()).startsWith(`v1.${currentKeys().current}.`));
    expect(unseal(await sealed(), place)).toBe("Ahoj");
    await until(async () => (await db().auditEvent.count({ where: { action: "keys.rotated" } })) === 1);
  });

  it("clean up what domains say, each on its own", async () => {
    const asked: string[] = [];
    const task = (name: string, fails = false) => ({
      name,
      run: async () => {
        asked.push(name);
        if (fails) throw new Error("broken");
        return 1;
      },
    });
    await startJobs([cleanUpJob([task("sessions", true), task("links")])]);
    await requestJob("clean-up");
    await until(() => asked.length === 2);
    expect(asked).toEqual(["sessions", "links"]);
  });
});
