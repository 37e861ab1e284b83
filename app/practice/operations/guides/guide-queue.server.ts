import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { caseLabels, type CaseLabel } from "~/registry/index.server";
import { db } from "~/platform/db/index.server";
import { openEntry } from "../entry-content.server";
import type { ActivityKind, PlaceKind } from "../../codes";
import { waitingForGuide } from "./guide-scope.server";
import { presenceOf, type Presence } from "./presence-words.server";

/** What a guide sees of an entry: what he was there for, nothing of who decided what. */
export interface GuidedEntry {
  id: string;
  version: number;
  name: string;
  day: string;
  startMinute: number;
  endMinute: number;
  minutes: number;
  activity: ActivityKind;
  place: PlaceKind;
  note: string;
  /** Null also for a case the guide may not see. */
  case: CaseLabel | null;
  presence: Presence;
}

export interface GuideQueue {
  /** Nothing was said about this version yet, the oldest day first. */
  waiting: GuidedEntry[];
  /** Said, and not decided by the trainer yet: the word can still be changed. */
  said: GuidedEntry[];
}

const mostShown = 100;

/** Entries that name the actor as the guide, submitted and his to confirm. */
export async function guideQueue(actor: Actor): Promise<GuideQueue> {
  const rows = await db().practiceEntry.findMany({
    where: waitingForGuide(actor),
    include: { enrolment: { select: { accountId: true } }, presences: true },
    orderBy: [{ day: "asc" }, { startMinute: "asc" }, { id: "asc" }],
    take: mostShown,
  });
  const [names, cases] = [
    await namesOf(rows.map(({ enrolment }) => enrolment.accountId)),
    await caseLabels(
      actor,
      rows.flatMap(({ caseId }) => caseId ?? []),
    ),
  ];
  const entries = rows.map((row): GuidedEntry => {
    const { id, version, day, startMinute, endMinute, minutes, activity, place, note } = openEntry(row);
    const about = row.caseId ? cases.get(row.caseId) : undefined;
    return {
      ...{ id, version, day, startMinute, endMinute, minutes, activity, place, note },
      name: names.get(row.enrolment.accountId) ?? "",
      case: about ?? null,
      presence: presenceOf(row),
    };
  });
  const isSaid = ({ presence: { state } }: GuidedEntry) => state === "confirmed" || state === "denied";
  return { waiting: entries.filter((entry) => !isSaid(entry)), said: entries.filter(isSaid) };
}
