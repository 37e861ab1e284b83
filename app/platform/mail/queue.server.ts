import { randomUUID } from "node:crypto";
import { now } from "../clock.server";
import type { SealedPlace } from "../crypto/index.server";
import { seal } from "../crypto/index.server";
import type { Tx } from "../db/index.server";
import { jobSoon } from "../jobs/running-jobs.server";
import { isMailAddress, oneLine } from "./letter";

/** Name of the job that sends what is queued. */
export const mailJobName = "deliver-mail";

/** A letter to one person. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** What it is about, for the operator: `invitation`, `password-reset`. Kept after the texts are erased. */
  kind?: string;
  /** When it was written; now when left out. */
  at?: Date;
}

/** Columns of the outgoing mail that hold sealed text. */
export type MailColumn = "toSealed" | "subjectSealed" | "textSealed";

/** Where a sealed text of a letter lives. */
export function mailPlace(column: MailColumn, id: string): SealedPlace {
  return { table: "mails", column, row: id };
}

/**
 * Queues a letter in the transaction that gives the reason for it; it goes out soon after the commit.
 * @returns id of the letter
 * @throws TypeError when `to` is not one plain address
 */
export async function queueMail(
  tx: Tx,
  { to, subject, text, kind = "letter", at = now() }: Letter,
): Promise<string> {
  if (!isMailAddress(to)) throw new TypeError("A letter needs one plain address");
  const id = randomUUID();
  await tx.mail.create({
    data: {
      id,
      kind,
      toSealed: seal(to, mailPlace("toSealed", id)),
      subjectSealed: seal(oneLine(subject), mailPlace("subjectSealed", id)),
      textSealed: seal(text, mailPlace("textSealed", id)),
      createdAt: at,
      nextAttemptAt: at,
    },
  });
  mailSoon();
  return id;
}

/** Lets queued mail go out now rather than at the next minute. */
export function mailSoon(): void {
  jobSoon(mailJobName);
}
