import { createHash } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { declarationVersion } from "../../rules/exam/codes";
import { guideAccounts } from "./exam-checks.server";
import { lockExamDay, refusal } from "./exam-day-row.server";

/** Short fingerprint of the list a declaration speaks of, so that nobody declares about another one. */
export function listOfExamined({ candidates }: { candidates: readonly { enrolmentId: string }[] }): string {
  const ids = candidates.map(({ enrolmentId }) => enrolmentId).sort();
  return createHash("sha256").update(ids.join(" ")).digest("hex").slice(0, 32);
}

/**
 * A member declares to be no relative and no guide of anybody on the list.
 * @param names fingerprint of the list that was shown
 * @throws AppError notFound without a seat, stale when the list changed, invalid for a guide or a closed day
 */
export async function declareImpartial(
  actor: Actor,
  { id, names }: { id: string | undefined; names: string },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const { day, seat } = await lockExamDay(tx, actor, id);
    if (!seat) throw new AppError("notFound");
    if (day.state !== "planned") throw refusal("state");
    if (names !== listOfExamined(day)) throw new AppError("stale");
    if (seat.declarationVersion === declarationVersion) return;
    const guides = await guideAccounts(
      tx,
      day.candidates.map(({ enrolmentId }) => enrolmentId),
    );
    if (guides.has(actor.accountId)) throw refusal("commission.guide");
    await tx.examMember.update({
      where: { id: seat.id },
      data: { declaredAt: now, declarationVersion, version: { increment: 1 } },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "exam.declare",
      subject: { kind: "exam-day", id: day.id },
      details: { declarationVersion },
      at: now,
    });
  });
}
