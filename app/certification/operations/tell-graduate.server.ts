import { translator } from "~/i18n/i18n.server";
import { addressOf } from "~/people/index.server";
import { config } from "~/platform/config.server";
import type { Tx } from "~/platform/db/index.server";
import { queueMail } from "~/platform/mail/index.server";

/** Writes to a mentor that the certificate is there, and where; one issued anew says that the old one is not valid. */
export async function tellGraduate(
  tx: Tx,
  {
    accountId,
    certificateId,
    now,
    letter = "issued",
  }: { accountId: string; certificateId: string; now: Date; letter?: "issued" | "reissued" },
): Promise<void> {
  const to = await addressOf(accountId, tx);
  if (!to) return;
  const t = await translator(to.language, "certification");
  const address = `${config().publicUrl}/osvedceni/${certificateId}`;
  await queueMail(tx, {
    to: to.address,
    subject: t(`mail.${letter}.subject`),
    text: t(`mail.${letter}.text`, { address }),
    kind: `certificate-${letter}`,
    at: now,
  });
}
