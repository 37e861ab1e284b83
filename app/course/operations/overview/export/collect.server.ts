import { standingOfTrainees } from "~/certification/index.server";
import type { TraineeStanding } from "~/certification/index";
import { namesOf, organisationOf } from "~/people/index.server";
import { unseal, unsealNullable } from "~/platform/crypto/index.server";
import { db, type Prisma } from "~/platform/db/index.server";
import type { AttendanceSum } from "../../../rules/overview/attendance-sum";
import { enrolmentPlace } from "../../enrolments.server";
import type { RunFacts } from "../../runs.server";
import { attendanceOf } from "../attendance.server";

/** Somebody in the run; the number stands for them in every file. */
export interface Participant {
  number: number;
  enrolmentId: string;
  name: string;
  birthDate: string;
  birthPlace: string | null;
  state: "active" | "withdrawn" | "graduated" | "ended";
  enrolledAt: Date;
  endedAt: Date | null;
  standing: TraineeStanding;
  attendance: AttendanceSum;
}

/** Everything the papers of a run are made of, in a fixed order; nothing of an application is in it. */
export interface RunRecord {
  run: RunFacts;
  provider: string | null;
  participants: Participant[];
  sessions: Prisma.TeachingSessionGetPayload<{ include: { attendance: true } }>[];
  ledger: Prisma.LedgerEntryGetPayload<object>[];
  tests: Prisma.TestAttemptGetPayload<object>[];
  results: Prisma.ExamResultGetPayload<object>[];
  /** Names of trainers and of whoever credited hours, by account. */
  names: Map<string, string>;
}

/** Reads a run for its export. The caller has checked the scope. */
export async function collectRun(run: RunFacts): Promise<RunRecord> {
  const ofRun = { enrolment: { runId: run.id } };
  const enrolments = await db().enrolment.findMany({ where: { runId: run.id } });
  const sessions = await db().teachingSession.findMany({
    where: { runId: run.id },
    include: { attendance: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  const ledger = await db().ledgerEntry.findMany({
    where: ofRun,
    orderBy: [{ day: "asc" }, { creditedAt: "asc" }, { id: "asc" }],
  });
  const tests = await db().testAttempt.findMany({
    where: { ...ofRun, submittedAt: { not: null } },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
  });
  const results = await db().examResult.findMany({
    where: ofRun,
    orderBy: [{ heldOn: "asc" }, { part: "asc" }, { recordedAt: "asc" }, { id: "asc" }],
  });
  const names = await namesOf([
    ...enrolments.map(({ accountId }) => accountId),
    ...sessions.flatMap(({ trainerId }) => trainerId ?? []),
    ...ledger.flatMap(({ creditedById }) => creditedById ?? []),
  ]);
  const standings = await standingOfTrainees({ runIds: [run.id] });
  const attendance = await attendanceOf(enrolments, db());
  const participants = enrolments
    .map((row) => ({
      enrolmentId: row.id,
      name: names.get(row.accountId) ?? "–",
      birthDate: unseal(row.birthDateSealed, enrolmentPlace("birthDateSealed", row.id)),
      birthPlace: unsealNullable(row.birthPlaceSealed, enrolmentPlace("birthPlaceSealed", row.id)),
      state: row.state,
      enrolledAt: row.enrolledAt,
      endedAt: row.endedAt,
      standing: standings.get(row.id)!,
      attendance: attendance.get(row.id)!,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "cs") || a.enrolmentId.localeCompare(b.enrolmentId))
    .map((participant, index) => ({ number: index + 1, ...participant }));
  const provider = run.organisationId ? ((await organisationOf(run.organisationId))?.name ?? null) : null;
  return { run, provider, participants, sessions, ledger, tests, results, names };
}
