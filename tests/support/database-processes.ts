import { spawn } from "node:child_process";
import path from "node:path";

/** What such a process said, and how to end it. */
export interface DatabaseProcess {
  pid: number;
  /** The first line of its output, or null when it ended without one. */
  started: Promise<{ kind: string; applied: string[]; starts: number } | null>;
  ended: Promise<{ code: number | null; said: string }>;
  /** Lets it close the database and end. */
  finish(): Promise<{ code: number | null; said: string }>;
  kill(): Promise<unknown>;
}

/** Starts database-process.ts with its own environment. */
export function spawnDatabaseProcess(environment: Record<string, string>): DatabaseProcess {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", path.join(import.meta.dirname, "database-process.ts")],
    {
      env: { ...process.env, LOG_LEVEL: "silent", DATABASE_URL: "", ...environment },
      stdio: ["pipe", "pipe", "pipe"],
    },
  );
  let output = "";
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, said })),
  );
  const line = new Promise<string>((resolve) =>
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("\n")) resolve(output);
    }),
  );
  return {
    pid: child.pid ?? 0,
    started: Promise.race([line.then((text) => JSON.parse(text)), ended.then(() => null)]),
    ended,
    finish: () => {
      child.stdin.end();
      return ended;
    },
    kill: () => {
      child.kill("SIGKILL");
      return ended;
    },
  };
}
