import { randomUUID } from "node:crypto";
import { endSessionsOf, type Role } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import type { Tx } from "~/platform/db/index.server";
import { lockAccount } from "./account-lock.server";

/** A role with the organisation and region it is bound to. */
export interface RoleChange {
  accountId: string;
  role: Role;
  organisationId?: string | null;
  regionCode?: string | null;
  /** Account of the one who decides; null for the portal itself. */
  by: string | null;
  now: Date;
}

/**
 * Gives a role and ends the person's sessions, because their rights changed.
 * @returns false when the very same role is held already, and nothing changed
 */
export async function giveRole(tx: Tx, change: RoleChange): Promise<boolean> {
  const { accountId, role, organisationId = null, regionCode = null, by, now } = change;
  await lockAccount(tx, accountId);
  const held = await tx.roleAssignment.count({
    where: { accountId, role, organisationId, regionCode, endedAt: null },
  });
  if (held > 0) return false;
  await tx.roleAssignment.create({
    data: { id: randomUUID(), accountId, role, organisationId, regionCode, grantedAt: now, grantedById: by },
  });
  await endSessionsOf(tx, accountId);
  await audit(tx, {
    actor: by,
    action: "role.given",
    subject: { kind: "account", id: accountId },
    details: { role, organisationId, regionCode },
    at: now,
  });
  return true;
}

/** Ends current assignments of a role, narrowed by organisation or region. @returns how many were ended */
export async function endRole(
  tx: Tx,
  {
    accountId,
    role,
    organisationId,
    regionCode,
    by,
    now,
  }: Omit<RoleChange, "organisationId" | "regionCode"> & {
    organisationId?: string;
    regionCode?: string;
  },
): Promise<number> {
  await lockAccount(tx, accountId);
  const held = await tx.roleAssignment.findMany({
    where: { accountId, role, endedAt: null, organisationId, regionCode },
    select: { id: true },
  });
  for (const { id } of held) await endAssignment(tx, { id, accountId, role, by, now });
  return held.length;
}

/** Ends one assignment and the person's sessions. @returns false when it had ended before */
export async function endAssignment(
  tx: Tx,
  {
    id,
    accountId,
    role,
    by,
    now,
  }: { id: string; accountId: string; role: Role; by: string | null; now: Date },
): Promise<boolean> {
  const { count } = await tx.roleAssignment.updateMany({
    where: { id, accountId, endedAt: null },
    data: { endedAt: now, endedById: by },
  });
  if (count === 0) return false;
  await endSessionsOf(tx, accountId);
  await audit(tx, {
    actor: by,
    action: "role.ended",
    subject: { kind: "account", id: accountId },
    details: { role, assignment: id },
    at: now,
  });
  return true;
}
