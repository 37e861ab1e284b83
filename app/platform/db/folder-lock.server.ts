import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync, readlinkSync, unlinkSync } from "node:fs";
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { StartError } from "../start-error";

/** How often the holder touches the file. */
const BEAT_MS = 2_000;
/** How long an untouched file is watched before a holder that cannot be asked is taken for dead. */
const WATCH_MS = 15_000;
/** Untouched for so long, it need not be watched. */
const SILENCE_MS = 60_000;

interface LockRecord {
  pid: number;
  hostname: string;
  /** Where the number means something: containers of one host count their processes apart. */
  namespace: string | null;
  /** When the process was born, as the system tells it: another process may get the same number later. */
  born: string | null;
  /** For the reader of the file. */
  since: string;
  token: string;
}

/**
 * Takes `dataDir` for this process with the file `dataDir`/database.lock, making the folder when missing.
 * A lock whose process is dead is taken over.
 * @param watchMs how long a holder that cannot be asked is watched before it is taken for dead
 * @returns gives the folder back
 * @throws StartError when the folder cannot be written or a living process holds it
 */
export async function lockFolder(dataDir: string, watchMs = WATCH_MS): Promise<() => Promise<void>> {
  const file = path.join(dataDir, "database.lock");
  const record: LockRecord = {
    pid: process.pid,
    hostname: hostname(),
    namespace: processNamespace(),
    born: processBirth(process.pid),
    since: new Date().toISOString(),
    token: randomUUID(),
  };
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await take(file, record, { dataDir, watchMs });
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`Cannot write to the data folder ${dataDir} (${codeOf(error) ?? String(error)}).`);
  }
  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, BEAT_MS);
  beat.unref();
  const onExit = () => removeOwn(file, record.token);
  process.once("exit", onExit);
  return async () => {
    clearInterval(beat);
    process.off("exit", onExit);
    removeOwn(file, record.token);
  };
}

async function take(
  file: string,
  record: LockRecord,
  { dataDir, watchMs }: { dataDir: string; watchMs: number },
): Promise<void> {
  if (await createLock(file, record)) return;
  // Only one process at a time may judge and replace a lock: making a folder is atomic.
  const judging = `${file}.judging`;
  for (let tries = 0; ; tries += 1) {
    try {
      await mkdir(judging);
      break;
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
      if (tries === 200) await rm(judging, { recursive: true, force: true });
      await delay(100);
    }
  }
  try {
    const holder = await readLock(file);
    if (holder && (await isAlive(file, holder, watchMs))) {
      const where = holder.hostname === hostname() ? "" : ` on ${holder.hostname}`;
      throw new StartError(
        `The data folder ${dataDir} is in use by process ${holder.pid}${where} (since ${holder.since}): stop it first, or use DATABASE_URL to share one database.`,
      );
    }
    const fresh = `${file}.${record.token}`;
    await writeFile(fresh, JSON.stringify(record));
    await rename(fresh, file);
  } finally {
    await rm(judging, { recursive: true, force: true });
  }
}

async function createLock(file: string, record: LockRecord): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(record), { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

async function readLock(file: string): Promise<LockRecord | null> {
  // A lock being written is empty for a moment.
  for (let tries = 0; tries < 5; tries += 1) {
    const record = parseLock(await readFile(file, "utf8").catch(() => ""));
    if (record) return record;
    await delay(50);
  }
  return null;
}

function parseLock(text: string): LockRecord | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    const { pid, hostname: host, namespace, born, since, token } = value as Partial<LockRecord>;
    if (typeof pid !== "number" || typeof host !== "string" || typeof token !== "string") return null;
    return {
      pid,
      hostname: host,
      namespace: namespace ?? null,
      born: born ?? null,
      since: since ?? "",
      token,
    };
  } catch {
    return null;
  }
}

async function isAlive(file: string, holder: LockRecord, watchMs: number): Promise<boolean> {
  const here = holder.hostname === hostname() && holder.namespace === processNamespace();
  if (!here) return isTouched(file, watchMs);
  if (!processExists(holder.pid)) return false;
  const born = processBirth(holder.pid);
  return born === null || holder.born === null || born === holder.born;
}

/** Watches for the touch of a process that cannot be asked: one of another machine or container. */
async function isTouched(file: string, watchMs: number): Promise<boolean> {
  const { mtimeMs } = await stat(file);
  if (Date.now() - mtimeMs > SILENCE_MS) return false;
  for (let watched = 0; watched < watchMs; watched += 500) {
    await delay(500);
    if ((await stat(file)).mtimeMs !== mtimeMs) return true;
  }
  return false;
}

function processNamespace(): string | null {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return null;
  }
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** When a process was born: on Linux boot and clock tick, elsewhere what `ps` says; null when unknown. */
function processBirth(pid: number): string | null {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program, in brackets, may hold spaces: count fields after it. Field 22 is the start.
    const start = status.slice(status.lastIndexOf(")") + 2).split(" ")[19];
    return start ? `${boot}:${start}` : null;
  } catch {
    try {
      const said = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
        encoding: "utf8",
        stdio: "pipe",
      });
      return said.trim() || null;
    } catch {
      return null;
    }
  }
}

function removeOwn(file: string, token: string): void {
  try {
    if (parseLock(readFileSync(file, "utf8"))?.token === token) unlinkSync(file);
  } catch {
    // Gone already.
  }
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
