import type { PlaceKind } from "../codebook";

/**
 * A crime prevention assistant is employed by a municipality and works beside its police. Nobody may be sent a
 * complaint about those he depends upon, so such incidents never reach an assistant in any way: list, map,
 * record, count. Only what he reported himself stays open to him, because he knows it anyway.
 */

/** What decides about routing. */
export interface Concerns {
  concernsPolice: boolean;
  concernsOffice: boolean;
  /** The municipality's office concerned, when it is a known organisation. */
  concernsOrganisationId: string | null;
}

/** Concerns as the reporter said them, and as the place says by itself: at a police station it is the police. */
export function concernsOf(said: Concerns, place: PlaceKind): Concerns {
  return {
    concernsPolice: said.concernsPolice || place === "POLICE",
    concernsOffice: said.concernsOffice || said.concernsOrganisationId !== null || place === "OFFICE",
    concernsOrganisationId: said.concernsOrganisationId,
  };
}

/**
 * Whether an incident must be kept from an assistant employed by these organisations. An office that is not
 * known by name may be his own, so it counts as his.
 */
export function keptFromAssistant(incident: Concerns, employers: readonly string[]): boolean {
  if (incident.concernsPolice) return true;
  if (!incident.concernsOffice && incident.concernsOrganisationId === null) return false;
  // Without a known employer any office may be his own.
  if (incident.concernsOrganisationId === null || employers.length === 0) return true;
  return employers.includes(incident.concernsOrganisationId);
}
