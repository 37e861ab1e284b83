import type { Actor } from "~/access/index.server";
import { lockEnrolment } from "~/course/index.server";
import type { Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import type { EntryRow } from "./entry-content.server";

/**
 * The actor's own entry, with its enrolment locked against other writers.
 * @throws AppError notFound when it is somebody else's
 */
export async function lockOwnEntry(tx: Tx, actor: Actor, id: string): Promise<EntryRow> {
  const where = { id, enrolment: { accountId: actor.accountId } };
  const found = isRowId(id) ? await tx.practiceEntry.findFirst({ where }) : null;
  if (!found) throw new AppError("notFound");
  await lockEnrolment(tx, found.enrolmentId);
  return tx.practiceEntry.findUniqueOrThrow({ where: { id } });
}
