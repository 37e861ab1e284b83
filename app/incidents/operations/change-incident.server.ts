import type { Actor } from "~/access/index.server";
import { lockRow, type Prisma, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { whereIncident, type IncidentPermission } from "./incident-scope.server";

/**
 * Holds an incident the actor may change until the end of the transaction.
 * @throws AppError notFound outside the scope
 */
export async function requireIncident(
  tx: Tx,
  actor: Actor,
  permission: IncidentPermission,
  id: string,
): Promise<void> {
  await lockRow(tx, `incident:${id}`);
  const found = await tx.incident.count({ where: { AND: [{ id }, whereIncident(actor, permission)] } });
  if (found === 0) throw new AppError("notFound");
}

/**
 * Changes an incident as it was seen. Every change raises the version: the map's memory counts on it.
 * @throws AppError stale when it has another version by now
 */
export async function changeIncident(
  tx: Tx,
  id: string,
  version: number,
  data: Prisma.IncidentUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await tx.incident.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
}
