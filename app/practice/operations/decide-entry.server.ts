import type { Actor } from "~/access/index.server";
import { creditPractice, enrolmentById } from "~/course/index.server";
import { audit } from "~/platform/audit/index.server";
import { dateToDay } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { stateAfter } from "../rules/entry-states";
import { presenceRefusal, type PresenceRefusal } from "../rules/presence";
import type { SeenEntry } from "../schema";
import { presenceOf } from "./guides/presence-words.server";
import { writeStep } from "./write-step.server";

/** `without`: why the entry is approved although its guide did not confirm it; kept in its history. */
export type Verdict = { verdict: "approve"; without?: string } | { verdict: "return"; reason: string };

/** Why one entry was left as it is; the others are decided all the same. */
export type ReviewRefusal = "own" | "stale" | "decided" | "notFound" | "notStudying" | PresenceRefusal;

/** What approving depends on besides the entry. */
export interface ApprovalFrame {
  /** Whether the run asks for the confirmation of a guide. */
  presence: "required" | "optional";
  /** Hours of somebody who graduated or left are closed. */
  studying: boolean;
}

export async function approvalFrame(tx: Tx, enrolmentId: string): Promise<ApprovalFrame> {
  const enrolment = await enrolmentById(enrolmentId, tx);
  return {
    presence: enrolment?.run.settings.presenceConfirmation ?? "optional",
    studying: enrolment?.state === "active",
  };
}

/**
 * Decides about one entry whose enrolment is locked. Approved minutes go to the hour ledger.
 * @returns `done` when somebody (the same form sent twice) has decided so already
 */
export async function decideEntry(
  tx: Tx,
  actor: Actor,
  { id, version }: SeenEntry,
  { verdict, frame, now }: { verdict: Verdict; frame: ApprovalFrame; now: Date },
): Promise<"changed" | "done" | ReviewRefusal> {
  const row = await tx.practiceEntry.findUniqueOrThrow({ where: { id }, include: { presences: true } });
  const state = stateAfter(row.state, verdict.verdict);
  if (!state) {
    const wanted = verdict.verdict === "approve" ? "approved" : "returned";
    return row.state === wanted && row.version === version + 1 ? "done" : "decided";
  }
  if (row.version !== version) return "stale";
  if (state === "approved" && !frame.studying) return "notStudying";
  const unconfirmed = state === "approved" ? presenceRefusal(frame.presence, presenceOf(row).state) : null;
  if (verdict.verdict === "approve" && unconfirmed && !verdict.without) return unconfirmed;
  await tx.practiceEntry.update({
    where: { id },
    data: { state, updatedAt: now, version: { increment: 1 } },
  });
  await writeStep(tx, {
    entryId: id,
    state,
    by: actor.accountId,
    now,
    reason: verdict.verdict === "return" ? verdict.reason : unconfirmed ? verdict.without : undefined,
  });
  if (state === "approved") {
    await creditPractice(tx, {
      enrolmentId: row.enrolmentId,
      entryId: id,
      minutes: row.minutes,
      day: dateToDay(row.day),
      actorId: actor.accountId,
      now,
    });
  }
  await audit(tx, {
    actor: actor.accountId,
    action: state === "approved" ? "practice.approve" : "practice.return",
    subject: { kind: "practice_entry", id },
    details: { minutes: row.minutes },
    at: now,
  });
  return "changed";
}
