import { addDays } from "~/platform/days";
import { decisionsUpTo, knownSince, type DecisionKind, type StandingFacts } from "./facts";
import { mentorStanding } from "./standing";

/** Furthest a suspension or its end may be decided ahead, in days. */
export const decisionDaysAhead = 31;

const lastDay = "9999-12-31";

/** What can be decided about a mentor now; each decision is taken back by its opposite. */
export function possibleDecisions(facts: StandingFacts, today: string): DecisionKind[] {
  const { state, cause } = mentorStanding(facts, today);
  if (state === "ended") return ["renewed"];
  const last = decisionsUpTo(facts.decisions, lastDay).at(-1);
  const suspended = last?.kind === "suspended";
  if (state === "unknown" && cause === "register") {
    return suspended ? ["restored", "renewed", "ended"] : ["renewed", "suspended", "ended"];
  }
  return suspended ? ["restored", "ended"] : ["suspended", "ended"];
}

export type DecisionRefusalCode =
  | "notPossible"
  | "beforeCertification"
  | "beforeLastDecision"
  | "beforeEnd"
  | "inFuture"
  | "tooFarAhead"
  | "noCertificate"
  | "certificateDay";

export interface DecisionRefusal {
  code: DecisionRefusalCode;
  field?: "kind" | "fromDay" | "certifiedOn";
  /** The day the text speaks of. */
  day?: string;
}

export interface DecisionWish {
  kind: DecisionKind;
  fromDay: string;
  /** Day of a certificate on paper that the coordinator has seen: for rows of older registers. */
  certifiedOn?: string | undefined;
}

/** Why a coordinator cannot decide so, or null. */
export function decisionRefusal(
  facts: StandingFacts,
  { kind, fromDay, certifiedOn }: DecisionWish,
  today: string,
): DecisionRefusal | null {
  const { state, since } = mentorStanding(facts, today);
  if (!possibleDecisions(facts, today).includes(kind)) return { code: "notPossible", field: "kind" };
  const known = knownSince(facts);
  if (fromDay < known && state !== "unknown") {
    return { code: "beforeCertification", field: "fromDay", day: known };
  }
  // An end cannot wait for a decision of a later day, and makes it void.
  const last = decisionsUpTo(facts.decisions, kind === "ended" ? today : lastDay).at(-1);
  if (last && fromDay < last.fromDay) {
    return { code: "beforeLastDecision", field: "fromDay", day: last.fromDay };
  }
  // The end and the return move the role at once, so they cannot wait for a later day.
  const ahead = kind === "suspended" || kind === "restored" ? decisionDaysAhead : 0;
  if (fromDay > addDays(today, ahead)) {
    if (ahead === 0) return { code: "inFuture", field: "fromDay" };
    return { code: "tooFarAhead", field: "fromDay", day: addDays(today, ahead) };
  }
  if (kind !== "renewed") return null;
  if (state === "ended" && since !== null && fromDay < since) {
    return { code: "beforeEnd", field: "fromDay", day: since };
  }
  return certificateRefusal(facts, { fromDay, certifiedOn });
}

function certificateRefusal(
  { certificates, certifiedOn: known }: StandingFacts,
  { fromDay, certifiedOn }: { fromDay: string; certifiedOn: string | undefined },
): DecisionRefusal | null {
  if (certificates.length > 0) {
    const valid = certificates.some(
      ({ issuedOn, revokedOn }) => issuedOn <= fromDay && (revokedOn === null || revokedOn > fromDay),
    );
    return valid ? null : { code: "noCertificate" };
  }
  if (known !== null) return null;
  if (!certifiedOn) return { code: "noCertificate", field: "certifiedOn" };
  return certifiedOn > fromDay ? { code: "certificateDay", field: "certifiedOn" } : null;
}
