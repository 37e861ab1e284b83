import { translator } from "~/i18n/i18n.server";
import { addressesOf } from "~/people/index.server";
import { config } from "~/platform/config.server";
import type { Tx } from "~/platform/db/index.server";
import { queueMail } from "~/platform/mail/index.server";
import { formatDateTime } from "~/ui/formatting";

/**
 * Tells trainees and the trainer of a session that something changed. The letter has only the time: what is
 * taught, where, why and by whom is read in the portal.
 */
export async function writeAboutSession(
  tx: Tx,
  input: {
    session: { runId: string; trainerIds: readonly (string | null)[]; startsAt: Date };
    news: "changed" | "cancelled";
    actorId: string;
    now: Date;
  },
): Promise<void> {
  const { session, news, actorId, now } = input;
  const trainees = await tx.enrolment.findMany({
    where: { runId: session.runId, state: "active" },
    select: { accountId: true },
  });
  const concerned = new Set([...trainees.map(({ accountId }) => accountId), ...session.trainerIds]);
  concerned.delete(actorId);
  concerned.delete(null);
  const people = await addressesOf(
    [...concerned].filter((id): id is string => id !== null),
    tx,
  );
  for (const person of people.values()) {
    const t = await translator(person.language, "teaching");
    const values = {
      when: formatDateTime(session.startsAt, person.language),
      link: `${config().publicUrl}/kalendar`,
    };
    await queueMail(tx, {
      to: person.address,
      subject: t(`letter.${news}.subject`, values),
      text: t(`letter.${news}.text`, values),
      kind: `session-${news}`,
      at: now,
    });
  }
}
