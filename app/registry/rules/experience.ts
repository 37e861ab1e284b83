import { addMonths } from "~/platform/days";
import { defaultProgrammeSettings, type ProgrammeSettings } from "~/programme/index";

/** Who may be entrusted with a social curator's client: the programme's setting, 12 months and 5 closed cases. */
export interface ExperienceRule {
  months: number;
  closedCases: number;
}

/** The rule as the programme's settings say it. */
export function experienceRuleOf({
  experiencedMonths,
  experiencedClosedCases,
}: ProgrammeSettings): ExperienceRule {
  return { months: experiencedMonths, closedCases: experiencedClosedCases };
}

export interface MentorExperience {
  /** Day of certification; for mentors from older registers the first day of work; null when neither is known. */
  since: string | null;
  /** Cases that ended while the mentor was working on them. */
  closedCases: number;
}

/** `monthsOn`: the day when the months will be there; null when nobody knows since when they count. */
export type MissingExperience = { months: boolean; monthsOn: string | null; closedCases: number };

/** What a mentor still lacks; null when experienced. */
export function missingExperience(
  mentor: MentorExperience,
  today: string,
  rule: ExperienceRule = experienceRuleOf(defaultProgrammeSettings),
): MissingExperience | null {
  const monthsOn = mentor.since === null ? null : addMonths(mentor.since, rule.months);
  const months = monthsOn === null || monthsOn > today;
  const closedCases = Math.max(0, rule.closedCases - mentor.closedCases);
  return months || closedCases > 0 ? { months, monthsOn, closedCases } : null;
}
