import certification from "~/i18n/cs/certification";
import type { Tx } from "~/platform/db/index.server";
import type { BadgeWords } from "../../rules/certificate/badge-credential";
import { currentTemplate } from "./template.server";

/** Words of badges. They are Czech whatever the language of the one who asks: a badge says the same to everybody. */
export async function badgeWords(reader?: Tx): Promise<BadgeWords> {
  const { content } = await currentTemplate(reader);
  const { description, criteria } = certification.badge.printed;
  return { issuerName: content.provider.name, name: content.programme, description, criteria };
}
