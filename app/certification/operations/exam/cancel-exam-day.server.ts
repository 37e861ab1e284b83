import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { canStep } from "../../rules/exam/exam-day-steps";
import { lockExamDay, refusal } from "./exam-day-row.server";
import { writeAboutExam } from "./exam-letters.server";

/**
 * Cancels a day that was not closed yet; the reason is seen by those who would have come.
 * @throws AppError notFound for anybody but the organiser, invalid in another state
 */
export async function cancelExamDay(
  actor: Actor,
  { id, reason }: { id: string | undefined; reason: string },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const { day, organiser } = await lockExamDay(tx, actor, id);
    if (!organiser) throw new AppError("forbidden", { reason: "exam:refusal.organiserOnly" });
    if (day.state === "cancelled") return;
    if (!canStep(day.state, "cancel")) throw refusal("state");
    await tx.examDay.update({
      where: { id: day.id },
      data: { state: "cancelled", cancelReason: reason, version: { increment: 1 } },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "exam.cancel",
      subject: { kind: "exam-day", id: day.id },
      at: now,
    });
    const examined = day.candidates.map(({ enrolment }) => enrolment.accountId);
    await writeAboutExam(tx, { news: "cancelled", accountIds: examined, day, reason, now });
    const members = day.members.map(({ accountId }) => accountId);
    await writeAboutExam(tx, { news: "memberCancelled", accountIds: members, day, now });
  });
}
