import { randomUUID } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  endSession,
  endSessionsOf,
  readVisit,
  renewSession,
  sessionCookie,
  sessionsOf,
  startSession,
  type Role,
} from "~/access/index.server";
import { hashSessionId } from "~/access/session-adapter.server";
import { sessionCookieName } from "~/access/session-cookie.server";
import { readConfig, putConfig } from "~/platform/config.server";
import { db, inTransaction } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeAccount } from "../../support/factories/people";

withTestDatabase();
beforeEach(resetDatabase);
afterEach(() => {
  vi.useRealTimers();
});

const minute = 60_000;
const hour = 60 * minute;
const began = new Date("2026-03-02T08:00:00Z");
const after = (ms: number) => new Date(began.getTime() + ms);

interface Started {
  accountId: string;
  sessionId: string;
}

async function started(roles: Role[], secondFactorAt: Date | null = began): Promise<Started> {
  const { accountId } = await makeAccount({ roles });
  return { accountId, sessionId: await start(accountId, roles, secondFactorAt) };
}

function start(accountId: string, roles: Role[], secondFactorAt: Date | null = began): Promise<string> {
  return inTransaction((tx) =>
    startSession(tx, { accountId, roles, device: "Test", secondFactorAt, now: began }),
  );
}

/** The visit of a fresh request with this session at a moment of the portal's clock. */
function visitAt(sessionId: string, moment: Date) {
  vi.useFakeTimers({ now: moment, toFake: ["Date"] });
  const headers = { Cookie: `jazyk=cs; ${sessionCookieName()}=${sessionId}; theme=dark` };
  const context: AppLoadContext = { nonce: "", requestId: randomUUID(), address: "192.0.2.1" };
  return readVisit(new Request("http://localhost/ucet", { headers }), context);
}

describe("a session", () => {
  it("is stored by the hash of its id only", async () => {
    const { sessionId } = await started(["trainee"]);
    const [row] = await db().session.findMany();
    expect(row?.idHash).toBe(hashSessionId(sessionId));
    expect(JSON.stringify(row)).not.toContain(sessionId);
  });

  it("brings the account with its current roles, in one statement", async () => {
    const { accountId, name } = await makeAccount({
      name: "Květa Balogová",
      roles: [
        { role: "coordinator", regionCode: "CZ042" },
        { role: "mentor", endedAt: began },
        { role: "trainer", regionCode: null },
      ],
    });
    const sessionId = await start(accountId, ["coordinator"]);
    const visit = await visitAt(sessionId, after(1000));
    expect(visit?.actor).toMatchObject({ accountId, name });
    expect(visit?.actor.roles).toHaveLength(2);
    expect(visit?.actor.roles).toEqual(
      expect.arrayContaining([
        { role: "coordinator", organisationId: null, regionCode: "CZ042" },
        { role: "trainer", organisationId: null, regionCode: null },
      ]),
    );
    expect(visit?.secondFactor).toBe("done");
  });

  it.each<[string, Role, number, boolean]>([
    ["of a mentor ends after half an hour of rest", "mentor", 30 * minute, false],
    ["of a mentor lives just before that", "mentor", 30 * minute - 1, true],
    ["of an administrator ends after half an hour of rest", "administrator", 31 * minute, false],
    ["of a trainee lives for days", "trainee", 2 * 24 * hour, true],
    ["of a trainee ends after three days of rest", "trainee", 3 * 24 * hour, false],
  ])("%s", async (_name, role, passed, alive) => {
    const { sessionId } = await started([role]);
    expect((await visitAt(sessionId, after(passed))) !== null).toBe(alive);
    expect(await db().session.count()).toBe(alive ? 1 : 0);
  });

  it("of a sensitive role ends after twelve hours however much it is used", async () => {
    const { sessionId } = await started(["probation_officer"]);
    for (let passed = 0; passed < 12 * hour; passed += 20 * minute) {
      expect(await visitAt(sessionId, after(passed)), `after ${passed / minute} minutes`).not.toBeNull();
    }
    expect(await visitAt(sessionId, after(12 * hour))).toBeNull();
  });

  it("becomes a short one when its owner gets a sensitive role", async () => {
    const { accountId, sessionId } = await started(["trainee"]);
    await db().roleAssignment.create({
      data: { id: randomUUID(), accountId, role: "mentor", grantedAt: began },
    });
    expect(await visitAt(sessionId, after(31 * minute))).toBeNull();
  });

  it("writes down its last use at most once a minute", async () => {
    const { sessionId } = await started(["trainee"]);
    const lastSeen = async () => (await db().session.findFirstOrThrow()).lastSeenAt;
    await visitAt(sessionId, after(59_000));
    expect(await lastSeen()).toEqual(began);
    await visitAt(sessionId, after(minute));
    expect(await lastSeen()).toEqual(after(minute));
    await visitAt(sessionId, after(minute + 30_000));
    expect(await lastSeen()).toEqual(after(minute));
  });

  it("opens nothing for a disabled account", async () => {
    const { accountId, sessionId } = await started(["trainee"]);
    await db().account.update({ where: { id: accountId }, data: { disabledAt: began } });
    expect(await visitAt(sessionId, after(1000))).toBeNull();
  });

  it.each(["", "nothing", "%E0%A4%A", "x".repeat(5000), "' OR 1=1 --"])(
    "is not opened by the id %j",
    async (id) => {
      await started(["trainee"]);
      expect(await visitAt(id, after(1000))).toBeNull();
    },
  );

  it("is not opened by the stored hash", async () => {
    const { sessionId } = await started(["trainee"]);
    expect(await visitAt(hashSessionId(sessionId), after(1000))).toBeNull();
  });
});

describe("the second factor of a visit", () => {
  it.each<[string, Role, boolean, Date | null, string]>([
    ["is asked for when it is set up", "mentor", true, null, "verify"],
    ["is done when it was given in this session", "mentor", true, began, "done"],
    ["has to be set up for a sensitive role", "mentor", false, null, "setup"],
    ["is not needed for others", "trainee", false, null, "done"],
    ["is asked of others who set it up", "trainee", true, null, "verify"],
  ])("%s", async (_name, role, secondFactor, givenAt, state) => {
    const { accountId } = await makeAccount({ roles: [role], secondFactor });
    const sessionId = await start(accountId, [role], givenAt);
    expect((await visitAt(sessionId, after(1000)))?.secondFactor).toBe(state);
  });

  it("does not have to be set up in the demo", async () => {
    const { accountId } = await makeAccount({ roles: ["mentor"], secondFactor: false });
    const sessionId = await start(accountId, ["mentor"], null);
    putConfig(readConfig({ ...process.env, PORTAL_MODE: "demo" }));
    try {
      expect((await visitAt(sessionId, after(1000)))?.secondFactor).toBe("done");
    } finally {
      putConfig(undefined);
    }
  });
});

describe("a change of rights", () => {
  it("gives the session a new id and keeps its absolute end", async () => {
    const { sessionId } = await started(["mentor"], null);
    const before = await db().session.findFirstOrThrow();
    const renewed = await inTransaction((tx) =>
      renewSession(tx, hashSessionId(sessionId), { secondFactorAt: after(hour), now: after(hour) }),
    );
    expect(renewed).not.toBe(sessionId);
    const rows = await db().session.findMany();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      createdAt: before.createdAt,
      expiresAt: before.expiresAt,
      secondFactorAt: after(hour),
    });
    expect(await visitAt(sessionId, after(hour))).toBeNull();
    expect(await visitAt(renewed!, after(hour))).not.toBeNull();
  });

  it("renews a session once, however many ask at the same time", async () => {
    const { sessionId } = await started(["mentor"]);
    const idHash = hashSessionId(sessionId);
    const ids = await Promise.all(
      [1, 2, 3].map(() => inTransaction((tx) => renewSession(tx, idHash, { now: after(1000) }))),
    );
    expect(ids.filter((id) => id !== null)).toHaveLength(1);
    expect(await db().session.count()).toBe(1);
  });
});

describe("ending sessions", () => {
  it("ends one's own and nobody else's", async () => {
    const mine = await started(["trainee"]);
    const other = await started(["trainee"]);
    const tried = await inTransaction((tx) => endSession(tx, mine.accountId, hashSessionId(other.sessionId)));
    expect(tried).toBe(false);
    expect(await visitAt(other.sessionId, after(1000))).not.toBeNull();
    await inTransaction((tx) => endSession(tx, mine.accountId, hashSessionId(mine.sessionId)));
    expect(await visitAt(mine.sessionId, after(1000))).toBeNull();
  });

  it("ends all but one", async () => {
    const { accountId, sessionId } = await started(["trainee"]);
    const others = [await start(accountId, ["trainee"]), await start(accountId, ["trainee"])];
    const count = await inTransaction((tx) =>
      endSessionsOf(tx, accountId, { except: hashSessionId(sessionId) }),
    );
    expect(count).toBe(2);
    for (const other of others) expect(await visitAt(other, after(1000))).toBeNull();
    expect(await visitAt(sessionId, after(1000))).not.toBeNull();
  });

  it("lists only living sessions, the last used first", async () => {
    const { accountId, sessionId } = await started(["mentor"]);
    const used = await start(accountId, ["mentor"]);
    await visitAt(used, after(20 * minute));
    const listed = await sessionsOf(accountId, after(25 * minute));
    expect(listed.map(({ idHash }) => idHash)).toEqual([hashSessionId(used), hashSessionId(sessionId)]);
    const later = await sessionsOf(accountId, after(40 * minute));
    expect(later.map(({ idHash }) => idHash)).toEqual([hashSessionId(used)]);
    expect(later[0]?.endsAt).toEqual(after(50 * minute));
  });
});

describe("the cookie", () => {
  afterEach(() => putConfig(undefined));

  it("is bound to the host and kept from scripts over https", () => {
    putConfig(readConfig({ ...process.env, PUBLIC_URL: "https://portal.priklad.test" }));
    const cookie = sessionCookie("abc");
    expect(cookie).toMatch(/^__Host-mentor=abc;/);
    for (const part of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"])
      expect(cookie.split("; ")).toContain(part);
    expect(cookie).not.toMatch(/Domain/i);
  });

  it("does without the prefix over plain http", () => {
    putConfig(readConfig({ ...process.env, PUBLIC_URL: "http://127.0.0.1:3000" }));
    const cookie = sessionCookie("abc");
    expect(cookie).toMatch(/^mentor=abc;/);
    expect(cookie).not.toMatch(/Secure/);
  });
});
