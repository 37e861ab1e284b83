import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal } from "~/platform/crypto/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { codebookVersion } from "../codebook";
import type { CodingInput } from "../schema";
import { codingPlace } from "../sealed-places";
import { changeIncident, requireIncident } from "./change-incident.server";

/**
 * Corrects an incident's codes; how it was coded before stays in its history. The same id again has no
 * second effect.
 * @throws AppError notFound outside the scope; stale when somebody changed the incident meanwhile
 */
export async function codeIncident(
  actor: Actor,
  incidentId: string,
  { id, version, reason, ...codes }: CodingInput,
  { now }: { now: Date },
): Promise<void> {
  if (!isRowId(incidentId)) throw new AppError("notFound");
  await inTransaction(async (tx) => {
    await requireIncident(tx, actor, "incident:verify", incidentId);
    const earlier = await tx.incidentCoding.findUnique({ where: { id }, select: { incidentId: true } });
    if (earlier && earlier.incidentId !== incidentId) throw new AppError("conflict");
    if (earlier) return;
    await changeIncident(tx, incidentId, version, { ...codes, codebookVersion });
    await tx.incidentCoding.create({
      data: {
        ...{ id, incidentId, ...codes, codebookVersion },
        reasonSealed: seal(reason, codingPlace(id)),
        codedAt: now,
        codedById: actor.accountId,
      },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "incident.code",
      subject: { kind: "incident", id: incidentId },
      details: { forms: codes.forms, motivations: codes.biasMotivations },
      at: now,
    });
  });
}
