import { standingKind, type TraineeStanding } from "../trainee-standing";

/** What certifying a run at once would do with somebody. */
export type CertifyGroup = "ready" | "certified" | "revoked" | "own" | "left" | "incomplete";

/** @param actorId account of the one who certifies: nobody certifies oneself */
export function certifyPreview(standing: TraineeStanding, actorId: string): CertifyGroup {
  const kind = standingKind(standing);
  if (kind === "certified" || kind === "revoked" || kind === "left") return kind;
  if (standing.accountId === actorId) return "own";
  return kind === "ready" && standing.examPassedOn !== null ? "ready" : "incomplete";
}
