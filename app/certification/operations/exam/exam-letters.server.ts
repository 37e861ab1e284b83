import { translator } from "~/i18n/i18n.server";
import { addressesOf } from "~/people/index.server";
import { config } from "~/platform/config.server";
import { dateToDay, formatTime } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { queueMail } from "~/platform/mail/index.server";
import { formatDay } from "~/ui/formatting";

/** What a letter about an exam day is about. */
export type ExamNews =
  | "invited"
  | "moved"
  | "removed"
  | "cancelled"
  | "declare"
  | "sign"
  | "reopened"
  | "memberCancelled"
  | "excuseAccepted"
  | "excuseRefused";

interface DayForLetter {
  id: string;
  heldOn: Date;
  startMinute: number;
  place: string;
}

/** Those who sit in the commission get a link to the day, the examined to their own overview. */
const toDay = new Set<ExamNews>(["declare", "sign", "reopened", "memberCancelled"]);

/** Writes the same news to several people, each in their language. */
export async function writeAboutExam(
  tx: Tx,
  input: { news: ExamNews; accountIds: readonly string[]; day: DayForLetter; reason?: string; now: Date },
): Promise<void> {
  const { news, day, reason = "", now } = input;
  const people = await addressesOf(input.accountIds, tx);
  for (const person of people.values()) {
    const t = await translator(person.language, "exam");
    const values = {
      day: formatDay(dateToDay(day.heldOn), person.language),
      time: formatTime(day.startMinute),
      place: day.place,
      reason,
      link: `${config().publicUrl}${toDay.has(news) ? `/zkousky/${day.id}` : "/kurz/muj-prehled"}`,
    };
    await queueMail(tx, {
      to: person.address,
      subject: t(`letter.${news}.subject`, values),
      text: t(`letter.${news}.text`, values),
      kind: `exam-${news}`,
      at: now,
    });
  }
}
