import { translator } from "~/i18n/i18n.server";
import { addressOf } from "~/people/index.server";
import { config } from "~/platform/config.server";
import type { Tx } from "~/platform/db/index.server";
import { queueMail } from "~/platform/mail/index.server";

/** Writes to a new mentor that the certificate is there, and where. */
export async function tellGraduate(
  tx: Tx,
  { accountId, certificateId, now }: { accountId: string; certificateId: string; now: Date },
): Promise<void> {
  const to = await addressOf(accountId, tx);
  if (!to) return;
  const t = await translator(to.language, "certification");
  const address = `${config().publicUrl}/osvedceni/${certificateId}`;
  await queueMail(tx, {
    to: to.address,
    subject: t("mail.issued.subject"),
    text: t("mail.issued.text", { address }),
    kind: "certificate-issued",
    at: now,
  });
}
