import { mayGrant, rolesGrantableBy, type Actor, type Role } from "~/access/index.server";
import type { Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { placeProblem } from "../rules/role-places";
import { organisationOf } from "./organisations.server";

export interface RolesToGrant {
  roles: readonly Role[];
  organisationId?: string;
  /** null is the whole programme. */
  regionCode: string | null;
}

/**
 * Checks that the actor may give the roles in this place and that they can stand there.
 * @throws AppError invalid naming the field: roleField, organisationId or regionCode
 */
export async function requireGrantable(
  tx: Tx,
  actor: Actor,
  { roles, organisationId, regionCode }: RolesToGrant,
  roleField: "role" | "roles",
): Promise<void> {
  const organisation = organisationId ? await organisationOf(organisationId, tx) : null;
  if (organisationId && !organisation)
    throw new AppError("invalid", { field: "organisationId", reason: "errors:choose" });
  for (const role of roles) {
    if (!rolesGrantableBy(actor).includes(role)) {
      throw new AppError("invalid", { field: roleField, reason: "people:refusal.notYourRole" });
    }
    if (!mayGrant(actor, { role, regionCode })) {
      throw new AppError("invalid", { field: "regionCode", reason: "people:refusal.notYourRegion" });
    }
    const problem = placeProblem(role, { organisation, regionCode });
    if (problem)
      throw new AppError("invalid", { field: "organisationId", reason: `people:refusal.${problem}` });
  }
}
