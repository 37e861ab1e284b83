import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal } from "~/platform/crypto/index.server";
import { dayOf, dayToDate } from "~/platform/days";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isOpen } from "../rules/case-state";
import { momentAfter } from "../rules/recording";
import type { JudgementInput } from "../schema";
import { caseForWriting } from "./case-scope.server";
import { lockCase } from "./move-case.server";

/**
 * Judges the client's type anew; earlier judgements stay.
 * @throws AppError notFound outside the actor's cases, conflict when the case has ended
 */
export async function judgeType(
  actor: Actor,
  caseId: string,
  input: JudgementInput,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockCase(tx, caseId);
    const found = await caseForWriting(tx, actor, "case:refer", caseId);
    const earlier = await tx.clientTypeJudgement.findUnique({ where: { id: input.id } });
    if (earlier) {
      if (earlier.caseId !== caseId) throw new AppError("notFound");
      return;
    }
    if (!isOpen(found.state)) throw new AppError("conflict", { reason: "registry:refusal.caseEnded" });
    await addJudgement(tx, actor, caseId, input, now);
    await audit(tx, {
      actor: actor.accountId,
      action: "case.judge",
      subject: { kind: "case", id: caseId },
      details: { type: input.type },
      at: now,
    });
  });
}

/** Writes a judgement of today. */
export async function addJudgement(
  tx: Tx,
  actor: Actor,
  caseId: string,
  { id, type, reason }: JudgementInput,
  now: Date,
): Promise<void> {
  const last = await tx.clientTypeJudgement.aggregate({ where: { caseId }, _max: { createdAt: true } });
  await tx.clientTypeJudgement.create({
    data: {
      id,
      caseId,
      type,
      reasonSealed: seal(reason, { table: "client_type_judgements", column: "reasonSealed", row: id }),
      judgedOn: dayToDate(dayOf(now)),
      judgedById: actor.accountId,
      createdAt: momentAfter(last._max.createdAt, now),
    },
  });
}
