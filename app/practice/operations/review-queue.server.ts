import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { db } from "~/platform/db/index.server";
import { entryViews, type EntryView } from "./entry-view.server";
import { waitingForReview } from "./review-scope.server";

/** Entries of one trainee that wait. */
export interface WaitingTrainee {
  enrolmentId: string;
  name: string;
  run: { id: string; name: string };
  entries: (EntryView & { /** Was returned before: corrected since. */ corrected: boolean })[];
}

export interface ReviewQueue {
  total: number;
  trainees: WaitingTrainee[];
}

/** How many entries one page shows; whole trainees are never cut off from the count. */
export const queuePage = 50;

/** Entries that wait for the actor, the oldest first, gathered by trainee. Never the actor's own. */
export async function reviewQueue(actor: Actor): Promise<ReviewQueue> {
  const where = waitingForReview(actor);
  const [total, rows] = await Promise.all([
    db().practiceEntry.count({ where }),
    db().practiceEntry.findMany({
      where,
      include: {
        enrolment: { select: { id: true, accountId: true, run: { select: { id: true, name: true } } } },
        decisions: { where: { state: "returned" }, select: { id: true } },
        presences: true,
      },
      orderBy: [{ updatedAt: "asc" }, { id: "asc" }],
      take: queuePage,
    }),
  ]);
  const names = await namesOf(rows.map(({ enrolment }) => enrolment.accountId));
  const views = await entryViews(actor, rows);
  const trainees = new Map<string, WaitingTrainee>();
  for (const [index, row] of rows.entries()) {
    const { id, accountId, run } = row.enrolment;
    const trainee = trainees.get(id) ?? {
      enrolmentId: id,
      name: names.get(accountId) ?? "",
      run,
      entries: [],
    };
    trainee.entries.push({ ...views[index]!, corrected: row.decisions.length > 0 });
    trainees.set(id, trainee);
  }
  const byDay = (a: EntryView, b: EntryView) => a.day.localeCompare(b.day) || a.startMinute - b.startMinute;
  for (const trainee of trainees.values()) trainee.entries.sort(byDay);
  return { total, trainees: [...trainees.values()] };
}
