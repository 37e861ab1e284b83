import type { Role } from "~/access/roles";
import type { OrganisationKind } from "../codes";

/** To what a role is bound: kinds of organisation it may belong to, and whether it must. */
export interface RolePlaceRule {
  kinds: readonly OrganisationKind[];
  organisationRequired: boolean;
}

const inProgramme: RolePlaceRule = { kinds: ["provider"], organisationRequired: false };

export const rolePlaces: Record<Role, RolePlaceRule> = {
  applicant: { kinds: [], organisationRequired: false },
  trainee: inProgramme,
  mentor: inProgramme,
  // An assistant is an employee of a town hall, and his own town hall decides what is routed to him.
  crime_prevention_assistant: { kinds: ["municipality"], organisationRequired: true },
  trainer: inProgramme,
  supervisor: inProgramme,
  probation_officer: { kinds: ["probation_centre"], organisationRequired: true },
  social_curator: { kinds: ["municipality"], organisationRequired: true },
  adviser: inProgramme,
  incident_analyst: { kinds: ["monitoring_ngo"], organisationRequired: true },
  coordinator: inProgramme,
  administrator: inProgramme,
};

export interface PlaceOfRole {
  organisation: { kind: OrganisationKind; regionCode: string | null; closed: boolean } | null;
  /** Region of the role; null is the whole programme. */
  regionCode: string | null;
}

export type PlaceProblem =
  "organisationMissing" | "organisationKind" | "organisationClosed" | "organisationRegion";

/** Why a role cannot stand in a place, or null. */
export function placeProblem(role: Role, { organisation, regionCode }: PlaceOfRole): PlaceProblem | null {
  const rule = rolePlaces[role];
  if (!organisation) return rule.organisationRequired ? "organisationMissing" : null;
  if (!rule.kinds.includes(organisation.kind)) return "organisationKind";
  if (organisation.closed) return "organisationClosed";
  const elsewhere =
    organisation.regionCode !== null && regionCode !== null && organisation.regionCode !== regionCode;
  return elsewhere ? "organisationRegion" : null;
}
