import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal } from "~/platform/crypto/index.server";
import { inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import type { MessageForm } from "../../schema";
import { runOf } from "../runs.server";
import { announceMessage } from "./announce-message.server";
import { messagePlace, recipientStates } from "./message-rows.server";

export interface SendMessageInput extends MessageForm {
  runId: string;
}

/** What came of it; `sent` is false when the same form had been sent before. */
export interface SentNow {
  id: string;
  recipients: number;
  sent: boolean;
}

/**
 * Sends a message to one trainee of a run or to all of them. It is read in the portal; the mail only says
 * that it is there. The same id again has no second effect.
 * @throws AppError notFound outside the actor's runs; conflict in a closed run; invalid when nobody would get it
 */
export async function sendMessage(
  actor: Actor,
  { id, runId, to, subject, text }: SendMessageInput,
  { now }: { now: Date },
): Promise<SentNow> {
  return inTransaction(async (tx) => {
    await lockRow(tx, `run-message:${id}`);
    const run = await runOf(actor, "message:send", runId, tx);
    const recipients = await recipientsOf(tx, run.id, to);
    const known = await tx.runMessage.findUnique({ where: { id }, select: { runId: true, senderId: true } });
    if (known) {
      if (known.runId !== run.id || known.senderId !== actor.accountId) throw new AppError("conflict");
      return { id, recipients: recipients.length, sent: false };
    }
    if (run.state === "closed") throw new AppError("conflict", { reason: "overview:refusal.closedRun" });
    if (recipients.length === 0)
      throw new AppError("invalid", { field: "to", reason: "overview:refusal.nobody" });
    await tx.runMessage.create({
      data: {
        id,
        runId: run.id,
        enrolmentId: to === "all" ? null : to,
        senderId: actor.accountId,
        subjectSealed: seal(subject, messagePlace("subjectSealed", id)),
        textSealed: seal(text, messagePlace("textSealed", id)),
        sentAt: now,
      },
    });
    await announceMessage(tx, { messageId: id, accountIds: recipients, now });
    await audit(tx, {
      actor: actor.accountId,
      action: "message.send",
      subject: { kind: "run", id: run.id },
      details: { message: id, to: to === "all" ? "all" : "one", recipients: recipients.length },
      at: now,
    });
    return { id, recipients: recipients.length, sent: true };
  });
}

/** Accounts a message goes to; somebody of another run is nobody here. */
async function recipientsOf(tx: Tx, runId: string, to: string): Promise<string[]> {
  const rows = await tx.enrolment.findMany({
    where: { runId, state: { in: [...recipientStates] }, ...(to === "all" ? {} : { id: to }) },
    select: { accountId: true },
    orderBy: { enrolledAt: "asc" },
  });
  return rows.map(({ accountId }) => accountId);
}
