import { createHash, randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { verifyJWT } from "did-jwt";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { countBadgeRequest } from "~/certification/operations/certificate/badge-requests.server";
import { downloadBadge } from "~/certification/operations/certificate/badge.server";
import { reissueCertificate } from "~/certification/operations/certificate/reissue-certificate.server";
import { publishedKeys, rotateSigningKey } from "~/certification/operations/certificate/signing-key.server";
import { publishStatusList } from "~/certification/operations/certificate/status-list.server";
import { issueCertificate } from "~/certification/operations/issue-certificate.server";
import { revokeCertificate } from "~/certification/operations/revoke-certificate.server";
import { config } from "~/platform/config.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { makeGraduand, makeReadyClass, useOneModule } from "../../../support/factories/certification";
import { makeAccount } from "../../../support/factories/people";
import { studyNow } from "../../../support/factories/practice";

withTestDatabase();
beforeAll(useOneModule);
beforeEach(resetDatabase);

const now = studyNow;
const seconds = (moment: Date) => Math.floor(moment.getTime() / 1000);
const coordinator = async () =>
  (await makeAccount({ roles: [{ role: "coordinator", regionCode: null }] })).actor;

async function issued() {
  const { trainer, runId, graduand } = await makeReadyClass({
    trainee: { account: { name: "Žaneta Řehořková" } },
  });
  const input = { id: randomUUID(), enrolmentId: graduand.enrolmentId };
  const { id } = await issueCertificate(trainer.actor, input, { now });
  return { trainer, runId, graduand, id };
}

/**
 * Verifies with did-jwt, which shares no code with the library that signs: the key is the published one the
 * token's own `kid` leads to.
 */
async function verify(jwt: string, at = now) {
  const header = partOf(jwt, 0);
  const prefix = `${config().publicUrl}/odznaky/klice/`;
  const kid = String(header.kid);
  expect(kid.startsWith(prefix)).toBe(true);
  const [key] = await publishedKeys(kid.slice(prefix.length));
  const issuer = "did:web:portal";
  const verificationMethod = { id: kid, type: "JsonWebKey2020", controller: issuer, publicKeyJwk: key! };
  return verifyJWT(jwt, {
    resolver: { resolve: () => Promise.reject(new Error("not asked")) },
    didAuthenticator: {
      issuer,
      authenticators: key ? [verificationMethod] : [],
      didResolutionResult: {
        didDocument: null,
        didDocumentMetadata: {},
        didResolutionMetadata: {},
      },
    },
    skewTime: 0,
    policies: { now: seconds(at) },
  });
}

function partOf(jwt: string, part: 0 | 1): Record<string, unknown> {
  return JSON.parse(Buffer.from(jwt.split(".")[part]!, "base64url").toString("utf8")) as Record<
    string,
    unknown
  >;
}

function withPayload(jwt: string, change: Record<string, unknown>): string {
  const [header, , signature] = jwt.split(".");
  const payload = JSON.stringify({ ...partOf(jwt, 1), ...change });
  return [header, Buffer.from(payload).toString("base64url"), signature].join(".");
}

async function bitOf(index: number): Promise<number> {
  const { payload } = await verify(await publishStatusList({ now }));
  const subject = payload.credentialSubject as { encodedList: string };
  expect(subject.encodedList[0]).toBe("u");
  const bits = gunzipSync(Buffer.from(subject.encodedList.slice(1), "base64url"));
  expect(bits.length).toBeGreaterThanOrEqual(131_072 / 8);
  return (bits[Math.floor(index / 8)]! >> (7 - (index % 8))) & 1;
}

const indexOf = async (id: string) =>
  (await db().certificate.findUniqueOrThrow({ where: { id } })).statusIndex!;

describe("the badge", () => {
  it("is verified by an independent library, and says what Open Badges want", async () => {
    const { graduand, id } = await issued();
    const { jwt, fileName } = await downloadBadge(graduand.actor, id, { now });
    expect(fileName).toBe("odznak-2026-0001.jwt");
    const verified = await verify(jwt);
    expect(verified.verified).toBe(true);
    const { payload } = verified;
    expect(partOf(jwt, 0)).toMatchObject({ alg: "ES256", typ: "JWT" });
    const issuer = payload.issuer as { id: string };
    expect(payload).toMatchObject({
      type: ["VerifiableCredential", "OpenBadgeCredential"],
      iss: issuer.id,
      jti: payload.id,
      nbf: seconds(now),
      validFrom: now.toISOString(),
    });
    expect(payload).not.toHaveProperty("vc");
    expect(payload).not.toHaveProperty("exp");
    expect(payload.credentialStatus).toMatchObject({ statusListIndex: String(await indexOf(id)) });
  });

  it("holds no name, birth data or code in clear; who knows the name can check it", async () => {
    const { graduand, id } = await issued();
    const { jwt } = await downloadBadge(graduand.actor, id, { now });
    const said = JSON.stringify(partOf(jwt, 1));
    const { code } = await db().certificate.findUniqueOrThrow({ where: { id } });
    for (const hidden of ["Řehořková", "Žaneta", "1990", code, graduand.email, graduand.accountId]) {
      expect(said).not.toContain(hidden);
    }
    const subject = partOf(jwt, 1).credentialSubject as {
      identifier: { identityHash: string; salt: string }[];
    };
    const [{ identityHash, salt }] = subject.identifier as [{ identityHash: string; salt: string }];
    expect(salt.length * 4).toBeGreaterThanOrEqual(128);
    const hash = (name: string) =>
      `sha256$${createHash("sha256")
        .update(name + salt)
        .digest("hex")}`;
    expect(identityHash).toBe(hash("Žaneta Řehořková"));
    expect(identityHash).not.toBe(hash("Někdo Jiný"));
  });

  it("is refused when it was changed, signed by another key, or is not in force yet", async () => {
    const { graduand, id } = await issued();
    const { jwt } = await downloadBadge(graduand.actor, id, { now });
    await expect(verify(withPayload(jwt, { validFrom: "2020-01-01T00:00:00Z" }))).rejects.toThrow(
      /signature/i,
    );
    const [header, payload, signature] = jwt.split(".") as [string, string, string];
    const flipped = (signature.startsWith("A") ? "B" : "A") + signature.slice(1);
    await expect(verify([header, payload, flipped].join("."))).rejects.toThrow();
    await expect(verify(jwt, new Date(now.getTime() - 60_000))).rejects.toThrow(/nbf/);
    const [key] = await publishedKeys();
    await rotateSigningKey(await coordinator(), { key: key!.kid }, { now });
    const fresh = (await publishedKeys())[0]!;
    const other = { ...partOf(jwt, 0), kid: `${config().publicUrl}/odznaky/klice/${fresh.kid}` };
    const renamed = [Buffer.from(JSON.stringify(other)).toString("base64url"), payload, signature].join(".");
    await expect(verify(renamed)).rejects.toThrow(/signature/i);
  });

  it("is for the holder alone, and only while the certificate is in force", async () => {
    const { trainer, graduand, id } = await issued();
    const actor = await coordinator();
    const stranger = (await makeAccount({ roles: ["trainee"] })).actor;
    await expect(downloadBadge(trainer.actor, id, { now })).rejects.toMatchObject({
      code: "forbidden",
      reason: "certification:refusal.badgeOfOther",
    });
    await expect(downloadBadge(actor, id, { now })).rejects.toMatchObject({ code: "forbidden" });
    await expect(downloadBadge(stranger, id, { now })).rejects.toMatchObject({ code: "notFound" });
    await expect(downloadBadge(graduand.actor, "nic", { now })).rejects.toMatchObject({ code: "notFound" });
    await revokeCertificate(actor, { id, version: 1, reason: "Vydáno omylem." }, { now });
    await expect(downloadBadge(graduand.actor, id, { now })).rejects.toMatchObject({ code: "gone" });
    expect(await db().auditEvent.count({ where: { action: "badge.download" } })).toBe(0);
  });

  it("of a certificate from before badges gets a place in the status list, once", async () => {
    const { graduand, id } = await issued();
    await db().certificate.update({ where: { id }, data: { statusIndex: null } });
    await downloadBadge(graduand.actor, id, { now });
    const place = await indexOf(id);
    expect(place).toBeGreaterThanOrEqual(0);
    await downloadBadge(graduand.actor, id, { now });
    expect(await indexOf(id)).toBe(place);
    expect(await db().auditEvent.count({ where: { action: "badge.download" } })).toBe(2);
  });
});

describe("the list of revoked badges", () => {
  it("is signed for a day and tells about a revocation", async () => {
    const { runId, trainer, id } = await issued();
    const next = await makeGraduand({ runId });
    const input = { id: randomUUID(), enrolmentId: next.enrolmentId };
    const other = await issueCertificate(trainer.actor, input, { now });
    const list = await publishStatusList({ now });
    expect((await verify(list)).payload).toMatchObject({
      type: ["VerifiableCredential", "BitstringStatusListCredential"],
      iss: `${config().publicUrl}/odznaky/vydavatel`,
      exp: seconds(now) + 24 * 3600,
    });
    await expect(verify(list, new Date(now.getTime() + 25 * 3_600_000))).rejects.toThrow(/expired/);
    await expect(verify(withPayload(list, { exp: seconds(now) * 2 }))).rejects.toThrow(/signature/i);
    expect(await bitOf(await indexOf(id))).toBe(0);
    await revokeCertificate(await coordinator(), { id, version: 1, reason: "Vydáno omylem." }, { now });
    expect(await bitOf(await indexOf(id))).toBe(1);
    expect(await bitOf(await indexOf(other.id))).toBe(0);
  });

  it("tells about a certificate that was replaced; the new one has a place of its own", async () => {
    const { id } = await issued();
    const input = { id: randomUUID(), replaced: id, version: 1, reason: "lostCode" } as const;
    const made = await reissueCertificate(await coordinator(), input, { now });
    expect(await bitOf(await indexOf(id))).toBe(1);
    expect(await indexOf(made.id)).not.toBe(await indexOf(id));
    expect(await bitOf(await indexOf(made.id))).toBe(0);
  });
});

describe("signing keys", () => {
  it("are made once however many ask, sealed, and published without their secret", async () => {
    await Promise.all(Array.from({ length: 5 }, () => publishStatusList({ now })));
    const rows = await db().signingKey.findMany();
    expect(rows.length).toBe(1);
    expect(rows[0]!.privateSealed).not.toContain('"d"');
    const keys = await publishedKeys();
    expect(keys).toEqual([
      {
        kty: "EC",
        crv: "P-256",
        x: expect.any(String),
        y: expect.any(String),
        kid: rows[0]!.id,
        alg: "ES256",
        use: "sig",
      },
    ]);
  });

  it("are changed for another; what the retired one signed stays verifiable", async () => {
    const { graduand, id } = await issued();
    const { jwt } = await downloadBadge(graduand.actor, id, { now });
    const actor = await coordinator();
    const [key] = await publishedKeys();
    const later = new Date(now.getTime() + 60_000);
    await rotateSigningKey(actor, { key: key!.kid }, { now: later });
    await rotateSigningKey(actor, { key: key!.kid }, { now: later });
    await expect(rotateSigningKey(actor, { key: "neznamy" }, { now: later })).rejects.toMatchObject({
      code: "stale",
    });
    const keys = await publishedKeys();
    expect(keys.length).toBe(2);
    expect(keys[1]!.kid).toBe(key!.kid);
    expect((await verify(jwt)).verified).toBe(true);
    const fresh = await downloadBadge(graduand.actor, id, { now: later });
    expect(String(partOf(fresh.jwt, 0).kid)).toContain(keys[0]!.kid);
    expect((await verify(fresh.jwt)).verified).toBe(true);
    expect(await db().auditEvent.count({ where: { action: "badge.key-rotate" } })).toBe(1);
  });
});

describe("what is published about badges", () => {
  it("is given to a network six hundred times an hour", async () => {
    const ask = (address: string, at = now) => countBadgeRequest(address, { now: at });
    for (let count = 0; count < 600; count += 1) await ask("192.0.2.9");
    await expect(ask("192.0.2.9")).rejects.toMatchObject({ code: "tooManyRequests" });
    await ask("192.0.2.10");
    await ask("192.0.2.9", new Date(now.getTime() + 61 * 60_000));
  });
});
