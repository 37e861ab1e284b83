import { createHash } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { enrolmentById, lockEnrolment, whereEnrolment, type EnrolmentFacts } from "~/course/index.server";
import { audit } from "~/platform/audit/index.server";
import { dateToDay, dayOf, dayToDate } from "~/platform/days";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { attemptRefusal } from "../rules/exam-results";
import type { ExamPart } from "../schema";
import { standingOfTrainees } from "./standing.server";

export interface RecordExamInput {
  /** Made by the form, so that sending it twice writes the results once. */
  id: string;
  runId: string;
  enrolmentId: string;
  day: string;
  identityChecked: boolean;
  /** Parts examined that day. */
  outcomes: { part: ExamPart; passed: boolean }[];
}

/**
 * Writes down how somebody did in parts of the exam.
 * @throws AppError notFound outside the actor's scope, invalid with the reason (not admitted, identity not
 *   checked, nothing examined, a resit that cannot be)
 */
export async function recordExam(
  actor: Actor,
  input: RecordExamInput,
  { now }: { now: Date },
): Promise<void> {
  const { enrolmentId, day, outcomes } = input;
  if (!isRowId(enrolmentId) || !isRowId(input.runId)) throw new AppError("notFound");
  await inTransaction(async (tx) => {
    const visible = { AND: [{ id: enrolmentId, runId: input.runId }, whereEnrolment(actor, "exam:record")] };
    if ((await tx.enrolment.count({ where: visible })) === 0) throw new AppError("notFound");
    await lockEnrolment(tx, enrolmentId);
    const enrolment = await enrolmentById(enrolmentId, tx);
    if (!enrolment) throw new AppError("notFound");
    const ids = new Map(outcomes.map(({ part }) => [part, resultId(input.id, part)]));
    if ((await tx.examResult.count({ where: { id: { in: [...ids.values()] } } })) > 0) return;
    await requireExaminable(tx, actor, enrolment, input, now);
    await tx.examResult.createMany({
      data: outcomes.map(({ part, passed }) => ({
        id: resultId(input.id, part),
        enrolmentId,
        part,
        passed,
        heldOn: dayToDate(day),
        identityChecked: input.identityChecked,
        recordedAt: now,
        recordedById: actor.accountId,
      })),
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "exam.record",
      subject: { kind: "enrolment", id: enrolmentId },
      details: { day, parts: outcomes.map(({ part, passed }) => `${part}:${passed ? "passed" : "failed"}`) },
      at: now,
    });
  });
}

async function requireExaminable(
  tx: Tx,
  actor: Actor,
  { id, accountId, state, run }: EnrolmentFacts,
  { day, identityChecked, outcomes }: RecordExamInput,
  now: Date,
): Promise<void> {
  const refuse = (code: string, field = "", values: Record<string, string | number> = {}) =>
    new AppError("invalid", { field, reason: `certification:exam.refusal.${code}`, values });
  if (accountId === actor.accountId) throw new AppError("forbidden", { reason: "certification:refusal.own" });
  if (state !== "active") throw refuse("notActive");
  if (day > dayOf(now)) throw refuse("futureDay", "day");
  if (day < run.startsOn) throw refuse("beforeRun", "day", { day: dayToDate(run.startsOn).getTime() });
  if (!identityChecked) throw refuse("identity", "identity");
  const standing = (await standingOfTrainees({ enrolmentIds: [id] }, tx)).get(id);
  if (!standing?.admission.admitted) throw refuse("notAdmitted");
  if (outcomes.length === 0) throw refuse("nothing", run.settings.examParts[0]);
  const earlier = await tx.examResult.findMany({
    where: { enrolmentId: id, voidedAt: null },
    select: { part: true, heldOn: true, passed: true },
  });
  const results = earlier.map((result) => ({ ...result, heldOn: dateToDay(result.heldOn) }));
  for (const { part } of outcomes) {
    if (!run.settings.examParts.includes(part)) throw refuse("otherPart", part);
    const refusal = attemptRefusal(part, day, results, run.settings.resitWithinDays);
    if (refusal) throw refuse(refusal.code, part, refusal.values);
  }
}

/** The id of one part's result: made of the form's id, so that the same form gives the same rows. */
function resultId(formId: string, part: ExamPart): string {
  const hex = createHash("sha256").update(`${formId}:${part}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
