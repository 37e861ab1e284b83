/** The rules of a letter: what may be an address, how a subject is written, when to try again. Pure. */

/** Attempts after which a letter is given up. */
export const maxAttempts = 8;

/** While a worker holds a letter nobody else tries it; longer than any conversation with a mail server. */
export const leaseMs = 5 * 60_000;

/** One plain address: no name, no list, nothing that would end a header. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s\p{Cc}@<>,;:"()[\]\\]+@[^\s\p{Cc}@<>,;:"()[\]\\]+$/u.test(text);
}

/** A subject on one line: control characters and line breaks become spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}

/** When to try again after the given number of failed attempts (1, 2, …); null when it is time to give up. */
export function nextAttemptAt(attempts: number, now: Date): Date | null {
  return attempts >= maxAttempts ? null : new Date(now.getTime() + 2 ** attempts * 60_000);
}

/** The same letter always has the same Message-ID, so a mail server that got it twice can tell. */
export function messageId(id: string, publicUrl: string): string {
  return `<${id}@${new URL(publicUrl).hostname}>`;
}

/** Name of the file of a letter in the outbox: sorted by time, and the same at every attempt. */
export function outboxFileName(id: string, createdAt: Date): string {
  return `${createdAt.toISOString().replace(/[:.]/g, "-")}-${id}.eml`;
}
