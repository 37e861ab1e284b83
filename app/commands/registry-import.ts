import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { TFunction } from "i18next";
import { now } from "~/platform/clock.server";
import { setUpKeys } from "~/platform/crypto/index.server";
import { startDatabase, stopDatabase } from "~/platform/db/index.server";
import { StartError } from "~/platform/start-error";
import { importRegistry, type ImportReport } from "../registry/operations/import-registry.server";
import type { ImportProblem } from "../registry/rules/import-table";
import { registryTexts } from "./registry-texts";

/**
 * `npm run registry:import -- --cases FILE --evaluations FILE [--dry-run]` brings in cases and evaluations of
 * an older register: all of them, or none when a row is bad. Either file may be left out.
 * Exit code 0: done or nothing to do; 1: refused, nothing was written; 2: wrong arguments.
 */
async function main(args: string[]): Promise<number> {
  const t = registryTexts();
  const options = readOptions(args);
  if (!options) {
    console.error(t("import.usage"));
    return 2;
  }
  const files = {
    cases: await bytesOf(options.cases, t),
    evaluations: await bytesOf(options.evaluations, t),
  };
  setUpKeys();
  await startDatabase();
  try {
    const report = await importRegistry(files, { now: now(), dryRun: options.dryRun });
    return print(report, options.dryRun, t);
  } finally {
    await stopDatabase();
  }
}

interface Options {
  cases: string | undefined;
  evaluations: string | undefined;
  dryRun: boolean;
}

function readOptions(args: string[]): Options | null {
  try {
    const { values } = parseArgs({
      args,
      options: {
        cases: { type: "string" },
        evaluations: { type: "string" },
        "dry-run": { type: "boolean", default: false },
      },
    });
    const { cases, evaluations, "dry-run": dryRun } = values;
    return cases === undefined && evaluations === undefined ? null : { cases, evaluations, dryRun };
  } catch {
    return null;
  }
}

async function bytesOf(path: string | undefined, t: TFunction<"registry">): Promise<Uint8Array | null> {
  if (path === undefined) return null;
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new StartError(t("import.cannotRead", { path, code }));
  }
}

function print(report: ImportReport, dryRun: boolean, t: TFunction<"registry">): number {
  const { problems, encodings, cases, evaluations, newCentres, newMentors } = report;
  for (const file of ["cases", "evaluations"] as const) {
    if (encodings[file] === "windows-1250") {
      console.log(t("import.windows1250", { file: t(`import.file.${file}`) }));
    }
  }
  if (problems.length > 0) {
    for (const problem of problems) console.error(problemText(problem, t));
    console.error(t("import.refused", { count: problems.length }));
    return 1;
  }
  console.log(t("import.cases", cases));
  console.log(t("import.evaluations", evaluations));
  if (newCentres.length > 0) {
    const list = newCentres
      .map(({ name, regionCode }) => `${name} (${regionCode ?? t("import.unknownRegion")})`)
      .join(", ");
    console.log(t("import.newCentres", { list }));
  }
  if (newMentors.length > 0) console.log(t("import.newMentors", { count: newMentors.length }));
  if (dryRun) console.log(t("import.dryRun"));
  return 0;
}

function problemText(
  { file, line, column, reason, values }: ImportProblem,
  t: TFunction<"registry">,
): string {
  const name = t(`import.file.${file}`);
  const where = [
    line === null ? name : t("import.row", { file: name, line }),
    ...(column === null ? [] : [t("import.column", { column })]),
  ];
  // Which values a text needs depends on the reason.
  const say = t as (key: string, values: ImportProblem["values"]) => string;
  return `${where.join(", ")}: ${say(`import.problem.${reason}`, values)}`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
