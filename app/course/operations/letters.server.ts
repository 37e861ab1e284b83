import { translator } from "~/i18n/i18n.server";
import { addressOf } from "~/people/index.server";
import { config } from "~/platform/config.server";
import { queueMail } from "~/platform/mail/index.server";
import type { Tx } from "~/platform/db/index.server";
import { formatDateTime, formatDay } from "~/ui/formatting";

/** What an applicant is told by mail: never a reason, never anything about entry conditions. */
export type ApplicantNews =
  "admitted" | "waiting" | "decided" | "offered" | "offerExpired" | "offerWithdrawn";

/** Queues a letter to an applicant; somebody without a confirmed address gets none and sees it in the portal. */
export async function writeToApplicant(
  tx: Tx,
  input: {
    accountId: string;
    news: ApplicantNews;
    run?: { town: string; startsOn: string };
    /** Until when an offered place waits for the answer. */
    answerBy?: Date;
    now: Date;
  },
): Promise<void> {
  const person = await addressOf(input.accountId, tx);
  if (!person) return;
  const t = await translator(person.language, "course");
  const values = {
    name: person.name,
    town: input.run?.town ?? "",
    day: input.run ? formatDay(input.run.startsOn, person.language) : "",
    until: input.answerBy ? formatDateTime(input.answerBy, person.language) : "",
    link: `${config().publicUrl}/kurz/prihlaska`,
    courseLink: `${config().publicUrl}/kurz`,
  };
  await queueMail(tx, {
    to: person.address,
    subject: t(`letter.${input.news}.subject`, values),
    text: t(`letter.${input.news}.text`, values),
    kind: `application-${input.news}`,
    at: input.now,
  });
}
