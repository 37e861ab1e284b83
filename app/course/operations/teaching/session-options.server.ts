import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { catalogue } from "../../catalogue/catalogue.server";
import { runOf, type RunFacts } from "../runs.server";
import { sessionFacts, type SessionFacts } from "./session-row.server";

/** What a form of a session is drawn from. */
export interface SessionOptions {
  run: RunFacts;
  modules: { id: string; title: string; hours: number }[];
  trainers: { accountId: string; name: string }[];
  trainees: { enrolmentId: string; name: string }[];
  /** The missed session a new one makes up for, and who missed it. */
  missed: { session: SessionFacts; absent: string[] } | null;
  /** Where the run was taught last, otherwise its town. */
  place: string;
  /** The actor, when they teach in the run. */
  trainer: string | null;
}

/** @throws AppError notFound, also for a missed session that is none */
export async function sessionOptions(
  actor: Actor,
  runId: string,
  missedId: string | null,
): Promise<SessionOptions> {
  const run = await runOf(actor, "theory:credit", runId);
  const enrolments = await db().enrolment.findMany({
    where: { runId: run.id, state: "active" },
    select: { id: true, accountId: true },
  });
  const last = await db().teachingSession.findFirst({
    where: { runId: run.id, state: { not: "cancelled" } },
    orderBy: { createdAt: "desc" },
    select: { place: true },
  });
  const names = await namesOf([...run.trainerIds, ...enrolments.map(({ accountId }) => accountId)]);
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, "cs");
  return {
    run,
    modules: catalogue().modules.map(({ id, title, hours }) => ({ id, title, hours })),
    trainers: run.trainerIds
      .map((accountId) => ({ accountId, name: names.get(accountId) ?? "–" }))
      .sort(byName),
    trainees: enrolments
      .map(({ id, accountId }) => ({ enrolmentId: id, name: names.get(accountId) ?? "–" }))
      .sort(byName),
    missed: missedId === null ? null : await missedSession(run.id, missedId),
    place: last?.place ?? run.town,
    trainer: run.trainerIds.includes(actor.accountId) ? actor.accountId : null,
  };
}

async function missedSession(runId: string, id: string): Promise<NonNullable<SessionOptions["missed"]>> {
  const row = isRowId(id)
    ? await db().teachingSession.findFirst({
        where: { id, runId, state: "held", makeUpForId: null },
        include: { attendance: { select: { enrolmentId: true, state: true } } },
      })
    : null;
  if (!row) throw new AppError("notFound");
  const absent = row.attendance.filter(({ state }) => state !== "present");
  return { session: sessionFacts(row), absent: absent.map(({ enrolmentId }) => enrolmentId) };
}
