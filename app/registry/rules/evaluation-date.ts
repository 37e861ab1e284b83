/** Why an evaluation cannot carry a day. */
export type EvaluationRefusal = "notStarted" | "beforeStart" | "future";

/**
 * An evaluation speaks about work that has begun, and nobody signs ahead. A case that has ended may still be
 * evaluated: the last word often comes after the last visit.
 */
export function evaluationRefusal(
  signedOn: string,
  { startedOn, today }: { startedOn: string | null; today: string },
): EvaluationRefusal | null {
  if (startedOn === null) return "notStarted";
  if (signedOn > today) return "future";
  return signedOn < startedOn ? "beforeStart" : null;
}
