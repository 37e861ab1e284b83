import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal } from "~/platform/crypto/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { codebookVersion } from "../codebook";
import { provenIndicators, verificationProblem } from "../rules/verifying";
import type { VerificationInput } from "../schema";
import { verificationPlace } from "../sealed-places";
import { changeIncident, requireIncident } from "./change-incident.server";

/**
 * Records an analyst's judgement beside the earlier ones. The same id again has no second effect.
 * @throws AppError notFound outside the scope; stale when somebody changed the incident meanwhile; invalid
 *   when it is to be confirmed without an indicator that is present and says what it rests on
 */
export async function verifyIncident(
  actor: Actor,
  incidentId: string,
  input: VerificationInput,
  { now }: { now: Date },
): Promise<void> {
  if (!isRowId(incidentId)) throw new AppError("notFound");
  const { id, version, verification, indicators, reason } = input;
  const problem = verificationProblem(verification, indicators);
  if (problem) {
    throw new AppError("invalid", { field: "verification", reason: `incidents:problem.${problem}` });
  }
  await inTransaction(async (tx) => {
    await requireIncident(tx, actor, "incident:verify", incidentId);
    const earlier = await tx.incidentVerification.findUnique({ where: { id }, select: { incidentId: true } });
    if (earlier && earlier.incidentId !== incidentId) throw new AppError("conflict");
    if (earlier) return;
    await changeIncident(tx, incidentId, version, { verification });
    await tx.incidentVerification.create({
      data: {
        ...{ id, incidentId, verification, codebookVersion },
        indicatorsSealed: seal(JSON.stringify(indicators), verificationPlace("indicatorsSealed", id)),
        reasonSealed: seal(reason, verificationPlace("reasonSealed", id)),
        decidedAt: now,
        decidedById: actor.accountId,
      },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "incident.verify",
      subject: { kind: "incident", id: incidentId },
      details: { verification, indicators: provenIndicators(indicators).length },
      at: now,
    });
  });
}
