import type { Actor } from "~/access/index.server";
import { enrolmentById, whereEnrolment } from "~/course/index.server";
import { namesOf } from "~/people/index.server";
import { practiceBalanceOf, practiceOf, type TraineeBalance } from "~/practice/index.server";
import { dateToDay } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import type { TraineeStanding } from "../rules/trainee-standing";
import { examResultsOf, type ExamResultRow } from "./exam/exam-results-of.server";
import { standingOfTrainees } from "./standing.server";

export interface LedgerRow {
  id: string;
  day: string;
  unit: "theory" | "practice";
  kind: "online_lesson" | "in_person_session" | "make_up" | "practice" | "correction";
  minutes: number;
}

export interface TraineeDetail {
  name: string;
  run: { id: string; name: string; startsOn: string; endsOn: string; teachingHour: number };
  standing: TraineeStanding;
  /** Newest first. */
  ledger: LedgerRow[];
  practice: Awaited<ReturnType<typeof practiceOf>>;
  balance: TraineeBalance;
  results: ExamResultRow[];
  own: boolean;
  mayIssue: boolean;
  mayReview: boolean;
  mayExamine: boolean;
}

/** Everything about one trainee of a run. @throws AppError notFound outside the actor's scope */
export async function readTrainee(
  actor: Actor,
  runId: string | undefined,
  enrolmentId: string | undefined,
): Promise<TraineeDetail> {
  if (!isRowId(runId) || !isRowId(enrolmentId)) throw new AppError("notFound");
  const visible = { AND: [{ id: enrolmentId, runId }, whereEnrolment(actor, "run:read")] };
  if ((await db().enrolment.count({ where: visible })) === 0) throw new AppError("notFound");
  const [enrolment, standings, ledger, practice, balance, results] = await Promise.all([
    enrolmentById(enrolmentId),
    standingOfTrainees({ enrolmentIds: [enrolmentId] }),
    db().ledgerEntry.findMany({
      where: { enrolmentId },
      select: { id: true, day: true, unit: true, kind: true, minutes: true },
      orderBy: [{ day: "desc" }, { creditedAt: "desc" }],
    }),
    practiceOf(enrolmentId),
    practiceBalanceOf(enrolmentId),
    examResultsOf([enrolmentId]),
  ]);
  const standing = standings.get(enrolmentId);
  if (!enrolment || !standing) throw new AppError("notFound");
  const { id, name, startsOn, endsOn, settings } = enrolment.run;
  const names = await namesOf([enrolment.accountId]);
  const own = enrolment.accountId === actor.accountId;
  return {
    name: names.get(enrolment.accountId) ?? "",
    run: { id, name, startsOn, endsOn, teachingHour: settings.teachingHour },
    standing,
    ledger: ledger.map((entry) => ({ ...entry, day: dateToDay(entry.day) })),
    practice,
    balance,
    results: results.get(enrolmentId) ?? [],
    own,
    mayReview: actor.can("practice:review"),
    mayIssue: actor.can("certificate:issue") && !own,
    mayExamine: actor.can("exam:record") && !own,
  };
}
