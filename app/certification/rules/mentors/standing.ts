import { deadlineAfter } from "~/practice/index";
import { settingsOn } from "~/programme/index";
import { decisionsUpTo, type StandingFacts } from "./facts";

/**
 * `unknown`: taken over from an older register, nobody has seen a certificate and nothing is known of supervision.
 */
export const mentorStates = ["active", "lapsing", "lapsed", "suspended", "ended", "unknown"] as const;
export type MentorState = (typeof mentorStates)[number];

/**
 * Why the standing is what it is. active: the term of supervision runs from the `certificate`, from a `renewal`
 * or from the last `supervision`. lapsing, lapsed: `overdue`. suspended: a `decision`, or no `pledge` of
 * confidentiality. ended: a `decision`, the `certificate` was revoked, or only the end is `recorded`.
 */
export type StandingCause =
  "certificate" | "renewal" | "supervision" | "overdue" | "decision" | "pledge" | "recorded" | "register";

export interface MentorStanding {
  state: MentorState;
  cause: StandingCause;
  /** First day of a suspension or of the end; for the others the day the term of supervision runs from. */
  since: string | null;
  /** Last day by which the next supervision is due; null when the duty does not run. */
  dueOn: string | null;
  /** Last day on which an overdue mentor is lapsing, not lapsed yet. */
  lapsesAfter: string | null;
  /** Last day of the exemption that is in force; null on any other day. */
  exemptTo: string | null;
  lastSupervisionOn: string | null;
}

/**
 * A mentor's standing on a day, the one place that decides it (programme: supervision at least once in two months;
 * an overdue mentor is lapsing, then lapsed, and a coordinator decides what follows). What is written down for
 * later days does not count yet; the programme's numbers are those in force on that day.
 */
export function mentorStanding(facts: StandingFacts, day: string): MentorStanding {
  const none = { dueOn: null, lapsesAfter: null, exemptTo: null };
  const lastSupervisionOn = latest(facts.supervisionDays, day);
  const end = endOn(facts, day);
  if (end) return { state: "ended", ...end, ...none, lastSupervisionOn };
  const term = termOn(facts, day);
  if (!term) {
    return { state: "unknown", cause: "register", since: null, ...none, lastSupervisionOn };
  }
  const { supervisionEveryMonths, graceMonths } = settingsOn(facts.settings, day);
  const dueOn = deadlineAfter(term.since, supervisionEveryMonths, facts.exemptions);
  const lapsesAfter = deadlineAfter(term.since, supervisionEveryMonths + graceMonths, facts.exemptions);
  const exempt = facts.exemptions.filter(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
  const exemptTo = latest(
    exempt.map(({ toDay }) => toDay),
    "9999-12-31",
  );
  const clock = { dueOn, lapsesAfter, exemptTo, lastSupervisionOn };
  const suspension = suspensionOn(facts, day);
  if (suspension) return { state: "suspended", ...suspension, ...clock };
  if (day <= dueOn) return { state: "active", ...term, ...clock };
  const state = day <= lapsesAfter ? "lapsing" : "lapsed";
  return { state, cause: "overdue", since: term.since, ...clock };
}

/** Whether a new case may be given to the mentor, and a trainee to guide: only while everything is in order. */
export function isAssignable(state: MentorState): boolean {
  return state === "active";
}

function latest(days: readonly string[], upTo: string): string | null {
  let found: string | null = null;
  for (const day of days) if (day <= upTo && (found === null || day > found)) found = day;
  return found;
}

type CauseSince = Pick<MentorStanding, "cause" | "since">;

function endOn(facts: StandingFacts, day: string): CauseSince | null {
  const { endedOn } = facts;
  const revoked = withoutCertificateSince(facts, day);
  if (revoked) return { cause: "certificate", since: revoked };
  const decided = endedByDecision(facts, day);
  if (decided) return { cause: "decision", since: decided };
  return endedOn !== null && endedOn <= day ? { cause: "recorded", since: endedOn } : null;
}

/** Day since when every certificate of the portal is revoked; null while one is valid or none was issued yet. */
function withoutCertificateSince({ certificates }: StandingFacts, day: string): string | null {
  const issued = certificates.filter(({ issuedOn }) => issuedOn <= day);
  if (issued.some(({ revokedOn }) => revokedOn === null || revokedOn > day)) return null;
  return latest(
    issued.flatMap(({ revokedOn }) => revokedOn ?? []),
    day,
  );
}

/** A decision to end holds until the next one renews, or until the person has earned another certificate. */
function endedByDecision({ decisions, certificates }: StandingFacts, day: string): string | null {
  let since: string | null = null;
  let decidedAt = "";
  for (const decision of decisionsUpTo(decisions, day)) {
    if (decision.kind === "ended") [since, decidedAt] = [decision.fromDay, decision.decidedAt];
    if (decision.kind === "renewed") since = null;
  }
  const earned = certificates.some(
    ({ replaces, issuedOn, issuedAt }) => !replaces && issuedOn <= day && issuedAt > decidedAt,
  );
  return earned ? null : since;
}

function suspensionOn({ decisions, pledge }: StandingFacts, day: string): CauseSince | null {
  let since: string | null = null;
  for (const { kind, fromDay } of decisionsUpTo(decisions, day)) {
    if (kind === "suspended") since ??= fromDay;
    else since = null;
  }
  if (since !== null) return { cause: "decision", since };
  const missing = pledge === "missing" || (pledge !== "onPaper" && pledge.signedOn > day);
  return missing ? { cause: "pledge", since: null } : null;
}

interface Term {
  cause: "certificate" | "renewal" | "supervision";
  since: string;
}

/** What the term of supervision runs from; a certificate issued instead of a valid one begins no new term. */
function termOn(facts: StandingFacts, day: string): Term | null {
  const starts: Term[] = [];
  const add = (cause: Term["cause"], since: string | null) => {
    if (since !== null && since <= day) starts.push({ cause, since });
  };
  add("certificate", facts.certifiedOn);
  for (const certificate of facts.certificates) {
    if (!continues(facts, certificate)) add("certificate", certificate.issuedOn);
  }
  for (const { kind, fromDay } of facts.decisions) if (kind === "renewed") add("renewal", fromDay);
  add("supervision", latest(facts.supervisionDays, day));
  return starts.reduce<Term | null>((last, one) => (!last || one.since >= last.since ? one : last), null);
}

/** Is the certificate there instead of one that was valid up to its day? */
function continues({ certificates }: StandingFacts, one: StandingFacts["certificates"][number]): boolean {
  return (
    one.replaces &&
    certificates.some(
      ({ issuedAt, revokedOn }) =>
        issuedAt < one.issuedAt && (revokedOn === null || revokedOn >= one.issuedOn),
    )
  );
}
