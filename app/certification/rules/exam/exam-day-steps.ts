import type { ExamPart } from "../../codes";
import { commissionSize, declarationVersion, type CandidateState, type ExamDayState } from "./codes";

/** What can happen to an exam day. */
export const examDaySteps = ["change", "open", "vote", "close", "reopen", "sign", "cancel"] as const;
export type ExamDayStep = (typeof examDaySteps)[number];

/** Where each step leads from and to; signing leads on only with the last signature. */
const from: Record<ExamDayStep, readonly ExamDayState[]> = {
  change: ["planned"],
  open: ["planned"],
  vote: ["open"],
  close: ["open"],
  reopen: ["closed"],
  sign: ["closed"],
  cancel: ["planned", "open"],
};

/** Whether a day in a state can take a step. */
export function canStep(state: ExamDayState, step: ExamDayStep): boolean {
  return from[step].includes(state);
}

/** What an exam day looks like from outside. */
export interface ExamDayFacts {
  state: ExamDayState;
  heldOn: string;
  members: readonly { declaredVersion: number | null; signed: boolean }[];
  candidates: readonly {
    state: CandidateState;
    /** Parts the person is examined in, and how many members voted about each. */
    parts: readonly { part: ExamPart; votes: number }[];
  }[];
}

export type StepRefusalCode =
  "state" | "notYet" | "dayPassed" | "noCandidates" | "declarations" | "undecided" | "votesMissing";

export interface StepRefusal {
  code: StepRefusalCode;
  values: Record<string, number>;
}

/** Why a day cannot be opened today, or null. */
export function openRefusal(day: ExamDayFacts, today: string): StepRefusal | null {
  if (!canStep(day.state, "open")) return refused("state");
  if (day.candidates.length === 0) return refused("noCandidates");
  const declared = day.members.filter(({ declaredVersion }) => declaredVersion === declarationVersion).length;
  if (day.members.length !== commissionSize || declared !== commissionSize)
    return refused("declarations", commissionSize - declared);
  if (today < day.heldOn) return refused("notYet");
  return today > day.heldOn ? refused("dayPassed") : null;
}

/** Why a day cannot be closed, or null: everybody is present or absent, and all voted about everything. */
export function closeRefusal({ state, candidates }: ExamDayFacts): StepRefusal | null {
  if (!canStep(state, "close")) return refused("state");
  const undecided = candidates.filter((candidate) => candidate.state === "expected").length;
  if (undecided > 0) return refused("undecided", undecided);
  const missing = missingVotes(candidates);
  return missing > 0 ? refused("votesMissing", missing) : null;
}

/** How many votes of the whole commission are still to come. */
export function missingVotes(candidates: ExamDayFacts["candidates"]): number {
  return candidates
    .filter(({ state }) => state === "present")
    .flatMap(({ parts }) => parts)
    .reduce((sum, { votes }) => sum + Math.max(0, commissionSize - votes), 0);
}

/** The state after one more signature. */
export function stateAfterSignature(signatures: number): ExamDayState {
  return signatures >= commissionSize ? "locked" : "closed";
}

function refused(code: StepRefusalCode, count = 0): StepRefusal {
  return { code, values: { count } };
}
