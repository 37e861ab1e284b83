import type { SealedPlace } from "~/platform/crypto/index.server";

/** Where sealed columns of exam days live. */

export function examDayPlace(
  column: "protocolContentSealed" | "protocolSealed" | "reopeningsSealed",
  id: string,
): SealedPlace {
  return { table: "exam_days", column, row: id };
}

export function excusePlace(candidateId: string): SealedPlace {
  return { table: "exam_candidates", column: "excuseSealed", row: candidateId };
}
