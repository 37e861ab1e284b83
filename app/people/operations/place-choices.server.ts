import { regionsGrantableBy, rolesGrantableBy, type Actor, type Role } from "~/access/index.server";
import { regionCodes } from "~/platform/region-codes";
import { rolePlaces } from "../rules/role-places";
import { organisationKinds, wholeProgramme, type OrganisationKind } from "../codes";
import { organisationsOfKind } from "./organisations.server";

/** What somebody who gives roles may choose from. */
export interface RoleChoices {
  roles: Role[];
  organisations: { id: string; name: string; kind: OrganisationKind }[];
  /** Region codes; `all` is the whole programme. */
  regions: string[];
}

/** Roles, organisations and regions in which the actor may give a role. */
export async function roleChoices(actor: Actor): Promise<RoleChoices> {
  const roles = rolesGrantableBy(actor);
  const places = roles.map((role) => regionsGrantableBy(actor, role));
  const everywhere = places.includes("all");
  const regions = everywhere ? [...regionCodes] : [...new Set(places.flat())];
  const kinds = organisationKinds.filter((kind) =>
    roles.some((role) => rolePlaces[role].kinds.includes(kind)),
  );
  const organisations = await organisationsOfKind(kinds);
  return {
    roles,
    organisations: organisations
      .filter(({ regionCode }) => everywhere || regionCode === null || regions.includes(regionCode))
      .map(({ id, name, kind }) => ({ id, name, kind })),
    regions: everywhere ? [wholeProgramme, ...regions] : regions,
  };
}
