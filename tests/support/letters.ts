import { unseal } from "~/platform/crypto/index.server";
import { db } from "~/platform/db/index.server";
import { mailPlace, type MailColumn } from "~/platform/mail/queue.server";

/** A letter that waits in the queue, opened. */
export interface QueuedLetter {
  kind: string;
  to: string;
  subject: string;
  text: string;
  /** Path of the first link in it. */
  path: string | null;
}

/** Letters in the queue, in the order they were written. */
export async function queuedLetters(to?: string): Promise<QueuedLetter[]> {
  const rows = await db().mail.findMany({ orderBy: { createdAt: "asc" } });
  const letters = rows.map((row) => {
    const open = (column: MailColumn) => unseal(row[column] ?? "", mailPlace(column, row.id));
    const text = open("textSealed");
    const link = /https?:\/\/[^/\s]+(\/\S*)/.exec(text);
    return {
      kind: row.kind,
      to: open("toSealed"),
      subject: open("subjectSealed"),
      text,
      path: link?.[1] ?? null,
    };
  });
  return letters.filter((letter) => to === undefined || letter.to === to);
}

/** The token in the last link sent to somebody. @throws when there is none */
export async function lastToken(to: string): Promise<string> {
  const path = (await queuedLetters(to)).findLast((letter) => letter.path !== null)?.path;
  const token = path && /\/([\w-]{43})(?:\?|$)/.exec(path)?.[1];
  if (!token) throw new Error(`No link was sent to ${to}`);
  return token;
}
