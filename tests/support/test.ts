import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureBuild } from "../../app/commands/demo";
import { sourceHash } from "../../app/commands/source-hash";
import { check } from "./check";
import { findChromium, noChromium } from "./chromium";
import { startPostgres } from "./postgres";
import { runStep } from "./steps";

/**
 * The whole gate: checks, build, rules, operations (embedded, and PostgreSQL where it can be had), http, browser.
 * Ends with one line: N passed, N failed.
 */
interface Count {
  passed: number;
  failed: number;
}

const reports = mkdtempSync(path.join(os.tmpdir(), "mentor-test-"));
const counts: [string, Count][] = [];
const count = (name: string, result: Count) => {
  counts.push([name, result]);
  console.log(`== ${name}: ${result.passed} passed, ${result.failed} failed`);
};

/** Builds once for everything that follows: the demo portals of http and browser find it made of these sources. */
async function build(): Promise<boolean> {
  const problem = await ensureBuild(sourceHash()).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  if (problem !== null) console.log(problem);
  count("build", { passed: problem === null ? 1 : 0, failed: problem === null ? 0 : 1 });
  return problem === null;
}

async function vitest(name: string, projects: string[], env: Record<string, string> = {}): Promise<void> {
  const file = path.join(reports, `${name.replace(/\W+/g, "-")}.json`);
  const args = ["vitest", "run", "--config", "tests/vitest.config.ts", "--reporter=dot", "--reporter=json"];
  const chosen = projects.map((project) => `--project=${project}`);
  const step = await runStep(
    { name, command: "npx", args: [...args, `--outputFile.json=${file}`, ...chosen], env },
    true,
  );
  const report = readJson<{ numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }>(
    file,
  );
  count(name, {
    passed: report?.numPassedTests ?? 0,
    // A file that could not even be loaded has no tests, and is a failure all the same.
    failed: Math.max(report?.numFailedTests ?? 0, step.ok ? 0 : 1),
  });
}

async function browser(chromium: string): Promise<void> {
  const file = path.join(reports, "browser.json");
  const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const args = ["playwright", "test", "--config", "tests/playwright.config.ts"];
  const step = await runStep({ name: "browser", command: "npx", args, env }, true);
  type Stats = { expected: number; unexpected: number; flaky: number; skipped: number };
  const stats = readJson<{ stats: Stats }>(file)?.stats;
  // Skipped is what did not run because something before it failed.
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) + (stats?.skipped ?? 0);
  count("browser", { passed: stats?.expected ?? 0, failed: Math.max(failed, step.ok ? 0 : 1) });
}

function readJson<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return null;
  }
}

async function run(): Promise<void> {
  const chromium = findChromium();
  count("checks", await check());
  if (!(await build())) return;
  await vitest("rules and operations", ["rules", "operations"]);
  const postgres = await startPostgres();
  if (postgres) {
    try {
      await vitest("operations on PostgreSQL", ["operations"], { TEST_DATABASE_URL: postgres.url });
    } finally {
      await postgres.stop();
    }
  } else {
    console.log("No PostgreSQL could be had here; the operations ran on the embedded database alone.");
  }
  await vitest("http", ["http"]);
  if (chromium) {
    await browser(chromium);
  } else {
    console.log(noChromium);
    count("browser", { passed: 0, failed: 1 });
  }
}

await run();
rmSync(reports, { recursive: true, force: true });
const total = counts.reduce(
  (sum, [, result]) => ({ passed: sum.passed + result.passed, failed: sum.failed + result.failed }),
  { passed: 0, failed: 0 },
);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
