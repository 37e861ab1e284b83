import type { SealedPlace } from "~/platform/crypto/index.server";

/** Where sealed columns of certificates and exam results live. */

export function certificatePlace(
  column: "contentSealed" | "pdfSealed" | "revokeReasonSealed",
  id: string,
): SealedPlace {
  return { table: "certificates", column, row: id };
}

export function examResultPlace(id: string): SealedPlace {
  return { table: "exam_results", column: "voidReasonSealed", row: id };
}

/** Where the private half of a signing key lives. */
export function signingKeyPlace(id: string): SealedPlace {
  return { table: "signing_keys", column: "privateSealed", row: id };
}
