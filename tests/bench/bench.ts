import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { prepareDemo } from "../../app/commands/demo";
import { startPortal, type RunningPortal } from "../support/portal-process";
import { startPostgres } from "../support/postgres";
import { runStep } from "../support/steps";
import { signIn } from "../support/sign-in";
import { prepareCourseLoad } from "./course-load";
import { benchRunTables, benchTest } from "./course-scenarios";
import { measure, type BenchRow } from "./measure";
import { scriptBytes } from "./script-bytes";

/**
 * `npm run bench [-- --json FILE --seconds N --only WORDS]`: the portal's pages beside a bare Remix page on the same
 * server; with WORDS only what has them in its name.
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
    options: {
      json: { type: "string" },
      seconds: { type: "string", default: "6" },
      only: { type: "string", default: "" },
    },
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
  const databaseUrl = postgres?.url ?? "";
  const load = await prepareCourseLoad(dataDir, databaseUrl);
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
    const wanted = (name: string) => name.includes(values.only);
    const seconds = Number(values.seconds);
    for (const page of pages) if (wanted(page.name)) rows.push(await benchPage(page, portal, floor, seconds));
    if (wanted("course load")) {
      rows.push(...(await benchRunTables(load, { portal, floor, databaseUrl, seconds })));
      rows.push(...(await benchTest(load, { portal, floor })));
    }
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
