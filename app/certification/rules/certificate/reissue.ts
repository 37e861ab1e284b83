import type { ReissueReason } from "../../codes";

export type { ReissueReason };

/**
 * A valid certificate is replaced because of what it says or who holds its code; a revoked one only when the
 * revocation was the mistake. Nobody undoes a revocation: the old number stays revoked for ever.
 */
export function isReissueReason(reason: ReissueReason, { revoked }: { revoked: boolean }): boolean {
  return (reason === "revokedByMistake") === revoked;
}
