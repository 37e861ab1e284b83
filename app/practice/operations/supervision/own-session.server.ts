import type { Actor } from "~/access/index.server";
import { lockRow, type Prisma, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";

export type SessionRecord = Prisma.SupervisionSessionGetPayload<object>;

/** Whoever changes one supervisor's sessions waits here for the others, before the lock of a session. */
export async function lockSupervisor(tx: Tx, accountId: string): Promise<void> {
  await lockRow(tx, `supervisor-sessions:${accountId}`);
}

/** Whoever gives or takes places of a session waits here for the others. */
export async function lockSession(tx: Tx, id: string): Promise<void> {
  await lockRow(tx, `supervision:${id}`);
}

/** A session the actor leads, locked. @throws AppError notFound */
export async function lockOwnSession(tx: Tx, actor: Actor, id: string): Promise<SessionRecord> {
  if (!isRowId(id)) throw new AppError("notFound");
  await lockSession(tx, id);
  const session = await tx.supervisionSession.findFirst({ where: { id, supervisorId: actor.accountId } });
  if (!session) throw new AppError("notFound");
  return session;
}

/** The same when it is still planned. @throws AppError notFound, conflict when it was held or cancelled */
export async function lockPlannedSession(tx: Tx, actor: Actor, id: string): Promise<SessionRecord> {
  const session = await lockOwnSession(tx, actor, id);
  if (session.state !== "planned")
    throw new AppError("conflict", { reason: `supervision:refusal.${session.state}` });
  return session;
}

/** Writes to a session as it was read. @throws AppError stale */
export async function writeSession(
  tx: Tx,
  { id, version }: { id: string; version: number },
  data: Prisma.SupervisionSessionUpdateManyMutationInput,
): Promise<void> {
  const { count } = await tx.supervisionSession.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
}
