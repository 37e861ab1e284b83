import type { Actor } from "~/access/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { forecastOf, type Forecast } from "../../rules/overview/forecast";
import { runShare } from "../../rules/overview/run-time";
import type { RunState } from "../../rules/run-states";
import { runSettings } from "../runs.server";
import { whereRun } from "../scopes.server";
import { traineeFacts, type TraineeFacts } from "./trainee-facts.server";

/** A run beside the others; shares are 0–1 and averages over the people who study or have graduated. */
export interface ComparedRun {
  id: string;
  name: string;
  town: string;
  state: RunState;
  startsOn: string;
  endsOn: string;
  /** People who study or have graduated, and places. */
  taken: number;
  places: number;
  timeShare: number;
  theoryShare: number | null;
  practiceShare: number | null;
  attendanceShare: number | null;
  /** Trainees with at least one flag. */
  flagged: number;
  forecast: Forecast;
}

/** Runs compared at once at most: the latest ones. */
const runsAtOnce = 40;

/** Runs the actor may see side by side, the latest start first; one batch of queries for all of them. */
export async function compareRuns(actor: Actor, { now }: { now: Date }): Promise<ComparedRun[]> {
  const runs = await db().courseRun.findMany({
    where: whereRun(actor, "run:list"),
    orderBy: [{ startsOn: "desc" }, { name: "asc" }],
    take: runsAtOnce,
  });
  const facts = await traineeFacts({ runIds: runs.map(({ id }) => id) }, now);
  const people = new Map<string, TraineeFacts[]>(runs.map(({ id }) => [id, []]));
  for (const one of facts) people.get(one.runId)!.push(one);
  const today = dayOf(now);
  return runs.map((run) => {
    const all = people.get(run.id)!;
    const staying = all.filter(({ state }) => state === "active" || state === "graduated");
    const settings = runSettings(run);
    const days = { startsOn: dateToDay(run.startsOn), endsOn: dateToDay(run.endsOn) };
    return {
      id: run.id,
      name: run.name,
      town: run.town,
      state: run.state,
      ...days,
      taken: staying.length,
      places: run.places,
      timeShare: runShare(days, today),
      theoryShare: mean(staying.map(({ sums }) => capped(sums.theoryMinutes, settings.theoryMinutes))),
      practiceShare: mean(staying.map(({ sums }) => capped(sums.practiceMinutes, settings.practiceMinutes))),
      attendanceShare: mean(
        staying.flatMap(({ attendance }) => (attendance.share === null ? [] : [attendance.share])),
      ),
      flagged: all.filter(({ flags }) => flags.length > 0).length,
      forecast: forecastOf(
        all.map(({ outlook }) => outlook),
        run.graduateGoal,
        run.state,
      ),
    };
  });
}

function capped(done: number, total: number): number {
  return total === 0 ? 1 : Math.min(1, Math.max(0, done / total));
}

function mean(shares: readonly number[]): number | null {
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
