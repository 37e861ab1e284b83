import { translator } from "~/i18n/i18n.server";
import { addressOf } from "~/people/index.server";
import { config } from "~/platform/config.server";
import type { Tx } from "~/platform/db/index.server";
import { queueMail } from "~/platform/mail/index.server";

/** Writes to a trainee that entries were approved or returned: how many, and where to look; nothing of them. */
export async function tellTrainee(
  tx: Tx,
  {
    enrolmentId,
    verdict,
    count,
    now,
  }: {
    enrolmentId: string;
    verdict: "approve" | "return" | "reverse";
    count: number;
    now: Date;
  },
): Promise<void> {
  const { accountId } = await tx.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    select: { accountId: true },
  });
  const to = await addressOf(accountId, tx);
  if (!to) return;
  const t = await translator(to.language, "practice");
  const address = `${config().publicUrl}/praxe`;
  await queueMail(tx, {
    to: to.address,
    subject: t(`mail.${verdict}.subject`),
    text: t(`mail.${verdict}.text`, { count, address }),
    kind: `practice-${verdict}`,
    at: now,
  });
}
