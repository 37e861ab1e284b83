import type { Actor } from "~/access/index.server";
import { casesToLink, caseLabels, type CaseLabel } from "~/registry/index.server";
import { currentGuides, guideNames, type GuideChoice } from "./guides/guide-names.server";

/** What the form of an entry offers besides its lists. */
export interface EntryChoices {
  /** Cases the author may see; empty for somebody who sees none. */
  cases: CaseLabel[];
  guides: GuideChoice[];
}

/** Cases and guides for a new entry; for a correction also those it already has. */
export async function entryChoices(
  actor: Actor,
  enrolmentId: string,
  before?: { caseId: string | null; guideId: string | null },
): Promise<EntryChoices> {
  const [cases, guides] = await Promise.all([casesToLink(actor), currentGuides(enrolmentId)]);
  if (before?.caseId && !cases.some(({ id }) => id === before.caseId)) {
    cases.push(...(await caseLabels(actor, [before.caseId])).values());
  }
  if (before?.guideId && !guides.some(({ mentorId }) => mentorId === before.guideId)) {
    const name = (await guideNames([before.guideId])).get(before.guideId);
    if (name) guides.push({ mentorId: before.guideId, name });
  }
  return { cases, guides };
}
