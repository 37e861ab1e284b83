import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { dateToDay } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { catalogue } from "../catalogue/catalogue.server";
import { reversalSourceKey, teachingHours } from "../rules/ledger";
import { runOf, type RunFacts } from "./runs.server";

export interface SessionTrainee {
  /** Ledger entry of the credit. */
  entryId: string;
  name: string;
  /** Teaching hours. */
  hours: number;
  reversed: boolean;
}

export interface TaughtSession {
  /** Source key of its credits. */
  key: string;
  day: string;
  topic: string;
  moduleTitle: string;
  creditedBy: string;
  trainees: SessionTrainee[];
}

export interface SessionsReading {
  run: RunFacts;
  trainees: { enrolmentId: string; name: string }[];
  modules: { id: string; title: string; hours: number; lessons: number }[];
  sessions: TaughtSession[];
}

/** In-person teaching of a run: what was credited, and what a form for more needs. @throws AppError notFound */
export async function readSessions(actor: Actor, runId: string): Promise<SessionsReading> {
  const run = await runOf(actor, "theory:credit", runId);
  const enrolments = await db().enrolment.findMany({
    where: { runId },
    select: { id: true, accountId: true, state: true },
  });
  const entries = await db().ledgerEntry.findMany({
    where: { enrolment: { runId }, unit: "theory", kind: { in: ["in_person_session", "correction"] } },
    orderBy: [{ day: "desc" }, { creditedAt: "desc" }],
  });
  const names = await namesOf([
    ...enrolments.map(({ accountId }) => accountId),
    ...entries.flatMap(({ creditedById }) => (creditedById ? [creditedById] : [])),
  ]);
  const nameOfEnrolment = new Map(enrolments.map(({ id, accountId }) => [id, names.get(accountId) ?? "–"]));
  const reversals = new Set(
    entries.filter(({ kind }) => kind === "correction").map(({ sourceKey }) => sourceKey),
  );
  const modules = catalogue().modules;
  const sessions = new Map<string, TaughtSession>();
  for (const entry of entries) {
    if (entry.kind !== "in_person_session") continue;
    const session = sessions.get(entry.sourceKey) ?? {
      key: entry.sourceKey,
      day: dateToDay(entry.day),
      topic: entry.note ?? "",
      moduleTitle: modules.find(({ id }) => id === entry.moduleId)?.title ?? "",
      creditedBy: (entry.creditedById && names.get(entry.creditedById)) ?? "–",
      trainees: [],
    };
    sessions.set(entry.sourceKey, session);
    session.trainees.push({
      entryId: entry.id,
      name: nameOfEnrolment.get(entry.enrolmentId) ?? "–",
      hours: teachingHours(entry.minutes, run.settings),
      reversed: reversals.has(reversalSourceKey(entry.id)),
    });
  }
  return {
    run,
    trainees: enrolments
      .filter(({ state }) => state === "active")
      .map(({ id }) => ({ enrolmentId: id, name: nameOfEnrolment.get(id) ?? "–" }))
      .sort((a, b) => a.name.localeCompare(b.name, "cs")),
    modules: modules.map(({ id, title, hours, lessons }) => ({ id, title, hours, lessons: lessons.length })),
    sessions: [...sessions.values()],
  };
}
