import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal, type SealedPlace } from "~/platform/crypto/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { moveTo } from "../../rules/recruitment/waiting-order";
import { runOf } from "../runs.server";
import { lockRuns, waitingListOf } from "./waiting-list.server";

export interface WaitingMoveInput {
  /** Id made by the form. */
  id: string;
  run: string;
  application: string;
  /** The place to move to, counted from 1. */
  place: number;
  reason: string;
  /** Application ids in the order the form was drawn from, joined by commas. */
  order: string;
}

/** Where the reason of a move lives. */
export function moveReasonPlace(id: string): SealedPlace {
  return { table: "waiting_moves", column: "reasonSealed", row: id };
}

/**
 * Moves somebody on the waiting list, with a reason that stays on record. The same form sent twice moves once.
 * @throws AppError notFound, stale when the list changed meanwhile, invalid when there is no such place
 */
export async function moveOnWaitingList(
  actor: Actor,
  input: WaitingMoveInput,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockRuns(tx, [input.run]);
    const run = await runOf(actor, "application:decide", input.run, tx);
    const before = await tx.waitingMove.findUnique({ where: { id: input.id } });
    if (before?.runId === run.id) return;
    if (before) throw new AppError("conflict");
    const list = await waitingListOf(tx, run.id);
    const order = list.map(({ applicationId }) => applicationId);
    if (order.join(",") !== input.order) throw new AppError("stale");
    const from = order.indexOf(input.application) + 1;
    if (from === 0) throw new AppError("conflict", { reason: "recruitment:refusal.notWaiting" });
    if (input.place > order.length || input.place === from) {
      throw new AppError("invalid", { field: "place", reason: "recruitment:error.place" });
    }
    if (list[from - 1]!.accountId === actor.accountId) throw new AppError("forbidden");
    const people = list.map(({ applicationId: id, position }) => ({ id, position }));
    for (const { id, position } of moveTo(people, input.application, input.place)) {
      await tx.application.update({ where: { id }, data: { waitingPosition: position } });
    }
    await tx.waitingMove.create({
      data: {
        id: input.id,
        runId: run.id,
        applicationId: input.application,
        fromPlace: from,
        toPlace: input.place,
        reasonSealed: seal(input.reason, moveReasonPlace(input.id)),
        movedAt: now,
        movedById: actor.accountId,
      },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "waiting.move",
      subject: { kind: "application", id: input.application },
      details: { run: run.id, from, to: input.place },
      at: now,
    });
  });
}
