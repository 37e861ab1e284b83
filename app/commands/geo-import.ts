import { parseArgs } from "node:util";
import { now } from "~/platform/clock.server";
import { startDatabase, stopDatabase } from "~/platform/db/index.server";
import {
  databaseLayerStore,
  DEFAULT_ATTRIBUTION,
  describeProblem,
  importLayers,
  readLayerFolder,
  type ImportSummary,
  type LayerProblem,
} from "~/platform/geo/index.server";
import { StartError } from "~/platform/start-error";

/**
 * Loads map layers from a folder of GeoJSON files; with anything wrong nothing is changed.
 * On the embedded database the portal must not be running.
 */
const USAGE = "Usage: npm run geo:import -- DIR [--attribution TEXT]";
const SHOWN_PROBLEMS = 50;

async function run(directory: string, attribution: string | undefined): Promise<boolean> {
  const folder = await readLayerFolder(directory);
  if (folder.problems.length > 0) return refuse(folder.problems);
  const note = attribution ?? folder.attribution ?? DEFAULT_ATTRIBUTION;
  await startDatabase();
  const result = await importLayers(folder.files, databaseLayerStore, { now: now(), attribution: note });
  if (!result.ok) return refuse(result.problems);
  report(result.summary, note, folder.ignored);
  return true;
}

function refuse(problems: readonly LayerProblem[]): false {
  console.error(`Nothing was imported: ${problems.length} problem(s).`);
  for (const problem of problems.slice(0, SHOWN_PROBLEMS)) console.error(`  ${describeProblem(problem)}`);
  if (problems.length > SHOWN_PROBLEMS) console.error(`  and ${problems.length - SHOWN_PROBLEMS} more`);
  return false;
}

function report(
  { layers, ...summary }: ImportSummary,
  attribution: string,
  ignored: readonly string[],
): void {
  const population = summary.population.toLocaleString("en");
  console.log(
    `Imported ${summary.districts} districts and ${summary.municipalities} municipalities with ${population} inhabitants.`,
  );
  for (const { name, features } of layers) console.log(`  ${name}: ${features} features`);
  if (ignored.length > 0) console.log(`Not a layer of the map: ${ignored.join(", ")}`);
  console.log(`Shown with the map: ${attribution}`);
}

/** What was written on the command line, or null when it is not usable. */
function readArguments(): { directory: string; attribution: string | undefined } | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { attribution: { type: "string" } },
    });
    const [directory, ...rest] = positionals;
    if (!directory || rest.length > 0 || values.attribution?.trim() === "") return null;
    return { directory, attribution: values.attribution?.trim() };
  } catch {
    return null;
  }
}

const given = readArguments();
if (!given) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    if (!(await run(given.directory, given.attribution))) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    await stopDatabase();
  }
}
