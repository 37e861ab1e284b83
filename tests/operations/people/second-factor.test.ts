import { decodeBase32 } from "@oslojs/encoding";
import { generateHOTP } from "@oslojs/otp";
import { beforeEach, describe, expect, it } from "vitest";
import { hashSessionId } from "~/access/session-adapter.server";
import {
  confirmSecondFactor,
  proposeSecret,
  removeSecondFactor,
  renewRecoveryCodes,
  secondFactorStanding,
  verifySecondFactor,
} from "~/people/operations/second-factor.server";
import { signIn } from "~/people/operations/sign-in.server";
import { groupedCode } from "~/people/rules/recovery-codes";
import { totpDigits, totpPeriodMs, totpStep } from "~/people/rules/totp";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeAccount, testPassword, testTotpSecret, type MadeAccount } from "../../support/factories/people";
import { isAlive, makeVisitor, visitOf } from "../../support/factories/visitors";
import { queuedLetters } from "../../support/letters";
import { refusalOf } from "../../support/refusals";

withTestDatabase();
beforeEach(resetDatabase);

const start = makeVisitor().now.getTime();
const later = (steps: number) => makeVisitor({ now: new Date(start + steps * totpPeriodMs) });

const codeAt = (visitor: { now: Date }, secret: Uint8Array = testTotpSecret) =>
  generateHOTP(secret, BigInt(totpStep(visitor.now)), totpDigits);

async function atSecondStep(overrides: Parameters<typeof makeAccount>[0] = { roles: ["mentor"] }) {
  const account = await makeAccount(overrides);
  const { sessionId } = await signIn({ email: account.email, password: testPassword }, makeVisitor());
  return { account, sessionId, visit: visitOf(account, sessionId) };
}

async function setUp(account: MadeAccount, visitor = makeVisitor()) {
  const { sessionId } = await signIn({ email: account.email, password: testPassword }, visitor);
  const { secretSealed, secret, uri } = await proposeSecret(account.actor);
  const code = codeAt(visitor, decodeBase32(secret));
  const done = await confirmSecondFactor(visitOf(account, sessionId), { secretSealed, code }, visitor);
  return { ...done, before: sessionId, secret: decodeBase32(secret), uri };
}

describe("setting the second factor up", () => {
  it("takes the first code from the app, shows ten recovery codes and renews the session", async () => {
    const account = await makeAccount({ roles: ["mentor"], secondFactor: false });
    const { codes, sessionId, before, uri } = await setUp(account);
    expect(new Set(codes).size).toBe(10);
    expect(uri).toContain(encodeURIComponent(account.email));
    expect([await isAlive(before), await isAlive(sessionId)]).toEqual([false, true]);
    const session = await db().session.findUniqueOrThrow({ where: { idHash: hashSessionId(sessionId) } });
    expect(session.secondFactorAt).toEqual(makeVisitor().now);
    expect(await secondFactorStanding(account.actor)).toEqual({
      confirmedAt: makeVisitor().now,
      recoveryCodesLeft: 10,
    });
  });

  it("stores neither the secret nor the codes readable", async () => {
    const account = await makeAccount({ roles: ["mentor"], secondFactor: false });
    const { secretSealed, secret } = await proposeSecret(account.actor);
    expect(secretSealed).not.toContain(secret);
    const { codes } = await setUp(account);
    const stored = JSON.stringify([await db().account.findMany(), await db().recoveryCode.findMany()]);
    for (const code of codes) expect(stored).not.toContain(code);
  });

  it("is not done by a wrong code, by another person's secret or twice", async () => {
    const account = await makeAccount({ roles: ["mentor"], secondFactor: false });
    const other = await makeAccount({ roles: ["mentor"], secondFactor: false });
    const { sessionId } = await signIn({ email: account.email, password: testPassword }, makeVisitor());
    const visit = visitOf(account, sessionId);
    const { secretSealed } = await proposeSecret(account.actor);
    const wrong = confirmSecondFactor(visit, { secretSealed, code: "000000" }, makeVisitor());
    expect(await refusalOf(wrong)).toMatchObject({ field: "code", reason: "people:refusal.wrongCode" });
    const foreign = await proposeSecret(other.actor);
    const code = codeAt(makeVisitor(), decodeBase32(foreign.secret));
    const stolen = confirmSecondFactor(visit, { secretSealed: foreign.secretSealed, code }, makeVisitor());
    expect(await refusalOf(stolen)).toMatchObject({ reason: "people:refusal.setupExpired" });
    const done = await setUp(account);
    const again = await proposeSecret(account.actor);
    const repeated = {
      secretSealed: again.secretSealed,
      code: codeAt(makeVisitor(), decodeBase32(again.secret)),
    };
    const twice = confirmSecondFactor(visitOf(account, done.sessionId), repeated, makeVisitor());
    expect((await refusalOf(twice)).code).toBe("conflict");
  });

  it("keeps the same secret for another try", async () => {
    const { actor } = await makeAccount({ roles: ["mentor"], secondFactor: false });
    const first = await proposeSecret(actor);
    expect((await proposeSecret(actor, first.secretSealed)).secret).toBe(first.secret);
    expect((await proposeSecret(actor, "v1.nonsense")).secret).not.toBe(first.secret);
    expect((await proposeSecret(actor)).secret).not.toBe(first.secret);
  });

  it("does not accept the code it was set up with for signing in", async () => {
    const account = await makeAccount({ roles: ["mentor"], secondFactor: false });
    const { secret } = await setUp(account);
    const { sessionId } = await signIn({ email: account.email, password: testPassword }, makeVisitor());
    const visit = visitOf(account, sessionId);
    const replay = verifySecondFactor(visit, { code: codeAt(makeVisitor(), secret) }, makeVisitor());
    expect(await refusalOf(replay)).toMatchObject({ field: "code" });
    await verifySecondFactor(visit, { code: codeAt(later(1), secret) }, later(1));
  });
});

describe("the second step of a sign-in", () => {
  it("takes the code and renews the session", async () => {
    const { visit, sessionId } = await atSecondStep();
    const renewed = await verifySecondFactor(visit, { code: codeAt(makeVisitor()) }, makeVisitor());
    expect([await isAlive(sessionId), await isAlive(renewed)]).toEqual([false, true]);
  });

  it("does not take a code twice, not even from two browsers at the same moment", async () => {
    const { account } = await atSecondStep();
    const sessions = await Promise.all(
      [1, 2, 3].map(() => signIn({ email: account.email, password: testPassword }, makeVisitor())),
    );
    const code = codeAt(makeVisitor());
    const outcomes = await Promise.allSettled(
      sessions.map(({ sessionId }) =>
        verifySecondFactor(visitOf(account, sessionId), { code }, makeVisitor()),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("does not take an older code after a newer one", async () => {
    const { account, visit } = await atSecondStep();
    await verifySecondFactor(visit, { code: codeAt(later(1)) }, later(1));
    const again = await signIn({ email: account.email, password: testPassword }, later(1));
    const older = verifySecondFactor(
      visitOf(account, again.sessionId),
      { code: codeAt(makeVisitor()) },
      later(1),
    );
    expect(await refusalOf(older)).toMatchObject({ field: "code" });
  });

  it("stops guessing after ten wrong codes from there, and leaves the owner elsewhere alone", async () => {
    const { account, visit } = await atSecondStep();
    const codes = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      codes.push((await refusalOf(verifySecondFactor(visit, { code: "000000" }, makeVisitor()))).code);
    }
    expect(codes).toEqual([...Array<string>(10).fill("invalid"), "tooManyRequests", "tooManyRequests"]);
    const elsewhere = makeVisitor({ network: "198.51.100.7" });
    const { sessionId } = await signIn({ email: account.email, password: testPassword }, elsewhere);
    await verifySecondFactor(visitOf(account, sessionId), { code: codeAt(elsewhere) }, elsewhere);
  });

  it("stops guessing from many places after a hundred codes, but not recovery codes", async () => {
    const account = await makeAccount({ roles: ["mentor"], secondFactor: false });
    const { codes, secret } = await setUp(account);
    const elsewhere = makeVisitor({ now: later(4).now, network: "198.51.100.7" });
    const { sessionId } = await signIn({ email: account.email, password: testPassword }, elsewhere);
    const visit = visitOf(account, sessionId);
    await refusalOf(verifySecondFactor(visit, { code: "000000" }, elsewhere));
    await db().rateLimit.updateMany({
      where: { key: { startsWith: "code-account:" } },
      data: { points: 100 },
    });
    const right = verifySecondFactor(visit, { code: codeAt(elsewhere, secret) }, elsewhere);
    expect((await refusalOf(right)).code).toBe("tooManyRequests");
    await verifySecondFactor(visit, { code: codes[0]! }, elsewhere);
  });

  it("takes each recovery code once, however it is typed", async () => {
    const account = await makeAccount({ roles: ["mentor"], secondFactor: false });
    const { codes } = await setUp(account);
    const typed = groupedCode(codes[3]!).toUpperCase();
    const enter = async () => {
      const { sessionId } = await signIn({ email: account.email, password: testPassword }, makeVisitor());
      return verifySecondFactor(visitOf(account, sessionId), { code: typed }, makeVisitor());
    };
    await enter();
    expect(await refusalOf(enter())).toMatchObject({ field: "code" });
    expect((await secondFactorStanding(account.actor)).recoveryCodesLeft).toBe(9);
  });

  it("does not take another person's recovery code", async () => {
    const owner = await makeAccount({ roles: ["mentor"], secondFactor: false });
    const { codes } = await setUp(owner);
    const { visit } = await atSecondStep();
    expect(await refusalOf(verifySecondFactor(visit, { code: codes[0]! }, makeVisitor()))).toMatchObject({
      field: "code",
    });
  });

  it("is over when the session has ended meanwhile, and keeps the code usable", async () => {
    const { account, visit } = await atSecondStep();
    await db().session.deleteMany();
    const code = codeAt(makeVisitor());
    expect((await refusalOf(verifySecondFactor(visit, { code }, makeVisitor()))).code).toBe("notSignedIn");
    const { sessionId } = await signIn({ email: account.email, password: testPassword }, makeVisitor());
    await verifySecondFactor(visitOf(account, sessionId), { code }, makeVisitor());
  });

  it("leaves a trace of what was refused and what was given", async () => {
    const { visit } = await atSecondStep();
    await refusalOf(verifySecondFactor(visit, { code: "000000" }, makeVisitor()));
    await verifySecondFactor(visit, { code: codeAt(makeVisitor()) }, makeVisitor());
    const events = await db().auditEvent.findMany({
      where: { action: { startsWith: "second-factor." } },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ action }) => action)).toEqual(["second-factor.refused", "second-factor.given"]);
  });
});

describe("a second factor that is on", () => {
  it("is turned off by password and code, and its owner is told", async () => {
    const { account, visit } = await atSecondStep({ roles: ["trainee"], secondFactor: true });
    const elsewhere = await signIn({ email: account.email, password: testPassword }, makeVisitor());
    const code = codeAt(makeVisitor());
    const wrong = removeSecondFactor(visit, { password: "špatné heslo", code }, makeVisitor());
    expect(await refusalOf(wrong)).toMatchObject({ field: "password" });
    const half = removeSecondFactor(visit, { password: testPassword, code: "000000" }, makeVisitor());
    expect(await refusalOf(half)).toMatchObject({ field: "code" });
    const renewed = await removeSecondFactor(visit, { password: testPassword, code }, makeVisitor());
    expect([await isAlive(renewed), await isAlive(elsewhere.sessionId)]).toEqual([true, false]);
    expect((await secondFactorStanding(account.actor)).confirmedAt).toBeNull();
    expect((await queuedLetters(account.email)).map(({ kind }) => kind)).toEqual([
      "people.secondFactorRemoved",
    ]);
    expect(await db().account.findUnique({ where: { id: account.accountId } })).toMatchObject({
      totpSecretSealed: null,
      totpLastStep: null,
    });
  });

  it("gets new recovery codes for a code, and the old ones stop working", async () => {
    const account = await makeAccount({ roles: ["mentor"], secondFactor: false });
    const { codes, sessionId, secret } = await setUp(account);
    const visit = visitOf(account, sessionId);
    const fresh = await renewRecoveryCodes(visit, { code: codeAt(later(2), secret) }, later(2));
    expect(fresh.filter((code) => codes.includes(code))).toEqual([]);
    const old = verifySecondFactor(visit, { code: codes[0]! }, later(2));
    expect(await refusalOf(old)).toMatchObject({ field: "code" });
    await verifySecondFactor(visit, { code: fresh[0]! }, later(2));
  });
});
