import { beforeEach, describe, expect, it } from "vitest";
import { addRole, endHeldRole } from "~/people/operations/change-roles.server";
import { listAccounts } from "~/people/operations/list-accounts.server";
import { disableAccount, enableAccount, resetSecondFactor } from "~/people/operations/manage-account.server";
import {
  endOtherSessions,
  endOwnSession,
  readOwnAccount,
  updateOwnAccount,
} from "~/people/operations/own-account.server";
import { readAccount } from "~/people/operations/read-account.server";
import { recordTraining } from "~/people/operations/record-training.server";
import { signIn } from "~/people/operations/sign-in.server";
import { waitingFor } from "~/people/operations/waiting-for.server";
import { accountFilter } from "~/people/schema";
import { hashSessionId } from "~/access/session-adapter.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeAccount, makeOrganisation, signedInCookie, testPassword } from "../../support/factories/people";
import { isAlive, makeVisitor, visitOf } from "../../support/factories/visitors";
import { queuedLetters } from "../../support/letters";
import { refusalOf } from "../../support/refusals";

withTestDatabase();
beforeEach(resetDatabase);

const context = { now: makeVisitor().now };
const filter = (values: Record<string, string> = {}) => accountFilter.parse(values);

const administrator = () =>
  makeAccount({ name: "Anna Správcová", roles: [{ role: "administrator", regionCode: null }] });
const coordinator = (regionCode: string | null = "CZ042") =>
  makeAccount({ roles: [{ role: "coordinator", regionCode }] });
const analyst = () => makeAccount({ roles: [{ role: "incident_analyst", regionCode: null }] });
const sessionOf = async (account: { email: string }) =>
  (await signIn({ email: account.email, password: testPassword }, makeVisitor())).sessionId;
const currentRoles = async (accountId: string) =>
  (await db().roleAssignment.findMany({ where: { accountId, endedAt: null } })).map(({ role }) => role);

describe("the list of people", () => {
  async function crowd() {
    const centre = await makeOrganisation({ regionCode: "CZ042" });
    await makeAccount({
      name: "Milan Ústecký",
      roles: [{ role: "mentor", regionCode: "CZ042" }],
      monitoringTraining: true,
    });
    await makeAccount({ name: "Květa Karlovarská", roles: [{ role: "mentor", regionCode: "CZ041" }] });
    await makeAccount({ name: "Olga Programová", roles: [{ role: "trainer", regionCode: null }] });
    await makeAccount({
      name: "Petr Středisko",
      roles: [{ role: "probation_officer", regionCode: null, organisationId: centre.id }],
    });
    await makeAccount({
      name: "Dana Bývalá",
      roles: [{ role: "mentor", regionCode: "CZ042", endedAt: context.now }],
    });
    await makeAccount({ name: "Jan Uchazeč", roles: [{ role: "applicant", regionCode: null }] });
    return centre;
  }
  const names = async (actor: Parameters<typeof listAccounts>[0], values = {}) =>
    (await listAccounts(actor, filter(values), context)).rows.map(({ name }) => name);

  it("shows the administrator everybody, by surname", async () => {
    await crowd();
    const { actor } = await administrator();
    expect(await names(actor)).toEqual([
      "Dana Bývalá",
      "Květa Karlovarská",
      "Olga Programová",
      "Anna Správcová",
      "Petr Středisko",
      "Jan Uchazeč",
      "Milan Ústecký",
    ]);
  });

  it("shows a coordinator the region: now or earlier, and its organisations", async () => {
    await crowd();
    const { actor, name } = await coordinator();
    expect((await names(actor)).sort()).toEqual(
      ["Dana Bývalá", "Milan Ústecký", "Petr Středisko", name].sort(),
    );
  });

  it("shows an analyst only those who may report, without their addresses", async () => {
    await crowd();
    const { actor } = await analyst();
    const { rows } = await listAccounts(actor, filter(), context);
    expect(rows.map(({ name }) => name)).toEqual(["Květa Karlovarská", "Milan Ústecký"]);
    for (const row of rows) expect(row.email).toBeNull();
    expect(
      (await listAccounts(actor, filter({ skoleni: "ne" }), context)).rows.map(({ name }) => name),
    ).toEqual(["Květa Karlovarská"]);
  });

  it("shows nobody to those without the permission", async () => {
    await crowd();
    const { actor } = await makeAccount({ roles: ["mentor"] });
    expect(await names(actor)).toEqual([]);
  });

  it("is searched without marks and narrowed by role, organisation, region and state", async () => {
    const centre = await crowd();
    const { actor } = await administrator();
    expect(await names(actor, { q: "kveta KARL" })).toEqual(["Květa Karlovarská"]);
    expect(await names(actor, { role: "trainer" })).toEqual(["Olga Programová"]);
    expect(await names(actor, { organizace: centre.id })).toEqual(["Petr Středisko"]);
    expect(await names(actor, { kraj: "CZ041" })).toEqual(["Květa Karlovarská"]);
    expect(await names(actor, { stav: "withoutRole" })).toEqual(["Dana Bývalá"]);
    expect(await names(actor, { role: "nesmysl", strana: "-3", organizace: "x" })).toHaveLength(7);
  });

  it("is cut into pages, and a page too far is the last one", async () => {
    const { actor } = await administrator();
    await Promise.all(Array.from({ length: 26 }, () => makeAccount({ password: null, roles: ["trainer"] })));
    const first = await listAccounts(actor, filter(), context);
    expect([first.rows.length, first.total, first.pages]).toEqual([25, 27, 2]);
    const last = await listAccounts(actor, filter({ strana: "9" }), context);
    expect([last.rows.length, last.page]).toEqual([2, 2]);
  });
});

describe("a person's page", () => {
  it("is not there for those who may not see the person", async () => {
    const { accountId } = await makeAccount({ roles: [{ role: "mentor", regionCode: "CZ041" }] });
    const officer = await makeAccount({ roles: ["probation_officer"] });
    const { actor } = await coordinator("CZ042");
    expect((await refusalOf(readAccount(actor, accountId, context))).code).toBe("notFound");
    expect((await refusalOf(readAccount((await analyst()).actor, officer.accountId, context))).code).toBe(
      "notFound",
    );
    expect((await readAccount((await analyst()).actor, accountId, context)).email).toBeNull();
  });

  it("tells who gave and ended roles", async () => {
    const admin = await administrator();
    const person = await makeAccount({ roles: ["mentor"] });
    await addRole(
      admin.actor,
      { accountId: person.accountId, role: "trainer", regionCode: "CZ042" },
      context,
    );
    const before = await readAccount(admin.actor, person.accountId, context);
    const trainer = before.roles.find(({ role }) => role === "trainer")!;
    expect(trainer).toMatchObject({ grantedBy: "Anna Správcová", mayEnd: true, endedAt: null });
    await endHeldRole(admin.actor, { accountId: person.accountId, assignmentId: trainer.id }, context);
    const after = await readAccount(admin.actor, person.accountId, context);
    expect(after.roles.find(({ id }) => id === trainer.id)).toMatchObject({
      endedBy: "Anna Správcová",
      endedAt: context.now,
      mayEnd: false,
    });
  });
});

describe("changing roles", () => {
  it("ends the person's sessions and tells them", async () => {
    const admin = await administrator();
    const person = await makeAccount({ roles: ["trainee"] });
    const first = await sessionOf(person);
    await addRole(
      admin.actor,
      { accountId: person.accountId, role: "trainer", regionCode: "CZ042" },
      context,
    );
    expect(await isAlive(first)).toBe(false);
    expect((await queuedLetters(person.email)).map(({ kind }) => kind)).toEqual(["people.roleAdded"]);
    const second = await sessionOf(person);
    const [held] = await db().roleAssignment.findMany({
      where: { accountId: person.accountId, role: "trainer" },
    });
    await endHeldRole(admin.actor, { accountId: person.accountId, assignmentId: held!.id }, context);
    expect(await isAlive(second)).toBe(false);
  });

  it("is not for one's own", async () => {
    const admin = await administrator();
    const own = { accountId: admin.accountId, role: "coordinator" as const, regionCode: null };
    expect((await refusalOf(addRole(admin.actor, own, context))).code).toBe("forbidden");
    const [held] = await db().roleAssignment.findMany({ where: { accountId: admin.accountId } });
    const end = endHeldRole(admin.actor, { accountId: admin.accountId, assignmentId: held!.id }, context);
    expect((await refusalOf(end)).code).toBe("forbidden");
  });

  it("stays in the coordinator's region and table", async () => {
    const { actor } = await coordinator();
    const here = await makeAccount({ roles: ["mentor", "adviser"] });
    const away = await makeAccount({ roles: [{ role: "mentor", regionCode: "CZ041" }] });
    const add = (accountId: string, role: "trainer" | "coordinator", regionCode: string | null) =>
      refusalOf(addRole(actor, { accountId, role, regionCode }, context));
    expect(await add(here.accountId, "coordinator", "CZ042")).toMatchObject({ field: "role" });
    expect(await add(here.accountId, "trainer", "CZ041")).toMatchObject({ field: "regionCode" });
    expect(await add(here.accountId, "trainer", null)).toMatchObject({ field: "regionCode" });
    expect(await add(away.accountId, "trainer", "CZ042")).toMatchObject({ code: "notFound" });
    const adviser = await db().roleAssignment.findFirstOrThrow({
      where: { accountId: here.accountId, role: "adviser" },
    });
    const end = endHeldRole(actor, { accountId: here.accountId, assignmentId: adviser.id }, context);
    expect((await refusalOf(end)).code).toBe("forbidden");
  });

  it("gives the same role once, however often it is asked for", async () => {
    const admin = await administrator();
    const { accountId } = await makeAccount({ roles: ["trainee"] });
    const add = () => addRole(admin.actor, { accountId, role: "trainer", regionCode: "CZ042" }, context);
    const outcomes = await Promise.allSettled([add(), add(), add()]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await currentRoles(accountId)).filter((role) => role === "trainer")).toHaveLength(1);
  });

  it("of a role that has ended is a conflict", async () => {
    const admin = await administrator();
    const { accountId } = await makeAccount({ roles: [{ role: "trainer", endedAt: context.now }, "mentor"] });
    const ended = await db().roleAssignment.findFirstOrThrow({ where: { accountId, role: "trainer" } });
    expect(
      (await refusalOf(endHeldRole(admin.actor, { accountId, assignmentId: ended.id }, context))).code,
    ).toBe("conflict");
  });
});

describe("disabling an account", () => {
  it("signs its owner out and keeps them out until it is enabled", async () => {
    const admin = await administrator();
    const person = await makeAccount({ roles: ["trainee"] });
    const session = await sessionOf(person);
    await disableAccount(admin.actor, { accountId: person.accountId, version: 1 }, context);
    expect(await isAlive(session)).toBe(false);
    expect((await refusalOf(sessionOf(person))).code).toBe("wrongCredentials");
    await enableAccount(admin.actor, { accountId: person.accountId, version: 2 }, context);
    await sessionOf(person);
    expect(await currentRoles(person.accountId)).toEqual(["trainee"]);
  });

  it("from a stale page is refused", async () => {
    const admin = await administrator();
    const { accountId } = await makeAccount({ roles: ["trainee"] });
    await disableAccount(admin.actor, { accountId, version: 1 }, context);
    expect((await refusalOf(disableAccount(admin.actor, { accountId, version: 1 }, context))).code).toBe(
      "stale",
    );
    expect((await refusalOf(enableAccount(admin.actor, { accountId, version: 1 }, context))).code).toBe(
      "stale",
    );
  });

  it("never leaves the portal without an administrator, even when two remove each other", async () => {
    const [one, two] = [await administrator(), await administrator()];
    await makeAccount({ roles: [{ role: "administrator", regionCode: null }], password: null });
    const outcomes = await Promise.allSettled([
      disableAccount(one.actor, { accountId: two.accountId, version: 1 }, context),
      disableAccount(two.actor, { accountId: one.accountId, version: 1 }, context),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const left = await db().account.findFirstOrThrow({
      where: { id: { in: [one.accountId, two.accountId] }, disabledAt: null },
    });
    const [actor, accountId] =
      left.id === one.accountId ? [two.actor, one.accountId] : [one.actor, two.accountId];
    const held = await db().roleAssignment.findFirstOrThrow({ where: { accountId } });
    expect(await refusalOf(endHeldRole(actor, { accountId, assignmentId: held.id }, context))).toMatchObject({
      reason: "people:refusal.lastAdministrator",
    });
    expect(
      (await refusalOf(disableAccount(actor, { accountId: actor.accountId, version: 2 }, context))).code,
    ).toBe("forbidden");
  });
});

describe("resetting somebody's second factor", () => {
  it("forgets it, signs them out and tells them", async () => {
    const admin = await administrator();
    const person = await makeAccount({ roles: ["mentor"] });
    const session = await sessionOf(person);
    await resetSecondFactor(admin.actor, person.accountId, context);
    expect(await isAlive(session)).toBe(false);
    const again = await signIn({ email: person.email, password: testPassword }, makeVisitor());
    expect(again.secondFactor).toBe("setup");
    expect((await queuedLetters(person.email)).map(({ kind }) => kind)).toEqual(["people.secondFactorReset"]);
    expect((await refusalOf(resetSecondFactor(admin.actor, person.accountId, context))).code).toBe(
      "conflict",
    );
    expect((await refusalOf(resetSecondFactor(admin.actor, admin.accountId, context))).code).toBe(
      "forbidden",
    );
    expect(
      await db().auditEvent.count({ where: { action: "second-factor.reset", actorId: admin.accountId } }),
    ).toBe(1);
  });
});

describe("the monitoring training", () => {
  it("is recorded for mentors and assistants in scope, once a day", async () => {
    const { actor } = await coordinator();
    const here = await makeAccount({ roles: ["mentor"] });
    const training = { accountId: here.accountId, passedOn: "2026-02-20" };
    await recordTraining(actor, training, context);
    await recordTraining(actor, training, context);
    expect(await db().monitoringTraining.count()).toBe(1);
    const shown = await readAccount(actor, here.accountId, context);
    expect(shown.trainings).toEqual([{ passedOn: "2026-02-20", recordedBy: actor.name, byTest: false }]);
  });

  it("is refused in the future, elsewhere and for others", async () => {
    const { actor } = await coordinator();
    const here = await makeAccount({ roles: ["mentor"] });
    const away = await makeAccount({ roles: [{ role: "mentor", regionCode: "CZ041" }] });
    const officer = await makeAccount({ roles: ["probation_officer"] });
    const record = (accountId: string, passedOn = "2026-02-20", by = actor) =>
      refusalOf(recordTraining(by, { accountId, passedOn }, context));
    expect(await record(here.accountId, "2026-03-03")).toMatchObject({ field: "passedOn" });
    expect(await record(away.accountId)).toMatchObject({ code: "notFound" });
    expect(await record(officer.accountId)).toMatchObject({ code: "notFound" });
    expect(await record(here.accountId, "2026-02-20", (await administrator()).actor)).toMatchObject({
      code: "forbidden",
    });
    await recordTraining(
      (await analyst()).actor,
      { accountId: away.accountId, passedOn: "2026-03-02" },
      context,
    );
  });
});

describe("one's own account", () => {
  it("changes name and language, and not from a stale page", async () => {
    const { actor, email } = await makeAccount({ name: "Jana Stará", roles: ["trainee"] });
    await updateOwnAccount(actor, { name: "Jana Nová", language: "en", version: 1 }, context);
    expect(await readOwnAccount(actor)).toMatchObject({
      name: "Jana Nová",
      language: "en",
      email,
      version: 2,
    });
    const stale = updateOwnAccount(actor, { name: "Jana Jiná", language: "cs", version: 1 }, context);
    expect((await refusalOf(stale)).code).toBe("stale");
  });

  it("ends one's sessions and nobody else's", async () => {
    const person = await makeAccount({ roles: ["trainee"] });
    const other = await makeAccount({ roles: ["trainee"] });
    const [here, there, strangers] = [
      await sessionOf(person),
      await sessionOf(person),
      await sessionOf(other),
    ];
    const foreign = endOwnSession(person.actor, { session: hashSessionId(strangers) }, context);
    expect((await refusalOf(foreign)).code).toBe("notFound");
    await endOwnSession(person.actor, { session: hashSessionId(there) }, context);
    expect(await Promise.all([here, there, strangers].map(isAlive))).toEqual([true, false, true]);
    await sessionOf(person);
    expect(await endOtherSessions(visitOf(person, here), context)).toBe(1);
    expect(await Promise.all([here, strangers].map(isAlive))).toEqual([true, true]);
  });
});

describe("what waits", () => {
  it("counts invitations nobody accepted and reporters without training, in scope", async () => {
    const { actor } = await coordinator();
    await makeAccount({ roles: ["trainer"], password: null });
    await makeAccount({ roles: [{ role: "trainer", regionCode: "CZ041" }], password: null });
    await makeAccount({ roles: ["mentor"] });
    await makeAccount({ roles: ["mentor"], monitoringTraining: true });
    const tasks = await waitingFor(actor, context.now);
    expect(tasks.map(({ id, values }) => [id, values?.count])).toEqual([
      ["expired-invitations", 1],
      ["untrained", 1],
      // Made with a second factor and without recovery codes.
      ["recovery-codes", undefined],
    ]);
    const { actor: trainee } = await makeAccount({ roles: ["trainee"] });
    expect(await waitingFor(trainee, context.now)).toEqual([]);
  });
});

describe("a session made for a test", () => {
  it("is a living one", async () => {
    const { accountId } = await makeAccount({ roles: ["mentor"] });
    const cookie = await signedInCookie(accountId, context);
    expect(await isAlive(cookie.split("=")[1]!)).toBe(true);
  });
});
