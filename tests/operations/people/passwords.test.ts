import { beforeEach, describe, expect, it } from "vitest";
import { changePassword } from "~/people/operations/change-password.server";
import {
  readPasswordReset,
  requestPasswordReset,
  resetPassword,
} from "~/people/operations/reset-password.server";
import { signIn } from "~/people/operations/sign-in.server";
import { hashPassword, verifyPassword } from "~/people/passwords.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeAccount, testPassword } from "../../support/factories/people";
import { isAlive, makeVisitor, visitOf } from "../../support/factories/visitors";
import { lastToken, queuedLetters } from "../../support/letters";
import { refusalOf } from "../../support/refusals";

withTestDatabase();
beforeEach(resetDatabase);

const hour = 3_600_000;
const start = makeVisitor().now.getTime();
const later = (ms: number) => makeVisitor({ now: new Date(start + ms) });
const fresh = "nové heslo z pěti slov";

describe("a stored password", () => {
  it("is argon2id with OWASP's cost", async () => {
    const hash = await hashPassword("cokoli dlouhého");
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(hash, "cokoli dlouhého")).toBe(true);
    expect(await verifyPassword(hash, "cokoli dlouheho")).toBe(false);
    expect(await verifyPassword(null, "cokoli dlouhého")).toBe(false);
  });
});

describe("a forgotten password", () => {
  it("is set by the link, ends every session and signs in", async () => {
    const { email } = await makeAccount({ roles: ["trainee"] });
    const old = await signIn({ email, password: testPassword }, makeVisitor());
    await requestPasswordReset({ email }, makeVisitor());
    const token = await lastToken(email);
    expect(await readPasswordReset(token, makeVisitor())).toMatchObject({ email });
    const signedIn = await resetPassword({ token, password: fresh }, makeVisitor());
    expect([await isAlive(old.sessionId), await isAlive(signedIn.sessionId)]).toEqual([false, true]);
    await signIn({ email, password: fresh }, makeVisitor());
    expect(await refusalOf(signIn({ email, password: testPassword }, makeVisitor()))).toMatchObject({
      code: "wrongCredentials",
    });
    expect((await queuedLetters(email)).map(({ kind }) => kind)).toEqual([
      "people.passwordReset",
      "people.passwordChanged",
    ]);
  });

  it("still asks for the second factor", async () => {
    const { email } = await makeAccount({ roles: ["mentor"] });
    await requestPasswordReset({ email }, makeVisitor());
    const { secondFactor } = await resetPassword(
      { token: await lastToken(email), password: fresh },
      makeVisitor(),
    );
    expect(secondFactor).toBe("verify");
  });

  it("is good once and for an hour", async () => {
    const { email } = await makeAccount({ roles: ["trainee"] });
    await requestPasswordReset({ email }, makeVisitor());
    const first = await lastToken(email);
    await requestPasswordReset({ email }, makeVisitor());
    const second = await lastToken(email);
    expect(await readPasswordReset(first, later(hour))).toBeNull();
    const reset = (token: string) => resetPassword({ token, password: fresh }, later(hour - 1));
    const outcomes = await Promise.allSettled([reset(first), reset(first)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    // The password was set; the other link is of no use any more.
    expect((await refusalOf(reset(second))).code).toBe("gone");
  });

  it("answers the same for every address and writes only to those with an account", async () => {
    const invited = await makeAccount({ email: "pozvana@priklad.test", roles: ["mentor"], password: null });
    await makeAccount({ email: "blok@priklad.test", roles: ["mentor"], disabledAt: makeVisitor().now });
    for (const email of [invited.email, "blok@priklad.test", "nikdo@priklad.test"]) {
      await expect(requestPasswordReset({ email }, makeVisitor())).resolves.toBeUndefined();
    }
    expect((await queuedLetters()).map(({ kind, to }) => [kind, to])).toEqual([
      ["people.stillInvited", invited.email],
    ]);
    expect(await db().accountToken.count()).toBe(0);
    expect(await db().auditEvent.count({ where: { action: "account.password-reset-asked" } })).toBe(3);
  });

  it("fills nobody's mailbox", async () => {
    const { email } = await makeAccount({ roles: ["trainee"] });
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await requestPasswordReset({ email }, makeVisitor({ network: `198.51.100.${attempt}` }));
    }
    expect(await queuedLetters(email)).toHaveLength(5);
  });

  it("confirms the address of who registered and never opened the first letter", async () => {
    const { email, accountId } = await makeAccount({ roles: ["applicant"], emailConfirmedAt: null });
    await requestPasswordReset({ email }, makeVisitor());
    await resetPassword({ token: await lastToken(email), password: fresh }, makeVisitor());
    const account = await db().account.findUniqueOrThrow({ where: { id: accountId } });
    expect(account.emailConfirmedAt).toEqual(makeVisitor().now);
  });

  it("stays gone for an account disabled meanwhile", async () => {
    const { email, accountId } = await makeAccount({ roles: ["trainee"] });
    await requestPasswordReset({ email }, makeVisitor());
    await db().account.update({ where: { id: accountId }, data: { disabledAt: makeVisitor().now } });
    const token = await lastToken(email);
    expect((await refusalOf(resetPassword({ token, password: fresh }, makeVisitor()))).code).toBe("gone");
  });

  it("refuses an easy one and keeps the link", async () => {
    const { email } = await makeAccount({ roles: ["trainee"] });
    await requestPasswordReset({ email }, makeVisitor());
    const token = await lastToken(email);
    expect(await refusalOf(resetPassword({ token, password: "heslo12345678" }, makeVisitor()))).toMatchObject(
      {
        field: "password",
        reason: "people:password.common",
      },
    );
    await resetPassword({ token, password: fresh }, makeVisitor());
  });
});

describe("changing one's password", () => {
  it("ends the other sessions and gives this one a new id", async () => {
    const account = await makeAccount({ roles: ["trainee"] });
    const input = { email: account.email, password: testPassword };
    const here = await signIn(input, makeVisitor());
    const elsewhere = await signIn(input, makeVisitor());
    const change = { currentPassword: testPassword, password: fresh };
    const renewed = await changePassword(visitOf(account, here.sessionId), change, makeVisitor());
    expect(await Promise.all([here.sessionId, elsewhere.sessionId, renewed].map(isAlive))).toEqual([
      false,
      false,
      true,
    ]);
    await signIn({ email: account.email, password: fresh }, makeVisitor());
  });

  it("takes back links for a new password", async () => {
    const account = await makeAccount({ roles: ["trainee"] });
    await requestPasswordReset({ email: account.email }, makeVisitor());
    const token = await lastToken(account.email);
    const { sessionId } = await signIn({ email: account.email, password: testPassword }, makeVisitor());
    await changePassword(
      visitOf(account, sessionId),
      { currentPassword: testPassword, password: fresh },
      makeVisitor(),
    );
    expect(await readPasswordReset(token, makeVisitor())).toBeNull();
  });

  it("names the field that is wrong, and stops guessing", async () => {
    const account = await makeAccount({ roles: ["trainee"] });
    const { sessionId } = await signIn({ email: account.email, password: testPassword }, makeVisitor());
    const change = (currentPassword: string, password: string) =>
      refusalOf(changePassword(visitOf(account, sessionId), { currentPassword, password }, makeVisitor()));
    expect(await change(testPassword, testPassword)).toMatchObject({
      field: "password",
      reason: "people:password.same",
    });
    expect(await change(testPassword, "krátké")).toMatchObject({ field: "password" });
    expect(await change("špatné", fresh)).toMatchObject({ field: "currentPassword" });
    let last = await change("špatné", fresh);
    for (let attempt = 0; attempt < 9; attempt += 1) last = await change("špatné", fresh);
    expect(last.code).toBe("tooManyRequests");
  });
});
