import type { Actor } from "~/access/index.server";
import { enrolmentOf } from "~/course/index.server";
import { addDays, dayOf } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import type { WaitingTask } from "~/platform/waiting-task";
import { draftKeptDays } from "../rules/draft-fields";
import { frameRefusal } from "../rules/entry-limits";
import { waitingPresences } from "./guides/guide-scope.server";
import { readGate } from "./practice-frame.server";
import { waitingForReview } from "./review-scope.server";

/** Days after which an entry that nobody said anything about is overdue. */
const answerWithinDays = 7;

/** What practice wants from a person today: to log, to confirm, to decide. */
export async function practiceTasks(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const tasks: Promise<WaitingTask[]>[] = [];
  if (actor.can("practice:log")) tasks.push(ofTrainee(actor, now));
  if (actor.can("practice:confirm")) tasks.push(ofGuide(actor, now));
  if (actor.can("practice:review")) tasks.push(ofReviewer(actor, now));
  return (await Promise.all(tasks)).flat();
}

async function ofTrainee(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const enrolment = await enrolmentOf(actor.accountId);
  if (!enrolment || enrolment.state !== "active") return [];
  const [{ frame }, counts, drafts] = await Promise.all([
    readGate(enrolment),
    db().practiceEntry.groupBy({ by: ["state"], where: { enrolmentId: enrolment.id }, _count: true }),
    ofDrafts(enrolment.id, now),
  ]);
  const returned = counts.find(({ state }) => state === "returned")?._count ?? 0;
  const tasks: WaitingTask[] = [];
  if (returned > 0) {
    const text = "practice:waiting.returned";
    tasks.push({
      id: "practice-returned",
      text,
      values: { count: returned },
      to: "/praxe",
      urgency: "today",
    });
  }
  if (frame.open && frame.gateDay !== null && frame.pledgeDay === null) {
    const text = "practice:waiting.pledge";
    tasks.push({ id: "practice-pledge", text, to: "/praxe/slib", urgency: "today" });
  }
  if (frameRefusal(frame) === null && counts.length === 0) {
    tasks.push({ id: "practice-first", text: "practice:waiting.first", to: "/praxe/novy", urgency: "none" });
  }
  return [...tasks, ...drafts];
}

/** Drafts that were not sent, with the day on which the first of them is erased. */
async function ofDrafts(enrolmentId: string, now: Date): Promise<WaitingTask[]> {
  const { _count: count, _min } = await db().practiceDraft.aggregate({
    where: { enrolmentId },
    _count: true,
    _min: { savedAt: true },
  });
  if (!_min.savedAt) return [];
  const due = addDays(dayOf(_min.savedAt), draftKeptDays);
  const urgency = due <= addDays(dayOf(now), 3) ? "today" : "soon";
  const text = "practice:waiting.drafts";
  return [{ id: "practice-drafts", text, values: { count }, to: "/praxe", due, urgency }];
}

async function ofGuide(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const { count, oldest } = await waitingPresences(actor);
  if (!oldest) return [];
  const task = { id: "practice-confirm", text: "practice:waiting.confirm", values: { count } } as const;
  return [{ ...task, to: "/praxe/potvrzeni", ...dueAfter(oldest, now) }];
}

async function ofReviewer(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const { _count: count, _min } = await db().practiceEntry.aggregate({
    where: waitingForReview(actor),
    _count: true,
    _min: { updatedAt: true },
  });
  if (count === 0 || !_min.updatedAt) return [];
  const task = { id: "practice-review", text: "practice:waiting.review", values: { count } } as const;
  return [{ ...task, to: "/praxe/ke-schvaleni", ...dueAfter(_min.updatedAt, now) }];
}

function dueAfter(since: Date, now: Date): Pick<WaitingTask, "due" | "urgency"> {
  const due = addDays(dayOf(since), answerWithinDays);
  return { due, urgency: due < dayOf(now) ? "overdue" : "today" };
}
