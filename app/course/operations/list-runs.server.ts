import type { Actor } from "~/access/index.server";
import { dateToDay } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import type { RunState } from "../rules/run-states";
import { holdsPlace } from "./open-runs.server";
import { whereRun } from "./scopes.server";

export interface RunListItem {
  id: string;
  name: string;
  town: string;
  otherTowns: string[];
  regionCode: string;
  startsOn: string;
  endsOn: string;
  state: RunState;
  places: number;
  taken: number;
  waiting: number;
  graduates: number;
  graduateGoal: number;
}

/** Runs the actor may see, the latest start first. */
export async function listRuns(actor: Actor): Promise<RunListItem[]> {
  const rows = await db().courseRun.findMany({
    where: whereRun(actor, "run:list"),
    orderBy: [{ startsOn: "desc" }, { name: "asc" }],
    include: {
      _count: {
        select: { enrolments: { where: holdsPlace }, applications: { where: { state: "waiting" } } },
      },
      enrolments: { where: { state: "graduated" }, select: { id: true } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    town: row.town,
    otherTowns: row.otherTowns,
    regionCode: row.regionCode,
    startsOn: dateToDay(row.startsOn),
    endsOn: dateToDay(row.endsOn),
    state: row.state,
    places: row.places,
    taken: row._count.enrolments,
    waiting: row._count.applications,
    graduates: row.enrolments.length,
    graduateGoal: row.graduateGoal,
  }));
}
