import { randomUUID } from "node:crypto";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { sealedPerson, sealName } from "../account.server";
import { lockEmail } from "./account-lock.server";
import { sendInvitation } from "./invite-person.server";
import { writeTo } from "./letters.server";
import { giveRole } from "./roles.server";

/** What became of it: a link to set a password, or the sign-in of somebody who has one already. */
export interface AdministratorInvitation {
  kind: "invited" | "roleAdded" | "alreadyAdministrator";
  link: string | null;
}

/**
 * Invites an administrator for the operator of the server, who needs no account: into an empty portal, or
 * again when an invitation was lost.
 * @throws AppError conflict when the account is disabled
 */
export async function inviteAdministrator(
  { email, name }: { email: string; name?: string },
  { now }: { now: Date },
): Promise<AdministratorInvitation> {
  const id = randomUUID();
  const person = sealedPerson(id, { email, name: name ?? email.split("@")[0]! });
  return inTransaction(async (tx) => {
    await lockEmail(tx, person.emailKey);
    const known = await tx.account.findUnique({ where: { emailKey: person.emailKey } });
    if (known?.disabledAt) throw new AppError("conflict", { reason: "people:refusal.disabled" });
    const account = known ?? (await tx.account.create({ data: { id, ...person, createdAt: now } }));
    const accountId = account.id;
    const given = await giveRole(tx, { accountId, role: "administrator", by: null, now });
    if (!account.emailConfirmedAt) {
      if (known && name) {
        account.nameSealed = sealName(accountId, name);
        await tx.account.update({ where: { id: accountId }, data: { nameSealed: account.nameSealed } });
      }
      const link = await sendInvitation(tx, account, { roles: ["administrator"], by: null, now });
      return { kind: "invited", link };
    }
    if (!given) return { kind: "alreadyAdministrator", link: null };
    return { kind: "roleAdded", link: await writeTo(tx, account, "roleAdded", { roles: ["administrator"] }) };
  });
}
