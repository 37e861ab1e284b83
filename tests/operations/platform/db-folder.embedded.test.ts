import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { existsSync, readlinkSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lockFolder } from "~/platform/db/folder-lock.server";
import { fillDataFolder } from "../../support/database";
import { spawnDatabaseProcess } from "../../support/database-processes";

let folder: string;
let lockFile: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "mentor-data-"));
  lockFile = path.join(folder, "database.lock");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe("the data folder", { timeout: 60_000 }, () => {
  test("is refused to a second process, and survives the sudden end of the first", async () => {
    await fillDataFolder(folder);
    const first = spawnDatabaseProcess({ DATA_DIR: folder });
    expect(await first.started).toMatchObject({ kind: "embedded", starts: 1 });

    const second = await spawnDatabaseProcess({ DATA_DIR: folder }).ended;
    expect(second.code).toBe(1);
    expect(second.said.trim().split("\n")).toHaveLength(1);
    expect(second.said).toContain(`The data folder ${folder} is in use by process ${first.pid}`);

    await first.kill();
    const third = spawnDatabaseProcess({ DATA_DIR: folder });
    expect(await third.started).toMatchObject({ starts: 2 });
    expect((await third.finish()).code).toBe(0);
    expect((await readdir(folder)).sort()).toEqual(["postgres"]);
  });

  test("that cannot be written is one line", async () => {
    await writeFile(path.join(folder, "file"), "");
    const { code, said } = await spawnDatabaseProcess({ DATA_DIR: path.join(folder, "file", "data") }).ended;
    expect({ code, said }).toEqual({
      code: 1,
      said: `Cannot write to the data folder ${path.join(folder, "file", "data")} (ENOTDIR).\n`,
    });
  });

  test("that holds something broken is one line, and its lock is given back", async () => {
    await mkdir(path.join(folder, "postgres"));
    await writeFile(path.join(folder, "postgres", "PG_VERSION"), "9\n");
    const { code, said } = await spawnDatabaseProcess({ DATA_DIR: folder }).ended;
    expect(code).toBe(1);
    expect(said).toMatch(/^Cannot open the embedded database in .*\n$/);
    expect(await readdir(folder)).toEqual(["postgres"]);
  });
});

describe("the lock", { timeout: 30_000 }, () => {
  const namespace = existsSync("/proc/self/ns/pid") ? readlinkSync("/proc/self/ns/pid") : null;
  const stranger = {
    pid: 1,
    hostname: hostname(),
    namespace,
    born: "another boot:1",
    since: "2026-01-01",
    token: "t",
  };

  test("refuses a second holder in the same process", async () => {
    const unlock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${process.pid}`);
    await unlock();
    await (
      await lockFolder(folder)
    )();
  });

  test.each([
    ["of a dead process", { ...stranger, pid: 2 ** 22 - 1 }],
    ["of a process whose number another one has now", stranger],
    ["nobody can read", "torn"],
  ])("%s is taken over", async (_, content) => {
    await writeFile(lockFile, JSON.stringify(content));
    const unlock = await lockFolder(folder);
    expect(JSON.parse(await readFile(lockFile, "utf8"))).toMatchObject({ pid: process.pid });
    await unlock();
    expect(await readdir(folder)).toEqual([]);
  });

  test.each([
    ["machine", { ...stranger, hostname: "elsewhere" }],
    ["container", { ...stranger, namespace: "pid:[1]" }],
  ])("of another %s holds while it shows signs of life", async (_, content) => {
    await writeFile(lockFile, JSON.stringify(content));
    const touch = setInterval(() => void utimes(lockFile, new Date(), new Date()), 300);
    await expect(lockFolder(folder)).rejects.toThrow(`in use by process 1`);
    clearInterval(touch);
    await delay(50);
    const longAgo = new Date(Date.now() - 120_000);
    await utimes(lockFile, longAgo, longAgo);
    await (
      await lockFolder(folder)
    )();
  });

  test("of another machine that fell silent just now is watched, then taken over", async () => {
    await writeFile(lockFile, JSON.stringify({ ...stranger, hostname: "elsewhere" }));
    await (
      await lockFolder(folder, 1_000)
    )();
  });

  test("that is stale goes to exactly one of many", async () => {
    await writeFile(lockFile, JSON.stringify(stranger));
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    const winners = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(winners).toHaveLength(1);
    await winners[0]?.();
  });
});
