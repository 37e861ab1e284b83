import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import type { EnrolmentState } from "~/platform/db/index.server";
import type { LedgerSums } from "../../rules/ledger";
import type { AttendanceSum } from "../../rules/overview/attendance-sum";
import type { Flag, FlagCode } from "../../rules/overview/flags";
import { forecastOf, type Forecast, type Outlook } from "../../rules/overview/forecast";
import { arrangeRows, countFlags, type TableView } from "../../rules/overview/table-order";
import type { RunSettings } from "../../rules/run-settings";
import { runOf } from "../runs.server";
import { traineeFacts, type TraineeFacts } from "./trainee-facts.server";

/** One trainee in the run's table. */
export interface RunTableRow {
  enrolmentId: string;
  name: string;
  state: EnrolmentState;
  sums: LedgerSums;
  supervision: { required: number; kept: number; missing: number };
  tests: { passed: number; total: number };
  attendance: AttendanceSum;
  /** `YYYY-MM-DD`; null when never. */
  lastActiveOn: string | null;
  flags: Flag[];
  outlook: Outlook;
}

export interface RunTable {
  runId: string;
  settings: RunSettings;
  view: TableView;
  /** Those the view shows, in its order. */
  rows: RunTableRow[];
  /** Of everybody in the run. */
  people: number;
  flagCounts: Record<FlagCode, number>;
  forecast: Forecast;
}

/** The run's people with all that is known of their way; one batch of queries. @throws AppError notFound */
export async function readRunTable(
  actor: Actor,
  input: { runId: string; view: TableView },
  { now }: { now: Date },
): Promise<RunTable> {
  const run = await runOf(actor, "run:read", input.runId);
  const facts = await traineeFacts({ runIds: [run.id] }, now);
  const names = await namesOf(facts.map(({ accountId }) => accountId));
  const rows = facts.map((one) => tableRow(one, names.get(one.accountId) ?? "–"));
  return {
    runId: run.id,
    settings: run.settings,
    view: input.view,
    rows: arrangeRows(rows, input.view),
    people: rows.length,
    flagCounts: countFlags(rows),
    forecast: forecastOf(
      facts.map(({ outlook }) => outlook),
      run.graduateGoal,
      run.state,
    ),
  };
}

function tableRow(facts: TraineeFacts, name: string): RunTableRow {
  const { enrolmentId, state, sums, attendance, lastActiveOn, flags, outlook, standing, tests } = facts;
  const { required, kept, missing } = standing.supervision;
  return {
    enrolmentId,
    name,
    state,
    sums,
    supervision: { required, kept, missing },
    tests: { passed: tests.filter((test) => test.state === "passed").length, total: tests.length },
    attendance,
    lastActiveOn,
    flags,
    outlook,
  };
}
