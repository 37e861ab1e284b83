import { translator } from "~/i18n/i18n.server";
import { addressOf } from "~/people/index.server";
import { config } from "~/platform/config.server";
import type { Tx } from "~/platform/db/index.server";
import { queueMail } from "~/platform/mail/index.server";
import { formatDay } from "~/ui/formatting";
import type { DecisionKind } from "../../rules/mentors/facts";

/** Writes to a mentor that something was decided and from when. Why is said in person, never in a letter. */
export async function tellMentor(
  tx: Tx,
  { accountId, kind, fromDay, now }: { accountId: string; kind: DecisionKind; fromDay: string; now: Date },
): Promise<void> {
  const to = await addressOf(accountId, tx);
  if (!to) return;
  const t = await translator(to.language, "mentors");
  const address = `${config().publicUrl}${kind === "ended" ? "" : "/mentor"}`;
  await queueMail(tx, {
    to: to.address,
    subject: t(`mail.${kind}.subject`),
    text: t(`mail.${kind}.text`, { day: formatDay(fromDay, to.language), address }),
    kind: `mentor-${kind}`,
    at: now,
  });
}
