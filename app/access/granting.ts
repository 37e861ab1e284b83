import type { Actor, ActorRole } from "./actor";
import { grantableRoles } from "./permissions";
import { roles, type Role } from "./roles";

/** A role to give or to take: whose place it is decides who may do it. */
export interface RoleGrant {
  role: Role;
  /** Region of the role itself; null means the whole programme. */
  regionCode: string | null;
}

/** Roles somebody may give to others, in the order of the programme; empty for most people. */
export function rolesGrantableBy(actor: Actor): Role[] {
  return roles.filter((role) => actor.roles.some((held) => grants(held, role)));
}

/** Regions in which somebody may give a role: `all`, or a list of codes. */
export function regionsGrantableBy(actor: Actor, role: Role): "all" | string[] {
  const granting = actor.roles.filter((held) => grants(held, role));
  const codes = granting.map((held) => (held.role === "administrator" ? null : held.regionCode));
  return codes.includes(null) ? "all" : codes.filter((code): code is string => code !== null);
}

/** Whether somebody may give or end this role of another person. */
export function mayGrant(actor: Actor, grant: RoleGrant): boolean {
  if (!actor.can("account:invite")) return false;
  const regions = regionsGrantableBy(actor, grant.role);
  return regions === "all" || (grant.regionCode !== null && regions.includes(grant.regionCode));
}

function grants(held: ActorRole, role: Role): boolean {
  return grantableRoles[held.role]?.includes(role) ?? false;
}
