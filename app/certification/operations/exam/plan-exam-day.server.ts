import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { runOf } from "~/course/index.server";
import { audit } from "~/platform/audit/index.server";
import { dayToDate } from "~/platform/days";
import { inTransaction, lockRow } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import type { PlanExamForm } from "../../exam-schema";
import { requireGoodPlan, seatsOf } from "./exam-checks.server";
import { writeAboutExam } from "./exam-letters.server";

/**
 * Plans an exam day with its people and its commission, and writes to all of them. The same form again gives
 * the same day.
 * @throws AppError notFound outside the scope, invalid with the reason, forbidden for one's own exam
 */
export async function planExamDay(
  actor: Actor,
  runId: string | undefined,
  form: PlanExamForm,
  { now }: { now: Date },
): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const run = await runOf(actor, "exam:record", runId ?? "", tx);
    // Nobody is put on two lists at once.
    await lockRow(tx, `exam-days-of-run:${run.id}`);
    const { id } = form;
    const known = await tx.examDay.findUnique({ where: { id }, select: { runId: true } });
    if (known && known.runId !== run.id) throw new AppError("conflict");
    if (known) return { id };
    const people = await requireGoodPlan(tx, actor, { run, wish: form, dayId: null, now });
    // A millisecond apart: lists and the protocol name people in the order of the form.
    const added = (index: number) => ({
      id: randomUUID(),
      addedAt: new Date(now.getTime() + index),
      addedById: actor.accountId,
    });
    const day = await tx.examDay.create({
      data: {
        id,
        runId: run.id,
        kind: form.kind,
        heldOn: dayToDate(form.day),
        startMinute: form.from,
        place: form.place,
        parts: form.parts,
        createdAt: now,
        createdById: actor.accountId,
        members: {
          create: seatsOf(form).map((accountId, index) => ({
            ...added(index),
            accountId,
            chair: index === 0,
          })),
        },
        candidates: {
          create: people.map(({ enrolmentId }, index) => ({ ...added(index), enrolmentId })),
        },
      },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "exam.plan",
      subject: { kind: "exam-day", id },
      details: { kind: form.kind, day: form.day, parts: form.parts, candidates: people.length },
      at: now,
    });
    const accountIds = people.map(({ accountId }) => accountId);
    await writeAboutExam(tx, { news: "invited", accountIds, day, now });
    await writeAboutExam(tx, { news: "declare", accountIds: seatsOf(form), day, now });
    return { id };
  });
}
