import type { Actor } from "~/access/index.server";
import { dayOf } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import type { WaitingTask } from "~/platform/waiting-task";
import { waitingMessages } from "./overview/inbox.server";
import { holdsPlace } from "./open-runs.server";
import { readCourse } from "./read-course.server";
import { whereApplication, whereRun } from "./scopes.server";
import { teachingTasks } from "./teaching/waiting.server";

/** What waits for a person in the course today. */
export async function waitingFor(actor: Actor, now: Date): Promise<WaitingTask[]> {
  return [
    ...(actor.can("message:read") ? await waitingMessages(actor) : []),
    ...(actor.can("course:study") ? await forTrainee(actor) : []),
    ...(await teachingTasks(actor, now)),
    ...(actor.can("application:create") ? await forApplicant(actor, now) : []),
    ...(actor.can("application:decide") ? await forCoordinator(actor) : []),
  ];
}

async function forTrainee(actor: Actor): Promise<WaitingTask[]> {
  const { study } = await readCourse(actor);
  if (!study) return [];
  if (!study.steps.some(({ kind }) => kind === "lesson") || !study.goOn) return [];
  const { moduleId, lessonId, title, heading } = study.goOn;
  const to = `/kurz/${moduleId}/${lessonId}${heading ? `#${heading.id}` : ""}`;
  return [{ id: "course-lesson", text: "course:waiting.lesson", values: { title }, to, urgency: "soon" }];
}

async function forApplicant(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const application = await db().application.findFirst({
    where: { accountId: actor.accountId },
    orderBy: { submittedAt: "desc" },
    select: {
      state: true,
      offers: { where: { state: "open", answerBy: { gte: now } }, select: { answerBy: true }, take: 1 },
    },
  });
  const to = "/kurz/prihlaska";
  if (!application) return [{ id: "course-apply", text: "course:waiting.apply", to, urgency: "soon" }];
  const offer = application.offers[0];
  if (offer) {
    const due = dayOf(offer.answerBy);
    return [{ id: "course-offer", text: "course:waiting.offer", to, due, urgency: "today" }];
  }
  return [
    {
      id: "course-application",
      text: `course:waiting.application.${application.state}`,
      to,
      urgency: "none",
    },
  ];
}

async function forCoordinator(actor: Actor): Promise<WaitingTask[]> {
  const count = await db().application.count({
    where: { AND: [whereApplication(actor, "application:decide"), { state: "submitted" }] },
  });
  const free = await freedPlaces(actor);
  return [
    ...(count > 0
      ? [
          {
            id: "course-applications",
            text: "course:waiting.applications",
            values: { count },
            to: "/prihlasky",
            urgency: "today" as const,
          },
        ]
      : []),
    ...free,
  ];
}

/** Runs where somebody waits and a place is free. */
async function freedPlaces(actor: Actor): Promise<WaitingTask[]> {
  const runs = await db().courseRun.findMany({
    where: {
      AND: [
        whereRun(actor, "application:decide"),
        {
          state: { in: ["recruiting", "running"] },
          applications: { some: { state: "waiting", offers: { none: { state: "open" } } } },
        },
      ],
    },
    select: {
      id: true,
      name: true,
      places: true,
      _count: {
        select: { enrolments: { where: holdsPlace }, offers: { where: { state: "open" } } },
      },
    },
  });
  return runs
    .filter(({ places, _count }) => _count.enrolments + _count.offers < places)
    .map(({ id, name }) => ({
      id: `course-place-${id}`,
      text: "course:waiting.place",
      values: { name },
      to: `/behy/${id}/nabor`,
      urgency: "today",
    }));
}
