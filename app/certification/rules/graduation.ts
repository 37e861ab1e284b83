import type { ExamPart } from "../codes";

/**
 * Graduation: all theory, all practice, the pledge, supervision kept and every part of the exam passed.
 * One evaluator for the trainee, the trainer and the certificate. It is the programme's own rule and has
 * nothing to do with admission to the exam.
 */

/** Kept with every certificate; grows when the rule changes. */
export const graduationRuleVersion = 1;

/** What somebody has done. */
export interface GraduationFacts {
  theoryMinutes: number;
  /** Approved practice only. */
  practiceMinutes: number;
  pledgeSigned: boolean;
  supervision: { required: number; kept: number };
  /** Parts of the exam passed so far. */
  passedParts: readonly ExamPart[];
}

/** What the run demands. */
export interface GraduationSettings {
  theoryMinutes: number;
  practiceMinutes: number;
  /** Length of one hour in minutes. */
  teachingHour: number;
  practiceHour: number;
  examParts: readonly ExamPart[];
}

export type RequirementCode = "theory" | "practice" | "pledge" | "supervision" | `exam.${ExamPart}`;

export interface Requirement {
  code: RequirementCode;
  met: boolean;
  /** Minutes, or a count: never more than is required is needed, but more may be done. */
  done: number;
  required: number;
  missing: number;
  unit: "minutes" | "count";
  /** Length of the hour the minutes are said in. */
  hour?: number;
}

export interface Graduation {
  ruleVersion: number;
  complete: boolean;
  /** In the order of the way through the course. */
  requirements: Requirement[];
}

/** Compares what was done with what is required. */
export function evaluateGraduation(facts: GraduationFacts, settings: GraduationSettings): Graduation {
  const requirements = [
    minutes("theory", facts.theoryMinutes, settings.theoryMinutes, settings.teachingHour),
    count("pledge", facts.pledgeSigned ? 1 : 0, 1),
    minutes("practice", facts.practiceMinutes, settings.practiceMinutes, settings.practiceHour),
    count("supervision", facts.supervision.kept, facts.supervision.required),
    ...settings.examParts.map((part) => count(`exam.${part}`, facts.passedParts.includes(part) ? 1 : 0, 1)),
  ];
  return {
    ruleVersion: graduationRuleVersion,
    complete: requirements.every(({ met }) => met),
    requirements,
  };
}

function minutes(code: RequirementCode, done: number, required: number, hour: number): Requirement {
  return { ...count(code, done, required), unit: "minutes", hour };
}

function count(code: RequirementCode, done: number, required: number): Requirement {
  const missing = Math.max(0, required - done);
  return { code, met: missing === 0, done, required, missing, unit: "count" };
}
