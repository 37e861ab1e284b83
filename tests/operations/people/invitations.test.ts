import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { mayGrant } from "~/access/index.server";
import { acceptInvitation, readInvitation } from "~/people/operations/accept-invitation.server";
import { inviteAdministrator } from "~/people/operations/invite-administrator.server";
import { invitePerson, type InvitePersonInput } from "~/people/operations/invite-person.server";
import { resendInvitation, revokeInvitation } from "~/people/operations/manage-invitation.server";
import { signIn } from "~/people/operations/sign-in.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeAccount, makeOrganisation, testPassword } from "../../support/factories/people";
import { isAlive, makeVisitor } from "../../support/factories/visitors";
import { lastToken, queuedLetters } from "../../support/letters";
import { refusalOf } from "../../support/refusals";

withTestDatabase();
beforeEach(resetDatabase);

const context = { now: makeVisitor().now };
const day = 24 * 3_600_000;
const later = (ms: number) => makeVisitor({ now: new Date(context.now.getTime() + ms) });
const email = "milan@priklad.test";
const password = "pět oranžových lodí";

const input = (overrides: Partial<InvitePersonInput> = {}): InvitePersonInput => ({
  id: randomUUID(),
  email,
  name: "Milan Kandráč",
  language: "cs",
  roles: ["mentor"],
  regionCode: "CZ042",
  ...overrides,
});

const coordinator = async (regionCode: string | null = "CZ042") =>
  (await makeAccount({ name: "Monika Koordinátorová", roles: [{ role: "coordinator", regionCode }] })).actor;
const administrator = async () =>
  (await makeAccount({ roles: [{ role: "administrator", regionCode: null }] })).actor;
const rolesOf = async (accountId: string) =>
  (await db().roleAssignment.findMany({ where: { accountId, endedAt: null } }))
    .map(({ role }) => role)
    .sort();

describe("an invitation", () => {
  it("makes an account that its link opens", async () => {
    const actor = await coordinator();
    const { id, ...rest } = input();
    await invitePerson(actor, { id, ...rest }, context);
    const [letter] = await queuedLetters(email);
    expect(letter?.text).toContain("Monika Koordinátorová");
    const token = await lastToken(email);
    expect(await readInvitation(token, context)).toEqual({ name: "Milan Kandráč", email, roles: ["mentor"] });
    const { sessionId, secondFactor } = await acceptInvitation({ token, password }, makeVisitor());
    expect([await isAlive(sessionId), secondFactor]).toEqual([true, "setup"]);
    await signIn({ email, password }, makeVisitor());
    const [role] = await db().roleAssignment.findMany({ where: { accountId: id } });
    expect(role).toMatchObject({ role: "mentor", regionCode: "CZ042", grantedById: actor.accountId });
  });

  it("is good for seven days and not used up by looking", async () => {
    await invitePerson(await coordinator(), input(), context);
    const token = await lastToken(email);
    await readInvitation(token, context);
    expect(await readInvitation(token, later(7 * day))).toBeNull();
    expect((await refusalOf(acceptInvitation({ token, password }, later(7 * day)))).code).toBe("gone");
    await acceptInvitation({ token, password }, later(7 * day - 1));
  });

  it("is accepted by one of several who try at once", async () => {
    await invitePerson(await coordinator(), input(), context);
    const token = await lastToken(email);
    const passwords = ["první heslo vyhrává", "druhé heslo prohrává", "třetí heslo prohrává"];
    const outcomes = await Promise.allSettled(
      passwords.map((one) => acceptInvitation({ token, password: one }, makeVisitor())),
    );
    const won = outcomes.findIndex(({ status }) => status === "fulfilled");
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await signIn({ email, password: passwords[won]! }, makeVisitor());
    expect((await refusalOf(acceptInvitation({ token, password }, makeVisitor()))).code).toBe("gone");
  });

  it("sent twice by the same form has one effect", async () => {
    const actor = await coordinator();
    const once = input();
    await Promise.all([invitePerson(actor, once, context), invitePerson(actor, once, context)]);
    await invitePerson(actor, once, context);
    expect(await queuedLetters(email)).toHaveLength(1);
    expect(await db().roleAssignment.count({ where: { accountId: once.id } })).toBe(1);
  });

  it("refuses an easy password and stays good", async () => {
    await invitePerson(await coordinator(), input(), context);
    const token = await lastToken(email);
    const easy = acceptInvitation({ token, password: "MilanKandrac1" }, makeVisitor());
    expect(await refusalOf(easy)).toMatchObject({ field: "password", reason: "people:password.personal" });
    await acceptInvitation({ token, password }, makeVisitor());
  });
});

describe("who may invite to what", () => {
  it.each([
    ["a coordinator to administer", { roles: ["administrator"], regionCode: "CZ042" }, "roles"],
    ["a coordinator to coordinate", { roles: ["coordinator"], regionCode: "CZ042" }, "roles"],
    [
      "a coordinator together with something allowed",
      { roles: ["mentor", "incident_analyst"], regionCode: "CZ042" },
      "roles",
    ],
    ["a coordinator to another region", { roles: ["mentor"], regionCode: "CZ041" }, "regionCode"],
    [
      "a coordinator of a region to the whole programme",
      { roles: ["mentor"], regionCode: null },
      "regionCode",
    ],
    [
      "an assistant without a town hall",
      { roles: ["crime_prevention_assistant"], regionCode: "CZ042" },
      "organisationId",
    ],
    [
      "into an organisation that is not there",
      { roles: ["mentor"], organisationId: randomUUID() },
      "organisationId",
    ],
  ] as const)("not %s", async (_case, overrides, field) => {
    const actor = await coordinator();
    const wanted = input({ ...overrides, roles: [...overrides.roles] });
    expect(await refusalOf(invitePerson(actor, wanted, context))).toMatchObject({ code: "invalid", field });
    expect(await db().account.count()).toBe(1);
    expect(await queuedLetters()).toHaveLength(0);
  });

  it("not into an organisation of another region or a closed one", async () => {
    const actor = await administrator();
    const elsewhere = await makeOrganisation({ kind: "municipality", regionCode: "CZ041" });
    const closed = await makeOrganisation({ kind: "municipality", closedAt: context.now });
    for (const { id } of [elsewhere, closed]) {
      const wanted = input({ roles: ["crime_prevention_assistant"], organisationId: id });
      expect(await refusalOf(invitePerson(actor, wanted, context))).toMatchObject({
        field: "organisationId",
      });
    }
  });

  it("the administrator to everything in the table, in its place", async () => {
    const actor = await administrator();
    const centre = await makeOrganisation();
    await invitePerson(actor, input({ roles: ["probation_officer"], organisationId: centre.id }), context);
    await invitePerson(
      actor,
      input({ email: "dalsi@priklad.test", roles: ["administrator"], regionCode: null }),
      context,
    );
    expect(await db().roleAssignment.count({ where: { grantedById: actor.accountId } })).toBe(2);
    expect(mayGrant(actor, { role: "applicant", regionCode: null })).toBe(false);
  });

  it("nobody invites themselves", async () => {
    const made = await makeAccount({ roles: [{ role: "administrator", regionCode: null }] });
    const wanted = input({ email: made.email, roles: ["coordinator"] });
    expect(await refusalOf(invitePerson(made.actor, wanted, context))).toMatchObject({
      field: "email",
      reason: "people:refusal.ownRoles",
    });
    expect(await rolesOf(made.accountId)).toEqual(["administrator"]);
  });

  it("a hundred people a day", async () => {
    const actor = await coordinator();
    await invitePerson(actor, input(), context);
    await db().rateLimit.updateMany({ where: { key: { startsWith: "invite:" } }, data: { points: 100 } });
    expect((await refusalOf(invitePerson(actor, input({ email: "jiny@priklad.test" }), context))).code).toBe(
      "tooManyRequests",
    );
  });
});

describe("inviting somebody who has an account", () => {
  it("adds the role, ends their sessions and writes to them; the password stays", async () => {
    const known = await makeAccount({ email, roles: ["trainee"] });
    const { sessionId } = await signIn({ email, password: testPassword }, makeVisitor());
    await invitePerson(await coordinator(), input({ name: "Někdo Jiný" }), context);
    expect(await rolesOf(known.accountId)).toEqual(["mentor", "trainee"]);
    expect(await isAlive(sessionId)).toBe(false);
    expect((await queuedLetters(email)).map(({ kind }) => kind)).toEqual(["people.roleAdded"]);
    expect(await db().accountToken.count()).toBe(0);
    await signIn({ email, password: testPassword }, makeVisitor());
  });

  it("takes over a registration nobody confirmed: the link sets a new password", async () => {
    await makeAccount({ email, roles: ["applicant"], emailConfirmedAt: null });
    await invitePerson(await coordinator(), input(), context);
    await acceptInvitation({ token: await lastToken(email), password }, makeVisitor());
    await signIn({ email, password }, makeVisitor());
    expect(await refusalOf(signIn({ email, password: testPassword }, makeVisitor()))).toMatchObject({
      code: "wrongCredentials",
    });
  });

  it("does nothing for a disabled account", async () => {
    const { accountId } = await makeAccount({ email, roles: [], disabledAt: context.now });
    expect(await refusalOf(invitePerson(await coordinator(), input(), context))).toMatchObject({
      field: "email",
    });
    expect(await rolesOf(accountId)).toEqual([]);
  });

  it("written by two at once makes one account with both roles", async () => {
    const [one, two] = [await coordinator(), await administrator()];
    await Promise.all([
      invitePerson(one, input(), context),
      invitePerson(two, input({ roles: ["trainer"] }), context),
    ]);
    const accounts = await db().account.findMany({
      where: { roles: { some: { grantedById: { not: null } } } },
    });
    expect(accounts).toHaveLength(1);
    expect(await rolesOf(accounts[0]!.id)).toEqual(["mentor", "trainer"]);
  });
});

describe("an invitation that waits", () => {
  it("sent again makes the older link stop", async () => {
    const actor = await coordinator();
    const { id, ...rest } = input();
    await invitePerson(actor, { id, ...rest }, context);
    const first = await lastToken(email);
    await resendInvitation(actor, id, later(8 * day));
    const second = await lastToken(email);
    expect(await readInvitation(first, context)).toBeNull();
    await acceptInvitation({ token: second, password }, later(14 * day));
  });

  it("taken back opens nothing and leaves no role", async () => {
    const actor = await coordinator();
    const { id, ...rest } = input();
    await invitePerson(actor, { id, ...rest }, context);
    const token = await lastToken(email);
    await revokeInvitation(actor, id, context);
    expect((await refusalOf(acceptInvitation({ token, password }, makeVisitor()))).code).toBe("gone");
    expect(await rolesOf(id)).toEqual([]);
    expect(await db().auditEvent.count({ where: { action: "account.invitation-revoked" } })).toBe(1);
  });

  it("is out of reach for a coordinator of another region, and for roles not theirs to give", async () => {
    const admin = await administrator();
    const mentor = input();
    const adviser = input({ email: "poradce@priklad.test", roles: ["adviser"] });
    await invitePerson(admin, mentor, context);
    await invitePerson(admin, adviser, context);
    const stranger = await coordinator("CZ041");
    expect((await refusalOf(resendInvitation(stranger, mentor.id, context))).code).toBe("notFound");
    expect((await refusalOf(revokeInvitation(stranger, mentor.id, context))).code).toBe("notFound");
    const local = await coordinator();
    expect((await refusalOf(revokeInvitation(local, adviser.id, context))).code).toBe("forbidden");
    await resendInvitation(local, mentor.id, context);
  });

  it("cannot be sent to somebody who has come", async () => {
    const actor = await coordinator();
    const { accountId } = await makeAccount({ roles: ["mentor"] });
    expect((await refusalOf(resendInvitation(actor, accountId, context))).code).toBe("conflict");
    expect((await refusalOf(revokeInvitation(actor, accountId, context))).code).toBe("conflict");
  });

  it("is sent again at most five times an hour", async () => {
    const actor = await coordinator();
    const { id, ...rest } = input();
    await invitePerson(actor, { id, ...rest }, context);
    for (let attempt = 0; attempt < 5; attempt += 1) await resendInvitation(actor, id, context);
    expect((await refusalOf(resendInvitation(actor, id, context))).code).toBe("tooManyRequests");
  });
});

describe("the operator's invitation of an administrator", () => {
  it("opens an empty portal", async () => {
    const { kind, link } = await inviteAdministrator({ email, name: "Anna Správcová" }, context);
    expect(kind).toBe("invited");
    const token = new URL(link!).pathname.split("/").at(-1)!;
    expect(token).toBe(await lastToken(email));
    const { secondFactor } = await acceptInvitation({ token, password }, makeVisitor());
    expect(secondFactor).toBe("setup");
  });

  it("given again sends a new link, and to an administrator none", async () => {
    await inviteAdministrator({ email }, context);
    const first = await lastToken(email);
    await inviteAdministrator({ email, name: "Anna Správcová" }, context);
    expect(await readInvitation(first, context)).toBeNull();
    const token = await lastToken(email);
    expect(await readInvitation(token, context)).toMatchObject({ name: "Anna Správcová" });
    await acceptInvitation({ token, password }, makeVisitor());
    expect(await inviteAdministrator({ email }, context)).toEqual({
      kind: "alreadyAdministrator",
      link: null,
    });
    expect(await db().account.count()).toBe(1);
  });

  it("makes an administrator of somebody with an account", async () => {
    const { accountId } = await makeAccount({ email, roles: ["trainee"] });
    expect(await inviteAdministrator({ email }, context)).toMatchObject({ kind: "roleAdded" });
    expect(await rolesOf(accountId)).toEqual(["administrator", "trainee"]);
  });

  it("does not open a disabled account", async () => {
    await makeAccount({ email, roles: ["administrator"], disabledAt: context.now });
    expect((await refusalOf(inviteAdministrator({ email }, context))).code).toBe("conflict");
  });
});
