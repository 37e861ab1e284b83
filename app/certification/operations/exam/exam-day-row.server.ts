import type { Actor } from "~/access/index.server";
import { runSettings, whereRun } from "~/course/index.server";
import { dateToDay } from "~/platform/days";
import { lockRow, type Prisma, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";

/** Everything about a day that its rules and its page need. */
export const examDayInclude = {
  run: {
    select: {
      id: true,
      name: true,
      town: true,
      regionCode: true,
      organisationId: true,
      accreditationNumber: true,
      startsOn: true,
      endsOn: true,
      settings: true,
    },
  },
  members: { orderBy: [{ chair: "desc" }, { addedAt: "asc" }, { id: "asc" }] },
  candidates: {
    include: { enrolment: { select: { accountId: true, state: true } }, votes: true },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.ExamDayInclude;

export type ExamDayRow = Prisma.ExamDayGetPayload<{ include: typeof examDayInclude }>;
export type ExamMemberRow = ExamDayRow["members"][number];
export type ExamCandidateRow = ExamDayRow["candidates"][number];

/** A day and what the actor is in it. */
export interface ExamDayAccess {
  day: ExamDayRow;
  /** Whether the actor organises it: holds exam:record on the run, and is not examined. */
  organiser: boolean;
  /** The actor's own seat in the commission. */
  seat: ExamMemberRow | null;
}

/** Days the actor organises or sits in. */
export function whereExamDay(actor: Actor): Prisma.ExamDayWhereInput {
  const seat = { members: { some: { accountId: actor.accountId } } };
  return { OR: [{ run: whereRun(actor, "exam:record") }, ...(actor.can("exam:judge") ? [seat] : [])] };
}

/**
 * Reads a day for somebody who organises it or sits in it.
 * @throws AppError notFound for everybody else, the examined included
 */
export async function readExamDayRow(
  reader: Tx,
  actor: Actor,
  id: string | undefined,
): Promise<ExamDayAccess> {
  const day = isRowId(id)
    ? await reader.examDay.findFirst({
        where: { AND: [{ id }, whereExamDay(actor)] },
        include: examDayInclude,
      })
    : null;
  if (!day) throw new AppError("notFound");
  const examined = day.candidates.some(({ enrolment }) => enrolment.accountId === actor.accountId);
  if (examined) throw new AppError("notFound");
  const organised = { AND: [{ id: day.runId }, whereRun(actor, "exam:record")] };
  const organiser = (await reader.courseRun.count({ where: organised })) > 0;
  const seat = actor.can("exam:judge")
    ? (day.members.find(({ accountId }) => accountId === actor.accountId) ?? null)
    : null;
  return { day, organiser, seat };
}

/** The same for changing the day: whoever changes it waits here for the others. */
export async function lockExamDay(tx: Tx, actor: Actor, id: string | undefined): Promise<ExamDayAccess> {
  if (!isRowId(id)) throw new AppError("notFound");
  await lockRow(tx, `exam-day:${id}`);
  return readExamDayRow(tx, actor, id);
}

/** The limits of the run the day belongs to. */
export function settingsOfDay({ run }: ExamDayRow) {
  return runSettings(run);
}

/** What the rules need of a planned day. */
export function plannedExam({ kind, heldOn, parts }: ExamDayRow) {
  return { kind, day: dateToDay(heldOn), parts };
}

/** A refusal of a step, as a form shows it. */
export function refusal(code: string, field = "", values: Record<string, string | number> = {}): AppError {
  return new AppError("invalid", { field, reason: `exam:refusal.${code}`, values });
}
