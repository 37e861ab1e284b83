import { translator } from "~/i18n/i18n.server";
import { addressesOf } from "~/people/index.server";
import { config } from "~/platform/config.server";
import type { Tx } from "~/platform/db/index.server";
import { queueMail } from "~/platform/mail/index.server";

/**
 * Queues letters that say only that a message waits in the portal: no sender, no run, nothing of what it says.
 * Who has no confirmed address finds the message on the home page.
 */
export async function announceMessage(
  tx: Tx,
  { messageId, accountIds, now }: { messageId: string; accountIds: readonly string[]; now: Date },
): Promise<void> {
  for (const person of (await addressesOf(accountIds, tx)).values()) {
    const t = await translator(person.language, "overview");
    await queueMail(tx, {
      to: person.address,
      subject: t("letter.message.subject"),
      text: t("letter.message.text", {
        name: person.name,
        link: `${config().publicUrl}/zpravy/${messageId}`,
      }),
      kind: "run-message",
      at: now,
    });
  }
}
