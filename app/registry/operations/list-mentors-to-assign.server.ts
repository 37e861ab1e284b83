import type { Actor } from "~/access/index.server";
import { mentorOptions, whereMentor } from "~/certification/index.server";
import type { MentorState } from "~/certification/index";
import { dayOf } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { programmeSettings } from "~/programme/index.server";
import {
  experienceRuleOf,
  missingExperience,
  type ExperienceRule,
  type MissingExperience,
} from "../rules/experience";
import { whereCase } from "./case-scope.server";
import { mentorExperience, openCaseCounts } from "./mentor-work.server";

/** A mentor of a coordinator's region, with what a choice is made by. */
export interface MentorToAssign {
  id: string;
  code: string;
  /** Null for a mentor from an older register who has no account. */
  name: string | null;
  /** Cases the mentor has now, among those the coordinator may see. */
  load: number;
  standing: { state: MentorState; dueOn: string | null };
  /** Only an active mentor may take a case. */
  assignable: boolean;
  /** What is missing for a social curator's client; null when experienced. */
  missing: MissingExperience | null;
}

export interface MentorsToAssign {
  /** Those with the least work first, ended ones too. */
  mentors: MentorToAssign[];
  rule: ExperienceRule;
}

/** Every mentor within a coordinator's reach, those too who cannot take a case now. */
export async function mentorsToAssign(tx: Tx, actor: Actor, now: Date): Promise<MentorsToAssign> {
  const today = dayOf(now);
  const rule = experienceRuleOf(await programmeSettings(tx));
  const options = await mentorOptions(whereMentor(actor, "case:assign"), today, tx);
  const ids = options.map(({ id }) => id);
  const loads = await openCaseCounts(ids, whereCase(actor, "case:list"), tx);
  const experience = await mentorExperience(ids, tx);
  const mentors = options.map(({ id, code, name, standing, assignable }): MentorToAssign => {
    const known = experience.get(id) ?? { since: null, closedCases: 0 };
    return {
      ...{ id, code, name, standing, assignable },
      load: loads.get(id) ?? 0,
      missing: missingExperience(known, today, rule),
    };
  });
  return { mentors: mentors.sort((a, b) => a.load - b.load), rule };
}
