import { translator } from "~/i18n/i18n.server";
import type { Role } from "~/access/index.server";
import { config } from "~/platform/config.server";
import type { Tx } from "~/platform/db/index.server";
import { queueMail } from "~/platform/mail/index.server";
import { languageOf, openEmail, openName } from "../account.server";

/** Letters about accounts; their texts are `people:mail.<kind>`. */
export type LetterKind =
  | "invitation"
  | "roleAdded"
  | "confirmEmail"
  | "alreadyRegistered"
  | "stillInvited"
  | "passwordReset"
  | "passwordChanged"
  | "secondFactorRemoved"
  | "secondFactorReset";

export interface LetterTo {
  id: string;
  emailSealed: string;
  nameSealed: string;
  language: string;
}

export interface LetterWords {
  /** Path of the link in the letter. */
  path?: string;
  roles?: readonly Role[];
  /** Who caused the letter. */
  by?: string;
}

/** Queues a letter to the owner of an account, in the owner's language. @returns the link it carries */
export async function writeTo(
  tx: Tx,
  to: LetterTo,
  kind: LetterKind,
  words: LetterWords = {},
): Promise<string> {
  const language = languageOf(to);
  const t = await translator(language, "people");
  const common = await translator(language, "common");
  const link = `${config().publicUrl}${words.path ?? "/prihlaseni"}`;
  const values = {
    name: openName(to),
    link,
    by: words.by ?? t("mail.office"),
    roles: (words.roles ?? []).map((role) => common(`role.${role}`)).join(", "),
  };
  await queueMail(tx, {
    to: openEmail(to),
    subject: t(`mail.${kind}.subject`, values),
    text: `${t("mail.greeting", values)}\n\n${t(`mail.${kind}.text`, values)}\n\n${t("mail.signature", values)}\n`,
    kind: `people.${kind}`,
  });
  return link;
}
