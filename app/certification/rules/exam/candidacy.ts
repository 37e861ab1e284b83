import { dayToDate } from "~/platform/days";
import type { ExamPart } from "../../codes";
import { attemptRefusal, type ExamResultFact } from "../exam-results";
import type { ExamKind } from "./codes";
import { substituteUntil, type DeadlineSettings } from "./deadlines";

/** What is known about somebody who might be examined. */
export interface CandidacyFacts {
  active: boolean;
  admitted: boolean;
  /** Results that count. */
  results: readonly ExamResultFact[];
  /** The last day somebody was expected and did not come; null when nothing was missed since. */
  missed: { day: string; parts: readonly ExamPart[]; excuseAccepted: boolean | null } | null;
  /** Another day that is not over yet and has the person on its list. */
  onOtherDay: boolean;
}

export interface PlannedExam {
  kind: ExamKind;
  day: string;
  parts: readonly ExamPart[];
}

export type CandidacyRefusalCode =
  | "notActive"
  | "notAdmitted"
  | "onOtherDay"
  | "examinedBefore"
  | "missedBefore"
  | "nothingToResit"
  | "resitTooLate"
  | "resitSameDay"
  | "resitUsed"
  | "alreadyPassed"
  | "nothingMissed"
  | "notExcused"
  | "substituteSameDay"
  | "substituteTooLate";

export interface CandidacyRefusal {
  code: CandidacyRefusalCode;
  values: Record<string, string | number>;
}

/** Parts somebody is examined in on a day, or why in none. */
export type Candidacy = { parts: ExamPart[]; refusal: null } | { parts: []; refusal: CandidacyRefusal };

/**
 * Whether and in what somebody can be examined on a day (vyhláška 176/2009 Sb. § 4): a regular day is for
 * parts not taken yet, a resit for parts failed once and within its days, a substitute for an excused absence.
 */
export function candidacy(facts: CandidacyFacts, exam: PlannedExam, settings: DeadlineSettings): Candidacy {
  if (!facts.active) return refused("notActive");
  if (!facts.admitted) return refused("notAdmitted");
  if (facts.onOtherDay) return refused("onOtherDay");
  if (exam.kind === "substitute") return substitute(facts, exam, settings);
  return exam.kind === "regular" ? regular(facts, exam) : resit(facts, exam, settings);
}

function regular({ results, missed }: CandidacyFacts, { parts }: PlannedExam): Candidacy {
  if (missed) return refused("missedBefore", { day: dayToDate(missed.day).getTime() });
  const open = parts.filter((part) => !results.some((result) => result.part === part));
  return open.length > 0 ? { parts: open, refusal: null } : refused("examinedBefore");
}

function resit(
  { results, missed }: CandidacyFacts,
  { parts, day }: PlannedExam,
  { resitWithinDays }: DeadlineSettings,
): Candidacy {
  // Who did not come to the resit has a substitute for it, not a second one.
  if (missed && results.some(({ heldOn }) => heldOn < missed.day))
    return refused("missedBefore", { day: dayToDate(missed.day).getTime() });
  const taken = parts.filter((part) => results.some((result) => result.part === part));
  if (taken.length === 0) return refused("nothingToResit");
  const refusals = taken.map((part) => attemptRefusal(part, day, results, resitWithinDays));
  const open = taken.filter((_, index) => refusals[index] === null);
  if (open.length > 0) return { parts: open, refusal: null };
  // A part that can be mended says more than one that is done.
  const refusal = refusals.find((one) => one?.code !== "alreadyPassed") ?? refusals[0]!;
  return refused(refusal.code, refusal.values);
}

function substitute(
  { results, missed }: CandidacyFacts,
  { parts, day }: PlannedExam,
  settings: DeadlineSettings,
): Candidacy {
  if (!missed) return refused("nothingMissed");
  if (missed.excuseAccepted !== true) return refused("notExcused");
  const values = { day: dayToDate(missed.day).getTime() };
  if (day <= missed.day) return refused("substituteSameDay", values);
  const last = substituteUntil(missed.day, settings);
  if (day > last) return refused("substituteTooLate", { day: dayToDate(last).getTime() });
  const open = parts.filter((part) => {
    const earlier = results.filter((result) => result.part === part);
    return missed.parts.includes(part) && earlier.length < 2 && !earlier.some(({ passed }) => passed);
  });
  return open.length > 0 ? { parts: open, refusal: null } : refused("nothingMissed");
}

function refused(code: CandidacyRefusalCode, values: Record<string, string | number> = {}): Candidacy {
  return { parts: [], refusal: { code, values } };
}
