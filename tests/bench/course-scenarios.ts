import { startPortal, type RunningPortal } from "../support/portal-process";
import { answerTests, walkFloor, type Burst, type CourseLoad } from "./course-load";
import { measure, percentilesOf, type BenchRow } from "./measure";
import { countQueriesBefore } from "./query-counter";

interface Portals {
  portal: RunningPortal;
  floor: RunningPortal;
}

/** The trainer's table with few and with many people; on PostgreSQL with the statements one page takes. */
export async function benchRunTables(
  load: CourseLoad,
  { portal, floor, databaseUrl, seconds }: Portals & { databaseUrl: string; seconds: number },
): Promise<BenchRow[]> {
  const statements = databaseUrl ? await statementsOf(load, portal.dataDir, databaseUrl) : null;
  const rows: BenchRow[] = [];
  for (const { people, runId } of load.tables) {
    const url = `${portal.url}/behy/${runId}`;
    await measure(url, load.trainer, 2);
    const below = await measure(`${floor.url}/`, undefined, seconds);
    const measured = await measure(url, load.trainer, seconds);
    const counted = statements ? `, ${statements.get(runId)} queries` : "";
    rows.push({
      page: `run table, ${people} people${counted}`,
      ...measured,
      ofFloor: measured.requestsPerSecond / below.requestsPerSecond,
      scriptKilobytes: null,
    });
  }
  return rows;
}

/** Statements of one page by run, counted in a portal of its own that does no work besides. */
async function statementsOf(
  load: CourseLoad,
  dataDir: string,
  databaseUrl: string,
): Promise<Map<string, number>> {
  const counter = await countQueriesBefore(databaseUrl);
  const env = { DATABASE_URL: counter.url, WORKER: "off" };
  const portal = await startPortal({ dataDir, mode: "demo", env });
  try {
    const statements = new Map<string, number>();
    for (const { runId } of load.tables) {
      const ask = async () => {
        const answer = await fetch(`${portal.url}/behy/${runId}`, { headers: { cookie: load.trainer } });
        await answer.arrayBuffer();
        if (answer.status !== 200) throw new Error(`/behy/${runId} answers ${answer.status}`);
      };
      // The first time also fills what is remembered between requests.
      await ask();
      const before = counter.count();
      await ask();
      statements.set(runId, counter.count() - before);
    }
    return statements;
  } finally {
    await portal.stop();
    await counter.stop();
  }
}

/** Everybody at a test at once, beside as many requests at once to the floor. */
export async function benchTest(load: CourseLoad, { portal, floor }: Portals): Promise<BenchRow[]> {
  const people = load.trainees.length;
  await walkFloor(floor.url, 20);
  const below = await walkFloor(floor.url, people);
  const answered = await answerTests(portal.url, load);
  const rate = (burst: Burst) => burst.times.length / burst.seconds;
  const rowOf = (page: string, burst: Burst): BenchRow => ({
    page,
    requestsPerSecond: rate(burst),
    ...percentilesOf(burst.times),
    errors: burst.errors,
    ofFloor: rate(burst) / rate(below),
    scriptKilobytes: null,
  });
  return [
    rowOf(`floor, ${people} visitors at once`, below),
    rowOf(`test of ${load.questions}, ${people} trainees at once`, answered),
  ];
}
