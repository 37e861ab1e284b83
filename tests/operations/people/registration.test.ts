import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { confirmEmail, readConfirmation } from "~/people/operations/confirm-email.server";
import { registerApplicant } from "~/people/operations/register-applicant.server";
import { signIn } from "~/people/operations/sign-in.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeAccount } from "../../support/factories/people";
import { isAlive, makeVisitor } from "../../support/factories/visitors";
import { lastToken, queuedLetters } from "../../support/letters";
import { refusalOf } from "../../support/refusals";

withTestDatabase();
beforeEach(resetDatabase);

const hour = 3_600_000;
const day = 24 * hour;
const start = makeVisitor().now.getTime();
const later = (ms: number) => makeVisitor({ now: new Date(start + ms) });
const email = "zaneta@priklad.test";
const password = "čtyři vrány na dubu";

const register = (
  overrides: Partial<Parameters<typeof registerApplicant>[0]> = {},
  visitor = makeVisitor(),
) =>
  registerApplicant(
    { id: randomUUID(), name: "Žaneta Pechová", email, password, language: "cs", ...overrides },
    visitor,
  );

describe("a registration", () => {
  it("leads through the letter into the portal as an applicant, and on to the wanted page", async () => {
    await register({ next: "/kurz/prihlaska" });
    const [letter] = await queuedLetters(email);
    expect(letter?.path).toMatch(/^\/registrace\/potvrzeni\/[\w-]+\?dal=%2Fkurz%2Fprihlaska$/);
    const token = await lastToken(email);
    expect(await readConfirmation(token, makeVisitor())).toEqual({ email });
    const { sessionId, secondFactor } = await confirmEmail({ token, password }, makeVisitor());
    expect([await isAlive(sessionId), secondFactor]).toEqual([true, "done"]);
    const [role] = await db().roleAssignment.findMany();
    expect(role).toMatchObject({ role: "applicant", endedAt: null, organisationId: null });
    await signIn({ email, password }, makeVisitor());
  });

  it("keeps name and address only sealed", async () => {
    await register();
    const [account] = await db().account.findMany();
    expect(JSON.stringify(account)).not.toMatch(/zaneta|pechov/i);
  });

  it("sent twice has one effect", async () => {
    const id = randomUUID();
    await register({ id });
    await register({ id });
    expect(await db().account.count()).toBe(1);
    expect(await queuedLetters(email)).toHaveLength(1);
    expect(await db().roleAssignment.count()).toBe(1);
  });

  it("made by two at once makes one account", async () => {
    await Promise.all([register(), register(), register()]);
    expect(await db().account.count()).toBe(1);
    expect(await db().roleAssignment.count()).toBe(1);
  });

  it("names what is wrong with the password", async () => {
    expect(await refusalOf(register({ password: "krátké" }))).toMatchObject({
      code: "invalid",
      field: "password",
    });
    expect(await refusalOf(register({ password: "zaneta.pechova" }))).toMatchObject({
      reason: "people:password.personal",
    });
    expect(await db().account.count()).toBe(0);
  });
});

describe("an address that has an account", () => {
  it("gets a letter, and the account stays as it was", async () => {
    const { accountId } = await makeAccount({ email, roles: ["mentor"] });
    const before = await db().account.findUnique({ where: { id: accountId } });
    await expect(register()).resolves.toBeUndefined();
    expect((await queuedLetters(email)).map(({ kind }) => kind)).toEqual(["people.alreadyRegistered"]);
    expect(await db().account.findUnique({ where: { id: accountId } })).toEqual(before);
    expect(await db().accountToken.count()).toBe(0);
  });

  it("is reminded of an invitation that waits", async () => {
    await makeAccount({ email, roles: ["mentor"], password: null });
    await register();
    expect((await queuedLetters(email)).map(({ kind }) => kind)).toEqual(["people.stillInvited"]);
  });

  it("gets no more than five letters an hour", async () => {
    await makeAccount({ email, roles: ["trainee"] });
    for (let attempt = 0; attempt < 8; attempt += 1) await register();
    expect(await queuedLetters(email)).toHaveLength(5);
  });

  it("is not told about when it is disabled", async () => {
    await makeAccount({ email, roles: ["trainee"], disabledAt: makeVisitor().now });
    await register();
    expect(await queuedLetters(email)).toHaveLength(0);
  });
});

describe("confirming", () => {
  it("needs the password of the last registration, so a stranger cannot prepare an account", async () => {
    await register({ password: "heslo útočníka čeká" });
    const strangers = await lastToken(email);
    await register({ password: "moje čtyři slova tady" });
    const own = await lastToken(email);
    expect(await readConfirmation(strangers, makeVisitor())).toBeNull();
    const tried = confirmEmail({ token: own, password: "heslo útočníka čeká" }, makeVisitor());
    expect(await refusalOf(tried)).toMatchObject({ field: "password" });
    await confirmEmail({ token: own, password: "moje čtyři slova tady" }, makeVisitor());
  });

  it("works once", async () => {
    await register();
    const token = await lastToken(email);
    const confirm = () => confirmEmail({ token, password }, makeVisitor());
    const outcomes = await Promise.allSettled([confirm(), confirm(), confirm()]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await refusalOf(confirm())).code).toBe("gone");
    expect(await db().session.count()).toBe(1);
  });

  it("works for three days", async () => {
    await register();
    const token = await lastToken(email);
    expect(await readConfirmation(token, later(3 * day))).toBeNull();
    expect((await refusalOf(confirmEmail({ token, password }, later(3 * day)))).code).toBe("gone");
    await confirmEmail({ token, password }, later(3 * day - 1));
  });

  it("is not confirmed by looking at the page", async () => {
    await register();
    const token = await lastToken(email);
    await readConfirmation(token, makeVisitor());
    await readConfirmation(token, makeVisitor());
    await confirmEmail({ token, password }, makeVisitor());
  });

  it("stops guessing the password after ten tries", async () => {
    await register();
    const token = await lastToken(email);
    const codes = [];
    for (let attempt = 0; attempt < 11; attempt += 1) {
      codes.push(
        (await refusalOf(confirmEmail({ token, password: `pokus ${attempt}` }, makeVisitor()))).code,
      );
    }
    expect(codes.at(-1)).toBe("tooManyRequests");
  });

  it("of an unknown link is refused and counted", async () => {
    const tried = confirmEmail({ token: "x".repeat(43), password }, makeVisitor());
    expect((await refusalOf(tried)).code).toBe("gone");
    expect(await db().rateLimit.count({ where: { key: { startsWith: "link-network:" } } })).toBe(1);
  });
});
