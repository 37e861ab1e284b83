import type { Actor } from "~/access/index.server";
import { dateToDay } from "~/platform/days";
import type { Prisma, Tx } from "~/platform/db/index.server";
import { whereRun } from "./scopes.server";

/** A run that takes people in. */
export interface OpenRun {
  id: string;
  name: string;
  town: string;
  startsOn: string;
  places: number;
  taken: number;
  waiting: number;
}

/** Enrolments that hold a place of their run. */
export const holdsPlace = { state: { in: ["active", "graduated"] } } satisfies Prisma.EnrolmentWhereInput;

/** Runs the actor may admit to, the nearest start first. */
export async function runsTakingPeople(actor: Actor, reader: Tx): Promise<OpenRun[]> {
  const rows = await reader.courseRun.findMany({
    where: { AND: [whereRun(actor, "application:decide"), { state: { in: ["recruiting", "running"] } }] },
    orderBy: [{ startsOn: "asc" }, { name: "asc" }],
    include: {
      _count: {
        select: { enrolments: { where: holdsPlace }, applications: { where: { state: "waiting" } } },
      },
    },
  });
  return rows.map(({ id, name, town, startsOn, places, _count }) => ({
    id,
    name,
    town,
    startsOn: dateToDay(startsOn),
    places,
    taken: _count.enrolments,
    waiting: _count.applications,
  }));
}
