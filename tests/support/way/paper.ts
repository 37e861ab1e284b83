import type { ExamPart } from "~/certification/schema";

/** Four hours of practice instead of forty, so that a certificate is reached by chance; all else is the programme's. */
export const practiceNeeded = 240;
export const mostPerDay = 300;

/**
 * What somebody would write on paper about one trainee: it knows the programme's sentences and nothing of the
 * portal's rules, and counts everything the slow way.
 */
export interface Paper {
  /** Days since the first exam could be held; nothing goes back in time. */
  today: number;
  entries: PaperEntry[];
  /** Months (`2026-05`) in which supervision was attended, once for each session. */
  supervised: string[];
  attempts: { part: WayPart; onDay: number; passed: boolean }[];
  certificates: { id: string; state: "valid" | "revoked" | "replaced" }[];
}

export interface PaperEntry {
  id: string;
  day: string;
  from: number;
  to: number;
  state: "submitted" | "returned" | "approved" | "withdrawn" | "reversed";
  version: number;
}

export const examParts = ["written", "oral"] as const satisfies ExamPart[];
export type WayPart = (typeof examParts)[number];

export function emptyPaper(): Paper {
  return { today: 0, entries: [], supervised: [], attempts: [], certificates: [] };
}

const holds = ({ state }: PaperEntry) => state !== "withdrawn" && state !== "reversed";

/** Whether a time is free, minute by minute, and the day not too long with it. */
export function fits(paper: Paper, day: string, from: number, to: number, except?: PaperEntry): boolean {
  const taken = new Set<number>();
  for (const entry of paper.entries) {
    if (entry === except || entry.day !== day || !holds(entry)) continue;
    for (let minute = entry.from; minute < entry.to; minute += 1) taken.add(minute);
  }
  for (let minute = from; minute < to; minute += 1) if (taken.has(minute)) return false;
  return taken.size + (to - from) <= mostPerDay;
}

export function approvedMinutes({ entries }: Paper): number {
  return entries
    .filter(({ state }) => state === "approved")
    .reduce((sum, { from, to }) => sum + (to - from), 0);
}

/**
 * Supervision once in every month of practice, in the month or later: from any month on there are at least as
 * many sessions as months of practice.
 */
export function supervisionKept({ entries, supervised }: Paper): boolean {
  const months = new Set(
    entries.filter(({ state }) => state === "approved").map(({ day }) => day.slice(0, 7)),
  );
  return [...months].every((from) => {
    const owed = [...months].filter((month) => month >= from).length;
    return supervised.filter((month) => month >= from).length >= owed;
  });
}

export const passed = ({ attempts }: Paper, part: WayPart) =>
  attempts.some((attempt) => attempt.part === part && attempt.passed);

/** Four fifths of 2,700 minutes of theory, all done, and of the practice. */
export function admitted(paper: Paper): boolean {
  const done = 2700 + Math.min(approvedMinutes(paper), practiceNeeded);
  return done * 5 >= (2700 + practiceNeeded) * 4;
}

export const graduated = ({ certificates }: Paper) => certificates.length > 0;

export function mayBeCertified(paper: Paper): boolean {
  const exam = examParts.every((part) => passed(paper, part));
  return exam && approvedMinutes(paper) >= practiceNeeded && supervisionKept(paper) && !graduated(paper);
}

/** Parts a resit can be held in on a day: failed once, not more than thirty days ago. */
export function resitParts(paper: Paper, onDay: number): WayPart[] {
  return examParts.filter((part) => {
    const tried = paper.attempts.filter((attempt) => attempt.part === part);
    const first = tried[0];
    return tried.length === 1 && first !== undefined && !first.passed && onDay - first.onDay <= 30;
  });
}
