import type { SealedPlace } from "~/platform/crypto/index.server";

/** Where the reason of a decision about a mentor lives. */
export function decisionPlace(id: string): SealedPlace {
  return { table: "mentor_decisions", column: "reasonSealed", row: id };
}
