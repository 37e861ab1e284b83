import { accountPlace } from "~/access/index.server";
import { blindIndex, seal, unseal } from "~/platform/crypto/index.server";
import { normalEmail } from "./rules/email";

/** How an account's personal data is kept: sealed, and the address also as a keyed hash to be found by. */

/** The key an address is found by. */
export function emailKeyOf(address: string): string {
  return blindIndex("account.email", normalEmail(address));
}

/** Columns of a name and an address for an account. */
export function sealedPerson(accountId: string, { name, email }: { name: string; email: string }) {
  return {
    emailKey: emailKeyOf(email),
    emailSealed: seal(normalEmail(email), accountPlace("emailSealed", accountId)),
    nameSealed: sealName(accountId, name),
  };
}

export function sealName(accountId: string, name: string): string {
  return seal(name, accountPlace("nameSealed", accountId));
}

export function openName(account: { id: string; nameSealed: string }): string {
  return unseal(account.nameSealed, accountPlace("nameSealed", account.id));
}

export function openEmail(account: { id: string; emailSealed: string }): string {
  return unseal(account.emailSealed, accountPlace("emailSealed", account.id));
}

export function languageOf(account: { language: string }): "cs" | "en" {
  return account.language === "en" ? "en" : "cs";
}
