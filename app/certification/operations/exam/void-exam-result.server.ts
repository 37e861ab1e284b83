import type { Actor } from "~/access/index.server";
import { lockEnrolment, whereEnrolment } from "~/course/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal } from "~/platform/crypto/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { examResultPlace } from "../../places";

/**
 * A coordinator takes back a result written down by mistake: the row and the protocol stay, the result only
 * counts no more, and the part can be examined on another day. Not once the person is certified.
 * @throws AppError notFound outside the actor's scope, conflict after certification
 */
export async function voidExamResult(
  actor: Actor,
  { id, reason }: { id: string; reason: string },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const result = await tx.examResult.findFirst({
      where: { id, enrolment: whereEnrolment(actor, "run:manage") },
      select: { enrolmentId: true },
    });
    if (!result) throw new AppError("notFound");
    await lockEnrolment(tx, result.enrolmentId);
    const { state } = await tx.enrolment.findUniqueOrThrow({
      where: { id: result.enrolmentId },
      select: { state: true },
    });
    if (state !== "active") throw new AppError("conflict", { reason: "exam:refusal.notActive" });
    // What somebody is examined in follows from the results: they stand still while a commission decides.
    const going = {
      enrolmentId: result.enrolmentId,
      examDay: { state: { in: ["open" as const, "closed" as const] } },
    };
    if ((await tx.examCandidate.count({ where: going })) > 0)
      throw new AppError("conflict", { reason: "exam:refusal.dayGoesOn" });
    const { count } = await tx.examResult.updateMany({
      where: { id, voidedAt: null },
      data: {
        voidedAt: now,
        voidedById: actor.accountId,
        voidReasonSealed: seal(reason, examResultPlace(id)),
      },
    });
    if (count === 0) return;
    await audit(tx, {
      actor: actor.accountId,
      action: "exam.void",
      subject: { kind: "enrolment", id: result.enrolmentId },
      details: { result: id },
      at: now,
    });
  });
}
