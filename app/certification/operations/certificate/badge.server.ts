import { createHash } from "node:crypto";
import { SignJWT } from "jose";
import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { config } from "~/platform/config.server";
import { macOf, unseal } from "~/platform/crypto/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { parseContent } from "../../document/content";
import { certificatePlace } from "../../places";
import { badgeCredential, badgePaths } from "../../rules/certificate/badge-credential";
import { whereCertificate } from "../certificate-scope.server";
import { badgeWords } from "./badge-words.server";
import { badgeAlgorithm, signingKey } from "./signing-key.server";
import { statusIndexOf } from "./status-index.server";

/**
 * The electronic badge of a certificate as a signed text (Open Badges 3.0, VC-JWT), for its holder alone.
 * @throws AppError notFound outside the actor's scope, forbidden for somebody else's, gone when it is revoked
 */
export async function downloadBadge(
  actor: Actor,
  id: string | undefined,
  { now }: { now: Date },
): Promise<{ jwt: string; fileName: string }> {
  if (!isRowId(id)) throw new AppError("notFound");
  const { publicUrl } = config();
  return inTransaction(async (tx) => {
    const row = await tx.certificate.findFirst({
      where: { AND: [{ id }, whereCertificate(actor, "certificate:read")] },
      select: {
        contentSealed: true,
        issuedAt: true,
        revokedAt: true,
        enrolment: { select: { accountId: true } },
      },
    });
    if (!row) throw new AppError("notFound");
    if (row.enrolment.accountId !== actor.accountId) {
      throw new AppError("forbidden", { reason: "certification:refusal.badgeOfOther" });
    }
    if (row.revokedAt) throw new AppError("gone", { reason: "certification:refusal.badgeRevoked" });
    const { name, number } = parseContent(unseal(row.contentSealed, certificatePlace("contentSealed", id)));
    const salt = macOf("badge-salt", id).slice(0, 32);
    const credential = badgeCredential(
      {
        id,
        number,
        issuedAt: row.issuedAt,
        statusIndex: await statusIndexOf(tx, id),
        nameHash: createHash("sha256")
          .update(name + salt, "utf8")
          .digest("hex"),
        salt,
      },
      await badgeWords(tx),
      publicUrl,
    );
    const { id: keyId, key } = await signingKey(tx, now);
    const jwt = await new SignJWT(credential)
      .setProtectedHeader({ alg: badgeAlgorithm, typ: "JWT", kid: keyAddress(keyId) })
      .setIssuer(credential.issuer.id)
      .setJti(credential.id)
      .setNotBefore(row.issuedAt)
      .sign(key);
    await audit(tx, {
      actor: actor.accountId,
      action: "badge.download",
      subject: { kind: "certificate", id },
      details: { key: keyId },
      at: now,
    });
    return { jwt, fileName: `odznak-${number.replace("/", "-")}.jwt` };
  });
}

/** Where one public key is published: what a signature's `kid` says. */
export function keyAddress(keyId: string): string {
  return `${config().publicUrl}${badgePaths.keys}/${keyId}`;
}
