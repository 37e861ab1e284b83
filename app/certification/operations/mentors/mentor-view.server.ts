import { programmeSettings } from "~/programme/index.server";
import type { ProgrammeSettings } from "~/programme/index";
import { mentorExperience } from "~/registry/index.server";
import { experienceRuleOf, missingExperience, type MissingExperience } from "~/registry/index";
import type { Tx } from "~/platform/db/index.server";
import { mentorStanding, type MentorStanding } from "../../rules/mentors/standing";
import { standingHistory, type StandingInterval } from "../../rules/mentors/standing-history";
import type { MentorCertificate, MentorWithFacts } from "./standings.server";

/** What the mentor's own page and the coordinator's page about the mentor share. */
export interface MentorView {
  id: string;
  code: string;
  regionCode: string | null;
  certifiedOn: string | null;
  standing: MentorStanding;
  /** The newest first. */
  history: StandingInterval[];
  /** Days of held supervision, the newest first. */
  supervisionDays: string[];
  exemptions: { fromDay: string; toDay: string }[];
  /** The newest certificate of the portal. */
  certificate: MentorCertificate | null;
  experience: ExperienceView;
  settings: ProgrammeSettings;
}

/** How far somebody is from being experienced enough for clients of social curators. */
export interface ExperienceView {
  since: string | null;
  closedCases: number;
  /** null: experienced. */
  missing: MissingExperience | null;
}

/** @param mentor somebody the actor may see */
export async function mentorView(mentor: MentorWithFacts, today: string, reader: Tx): Promise<MentorView> {
  const { id, code, regionCode, certifiedOn, certificate, facts } = mentor;
  const settings = await programmeSettings(reader);
  const known = (await mentorExperience([id], reader)).get(id) ?? { since: null, closedCases: 0 };
  return {
    ...{ id, code, regionCode, certifiedOn, certificate, settings },
    standing: mentorStanding(facts, today),
    history: standingHistory(facts, today).reverse(),
    supervisionDays: [...new Set(facts.supervisionDays)]
      .filter((day) => day <= today)
      .sort()
      .reverse(),
    exemptions: facts.exemptions.map(({ fromDay, toDay }) => ({ fromDay, toDay })),
    experience: { ...known, missing: missingExperience(known, today, experienceRuleOf(settings)) },
  };
}
