import type { Actor } from "~/access/index.server";
import { enrolmentOf, lockEnrolment } from "~/course/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal, unseal } from "~/platform/crypto/index.server";
import { db, inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { pledgePlace } from "../places";
import { pledgeTextVersion } from "../rules/pledge";
import { signatureFits } from "../rules/signature";
import { requireOwnEnrolment } from "./own-enrolment.server";

export interface OwnPledge {
  /** Version that was signed, or the one to sign. */
  textVersion: number;
  runName: string;
  /** ISO instant and the name as it was typed; null before signing. */
  signed: { at: string; signature: string } | null;
  /** A person who no longer studies signs nothing. */
  maySign: boolean;
}

/** The actor's pledge; null for somebody without a course. */
export async function ownPledge(actor: Actor): Promise<OwnPledge | null> {
  const enrolment = await enrolmentOf(actor.accountId);
  if (!enrolment) return null;
  const row = await db().confidentialityPledge.findUnique({ where: { enrolmentId: enrolment.id } });
  return {
    textVersion: row?.textVersion ?? pledgeTextVersion,
    runName: enrolment.run.name,
    signed: row && {
      at: row.signedAt.toISOString(),
      signature: unseal(row.signatureSealed, pledgePlace(row.id)),
    },
    maySign: !row && enrolment.state === "active",
  };
}

/**
 * Signs the confidentiality pledge, once per enrolment; a second signature changes nothing.
 * @throws AppError invalid when the typed name is not the actor's, conflict when the text has changed or
 *   the actor no longer studies
 */
export async function signPledge(
  actor: Actor,
  input: { id: string; textVersion: number; signature: string },
  { now }: { now: Date },
): Promise<void> {
  const enrolment = await requireOwnEnrolment(actor);
  await inTransaction(async (tx) => {
    await lockEnrolment(tx, enrolment.id);
    if (await tx.confidentialityPledge.findUnique({ where: { enrolmentId: enrolment.id } })) return;
    if (enrolment.state !== "active") throw new AppError("conflict", { reason: "practice:refusal.closed" });
    if (input.textVersion !== pledgeTextVersion) {
      throw new AppError("conflict", { reason: "practice:pledge.textChanged" });
    }
    if (!signatureFits(input.signature, actor.name)) {
      throw new AppError("invalid", {
        field: "signature",
        reason: "practice:pledge.otherName",
        values: { name: actor.name },
      });
    }
    await tx.confidentialityPledge.create({
      data: {
        id: input.id,
        enrolmentId: enrolment.id,
        textVersion: pledgeTextVersion,
        signatureSealed: seal(input.signature, pledgePlace(input.id)),
        signedAt: now,
      },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "pledge.sign",
      subject: { kind: "enrolment", id: enrolment.id },
      details: { textVersion: pledgeTextVersion },
      at: now,
    });
  });
}
