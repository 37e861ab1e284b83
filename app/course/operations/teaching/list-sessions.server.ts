import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { db } from "~/platform/db/index.server";
import { catalogue } from "../../catalogue/catalogue.server";
import type { AttendanceStanding } from "../../rules/teaching/attendance-standing";
import { runOf, type RunFacts } from "../runs.server";
import { attendanceOfRuns } from "./attendance-standing.server";
import { sessionFacts, type SessionFacts } from "./session-row.server";

export interface ListedSession extends SessionFacts {
  moduleTitle: string;
  trainer: string | null;
  present: number;
  excused: number;
  /** It is over and nobody has written down who was there. */
  attendanceDue: boolean;
}

export interface RunTeaching {
  run: RunFacts;
  /** To come, the nearest first. */
  coming: ListedSession[];
  /** Over or under way, the latest first. */
  past: ListedSession[];
  cancelled: ListedSession[];
  trainees: { enrolmentId: string; name: string; standing: AttendanceStanding }[];
}

/** Teaching in person of a run, and everybody's attendance. @throws AppError notFound */
export async function listSessions(
  actor: Actor,
  runId: string,
  { now }: { now: Date },
): Promise<RunTeaching> {
  const run = await runOf(actor, "theory:credit", runId);
  const rows = await db().teachingSession.findMany({
    where: { runId: run.id },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  const counts = await db().sessionAttendance.groupBy({
    by: ["sessionId", "state"],
    where: { session: { runId: run.id } },
    _count: true,
  });
  const enrolments = await db().enrolment.findMany({
    where: { runId: run.id, state: "active" },
    select: { id: true, accountId: true },
  });
  const standings = await attendanceOfRuns([run.id]);
  const names = await namesOf([
    ...enrolments.map(({ accountId }) => accountId),
    ...rows.flatMap(({ trainerId }) => trainerId ?? []),
  ]);
  const countOf = (sessionId: string, state: string) =>
    counts.find((count) => count.sessionId === sessionId && count.state === state)?._count ?? 0;
  const sessions = rows.map((row): ListedSession => ({
    ...sessionFacts(row),
    moduleTitle: moduleTitle(row.moduleId),
    trainer: row.trainerId && (names.get(row.trainerId) ?? null),
    present: countOf(row.id, "present"),
    excused: countOf(row.id, "excused"),
    attendanceDue: row.state === "planned" && row.endsAt <= now,
  }));
  const valid = sessions.filter(({ state }) => state !== "cancelled");
  return {
    run,
    coming: valid.filter(({ startsAt }) => startsAt > now),
    past: valid.filter(({ startsAt }) => startsAt <= now).reverse(),
    cancelled: sessions.filter(({ state }) => state === "cancelled").reverse(),
    trainees: enrolments
      .map(({ id, accountId }) => ({
        enrolmentId: id,
        name: names.get(accountId) ?? "–",
        standing: standings.get(id)!,
      }))
      .sort((a, b) => a.name.localeCompare(b.name, "cs")),
  };
}

/** Title of a module of the course; its id when the course no longer has it. */
export function moduleTitle(moduleId: string): string {
  return catalogue().modules.find(({ id }) => id === moduleId)?.title ?? moduleId;
}
