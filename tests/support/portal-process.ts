import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";

/** A built portal running in a process of its own. */
export interface RunningPortal {
  url: string;
  dataDir: string;
  /** What it printed so far. */
  output(): string;
  /** Asks it to stop and waits until it has. @returns its exit code */
  stop(): Promise<number | null>;
}

export interface PortalOptions {
  dataDir: string;
  mode: "production" | "demo" | "test";
  env?: Record<string, string>;
  /** Folder of another build than the portal's own. */
  build?: string;
}

/** A port nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

/** Starts the built portal and waits until it says it is healthy. @throws with its output when it ends instead */
export async function startPortal({ dataDir, mode, env = {}, build }: PortalOptions): Promise<RunningPortal> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let output = "";
  const child = spawn(process.execPath, build ? ["server.js", build] : ["server.js"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "127.0.0.1",
      PUBLIC_URL: url,
      DATA_DIR: dataDir,
      PORTAL_MODE: mode,
      LOG_LEVEL: "warn",
      MAP_TILES_URL: "off",
      DATABASE_URL: "",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const keep = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  await healthy(url, child, () => output);
  return {
    url,
    dataDir,
    output: () => output,
    stop: async () => {
      if (child.exitCode === null) child.kill("SIGTERM");
      return ended;
    },
  };
}

async function healthy(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) throw new Error(`The portal ended while starting:\n${output()}`);
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`The portal did not become healthy within a minute:\n${output()}`);
}
