import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { prepareDemo } from "../../app/commands/demo";
import { startPortal, type RunningPortal } from "../support/portal-process";
import { startPostgres } from "../support/postgres";
import { runStep } from "../support/steps";
import { signIn } from "../support/sign-in";
import { scriptBytes } from "./script-bytes";

/**
 * `npm run bench [-- --json FILE --seconds N]`: the portal's pages beside a bare Remix page on the same server.
 * Each page is measured right after the floor, so that the ratio does not depend on what else the machine does.
 */

interface BenchedPage {
  name: string;
  path: string;
  /** Demo account that opens it; a visitor when null. */
  as: string | null;
}

const pages: BenchedPage[] = [
  { name: "home (visitor)", path: "/", as: null },
  { name: "home (mentor)", path: "/", as: "mentor@demo.test" },
  { name: "lesson", path: "/kurz/sluzba-mentor/role-mentora", as: "trainee@demo.test" },
  { name: "trainee's overview", path: "/kurz", as: "trainee@demo.test" },
  { name: "case list", path: "/pripady", as: "coordinator@demo.test" },
  {
    name: "incident map's data",
    path: "/incidenty/mapa/data?zoom=9&bbox=12.8,50.1,14.9,51.1",
    as: "coordinator@demo.test",
  },
];

interface Measured {
  requestsPerSecond: number;
  p50: number;
  p95: number;
  p99: number;
  errors: number;
}

export interface BenchRow extends Measured {
  page: string;
  /** Requests per second as a share of the floor measured just before. */
  ofFloor: number;
  scriptKilobytes: number | null;
}

/** autocannon's own summary has no 95th percentile, so the times of all answers are kept. */
async function measure(url: string, cookie: string | undefined, seconds: number): Promise<Measured> {
  const times: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const headers = cookie ? { cookie } : undefined;
    const run = autocannon({ url, headers, connections: 10, duration: seconds }, (error, done) =>
      error ? reject(error) : resolve(done),
    );
    run.on("response", (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
  times.sort((a, b) => a - b);
  const percentile = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    requestsPerSecond: result.requests.average,
    p50: percentile(0.5),
    p95: percentile(0.95),
    p99: percentile(0.99),
    errors: result.errors + result.non2xx,
  };
}

async function benchPage(
  page: BenchedPage,
  portal: RunningPortal,
  floor: RunningPortal,
  seconds: number,
): Promise<BenchRow> {
  const cookie = page.as ? await signIn(portal.url, page.as) : undefined;
  const url = portal.url + page.path;
  const answer = await fetch(url, { headers: cookie ? { cookie } : {}, redirect: "manual" });
  if (answer.status !== 200) throw new Error(`${page.name}: ${page.path} answers ${answer.status}`);
  await measure(url, cookie, 2);
  const below = await measure(`${floor.url}/`, undefined, seconds);
  const measured = await measure(url, cookie, seconds);
  const isPage = (answer.headers.get("content-type") ?? "").startsWith("text/html");
  return {
    page: page.name,
    ...measured,
    ofFloor: measured.requestsPerSecond / below.requestsPerSecond,
    scriptKilobytes: isPage ? await scriptBytes(url, cookie).then((bytes) => bytes / 1024) : null,
  };
}

function table(rows: BenchRow[]): string {
  const head = ["page", "req/s", "of floor", "p50 ms", "p95 ms", "p99 ms", "errors", "JS kB gz"];
  const lines = rows.map((row) => [
    row.page,
    row.requestsPerSecond.toFixed(0),
    `${(row.ofFloor * 100).toFixed(0)} %`,
    row.p50.toFixed(1),
    row.p95.toFixed(1),
    row.p99.toFixed(1),
    String(row.errors),
    row.scriptKilobytes === null ? "–" : row.scriptKilobytes.toFixed(0),
  ]);
  const widths = head.map((word, column) =>
    Math.max(word.length, ...lines.map((line) => line[column]!.length)),
  );
  return [head, ...lines]
    .map((line) =>
      line
        .map((word, column) => (column === 0 ? word.padEnd(widths[column]!) : word.padStart(widths[column]!)))
        .join("  "),
    )
    .join("\n");
}

async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: "string" }, seconds: { type: "string", default: "6" } },
  });
  const template = await prepareDemo();
  const built = await runStep({
    name: "floor",
    command: "npx",
    args: ["remix", "vite:build", "-c", "tests/bench/floor/vite.config.ts"],
  });
  if (!built.ok) throw new Error(built.output);
  const postgres = await startPostgres();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "mentor-bench-"));
  cpSync(template, dataDir, { recursive: true });
  if (postgres) await fillServer(dataDir, postgres.url);
  const portal = await startPortal({
    dataDir,
    mode: "demo",
    env: postgres ? { DATABASE_URL: postgres.url } : {},
  });
  const floor = await startPortal({ dataDir, mode: "demo", build: ".cache/bench-floor" });
  try {
    console.log(
      `Database: ${postgres ? "PostgreSQL" : "PGlite"}; 10 connections, ${values.seconds} s a page, ${os.cpus().length} cores`,
    );
    const rows: BenchRow[] = [];
    for (const page of pages) rows.push(await benchPage(page, portal, floor, Number(values.seconds)));
    console.log(table(rows));
    if (values.json) {
      const report = { database: postgres ? "postgresql" : "pglite", node: process.version, rows };
      writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
    }
  } finally {
    await Promise.all([portal.stop(), floor.stop()]);
    await postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function fillServer(dataDir: string, databaseUrl: string): Promise<void> {
  const env = { PORTAL_MODE: "demo", DATA_DIR: dataDir, DATABASE_URL: databaseUrl };
  const filled = await runStep({ name: "fill", command: "npx", args: ["tsx", "prisma/demo/fill.ts"], env });
  if (!filled.ok) throw new Error(filled.output);
}

await bench();
