import { daysBetween } from "~/platform/days";
import type { RunSettings } from "../run-settings";
import type { RunState } from "../run-states";
import type { AttendanceSum } from "./attendance-sum";
import { runShare } from "./run-time";

/**
 * Flags of a trainee: each names its rule and the next step. They are signs for the people who teach, never
 * decisions; nothing follows from one by itself. Texts are `overview:flag.<code>.text` and `.step`.
 */
export const flagCodes = [
  "attendance",
  "testFailed",
  "inactive",
  "behind",
  "supervision",
  "practiceWaiting",
] as const;
export type FlagCode = (typeof flagCodes)[number];

export interface Flag {
  code: FlagCode;
  /** For the texts; shares are whole percent. */
  values: Record<string, string | number>;
}

/** How far the hours may stay behind the run's time before it is said, as a share of the programme. */
export const behindPlanTolerance = 0.15;
/** Days a practice entry may wait for approval without a flag. */
export const practiceWaitsDays = 7;

/** What the flags are judged by; days are `YYYY-MM-DD`. */
export interface FlagFacts {
  run: { state: RunState; startsOn: string; endsOn: string };
  settings: Pick<RunSettings, "inactivityWeeks" | "examAdmissionShare">;
  /** Still studies: neither left nor certified. */
  active: boolean;
  enrolledOn: string;
  /** Last day of anything the trainee did; null when there was nothing. */
  lastActiveOn: string | null;
  /** Share of the programme's hours that are credited, 0–1. */
  doneShare: number;
  /** Sessions of supervision that this month's practice still calls for and by when; null when none is owed. */
  supervisionOwed: { count: number; by: string } | null;
  /** Names of tests whose attempts are used up without a pass. */
  exhaustedTests: readonly string[];
  attendance: AttendanceSum;
  /** Day the longest waiting practice entry was sent; null when none waits. */
  practiceSentOn: string | null;
}

/** The flags of a trainee today, the gravest first; none before the run starts or after it closed. */
export function flagsOf(facts: FlagFacts, today: string): Flag[] {
  const { run, active } = facts;
  if (!active || (run.state !== "running" && run.state !== "exams")) return [];
  return [
    attendanceFlag(facts),
    testFlag(facts),
    inactiveFlag(facts, today),
    behindFlag(facts, today),
    supervisionFlag(facts),
    practiceFlag(facts, today),
  ].filter((flag) => flag !== null);
}

/** Not even coming to everything that is left would reach the share the exam asks for. */
function attendanceFlag({ attendance, settings }: FlagFacts): Flag | null {
  const { best } = attendance;
  if (best === null || best >= settings.examAdmissionShare) return null;
  return {
    code: "attendance",
    values: { best: Math.floor(best * 100), limit: Math.round(settings.examAdmissionShare * 100) },
  };
}

function testFlag({ exhaustedTests }: FlagFacts): Flag | null {
  const [title] = exhaustedTests;
  if (title === undefined) return null;
  return { code: "testFailed", values: { title, count: exhaustedTests.length } };
}

function inactiveFlag({ run, settings, enrolledOn, lastActiveOn }: FlagFacts, today: string): Flag | null {
  const since = [run.startsOn, enrolledOn, lastActiveOn ?? ""].sort().at(-1)!;
  const weeks = Math.floor(daysBetween(since, today) / 7);
  return weeks < settings.inactivityWeeks ? null : { code: "inactive", values: { count: weeks } };
}

function behindFlag({ run, doneShare }: FlagFacts, today: string): Flag | null {
  const planned = runShare(run, today);
  // Rounded, so that a sum of minutes does not fall on the wrong side of the line by a hair.
  if (Math.round((planned - doneShare) * 1e6) / 1e6 <= behindPlanTolerance) return null;
  return {
    code: "behind",
    values: { planned: Math.round(planned * 100), done: Math.floor(doneShare * 100) },
  };
}

function supervisionFlag({ supervisionOwed: owed }: FlagFacts): Flag | null {
  return owed && { code: "supervision", values: { count: owed.count, day: owed.by } };
}

function practiceFlag({ practiceSentOn }: FlagFacts, today: string): Flag | null {
  if (practiceSentOn === null) return null;
  const days = daysBetween(practiceSentOn, today);
  return days <= practiceWaitsDays ? null : { code: "practiceWaiting", values: { count: days } };
}
