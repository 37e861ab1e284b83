import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { sealNullable } from "~/platform/crypto/index.server";
import { dateToDay, dayOf, dayToDate } from "~/platform/days";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { formatDay } from "~/ui/formatting";
import { criteriaSetOn } from "../rules/criteria";
import { evaluationRefusal } from "../rules/evaluation-date";
import { momentAfter } from "../rules/recording";
import {
  referringKinds,
  type CriteriaSetDefinition,
  type EvaluationInput,
  type ReferringKind,
} from "../schema";
import { caseForWriting } from "./case-scope.server";
import { ensureCriteriaSets } from "./criteria-rows.server";
import { lockCase } from "./move-case.server";

/**
 * Signs an evaluation by the criteria of the referring body. What is signed never changes: a correction is
 * another evaluation, and of two of one day the later one counts.
 * @throws AppError notFound outside the actor's cases, invalid with a field
 */
export async function signEvaluation(
  actor: Actor,
  caseId: string,
  input: EvaluationInput,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockCase(tx, caseId);
    const found = await caseForWriting(tx, actor, "evaluation:sign", caseId);
    const earlier = await tx.evaluation.findUnique({ where: { id: input.id } });
    if (earlier) {
      if (earlier.caseId !== caseId || earlier.signedById !== actor.accountId) throw new AppError("notFound");
      return;
    }
    const startedOn = await firstWorkDay(tx, caseId);
    const refusal = evaluationRefusal(input.signedOn, { startedOn, today: dayOf(now) });
    if (refusal) {
      const field =
        refusal === "notStarted"
          ? {}
          : { field: "signedOn", values: { day: formatDay(startedOn ?? "", actor.language) } };
      throw new AppError("invalid", { ...field, reason: `registry:refusal.evaluation.${refusal}` });
    }
    const set = criteriaOf(found.organisation.kind, input.signedOn);
    checkAnswers(set, input.answers);
    await ensureCriteriaSets(tx);
    // Of two evaluations of one day the later one counts, so which one that is must be certain.
    const last = await tx.evaluation.aggregate({ where: { caseId }, _max: { signedAt: true } });
    await tx.evaluation.create({
      data: {
        id: input.id,
        caseId,
        criteriaSetId: set.id,
        answers: input.answers,
        successful: input.successful,
        commentSealed: sealNullable(input.comment, {
          table: "evaluations",
          column: "commentSealed",
          row: input.id,
        }),
        signedOn: dayToDate(input.signedOn),
        signedAt: momentAfter(last._max.signedAt, now),
        signedById: actor.accountId,
      },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "evaluation.sign",
      subject: { kind: "case", id: caseId },
      details: { evaluationId: input.id, criteriaSet: set.id, successful: input.successful },
      at: now,
    });
  });
}

/** First day of any mentor's work on a case; null when none has begun. */
export async function firstWorkDay(tx: Tx, caseId: string): Promise<string | null> {
  const { _min } = await tx.assignment.aggregate({ where: { caseId }, _min: { startedOn: true } });
  return _min.startedOn && dateToDay(_min.startedOn);
}

/** The criteria a body evaluates by on a day. @throws AppError conflict for a body that does not evaluate */
export function criteriaOf(kind: string, day: string): CriteriaSetDefinition {
  const known = referringKinds.find((one): one is ReferringKind => one === kind);
  if (!known) throw new AppError("conflict", { reason: "registry:refusal.noCriteria" });
  return criteriaSetOn(known, day);
}

function checkAnswers(set: CriteriaSetDefinition, answers: Record<string, boolean>): void {
  const answered = Object.keys(answers).sort().join();
  if (answered !== [...set.criteria].sort().join()) {
    throw new AppError("invalid", { field: "signedOn", reason: "registry:refusal.otherCriteria" });
  }
}
