import { countAttempt, mayAttempt, rateLimits } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { sealedPerson, sealName } from "../account.server";
import { hashPassword, verifyPassword } from "../passwords.server";
import { requireGoodPassword } from "./check-password.server";
import { lockEmail } from "./account-lock.server";
import { writeTo, type LetterTo } from "./letters.server";
import { giveRole } from "./roles.server";
import { issueToken, revokeTokens } from "./tokens.server";

export interface Registration {
  /** Made when the form was drawn. */
  id: string;
  name: string;
  email: string;
  password: string;
  language: "cs" | "en";
  /** Local path to go on to after the address is confirmed. */
  next?: string;
}

/**
 * Registers an applicant. The answer is the same whether or not the address has an account; the letter tells
 * its owner. Until the address is confirmed the last registration holds, and only who knows its password can
 * confirm it.
 * @throws AppError invalid (password), tooManyRequests
 */
export async function registerApplicant(
  { id, name, email, password, language, next }: Registration,
  { now, network }: { now: Date; network: string },
): Promise<void> {
  requireGoodPassword(password, { email, name });
  await countAttempt([[rateLimits.registerNetwork, network]], now);
  const passwordHash = await hashPassword(password);
  const person = sealedPerson(id, { name, email });
  await inTransaction(async (tx) => {
    await lockEmail(tx, person.emailKey);
    const known = await tx.account.findUnique({ where: { emailKey: person.emailKey } });
    if (!known) {
      const taken = await tx.account.count({ where: { id } });
      if (taken > 0) return;
      const account = await tx.account.create({
        data: { id, ...person, passwordHash, language, createdAt: now },
      });
      await giveRole(tx, { accountId: id, role: "applicant", by: null, now });
      await audit(tx, {
        actor: null,
        action: "account.registered",
        subject: { kind: "account", id },
        at: now,
      });
      await sendConfirmation(tx, account, { now, next });
      return;
    }
    if (known.disabledAt) return;
    if (known.emailConfirmedAt || known.passwordHash === null) {
      await tellOwner(tx, known, known.emailConfirmedAt ? "alreadyRegistered" : "stillInvited", now);
      return;
    }
    // The same form sent twice has one effect.
    if (known.id === id && (await verifyPassword(known.passwordHash, password))) return;
    const account = await tx.account.update({
      where: { id: known.id },
      data: { nameSealed: sealName(known.id, name), passwordHash, language, version: { increment: 1 } },
    });
    await audit(tx, {
      actor: null,
      action: "account.registered",
      subject: { kind: "account", id: known.id },
      details: { again: true },
      at: now,
    });
    await sendConfirmation(tx, account, { now, next });
  });
}

/** Sends the link that confirms an address; an older one stops working. */
export async function sendConfirmation(
  tx: Tx,
  account: LetterTo & { emailKey: string; passwordHash: string | null },
  { now, next }: { now: Date; next?: string },
): Promise<void> {
  if (!(await mayAttempt(tx, [[rateLimits.registerMail, account.emailKey]], now))) return;
  await revokeTokens(tx, account.id, "email_confirmation");
  const token = await issueToken(tx, { accountId: account.id, kind: "email_confirmation", now });
  const query = next && next !== "/" ? `?dal=${encodeURIComponent(next)}` : "";
  await writeTo(tx, account, "confirmEmail", { path: `/registrace/potvrzeni/${token}${query}` });
}

async function tellOwner(
  tx: Tx,
  account: LetterTo & { emailKey: string },
  kind: "alreadyRegistered" | "stillInvited",
  now: Date,
): Promise<void> {
  if (!(await mayAttempt(tx, [[rateLimits.registerMail, account.emailKey]], now))) return;
  await writeTo(tx, account, kind, { path: kind === "alreadyRegistered" ? "/zapomenute-heslo" : "/" });
}
