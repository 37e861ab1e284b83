import { gzipSync } from "node:zlib";
import { SignJWT } from "jose";
import { config } from "~/platform/config.server";
import { inTransaction } from "~/platform/db/index.server";
import { statusListCredential } from "../../rules/certificate/badge-credential";
import { bitstring } from "../../rules/certificate/status-list";
import { badgeWords } from "./badge-words.server";
import { keyAddress } from "./badge.server";
import { badgeAlgorithm, signingKey } from "./signing-key.server";

/** The list of revoked badges, replaced ones among them, signed for one day: what verifiers ask for. */
export async function publishStatusList({ now }: { now: Date }): Promise<string> {
  return inTransaction(async (tx) => {
    const revoked = await tx.certificate.findMany({
      where: { revokedAt: { not: null }, statusIndex: { not: null } },
      select: { statusIndex: true },
    });
    const bits = bitstring(revoked.flatMap(({ statusIndex }) => (statusIndex === null ? [] : [statusIndex])));
    const encodedList = `u${gzipSync(bits).toString("base64url")}`;
    const credential = statusListCredential(encodedList, await badgeWords(tx), config().publicUrl, now);
    const { id, key } = await signingKey(tx, now);
    return new SignJWT(credential)
      .setProtectedHeader({ alg: badgeAlgorithm, typ: "vc+jwt", kid: keyAddress(id) })
      .setIssuer(credential.issuer)
      .setJti(credential.id)
      .setSubject(credential.credentialSubject.id)
      .setNotBefore(now)
      .setExpirationTime(new Date(credential.validUntil))
      .sign(key);
  });
}
