import type { SealedPlace } from "~/platform/crypto/index.server";

/** Where sealed columns of supervision live; the private note is in `places.ts`. */

export function linkPlace(sessionId: string): SealedPlace {
  return { table: "supervision_sessions", column: "linkSealed", row: sessionId };
}

export function invitationPlace(id: string): SealedPlace {
  return { table: "supervision_invitations", column: "reasonSealed", row: id };
}

export function exemptionPlace(id: string): SealedPlace {
  return { table: "supervision_exemptions", column: "reasonSealed", row: id };
}
