import { beforeEach, describe, expect, it } from "vitest";
import { signIn } from "~/people/operations/sign-in.server";
import { signOut } from "~/people/operations/sign-out.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeAccount, testPassword } from "../../support/factories/people";
import { isAlive, makeVisitor, visitOf } from "../../support/factories/visitors";
import { queuedLetters } from "../../support/letters";
import { refusalOf } from "../../support/refusals";
import { hashSessionId } from "~/access/session-adapter.server";

withTestDatabase();
beforeEach(resetDatabase);

const minute = 60_000;
const day = 24 * 60 * minute;
const start = makeVisitor().now.getTime();
const at = (ms: number) => new Date(start + ms);
const wrong = { code: "wrongCredentials" };

describe("signing in", () => {
  it("starts a session and says what is left of it", async () => {
    const trainee = await makeAccount({ roles: ["trainee"] });
    const mentor = await makeAccount({ roles: ["mentor"] });
    const officer = await makeAccount({ roles: ["probation_officer"], secondFactor: false });
    const states = await Promise.all(
      [trainee, mentor, officer].map(async ({ email }) => {
        const { sessionId, secondFactor } = await signIn({ email, password: testPassword }, makeVisitor());
        expect(await isAlive(sessionId)).toBe(true);
        return secondFactor;
      }),
    );
    expect(states).toEqual(["done", "verify", "setup"]);
  });

  it("does not mind how the address is written", async () => {
    await makeAccount({ email: "jana@priklad.test", roles: ["trainee"] });
    const signedIn = await signIn({ email: " JANA@Priklad.test ", password: testPassword }, makeVisitor());
    expect(await isAlive(signedIn.sessionId)).toBe(true);
  });

  it("takes a password with marks however they are composed", async () => {
    const { email } = await makeAccount({
      roles: ["trainee"],
      password: "žluťoučký kůň pěl".normalize("NFC"),
    });
    await signIn({ email, password: "žluťoučký kůň pěl".normalize("NFD") }, makeVisitor());
  });

  it("replaces the session the browser had", async () => {
    const { email } = await makeAccount({ roles: ["trainee"] });
    const first = await signIn({ email, password: testPassword }, makeVisitor());
    const oldSession = hashSessionId(first.sessionId);
    const second = await signIn({ email, password: testPassword }, makeVisitor({ oldSession }));
    expect(second.sessionId).not.toBe(first.sessionId);
    expect(await isAlive(first.sessionId)).toBe(false);
  });

  it("gives the same answer to everything that is wrong, and leaves the same trace", async () => {
    await makeAccount({ email: "ma@priklad.test", roles: ["trainee"] });
    await makeAccount({ email: "zablokovana@priklad.test", roles: ["trainee"], disabledAt: at(-day) });
    await makeAccount({ email: "pozvana@priklad.test", roles: ["trainee"], password: null });
    await makeAccount({ email: "nepotvrzena@priklad.test", roles: ["applicant"], emailConfirmedAt: null });
    const attempts = [
      { email: "ma@priklad.test", password: "jiné heslo než její" },
      { email: "nikdo@priklad.test", password: testPassword },
      { email: "zablokovana@priklad.test", password: testPassword },
      { email: "pozvana@priklad.test", password: testPassword },
      { email: "nepotvrzena@priklad.test", password: testPassword },
    ];
    const refusals = [];
    for (const input of attempts) refusals.push(await refusalOf(signIn(input, makeVisitor())));
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
    expect(refusals[0]).toMatchObject({ ...wrong, field: undefined });
    expect(await db().session.count()).toBe(0);
    expect(await db().auditEvent.count({ where: { action: "session.refused" } })).toBe(attempts.length);
  });

  it("sends the confirmation again to who registered and knows the password, and to nobody else", async () => {
    const { email } = await makeAccount({ roles: ["applicant"], emailConfirmedAt: null });
    await refusalOf(signIn({ email, password: "úplně jiné heslo" }, makeVisitor()));
    expect(await queuedLetters(email)).toHaveLength(0);
    await refusalOf(signIn({ email, password: testPassword }, makeVisitor()));
    expect((await queuedLetters(email)).map(({ kind }) => kind)).toEqual(["people.confirmEmail"]);
  });

  it("is written in the audit without the address", async () => {
    const { email, accountId } = await makeAccount({ roles: ["trainee"] });
    await signIn({ email, password: testPassword }, makeVisitor());
    const events = await db().auditEvent.findMany();
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ action: "session.started", actorId: accountId });
    expect(JSON.stringify(events)).not.toContain(email);
  });
});

describe("failing to sign in", () => {
  const fail = (email: string, visitor = makeVisitor()) =>
    refusalOf(signIn({ email, password: "špatné heslo" }, visitor));

  it("is refused after ten failures in a row, whether or not the account exists", async () => {
    const { email } = await makeAccount({ roles: ["trainee"] });
    for (const address of [email, "nikdo@priklad.test"]) {
      const codes = [];
      for (let attempt = 0; attempt < 12; attempt += 1) codes.push((await fail(address)).code);
      expect(codes.slice(0, 10)).toEqual(Array(10).fill("wrongCredentials"));
      expect(codes.slice(10)).toEqual(["tooManyRequests", "tooManyRequests"]);
    }
  });

  it("refuses then even the right password from there, but not from elsewhere", async () => {
    const { email } = await makeAccount({ roles: ["trainee"] });
    for (let attempt = 0; attempt < 10; attempt += 1) await fail(email);
    const right = { email, password: testPassword };
    expect((await refusalOf(signIn(right, makeVisitor()))).code).toBe("tooManyRequests");
    await signIn(right, makeVisitor({ network: "198.51.100.7" }));
    // The owner's success elsewhere opens nothing for the attacker.
    expect((await refusalOf(signIn(right, makeVisitor()))).code).toBe("tooManyRequests");
  });

  it("lets through again after the pause, which grows", async () => {
    const { email } = await makeAccount({ roles: ["trainee"] });
    for (let attempt = 0; attempt < 10; attempt += 1) await fail(email);
    const later = makeVisitor({ now: at(15 * minute) });
    expect(await fail(email, later)).toMatchObject(wrong);
    expect((await fail(email, makeVisitor({ now: at(30 * minute) }))).code).toBe("tooManyRequests");
    await signIn({ email, password: testPassword }, makeVisitor({ now: at(45 * minute) }));
  });

  it("is forgotten by a success", async () => {
    const { email } = await makeAccount({ roles: ["trainee"] });
    for (let round = 0; round < 3; round += 1) {
      for (let attempt = 0; attempt < 9; attempt += 1) expect(await fail(email)).toMatchObject(wrong);
      await signIn({ email, password: testPassword }, makeVisitor());
    }
  });

  it("ends for an address that tries a hundred accounts a day, and for nobody else", async () => {
    const { email } = await makeAccount({ roles: ["trainee"] });
    // The counting is tested through the operation; the first hundred are put in place to spare the hashing.
    for (let attempt = 0; attempt < 3; attempt += 1) await fail(`zkouska${attempt}@priklad.test`);
    const counter = await db().rateLimit.findFirstOrThrow({
      where: { key: { startsWith: "sign-in-network:" } },
    });
    expect(counter.points).toBe(3);
    await db().rateLimit.update({ where: { key: counter.key }, data: { points: 100 } });
    const right = { email, password: testPassword };
    expect((await refusalOf(signIn(right, makeVisitor()))).code).toBe("tooManyRequests");
    await signIn(right, makeVisitor({ network: "198.51.100.7" }));
    await signIn(right, makeVisitor({ now: at(day) }));
  });

  it("cannot slip past the limit by trying at the same time", async () => {
    const { email } = await makeAccount({ roles: ["trainee"] });
    const tries = await Promise.all(Array.from({ length: 15 }, () => fail(email)));
    expect(tries.filter(({ code }) => code === "wrongCredentials")).toHaveLength(10);
  });

  it("leaves neither address nor network readable in the counters", async () => {
    await fail("nikdo@priklad.test");
    const rows = JSON.stringify(await db().rateLimit.findMany());
    expect(rows).not.toContain("nikdo");
    expect(rows).not.toContain("192.0.2.1");
  });
});

describe("signing out", () => {
  it("ends this session only, and once", async () => {
    const account = await makeAccount({ roles: ["trainee"] });
    const input = { email: account.email, password: testPassword };
    const first = await signIn(input, makeVisitor());
    const second = await signIn(input, makeVisitor());
    await signOut(visitOf(account, first.sessionId), { now: at(minute) });
    await signOut(visitOf(account, first.sessionId), { now: at(minute) });
    expect([await isAlive(first.sessionId), await isAlive(second.sessionId)]).toEqual([false, true]);
    expect(await db().auditEvent.count({ where: { action: "session.ended" } })).toBe(1);
  });
});
