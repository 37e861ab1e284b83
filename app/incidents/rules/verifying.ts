import { biasIndicators, type BiasIndicator, type IndicatorState, type Verification } from "../codebook";

/** One indicator of bias as an analyst judges it. */
export interface IndicatorJudgement {
  state: IndicatorState;
  /** What the judgement rests on; empty when nothing was written. */
  evidence: string;
}

export type IndicatorJudgements = Partial<Record<BiasIndicator, IndicatorJudgement>>;

export type VerificationProblem = "confirmedNeedsIndicator";

/** Confirming needs an indicator that is present and says what it rests on. */
export function verificationProblem(
  verification: Verification,
  indicators: IndicatorJudgements,
): VerificationProblem | null {
  if (verification !== "CONFIRMED") return null;
  return provenIndicators(indicators).length > 0 ? null : "confirmedNeedsIndicator";
}

/** Indicators present with evidence. */
export function provenIndicators(indicators: IndicatorJudgements): BiasIndicator[] {
  return biasIndicators.filter((code) => {
    const judged = indicators[code];
    return judged?.state === "PRESENT" && judged.evidence.trim() !== "";
  });
}
