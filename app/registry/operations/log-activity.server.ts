import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import type { Language } from "~/i18n/languages";
import { audit } from "~/platform/audit/index.server";
import { seal, sealNullable } from "~/platform/crypto/index.server";
import { dateToDay, dayOf, dayToDate, minuteOfDay } from "~/platform/days";
import { inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { formatDay, formatMinutesAsHours } from "~/ui/formatting";
import { activityRefusal, mayCorrect, type ActivityRefusal } from "../rules/activity-limits";
import { openState } from "../rules/case-state";
import { workStart } from "../rules/work-start";
import type { ActivityInput } from "../schema";
import { openActivityWords } from "./activity-words.server";
import { caseForWriting, type CaseForWriting } from "./case-scope.server";
import { lockCase, moveCase } from "./move-case.server";

type CurrentAssignment = CaseForWriting["assignments"][number];

/**
 * Logs what a mentor did for a client of his. The first activity begins the work. The same id again changes
 * nothing; with `version` it corrects the activity of that id, whose earlier words are kept.
 * @throws AppError notFound outside the mentor's cases, invalid with a field, stale, conflict when too late
 */
export async function logActivity(
  actor: Actor,
  caseId: string,
  input: ActivityInput,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockCase(tx, caseId);
    const found = await caseForWriting(tx, actor, "activity:log", caseId);
    const [current] = found.assignments;
    if (!current || current.mentor.accountId !== actor.accountId) throw new AppError("notFound");
    const earlier = await tx.activity.findUnique({ where: { id: input.id } });
    if (earlier && earlier.caseId !== caseId) throw new AppError("notFound");
    if (earlier && input.version === undefined) return;
    if (!earlier && input.version !== undefined) throw new AppError("notFound");
    if (earlier) {
      if (earlier.createdById !== actor.accountId) throw new AppError("notFound");
      if (earlier.version !== input.version) throw new AppError("stale");
      if (!mayCorrect(earlier.createdAt, now))
        throw new AppError("conflict", { reason: "registry:refusal.tooLate" });
    }
    await checkLimits(tx, actor, current, input, now);

    if (earlier) {
      await keepRevision(tx, earlier, actor, now);
      await tx.activity.update({
        where: { id: input.id },
        data: { ...columnsOf(input), version: { increment: 1 } },
      });
    } else {
      const made = { caseId, mentorId: current.mentorId, createdAt: now, createdById: actor.accountId };
      await tx.activity.create({ data: { ...columnsOf(input), ...made } });
    }
    await settleWorkStart(tx, found, current, {
      correctedDay: earlier ? dateToDay(earlier.day) : null,
      by: actor.accountId,
      at: now,
    });
    await audit(tx, {
      actor: actor.accountId,
      action: earlier ? "activity.correct" : "activity.log",
      subject: { kind: "case", id: caseId },
      details: { activityId: input.id, kind: input.kind, result: input.result },
      at: now,
    });
  });
}

async function checkLimits(
  tx: Tx,
  actor: Actor,
  current: CurrentAssignment,
  input: ActivityInput,
  now: Date,
): Promise<void> {
  // Two cases of one mentor share his day.
  await lockRow(tx, `mentor-day:${current.mentorId}:${input.day}`);
  const logged = await tx.activity.aggregate({
    where: { mentorId: current.mentorId, day: dayToDate(input.day), id: { not: input.id } },
    _sum: { minutes: true },
  });
  const refusal = activityRefusal(
    { day: input.day, startMinute: input.start ?? null, minutes: input.minutes, result: input.result },
    {
      today: dayOf(now),
      minuteNow: minuteOfDay(now),
      assignedOn: dateToDay(current.assignedOn),
      endedOn: current.endedOn && dateToDay(current.endedOn),
      loggedMinutes: logged._sum.minutes ?? 0,
    },
  );
  if (refusal) throw refusalError(refusal, actor.language);
}

function refusalError(refusal: ActivityRefusal, language: Language): AppError {
  const values: Record<string, string | number> = {};
  if ("day" in refusal) values.day = formatDay(refusal.day, language);
  if ("logged" in refusal) values.logged = formatMinutesAsHours(refusal.logged);
  return new AppError("invalid", {
    field: refusal.field,
    reason: `registry:refusal.${refusal.reason}`,
    values,
  });
}

function columnsOf(input: ActivityInput) {
  const place = (column: string) => ({ table: "activities", column, row: input.id });
  return {
    id: input.id,
    day: dayToDate(input.day),
    startMinute: input.start ?? null,
    minutes: input.minutes ?? 0,
    kind: input.kind,
    place: input.place,
    result: input.result,
    noteSealed: seal(input.note, place("noteSealed")),
    nextStepSealed: sealNullable(input.nextStep, place("nextStepSealed")),
  };
}

/** Opens the sealed words of an activity and seals them for the place where its earlier versions are kept. */
async function keepRevision(
  tx: Tx,
  earlier: NonNullable<Awaited<ReturnType<Tx["activity"]["findUnique"]>>>,
  actor: Actor,
  now: Date,
): Promise<void> {
  const id = randomUUID();
  const { note, nextStep } = openActivityWords(earlier);
  const place = (column: string) => ({ table: "activity_revisions", column, row: id });
  await tx.activityRevision.create({
    data: {
      id,
      activityId: earlier.id,
      version: earlier.version,
      day: earlier.day,
      startMinute: earlier.startMinute,
      minutes: earlier.minutes,
      kind: earlier.kind,
      place: earlier.place,
      result: earlier.result,
      noteSealed: seal(note, place("noteSealed")),
      nextStepSealed: sealNullable(nextStep, place("nextStepSealed")),
      replacedAt: now,
      replacedById: actor.accountId,
    },
  });
}

/** Lets the work begin with the first activity, and the case be what its mentor's work makes it. */
async function settleWorkStart(
  tx: Tx,
  found: CaseForWriting,
  current: CurrentAssignment,
  { correctedDay, by, at }: { correctedDay: string | null; by: string; at: Date },
): Promise<void> {
  const activities = await tx.activity.findMany({
    where: {
      caseId: found.id,
      mentorId: current.mentorId,
      result: { not: "cancelled" },
      day: { gte: current.assignedOn },
    },
    select: { day: true },
  });
  const evaluated = await tx.evaluation.aggregate({ where: { caseId: found.id }, _min: { signedOn: true } });
  const recorded = current.startedOn && dateToDay(current.startedOn);
  const startedOn = workStart({
    recorded,
    activityDays: activities.map(({ day }) => dateToDay(day)),
    correctedDay,
    firstEvaluatedOn: evaluated._min.signedOn && dateToDay(evaluated._min.signedOn),
  });
  if (startedOn !== recorded) {
    const data = { startedOn: startedOn === null ? null : dayToDate(startedOn) };
    await tx.assignment.update({ where: { id: current.id }, data });
  }
  const state = openState({ startedOn });
  if (state !== found.state) {
    await moveCase(tx, null, { caseId: found.id, state, day: startedOn ?? dayOf(at), by, at });
  }
}
