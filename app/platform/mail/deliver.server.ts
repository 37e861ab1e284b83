import type { Logger } from "pino";
import { unseal } from "../crypto/index.server";
import { db, inTransaction } from "../db/index.server";
import { leaseMs, nextAttemptAt } from "./letter";
import type { MailColumn } from "./queue.server";
import { mailPlace } from "./queue.server";
import type { MailTransport } from "./transport.server";
import { openTransport } from "./transport.server";

interface ClaimedMail {
  id: string;
  attempts: number;
  createdAt: Date;
  toSealed: string | null;
  subjectSealed: string | null;
  textSealed: string | null;
}

/** What became of the letters of one run. */
export interface Delivery {
  sent: number;
  /** Not sent now, to be tried again. */
  postponed: number;
  /** Given up. */
  failed: number;
}

/** How long the texts of a letter that was given up are kept. */
const failedTextsDays = 30;
const erased = { toSealed: null, subjectSealed: null, textSealed: null };

/**
 * Sends every letter whose time has come. A letter is taken for five minutes before it is sent and its texts are
 * erased after; only a crash between the two sends it again, with the same Message-ID.
 */
export async function deliverMail({
  now,
  log,
  signal,
}: {
  now: Date;
  log?: Logger;
  signal?: AbortSignal;
}): Promise<Delivery> {
  const delivery: Delivery = { sent: 0, postponed: 0, failed: 0 };
  let transport: MailTransport | undefined;
  try {
    while (!signal?.aborted) {
      const mail = await claimMail(now);
      if (!mail) break;
      transport ??= openTransport();
      const outcome = await deliverOne(mail, transport, now);
      delivery[outcome.state] += 1;
      if (outcome.failure) log?.warn({ mail: mail.id, ...outcome }, "letter was not sent");
    }
    return delivery;
  } finally {
    transport?.close();
  }
}

/** Erases the texts of letters given up long ago; their kind, state and times stay. */
export async function eraseFailedMail({ now }: { now: Date }): Promise<number> {
  const { count } = await db().mail.updateMany({
    where: {
      state: "failed",
      textSealed: { not: null },
      nextAttemptAt: { lt: new Date(now.getTime() - failedTextsDays * 86_400_000) },
    },
    data: erased,
  });
  return count;
}

/** Takes the letter that waits longest; letters another process is just taking are passed over. */
async function claimMail(now: Date): Promise<ClaimedMail | null> {
  return inTransaction(async (tx) => {
    const [next] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM mails WHERE state = 'queued' AND "nextAttemptAt" <= ${now}
       ORDER BY "nextAttemptAt", id LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!next) return null;
    return tx.mail.update({
      where: { id: next.id },
      data: { attempts: { increment: 1 }, nextAttemptAt: new Date(now.getTime() + leaseMs) },
    });
  });
}

async function deliverOne(
  mail: ClaimedMail,
  transport: MailTransport,
  now: Date,
): Promise<{ state: keyof Delivery; failure?: string }> {
  const { id, attempts, createdAt } = mail;
  // Whoever took the letter after our lease ran out has counted one attempt more: the outcome is theirs.
  const ours = { id, attempts, state: "queued" as const };
  try {
    const open = (column: MailColumn) => unseal(mail[column] ?? "", mailPlace(column, id));
    await transport.send({
      id,
      to: open("toSealed"),
      subject: open("subjectSealed"),
      text: open("textSealed"),
      createdAt,
    });
  } catch (error) {
    const failure = failureCode(error);
    const again = nextAttemptAt(attempts, now);
    await db().mail.updateMany({
      where: ours,
      data: again ? { failure, nextAttemptAt: again } : { failure, state: "failed", nextAttemptAt: now },
    });
    return { state: again ? "postponed" : "failed", failure };
  }
  await db().mail.updateMany({ where: ours, data: { ...erased, state: "sent", sentAt: now, failure: null } });
  return { state: "sent" };
}

/** A code and nothing of the server's words, which repeat addresses. */
function failureCode(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if ("responseCode" in error && typeof error.responseCode === "number") return String(error.responseCode);
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
