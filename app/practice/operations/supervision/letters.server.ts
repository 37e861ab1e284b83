import { translator } from "~/i18n/i18n.server";
import { addressesOf, type MailAddress } from "~/people/index.server";
import { config } from "~/platform/config.server";
import { formatTime } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { queueMail } from "~/platform/mail/index.server";
import { formatDay, formatTimeOfDay } from "~/ui/formatting";
import { placeHolding } from "../../supervision-codes";
import { personOf, personSelect } from "./session-people.server";

/** What a letter about a session says: that there is one, when, and where to look. */
export type SessionNews = "invited" | "changed" | "cancelled" | "uninvited";

/**
 * Writes to invited people about a session. A letter has the time and a link: place, link of the video, who
 * leads it, who else comes and why it does not take place are read in the portal.
 * @param personIds only these people; everybody who holds a place unless given
 */
export async function writeAboutSession(
  tx: Tx,
  {
    session,
    news,
    personIds,
    now,
  }: {
    session: { id: string; day: string; startMinute: number };
    news: SessionNews;
    personIds?: readonly string[];
    now: Date;
  },
): Promise<void> {
  const invitations = await tx.supervisionInvitation.findMany({
    where: {
      sessionId: session.id,
      ...(personIds
        ? { OR: [{ enrolmentId: { in: [...personIds] } }, { mentorId: { in: [...personIds] } }] }
        : { state: { in: [...placeHolding] } }),
    },
    select: personSelect,
  });
  const accounts = invitations.flatMap((row) => personOf(row).accountId ?? []);
  for (const person of (await addressesOf(accounts, tx)).values())
    await sendSessionLetter(tx, person, { session, news, now });
}

/** One such letter. */
export async function sendSessionLetter(
  tx: Tx,
  person: MailAddress,
  {
    session,
    news,
    now,
  }: { session: { id: string; day: string; startMinute: number }; news: SessionNews; now: Date },
): Promise<void> {
  const { language } = person;
  const t = await translator(language, "supervision");
  const values = {
    when: whenInWords(session, language),
    link: `${config().publicUrl}/supervize/${session.id}`,
  };
  await queueMail(tx, {
    to: person.address,
    subject: t(`letter.${news}.subject`, values),
    text: t(`letter.${news}.text`, values),
    kind: `supervision-${news}`,
    at: now,
  });
}

/** Day and time of a session: "12. 6. 2026, 9:00". */
export function whenInWords(
  { day, startMinute }: { day: string; startMinute: number },
  language: "cs" | "en",
): string {
  return `${formatDay(day, language)}, ${formatTimeOfDay(formatTime(startMinute), language)}`;
}
