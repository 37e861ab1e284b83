import type { Role } from "~/access/index.server";
import { db, type Prisma, type Tx } from "~/platform/db/index.server";
import { languageOf, openEmail, openName } from "../account.server";
import { byName } from "../rules/names";

/** Who is who: names, addresses and holders of roles, unsealed for the other domains. */

export interface MailAddress {
  accountId: string;
  address: string;
  name: string;
  language: "cs" | "en";
}

/** A role somebody holds now. */
export interface RoleHolder {
  accountId: string;
  name: string;
  role: Role;
  organisationId: string | null;
  regionCode: string | null;
}

/** Narrows holders of roles: a region also matches who holds the role for the whole programme. */
export interface RolePlace {
  regionCode?: string | null;
  organisationId?: string;
}

/** Names by account id; unknown ids are absent. */
export async function namesOf(accountIds: Iterable<string>, reader: Tx = db()): Promise<Map<string, string>> {
  const ids = [...new Set(accountIds)];
  if (ids.length === 0) return new Map();
  const accounts = await reader.account.findMany({
    where: { id: { in: ids } },
    select: { id: true, nameSealed: true },
  });
  return new Map(accounts.map((account) => [account.id, openName(account)]));
}

/** Name of one account, or null. */
export async function nameOf(accountId: string, reader: Tx = db()): Promise<string | null> {
  return (await namesOf([accountId], reader)).get(accountId) ?? null;
}

/** Where to write to people; those who are disabled or have not confirmed their address are absent. */
export async function addressesOf(
  accountIds: Iterable<string>,
  reader: Tx = db(),
): Promise<Map<string, MailAddress>> {
  const ids = [...new Set(accountIds)];
  if (ids.length === 0) return new Map();
  const accounts = await reader.account.findMany({
    where: { id: { in: ids }, disabledAt: null, emailConfirmedAt: { not: null } },
    select: { id: true, nameSealed: true, emailSealed: true, language: true },
  });
  return new Map(
    accounts.map((account) => [
      account.id,
      {
        accountId: account.id,
        address: openEmail(account),
        name: openName(account),
        language: languageOf(account),
      },
    ]),
  );
}

/** Where to write to somebody, or null. */
export async function addressOf(accountId: string, reader: Tx = db()): Promise<MailAddress | null> {
  return (await addressesOf([accountId], reader)).get(accountId) ?? null;
}

/** Enabled accounts that hold one of the roles now, by name; one row per held role. */
export async function accountsWithRole(
  role: Role | readonly Role[],
  where: RolePlace = {},
  reader: Tx = db(),
): Promise<RoleHolder[]> {
  const held = await reader.roleAssignment.findMany({
    where: { ...heldRole(role, where), account: { disabledAt: null } },
    include: { account: { select: { id: true, nameSealed: true } } },
  });
  const holders = held.map((assignment) => ({
    accountId: assignment.accountId,
    name: openName(assignment.account),
    role: assignment.role,
    organisationId: assignment.organisationId,
    regionCode: assignment.regionCode,
  }));
  return holders.sort(byName);
}

/** Whether an enabled account holds one of the roles now. */
export async function holdsRole(
  accountId: string,
  role: Role | readonly Role[],
  where: RolePlace = {},
  reader: Tx = db(),
): Promise<boolean> {
  const count = await reader.roleAssignment.count({
    where: { ...heldRole(role, where), accountId, account: { disabledAt: null } },
  });
  return count > 0;
}

function heldRole(
  role: Role | readonly Role[],
  { regionCode, organisationId }: RolePlace,
): Prisma.RoleAssignmentWhereInput {
  return {
    role: { in: [role].flat() },
    endedAt: null,
    ...(organisationId ? { organisationId } : {}),
    ...(regionCode ? { OR: [{ regionCode }, { regionCode: null }] } : {}),
  };
}
