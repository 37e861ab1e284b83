import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { stateAfter } from "../rules/entry-states";
import { lockOwnEntry } from "./own-entry.server";
import { writeStep } from "./write-step.server";

/**
 * Takes back an own entry nobody has approved; its time is free again.
 * @throws AppError stale when it has changed meanwhile, conflict when it is approved
 */
export async function withdrawEntry(
  actor: Actor,
  { id, version }: { id: string; version: number },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const row = await lockOwnEntry(tx, actor, id);
    if (row.state === "withdrawn") return;
    const state = stateAfter(row.state, "withdraw");
    if (!state) throw new AppError("conflict", { reason: "practice:refusal.locked" });
    if (row.version !== version) throw new AppError("stale");
    await tx.practiceEntry.update({
      where: { id },
      data: { state, updatedAt: now, version: { increment: 1 } },
    });
    await writeStep(tx, { entryId: id, state, by: actor.accountId, now });
    await audit(tx, {
      actor: actor.accountId,
      action: "practice.withdraw",
      subject: { kind: "practice_entry", id },
      at: now,
    });
  });
}
