import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { runOf } from "~/course/index.server";
import { audit } from "~/platform/audit/index.server";
import { dayToDate } from "~/platform/days";
import { inTransaction, lockRow } from "~/platform/db/index.server";
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
    if ((await tx.examDay.count({ where: { id, runId: run.id } })) > 0) return { id };
    const people = await requireGoodPlan(tx, actor, { run, wish: form, dayId: null, now });
    const added = { addedAt: now, addedById: actor.accountId };
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
            id: randomUUID(),
            accountId,
            chair: index === 0,
            ...added,
          })),
        },
        candidates: {
          create: people.map(({ enrolmentId }) => ({ id: randomUUID(), enrolmentId, ...added })),
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
