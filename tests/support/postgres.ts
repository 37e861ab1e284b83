import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";

/** A PostgreSQL server for this run only. */
export interface LocalPostgres {
  url: string;
  stop(): Promise<void>;
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

interface User {
  uid: number;
  gid: number;
}

/**
 * Starts a throw-away PostgreSQL server on 127.0.0.1 from the programs installed on this machine; `null`
 * when there are none. As root with CI=true it installs Debian's package first.
 * Its time zone and isolation level are not the usual ones: the portal must not depend on them.
 */
export async function startPostgres(): Promise<LocalPostgres | null> {
  const programs = findPrograms() ?? installPrograms();
  if (!programs) return null;
  const user = otherUser();
  const folder = await mkdtemp(path.join(tmpdir(), "mentor-postgres-"));
  if (user) await chown(folder, user.uid, user.gid);
  const data = path.join(folder, "data");
  const port = await freePort();
  execFileSync(
    path.join(programs, "initdb"),
    ["-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...user, cwd: folder, stdio: "pipe" },
  );
  const settings = {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: "200",
    timezone: "Europe/Prague",
    default_transaction_isolation: "repeatable read",
  };
  const server = spawn(
    path.join(programs, "postgres"),
    ["-D", data, "-h", "127.0.0.1", "-p", String(port), "-k", folder].concat(
      Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ),
    { ...user, cwd: folder, stdio: "ignore" },
  );
  const killAtExit = () => {
    server.kill("SIGQUIT");
    rmSync(folder, { recursive: true, force: true });
  };
  // A signal ends the process without the event "exit", and the server would live on.
  const exit = () => process.exit(1);
  process.once("exit", killAtExit);
  for (const signal of signals) process.once(signal, exit);
  const stop = async () => {
    process.off("exit", killAtExit);
    for (const signal of signals) process.off(signal, exit);
    await stopServer(server);
    await rm(folder, { recursive: true, force: true });
  };
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  try {
    await waitUntilReady(url, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

/** Folder with `initdb` and `postgres`: the newest of Debian's, else one on the PATH. */
function findPrograms(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => path.join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(path.delimiter),
  ];
  return (
    folders.find((folder) => ["initdb", "postgres"].every((name) => existsSync(path.join(folder, name)))) ??
    null
  );
}

function installPrograms(): string | null {
  if (process.getuid?.() !== 0 || process.env.CI !== "true" || !existsSync("/usr/bin/apt-get")) return null;
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "postgresql"], {
      env,
      stdio: "pipe",
    });
  } catch {
    return null;
  }
  return findPrograms();
}

/** PostgreSQL refuses to run as root: then somebody else runs it. */
function otherUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const fields = users.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error("Running as root, and there is no user who could run PostgreSQL.");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

async function waitUntilReady(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with code ${server.exitCode}.`);
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch {
      await delay(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new Error("PostgreSQL did not start within 10 s.");
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGINT");
  const patience = setTimeout(() => server.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(patience);
}

/** `tsx tests/support/postgres.ts COMMAND …` runs a command with TEST_DATABASE_URL of a server of its own. */
async function runCommand([command, ...args]: string[]): Promise<number> {
  if (!command) return 1;
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? null : await startPostgres();
  const url = given ?? server?.url;
  if (!url) {
    console.log("No PostgreSQL on this machine (apt-get install postgresql): these tests are not run.");
    return 0;
  }
  try {
    return await new Promise<number>((resolve) => {
      const child = spawn(command, args, {
        stdio: "inherit",
        env: { ...process.env, TEST_DATABASE_URL: url },
      });
      child.once("error", () => resolve(1));
      child.once("exit", (code) => resolve(code ?? 1));
    });
  } finally {
    await server?.stop();
  }
}

if (process.argv[1] === import.meta.filename) process.exitCode = await runCommand(process.argv.slice(2));
