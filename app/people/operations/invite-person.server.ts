import { countAttempt, rateLimits, type Actor, type Role } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { sealedPerson } from "../account.server";
import { lockEmail } from "./account-lock.server";
import { requireGrantable } from "./grant-roles.server";
import { writeTo, type LetterTo } from "./letters.server";
import { giveRole } from "./roles.server";
import { issueToken, revokeTokens } from "./tokens.server";

export interface InvitePersonInput {
  /** Made when the form was drawn; the id of the account if a new one is made. */
  id: string;
  email: string;
  name: string;
  language: "cs" | "en";
  roles: Role[];
  organisationId?: string;
  regionCode: string | null;
}

/**
 * Invites somebody to roles. A new person gets an account and a one-time link; who has an account gets the
 * roles and a letter about them. The inviter is answered alike.
 * @throws AppError invalid (roles, organisationId, regionCode, email), tooManyRequests
 */
export async function invitePerson(
  actor: Actor,
  input: InvitePersonInput,
  { now }: { now: Date },
): Promise<void> {
  await countAttempt([[rateLimits.invite, actor.accountId]], now);
  const { id, name, email, language } = input;
  const person = sealedPerson(id, { name, email });
  await inTransaction(async (tx) => {
    await requireGrantable(tx, actor, input, "roles");
    await lockEmail(tx, person.emailKey);
    const known = await tx.account.findUnique({ where: { emailKey: person.emailKey } });
    if (known?.id === actor.accountId)
      throw new AppError("invalid", { field: "email", reason: "people:refusal.ownRoles" });
    if (known?.disabledAt)
      throw new AppError("invalid", { field: "email", reason: "people:refusal.disabled" });
    if (!known && (await tx.account.count({ where: { id } })) > 0) return;
    const account = known ?? (await tx.account.create({ data: { id, ...person, language, createdAt: now } }));
    const given = await giveRoles(tx, actor, account.id, input, now);
    // The same form sent twice writes one letter.
    if (known && given.length === 0 && known.id === id) return;
    if (known?.emailConfirmedAt) {
      if (given.length > 0) await writeTo(tx, known, "roleAdded", { roles: given, by: actor.name });
      return;
    }
    await sendInvitation(tx, account, { roles: input.roles, by: actor, now });
  });
}

/** Sends the link of an invitation; an older one stops working. @returns the link */
export async function sendInvitation(
  tx: Tx,
  account: LetterTo,
  { roles, by, now }: { roles: readonly Role[]; by: Pick<Actor, "accountId" | "name"> | null; now: Date },
): Promise<string> {
  await revokeTokens(tx, account.id, "invitation");
  const token = await issueToken(tx, { accountId: account.id, kind: "invitation", now });
  await audit(tx, {
    actor: by?.accountId ?? null,
    action: "account.invited",
    subject: { kind: "account", id: account.id },
    details: { roles: [...roles] },
    at: now,
  });
  return writeTo(tx, account, "invitation", { path: `/pozvanka/${token}`, roles, by: by?.name });
}

async function giveRoles(
  tx: Tx,
  actor: Actor,
  accountId: string,
  { roles, organisationId, regionCode }: InvitePersonInput,
  now: Date,
): Promise<Role[]> {
  const given: Role[] = [];
  for (const role of roles) {
    if (await giveRole(tx, { accountId, role, organisationId, regionCode, by: actor.accountId, now }))
      given.push(role);
  }
  return given;
}
