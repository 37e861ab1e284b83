import { spawn, type ChildProcess } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { roles } from "../access/roles";
import { sourceHash } from "./source-hash";

/**
 * `npm run demo`: builds when the sources have changed, fills a throw-away database with invented data, and
 * serves it. PORT, DATA_DIR and DATABASE_URL are respected. The filled embedded database is kept as a template,
 * so that the next demo starts from a copy.
 */

const templates = path.resolve(".cache/demo");
const buildStamp = path.resolve("build/source-hash");
const password = "Most-Demo-2026";
const port = process.env.PORT || "3000";
const host = process.env.HOST || "127.0.0.1";
const publicUrl = process.env.PUBLIC_URL || `http://localhost:${port}`;
const dayMs = 86_400_000;

const demoEnvironment = { ...process.env, PORTAL_MODE: "demo", PUBLIC_URL: publicUrl };

function run(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args.join(" ")} failed:\n${output}`)),
    );
  });
}

/** Builds the portal unless the build was made from these very sources. */
export async function ensureBuild(hash: string): Promise<void> {
  if (existsSync(buildStamp) && readFileSync(buildStamp, "utf8") === hash) return;
  console.log("Building the portal ...");
  // Whatever this runs in (tests set another): a build in any other mode carries React's development half.
  await run("npm", ["run", "-s", "build"], { ...process.env, NODE_ENV: "production" });
  writeFileSync(buildStamp, hash);
}

/** A filled embedded database for these sources, at most a day old, because its dates are relative to today. */
export async function ensureTemplate(hash: string): Promise<string> {
  const template = path.join(templates, hash.slice(0, 16));
  if (existsSync(template) && Date.now() - statSync(template).mtimeMs < dayMs) return template;
  console.log("Filling the demo's database ...");
  rmSync(templates, { recursive: true, force: true });
  mkdirSync(templates, { recursive: true });
  const making = `${template}.making`;
  await run("npx", ["tsx", "prisma/demo/fill.ts"], {
    ...demoEnvironment,
    DATA_DIR: making,
    DATABASE_URL: "",
  });
  renameSync(making, template);
  return template;
}

/** Makes the database client, builds and fills; both at once, since a machine has two cores. */
export async function prepareDemo(): Promise<string> {
  await run("npx", ["tsx", "prisma/generate.ts"]);
  const hash = sourceHash();
  const [template] = await Promise.all([ensureTemplate(hash), ensureBuild(hash)]);
  return template;
}

/** The folder the demo runs in: the one asked for, or a temporary one that goes away with the demo. */
function dataFolder(template: string): { folder: string; temporary: boolean } {
  const wanted = process.env.DATA_DIR;
  const folder = wanted ? path.resolve(wanted) : mkdtempSync(path.join(os.tmpdir(), "mentor-demo-"));
  if (!existsSync(folder) || readdirSync(folder).length === 0) cpSync(template, folder, { recursive: true });
  return { folder, temporary: !wanted };
}

async function waitUntilReady(server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const answer = await fetch(`http://${host}:${port}/healthz`).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  process.exit(server.exitCode ?? 1);
}

async function serve(): Promise<void> {
  const began = Date.now();
  const onServer = Boolean(process.env.DATABASE_URL);
  const template = await prepareDemo();
  const { folder, temporary } = dataFolder(template);
  if (onServer) await run("npx", ["tsx", "prisma/demo/fill.ts"], { ...demoEnvironment, DATA_DIR: folder });
  const server = spawn(process.execPath, ["server.js"], {
    env: {
      ...demoEnvironment,
      NODE_ENV: "production",
      DATA_DIR: folder,
      LOG_LEVEL: process.env.LOG_LEVEL || "warn",
    },
    stdio: "inherit",
  });
  const stop = () => server.kill("SIGTERM");
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  server.on("exit", (code) => {
    if (temporary) rmSync(folder, { recursive: true, force: true });
    process.exit(code ?? 0);
  });
  await waitUntilReady(server);
  console.log(`\nThe demo is ready after ${Math.round((Date.now() - began) / 1000)} s: ${publicUrl}`);
  console.log(`All people and events in it are invented. Password of every account: ${password}`);
  for (const role of roles) console.log(`  ${role}@demo.test`);
  console.log("Stop it with Ctrl+C; its data go with it.");
}

if (process.argv[1]?.endsWith("demo.ts")) {
  serve().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
