import type { Actor } from "~/access/index.server";
import { runOf } from "~/course/index.server";
import { namesOf } from "~/people/index.server";
import { dateToDay } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import type { ExamPart } from "../../codes";
import type { ExamDayState, ExamKind } from "../../rules/exam/codes";
import type { TwoBasisAdmission } from "../../rules/exam/protocol-content";
import type { TraineeStanding } from "../../rules/trainee-standing";
import { deadlinesOf, type ExamDeadlines } from "./exam-deadlines-of.server";
import { examPeople } from "./exam-people.server";
import { examResultsOf, type ExamResultRow } from "./exam-results-of.server";

/** An exam day in a list. */
export interface ExamDayLine {
  id: string;
  kind: ExamKind;
  state: ExamDayState;
  heldOn: string;
  startMinute: number;
  place: string;
  parts: ExamPart[];
  candidates: number;
  runName: string;
}

export interface Examinee {
  enrolmentId: string;
  name: string;
  standing: TraineeStanding;
  admission: TwoBasisAdmission;
  deadlines: ExamDeadlines;
  /** On the list of a day that is not over yet. */
  planned: boolean;
  /** The newest first; voided ones too. */
  results: ExamResultRow[];
}

export interface RunExam {
  run: { id: string; name: string };
  parts: ExamPart[];
  limits: { resitWithinDays: number; substituteWithinDays: number; excuseWorkingDays: number };
  days: ExamDayLine[];
  examinees: Examinee[];
  /** Whether the actor may take results back. */
  mayVoid: boolean;
}

/** Exam days of a run and everybody who studies in it, admitted or not. @throws AppError notFound */
export async function readRunExam(actor: Actor, runId: string | undefined): Promise<RunExam> {
  const run = await runOf(actor, "exam:record", runId ?? "");
  const people = [...(await examPeople({ runIds: [run.id] })).values()].filter(
    ({ standing }) => standing.state === "active" || standing.state === "graduated",
  );
  const results = await examResultsOf(people.map(({ enrolmentId }) => enrolmentId));
  const days = await db().examDay.findMany({
    where: { runId: run.id },
    include: { _count: { select: { candidates: true } }, run: { select: { name: true } } },
    orderBy: [{ heldOn: "desc" }, { startMinute: "desc" }],
  });
  const { resitWithinDays, substituteWithinDays, excuseWorkingDays } = run.settings;
  return {
    run: { id: run.id, name: run.name },
    parts: run.settings.examParts,
    limits: { resitWithinDays, substituteWithinDays, excuseWorkingDays },
    days: days.map(examDayLine),
    examinees: people
      .map((person) => ({
        enrolmentId: person.enrolmentId,
        name: person.name,
        standing: person.standing,
        admission: person.admission,
        deadlines: deadlinesOf(person),
        planned: person.waitingDays.length > 0,
        results: results.get(person.enrolmentId) ?? [],
      }))
      .sort((a, b) => a.name.localeCompare(b.name, "cs")),
    mayVoid: actor.can("run:manage"),
  };
}

interface DayRow {
  id: string;
  kind: ExamKind;
  state: ExamDayState;
  heldOn: Date;
  startMinute: number;
  place: string;
  parts: ExamPart[];
  run: { name: string };
  _count: { candidates: number };
}

/** Puts a row of a day into a line of a list. */
export function examDayLine({ heldOn, run, _count, ...row }: DayRow): ExamDayLine {
  const { id, kind, state, startMinute, place, parts } = row;
  const facts = { id, kind, state, startMinute, place, parts };
  return { ...facts, heldOn: dateToDay(heldOn), candidates: _count.candidates, runName: run.name };
}

/** Days the actor sits in as a member, those to come first. */
export async function ownExamDays(
  actor: Actor,
): Promise<(ExamDayLine & { chair: boolean; chairName: string })[]> {
  const rows = await db().examDay.findMany({
    where: {
      members: { some: { accountId: actor.accountId } },
      candidates: { none: { enrolment: { accountId: actor.accountId } } },
    },
    include: { _count: { select: { candidates: true } }, run: { select: { name: true } }, members: true },
    orderBy: [{ heldOn: "desc" }, { startMinute: "desc" }],
  });
  const chairs = rows.map(({ members }) => members.find(({ chair }) => chair)?.accountId ?? "");
  const names = await namesOf(chairs.filter(Boolean));
  return rows.map((row, index) => ({
    ...examDayLine(row),
    chair: chairs[index] === actor.accountId,
    chairName: names.get(chairs[index]!) ?? "",
  }));
}
