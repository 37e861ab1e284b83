import { addMonths } from "~/platform/days";

/** Setting of the programme: who may be entrusted with a social curator's client. */
export interface ExperienceRule {
  months: number;
  closedCases: number;
}

/** "Only experienced mentors work with clients of social curators": 12 months and 5 closed cases. */
export const experienceRule: ExperienceRule = { months: 12, closedCases: 5 };

export interface MentorExperience {
  /** Day of certification; for mentors from older registers the first day of work; null when neither is known. */
  since: string | null;
  /** Cases that ended while the mentor was working on them. */
  closedCases: number;
}

export type MissingExperience = { months: boolean; closedCases: number };

/** What a mentor still lacks; null when experienced. */
export function missingExperience(
  mentor: MentorExperience,
  today: string,
  rule: ExperienceRule = experienceRule,
): MissingExperience | null {
  const months = mentor.since === null || addMonths(mentor.since, rule.months) > today;
  const closedCases = Math.max(0, rule.closedCases - mentor.closedCases);
  return months || closedCases > 0 ? { months, closedCases } : null;
}
