import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from "jose";
import { z } from "zod";
import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal, unseal } from "~/platform/crypto/index.server";
import { db, inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { signingKeyPlace } from "../../places";
import { requireWholeProgramme } from "./template-scope.server";

/** What badges are signed with: ECDSA on P-256, known to every wallet and to independent verifiers. */
export const badgeAlgorithm = "ES256";

/** A public key as it is published; nothing else of the key ever leaves the portal. */
const publishedKey = z.object({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: z.string(),
  y: z.string(),
});

export type PublishedKey = z.output<typeof publishedKey> & { kid: string; alg: string; use: "sig" };

const secretKey = publishedKey.extend({ d: z.string() });

export interface KeyState {
  id: string;
  createdAt: string;
}

/** The key that signs now; made the first time somebody needs one. */
export async function signingKey(tx: Tx, now: Date): Promise<{ id: string; key: CryptoKey | Uint8Array }> {
  await lockRow(tx, "signing-key");
  const row = await tx.signingKey.findFirst({ where: { retiredAt: null }, orderBy: { createdAt: "desc" } });
  const { id, privateSealed } = row ?? (await makeKey(tx, now));
  const secret: JWK = secretKey.parse(JSON.parse(unseal(privateSealed, signingKeyPlace(id))));
  return { id, key: await importJWK(secret, badgeAlgorithm) };
}

/**
 * Retires the key in use and makes another. The old one stays published, so that badges signed with it can
 * still be verified. Sending the same form again changes nothing more.
 * @param input.key the key the form was drawn from
 * @throws AppError forbidden for a coordinator of a region, stale when another key signs now
 */
export async function rotateSigningKey(
  actor: Actor,
  { key }: { key: string },
  { now }: { now: Date },
): Promise<void> {
  requireWholeProgramme(actor);
  await inTransaction(async (tx) => {
    await lockRow(tx, "signing-key");
    const known = await tx.signingKey.findUnique({ where: { id: key } });
    if (!known) throw new AppError("stale");
    if (known.retiredAt) return;
    await tx.signingKey.update({ where: { id: key }, data: { retiredAt: now } });
    const made = await makeKey(tx, now);
    await audit(tx, {
      actor: actor.accountId,
      action: "badge.key-rotate",
      subject: { kind: "signing-key", id: made.id },
      details: { retired: key },
      at: now,
    });
  });
}

/** Public keys, the one in use first. @param id narrows to one key */
export async function publishedKeys(id?: string): Promise<PublishedKey[]> {
  const rows = await db().signingKey.findMany({
    where: id === undefined ? {} : { id },
    orderBy: [{ retiredAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
  });
  return rows.map((row) => ({
    ...publishedKey.parse(row.publicJwk),
    kid: row.id,
    alg: row.algorithm,
    use: "sig",
  }));
}

/** The key in use and how many are retired, for the one who looks after them. */
export async function keyStates(): Promise<{ current: KeyState | null; retired: number }> {
  const rows = await db().signingKey.findMany({
    select: { id: true, createdAt: true, retiredAt: true },
    orderBy: { createdAt: "desc" },
  });
  const current = rows.find(({ retiredAt }) => retiredAt === null);
  return {
    current: current ? { id: current.id, createdAt: current.createdAt.toISOString() } : null,
    retired: rows.filter(({ retiredAt }) => retiredAt !== null).length,
  };
}

async function makeKey(tx: Tx, now: Date): Promise<{ id: string; privateSealed: string }> {
  const { publicKey, privateKey } = await generateKeyPair(badgeAlgorithm, { extractable: true });
  const publicJwk = publishedKey.parse(await exportJWK(publicKey));
  const id = await calculateJwkThumbprint(publicJwk, "sha256");
  const privateSealed = seal(
    JSON.stringify(secretKey.parse(await exportJWK(privateKey))),
    signingKeyPlace(id),
  );
  await tx.signingKey.create({
    data: { id, algorithm: badgeAlgorithm, publicJwk, privateSealed, createdAt: now },
  });
  return { id, privateSealed };
}
