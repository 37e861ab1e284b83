import { translator } from "~/i18n/i18n.server";
import { addressOf, type MailAddress } from "~/people/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { queueMail } from "~/platform/mail/index.server";

/** Why somebody is written to; texts are `teaching:reminder.<kind>`. */
export type ReminderKind = "tomorrow" | "idle" | "digest";

/** What fills the text: links, times and numbers, never anybody's name or what somebody wrote. */
export type ReminderValues = {
  link: string;
  when: string;
  summary: string;
  offLink: string;
};

export interface Reminder {
  key: string;
  kind: ReminderKind;
  accountId: string;
  values: (person: MailAddress) => Partial<ReminderValues> & Pick<ReminderValues, "link">;
  now: Date;
}

/**
 * Sends one reminder, ever: its key is written in the same transaction as the letter, so of two workers the
 * second waits for the first and finds it done. Somebody without a confirmed address is not written to.
 * @returns whether this call sent it
 */
export async function remindOnce({ key, kind, accountId, values, now }: Reminder): Promise<boolean> {
  return inTransaction(async (tx) => {
    const person = await addressOf(accountId, tx);
    if (!person) return false;
    const { count } = await tx.reminder.createMany({
      data: [{ key, kind, accountId, sentAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) return false;
    const t = await translator(person.language, "teaching");
    const filled: ReminderValues = { when: "", summary: "", offLink: "", ...values(person) };
    await queueMail(tx, {
      to: person.address,
      subject: t(`reminder.${kind}.subject`, filled),
      text: t(`reminder.${kind}.text`, filled),
      kind: `reminder-${kind}`,
      at: now,
    });
    return true;
  });
}
