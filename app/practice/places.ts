import type { SealedPlace } from "~/platform/crypto/index.server";

/** Where sealed columns of practice and supervision live. */

export function pledgePlace(id: string): SealedPlace {
  return { table: "confidentiality_pledges", column: "signatureSealed", row: id };
}

export function entryPlace(id: string): SealedPlace {
  return { table: "practice_entries", column: "noteSealed", row: id };
}

export function decisionPlace(column: "reasonSealed" | "contentSealed", id: string): SealedPlace {
  return { table: "practice_decisions", column, row: id };
}

export function sessionPlace(id: string): SealedPlace {
  return { table: "supervision_sessions", column: "noteSealed", row: id };
}

export function draftPlace(id: string): SealedPlace {
  return { table: "practice_drafts", column: "contentSealed", row: id };
}

export function presencePlace(id: string): SealedPlace {
  return { table: "presence_confirmations", column: "reasonSealed", row: id };
}
