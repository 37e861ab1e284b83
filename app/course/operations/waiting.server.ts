import type { Actor } from "~/access/index.server";
import { db } from "~/platform/db/index.server";
import type { WaitingTask } from "~/platform/waiting-task";
import { readCourse } from "./read-course.server";
import { whereApplication, whereRun } from "./scopes.server";

/** What waits for a person in the course today. */
export async function waitingFor(actor: Actor, _now: Date): Promise<WaitingTask[]> {
  return [
    ...(actor.can("course:study") ? await forTrainee(actor) : []),
    ...(actor.can("application:create") ? await forApplicant(actor) : []),
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

async function forApplicant(actor: Actor): Promise<WaitingTask[]> {
  const application = await db().application.findFirst({
    where: { accountId: actor.accountId },
    orderBy: { submittedAt: "desc" },
    select: { state: true },
  });
  const to = "/kurz/prihlaska";
  if (!application) return [{ id: "course-apply", text: "course:waiting.apply", to, urgency: "soon" }];
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
        { state: { in: ["recruiting", "running"] }, applications: { some: { state: "waiting" } } },
      ],
    },
    select: {
      id: true,
      name: true,
      places: true,
      _count: { select: { enrolments: { where: { state: { in: ["active", "graduated"] } } } } },
    },
  });
  return runs
    .filter(({ places, _count }) => _count.enrolments < places)
    .map(({ id, name }) => ({
      id: `course-place-${id}`,
      text: "course:waiting.place",
      values: { name },
      to: `/behy/${id}`,
      urgency: "today",
    }));
}
