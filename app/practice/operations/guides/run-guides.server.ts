import type { Actor } from "~/access/index.server";
import { assignableMentors } from "~/certification/index.server";
import { runOf, type RunFacts } from "~/course/index.server";
import { namesOf } from "~/people/index.server";
import { dayOf } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { experienceRuleOf, missingExperience } from "~/registry/index";
import { programmeSettings } from "~/programme/index.server";
import { mentorExperience } from "~/registry/index.server";
import { guideNames } from "./guide-names.server";

/** A guide of a trainee, now or earlier; days are `YYYY-MM-DD`. */
export interface GuideRow {
  id: string;
  mentorId: string;
  name: string;
  since: string;
  until: string | null;
}

export interface TraineeWithGuides {
  enrolmentId: string;
  name: string;
  own: boolean;
  guides: GuideRow[];
}

/** A mentor who may become a guide. */
export interface PossibleGuide {
  mentorId: string;
  name: string;
  code: string;
  /** By the same measure as for clients of social curators. */
  experienced: boolean;
  /** Trainees he guides now, in all runs. */
  trainees: number;
}

export interface RunGuides {
  run: Pick<RunFacts, "id" | "name">;
  trainees: TraineeWithGuides[];
  mentors: PossibleGuide[];
}

/** Trainees of a run with their guides, and who could guide them. @throws AppError notFound */
export async function runGuides(actor: Actor, runId: string, { now }: { now: Date }): Promise<RunGuides> {
  const { id, name, regionCode } = await runOf(actor, "guide:assign", runId);
  const enrolments = await db().enrolment.findMany({
    where: { runId: id, state: "active" },
    select: {
      id: true,
      accountId: true,
      guides: { orderBy: [{ assignedAt: "desc" }, { id: "asc" }] },
    },
  });
  const names = await namesOf(enrolments.map(({ accountId }) => accountId));
  const guides = enrolments.flatMap((enrolment) => enrolment.guides);
  const mentorNames = await guideNames(guides.map(({ mentorId }) => mentorId));
  return {
    run: { id, name },
    trainees: enrolments
      .map((enrolment) => ({
        enrolmentId: enrolment.id,
        name: names.get(enrolment.accountId) ?? "",
        own: enrolment.accountId === actor.accountId,
        guides: enrolment.guides.map((guide) => ({
          id: guide.id,
          mentorId: guide.mentorId,
          name: mentorNames.get(guide.mentorId) ?? "",
          since: dayOf(guide.assignedAt),
          until: guide.endedAt && dayOf(guide.endedAt),
        })),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, "cs")),
    mentors: await possibleGuides(regionCode, dayOf(now)),
  };
}

/** Active mentors of a region with an account, the experienced ones first. */
async function possibleGuides(regionCode: string, today: string): Promise<PossibleGuide[]> {
  const mentors = (await assignableMentors({ regionCode }, today)).filter(({ accountId }) => accountId);
  const ids = mentors.map(({ id }) => id);
  const experience = await mentorExperience(ids);
  const rule = experienceRuleOf(await programmeSettings());
  const loads = await db().traineeGuide.groupBy({
    by: ["mentorId"],
    where: { mentorId: { in: ids }, endedAt: null, enrolment: { state: "active" } },
    _count: true,
  });
  return mentors
    .map(({ id, code, name }) => ({
      mentorId: id,
      code,
      name: name ?? code,
      experienced:
        missingExperience(experience.get(id) ?? { since: null, closedCases: 0 }, today, rule) === null,
      trainees: loads.find(({ mentorId }) => mentorId === id)?._count ?? 0,
    }))
    .sort((a, b) => Number(b.experienced) - Number(a.experienced) || a.name.localeCompare(b.name, "cs"));
}
