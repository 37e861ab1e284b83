import type { Actor } from "~/access/index.server";
import { addDays, dayOf, dayToDate } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import type { WaitingTask } from "~/platform/waiting-task";
import { frameRefusal } from "../rules/entry-limits";
import { enrolmentOf } from "~/course/index.server";
import { readGate } from "./practice-frame.server";
import { waitingForReview } from "./review-queue.server";
import { runsToSupervise } from "./supervision-scope.server";

/** Days after which an entry that nobody decided about is overdue. */
const reviewWithinDays = 7;

/** What practice and supervision want from a person today. */
export async function waitingFor(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const tasks: Promise<WaitingTask[]>[] = [];
  if (actor.can("practice:log")) tasks.push(ofTrainee(actor));
  if (actor.can("practice:review")) tasks.push(ofReviewer(actor, now));
  if (actor.can("supervision:record")) tasks.push(ofSupervisor(actor, now));
  return (await Promise.all(tasks)).flat();
}

async function ofTrainee(actor: Actor): Promise<WaitingTask[]> {
  const enrolment = await enrolmentOf(actor.accountId);
  if (!enrolment || enrolment.state !== "active") return [];
  const [{ frame }, counts] = await Promise.all([
    readGate(enrolment),
    db().practiceEntry.groupBy({ by: ["state"], where: { enrolmentId: enrolment.id }, _count: true }),
  ]);
  const countOf = (state: string) => counts.find((group) => group.state === state)?._count ?? 0;
  const tasks: WaitingTask[] = [];
  if (countOf("returned") > 0) {
    const values = { count: countOf("returned") };
    tasks.push({
      id: "practice-returned",
      text: "practice:waiting.returned",
      values,
      to: "/praxe",
      urgency: "today",
    });
  }
  if (frame.open && frame.gateDay !== null && frame.pledgeDay === null) {
    tasks.push({
      id: "practice-pledge",
      text: "practice:waiting.pledge",
      to: "/praxe/slib",
      urgency: "today",
    });
  }
  if (frameRefusal(frame) === null && counts.length === 0) {
    tasks.push({ id: "practice-first", text: "practice:waiting.first", to: "/praxe/novy", urgency: "none" });
  }
  return tasks;
}

async function ofReviewer(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const { _count: count, _min } = await db().practiceEntry.aggregate({
    where: waitingForReview(actor),
    _count: true,
    _min: { updatedAt: true },
  });
  if (count === 0 || !_min.updatedAt) return [];
  const due = addDays(dayOf(_min.updatedAt), reviewWithinDays);
  const urgency = due < dayOf(now) ? "overdue" : "today";
  const task = {
    id: "practice-review",
    text: "practice:waiting.review",
    values: { count },
    urgency,
  } as const;
  return [{ ...task, to: "/praxe/ke-schvaleni", due }];
}

/** Trainees who did practice this month and were at no supervision yet. */
async function ofSupervisor(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const since = dayToDate(`${dayOf(now).slice(0, 7)}-01`);
  const count = await db().enrolment.count({
    where: {
      state: "active",
      run: runsToSupervise(actor),
      practiceEntries: { some: { day: { gte: since }, state: { in: ["submitted", "approved"] } } },
      supervisions: { none: { session: { day: { gte: since } } } },
    },
  });
  if (count === 0) return [];
  const task = { id: "supervision-month", text: "practice:waiting.supervision", values: { count } } as const;
  return [{ ...task, to: "/supervize/nova", urgency: "soon" }];
}
