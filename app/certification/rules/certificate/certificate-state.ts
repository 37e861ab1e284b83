/** Whether a certificate is in force: replaced ones are revoked too, but say so in their own word. */
export type CertificateState = "valid" | "revoked" | "replaced";

/** @param certificate `replacedBy` is the number of the certificate issued instead, or null */
export function certificateState({
  revokedOn,
  replacedBy,
}: {
  revokedOn: string | null;
  replacedBy: string | null;
}): CertificateState {
  if (replacedBy !== null) return "replaced";
  return revokedOn === null ? "valid" : "revoked";
}
