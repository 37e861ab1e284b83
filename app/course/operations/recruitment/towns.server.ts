import type { Actor } from "~/access/index.server";
import { db, type Prisma } from "~/platform/db/index.server";
import { applicationStates } from "../../rules/application-states";
import { countByTown, type TownCount } from "../../rules/recruitment/town-counts";
import { whereApplication } from "../scopes.server";

/** How many applied from where, within the actor's scope. Numbers only: nothing about conditions. */
export async function applicationsByTown(
  actor: Actor,
  filter: Prisma.ApplicationWhereInput = {},
): Promise<TownCount[]> {
  const rows = await db().application.groupBy({
    by: ["town", "state"],
    where: { AND: [whereApplication(actor, "application:list"), filter] },
    _count: { _all: true },
  });
  return countByTown(
    rows.map(({ town, state, _count }) => ({ town, state, count: _count._all })),
    applicationStates,
  );
}
