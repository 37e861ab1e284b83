import type { SealedPlace } from "~/platform/crypto/index.server";

/** Where sealed columns of incidents live. */

export type IncidentColumn =
  "pointSealed" | "descriptionSealed" | "placeNoteSealed" | "victimSealed" | "helpSealed";

export function incidentPlace(column: IncidentColumn, id: string): SealedPlace {
  return { table: "incidents", column, row: id };
}

export function verificationPlace(column: "indicatorsSealed" | "reasonSealed", id: string): SealedPlace {
  return { table: "incident_verifications", column, row: id };
}

export function codingPlace(id: string): SealedPlace {
  return { table: "incident_codings", column: "reasonSealed", row: id };
}
