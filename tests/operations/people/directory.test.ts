import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import {
  accountsWithRole,
  addressesOf,
  addressOf,
  endRole,
  ensureOrganisation,
  giveRole,
  hasMonitoringTraining,
  holdsRole,
  monitoringTrainingOf,
  nameOf,
  namesOf,
  organisationOf,
  organisationsOf,
  organisationsOfKind,
} from "~/people/index.server";
import { peopleCleanUp } from "~/people/operations/clean-up.server";
import {
  createOrganisation,
  listOrganisations,
  readOrganisation,
  setOrganisationClosed,
  updateOrganisation,
} from "~/people/operations/manage-organisations.server";
import { organisationFilter } from "~/people/schema";
import { db, inTransaction } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeAccount, makeOrganisation, signedInCookie } from "../../support/factories/people";
import { isAlive, makeVisitor } from "../../support/factories/visitors";
import { refusalOf } from "../../support/refusals";

withTestDatabase();
beforeEach(resetDatabase);

const { now } = makeVisitor();
const day = 24 * 3_600_000;

describe("names and addresses", () => {
  it("are opened by id; unknown ids are absent", async () => {
    const one = await makeAccount({ name: "Růžena Tancošová", email: "ruzena@priklad.test", language: "en" });
    const invited = await makeAccount({ password: null });
    const disabled = await makeAccount({ disabledAt: now });
    const ids = [one.accountId, one.accountId, invited.accountId, disabled.accountId, randomUUID()];
    expect(await namesOf(ids)).toEqual(
      new Map([one, invited, disabled].map(({ accountId, name }) => [accountId, name])),
    );
    expect(await addressesOf(ids)).toEqual(
      new Map([
        [one.accountId, { accountId: one.accountId, address: one.email, name: one.name, language: "en" }],
      ]),
    );
    expect(await nameOf(one.accountId)).toBe(one.name);
    expect(await addressOf(disabled.accountId)).toBeNull();
    expect(await namesOf([])).toEqual(new Map());
  });

  it("are read inside a transaction through it", async () => {
    const { accountId, name } = await makeAccount();
    expect(await inTransaction((tx) => nameOf(accountId, tx))).toBe(name);
  });
});

describe("holders of a role", () => {
  it("are enabled, hold it now, and may hold it for the whole programme", async () => {
    const here = await makeAccount({ name: "B Místní", roles: [{ role: "mentor", regionCode: "CZ042" }] });
    const everywhere = await makeAccount({
      name: "A Celostátní",
      roles: [{ role: "mentor", regionCode: null }],
    });
    const away = await makeAccount({ roles: [{ role: "mentor", regionCode: "CZ041" }] });
    await makeAccount({ roles: ["mentor"], disabledAt: now });
    await makeAccount({ roles: [{ role: "mentor", endedAt: now }] });
    const holders = await accountsWithRole("mentor", { regionCode: "CZ042" });
    expect(holders.map(({ accountId }) => accountId)).toEqual([everywhere.accountId, here.accountId]);
    expect(await accountsWithRole(["mentor", "trainer"])).toHaveLength(3);
    expect(await holdsRole(away.accountId, "mentor")).toBe(true);
    expect(await holdsRole(away.accountId, "mentor", { regionCode: "CZ042" })).toBe(false);
  });
});

describe("giving a role from another domain", () => {
  it("ends sessions and changes nothing the second time", async () => {
    const { accountId } = await makeAccount({ roles: [{ role: "applicant", regionCode: null }] });
    const give = () =>
      inTransaction((tx) => giveRole(tx, { accountId, role: "trainee", regionCode: "CZ042", by: null, now }));
    const session = async () => (await signedInCookie(accountId, { now })).split("=")[1]!;
    const first = await session();
    expect(await give()).toBe(true);
    expect(await isAlive(first)).toBe(false);
    const second = await session();
    expect(await give()).toBe(false);
    expect(await isAlive(second)).toBe(true);
    const end = () => inTransaction((tx) => endRole(tx, { accountId, role: "applicant", by: null, now }));
    expect([await end(), await end()]).toEqual([1, 0]);
    expect(await isAlive(second)).toBe(false);
    expect(await holdsRole(accountId, "applicant")).toBe(false);
    const events = await db().auditEvent.findMany({ orderBy: { id: "asc" } });
    expect(events.map(({ action }) => action)).toEqual(["role.given", "role.ended"]);
  });

  it("is undone with its transaction", async () => {
    const { accountId } = await makeAccount();
    await expect(
      inTransaction(async (tx) => {
        await giveRole(tx, { accountId, role: "trainee", by: null, now });
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await holdsRole(accountId, "trainee")).toBe(false);
    expect(await db().auditEvent.count()).toBe(0);
  });
});

describe("the monitoring training of people", () => {
  it("is the first day of each", async () => {
    const one = await makeAccount({ monitoringTraining: "2026-02-01" });
    const none = await makeAccount();
    await db().monitoringTraining.create({
      data: {
        id: randomUUID(),
        accountId: one.accountId,
        passedOn: new Date("2025-05-05"),
        recordedAt: now,
        recordedById: none.accountId,
      },
    });
    expect(await monitoringTrainingOf([one.accountId, none.accountId])).toEqual(
      new Map([[one.accountId, "2025-05-05"]]),
    );
    expect([await hasMonitoringTraining(one.accountId), await hasMonitoringTraining(none.accountId)]).toEqual(
      [true, false],
    );
  });
});

describe("organisations", () => {
  it("are offered by kind and region; closed ones only when asked for", async () => {
    const decin = await makeOrganisation({ name: "PMS Děčín" });
    const closed = await makeOrganisation({ name: "PMS Bílina", closedAt: now });
    await makeOrganisation({ name: "PMS Cheb", regionCode: "CZ041" });
    await makeOrganisation({ name: "Magistrát", kind: "municipality" });
    const names = async (...args: Parameters<typeof organisationsOfKind>) =>
      (await organisationsOfKind(...args)).map(({ name }) => name);
    expect(await names("probation_centre", { regionCode: "CZ042" })).toEqual(["PMS Děčín"]);
    expect(await names("probation_centre", { includeClosed: true })).toEqual(
      ["PMS Bílina", "PMS Děčín", "PMS Cheb"].sort((a, b) => a.localeCompare(b, "cs")),
    );
    expect(await names(["probation_centre", "municipality"])).toEqual(
      ["Magistrát", "PMS Děčín", "PMS Cheb"].sort((a, b) => a.localeCompare(b, "cs")),
    );
    expect(await organisationOf(closed.id)).toMatchObject({ name: "PMS Bílina", closed: true });
    expect(await organisationOf(randomUUID())).toBeNull();
    expect([...(await organisationsOf([decin.id, closed.id])).keys()].sort()).toEqual(
      [decin.id, closed.id].sort(),
    );
  });

  it("are made once by imports that run at the same time", async () => {
    const make = () =>
      inTransaction((tx) =>
        ensureOrganisation(tx, { kind: "probation_centre", name: "PMS Most", by: null, now }),
      );
    const ids = await Promise.all([make(), make(), make()]);
    expect(new Set(ids).size).toBe(1);
    expect(await db().organisation.count()).toBe(1);
  });

  it("are added, changed, closed and opened by their versions", async () => {
    const { actor } = await makeAccount({ roles: [{ role: "administrator", regionCode: null }] });
    const id = randomUUID();
    const fields = { name: "PMS Teplice", town: "Teplice", regionCode: "CZ042" };
    const create = { id, kind: "probation_centre" as const, ...fields };
    expect(await createOrganisation(actor, create, { now })).toBe(id);
    expect(await createOrganisation(actor, create, { now })).toBe(id);
    const twin = createOrganisation(actor, { ...create, id: randomUUID() }, { now });
    expect(await refusalOf(twin)).toMatchObject({ field: "name", reason: "people:refusal.sameName" });
    await updateOrganisation(actor, { id, version: 1, ...fields, name: "PMS Duchcov" }, { now });
    expect((await refusalOf(updateOrganisation(actor, { id, version: 1, ...fields }, { now }))).code).toBe(
      "stale",
    );
    await setOrganisationClosed(actor, { id, version: 2, closed: true }, { now });
    expect(await listOrganisations(organisationFilter.parse({}))).toEqual([]);
    expect(await listOrganisations(organisationFilter.parse({ uzavrene: "on", q: "duch" }))).toMatchObject([
      { name: "PMS Duchcov", closedAt: now },
    ]);
    await setOrganisationClosed(actor, { id, version: 3, closed: false }, { now });
    expect(
      (await refusalOf(setOrganisationClosed(actor, { id, version: 4, closed: false }, { now }))).code,
    ).toBe("stale");
    const events = await db().auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
    expect(events.map(({ action }) => action)).toEqual([
      "organisation.created",
      "organisation.updated",
      "organisation.closed",
      "organisation.reopened",
    ]);
  });

  it("show their people to those who may see them", async () => {
    const centre = await makeOrganisation({ kind: "provider", regionCode: null });
    const place = { organisationId: centre.id };
    await makeAccount({
      name: "Eva Ústecká",
      roles: [
        { role: "mentor", regionCode: "CZ042", ...place },
        { role: "trainer", regionCode: "CZ042", ...place },
      ],
    });
    await makeAccount({
      name: "Jan Karlovarský",
      roles: [{ role: "mentor", regionCode: "CZ041", ...place }],
    });
    const coordinator = await makeAccount({ roles: [{ role: "coordinator", regionCode: "CZ042" }] });
    const administrator = await makeAccount({ roles: [{ role: "administrator", regionCode: null }] });
    const seen = await readOrganisation(coordinator.actor, centre.id);
    expect(seen.people.map(({ name, roles }) => [name, roles.length])).toEqual([["Eva Ústecká", 2]]);
    expect((await readOrganisation(administrator.actor, centre.id)).people).toHaveLength(2);
    expect((await refusalOf(readOrganisation(administrator.actor, randomUUID()))).code).toBe("notFound");
  });
});

describe("the clean-up", () => {
  it("removes what has expired and keeps what still matters", async () => {
    const { accountId } = await makeAccount({ roles: ["trainee"] });
    await signedInCookie(accountId, { now });
    await signedInCookie(accountId, { now: new Date(now.getTime() - 15 * day) });
    await db().rateLimit.createMany({
      data: [
        { key: "old", points: 10, expiresAt: new Date(now.getTime() - 2 * day) },
        { key: "remembered", points: 10, expiresAt: new Date(now.getTime() - day + 1) },
      ],
    });
    const token = { kind: "invitation" as const, accountId, createdAt: now };
    await db().accountToken.createMany({
      data: [
        { tokenHash: "old", expiresAt: new Date(now.getTime() - 31 * day), ...token },
        { tokenHash: "shown", expiresAt: new Date(now.getTime() - day), ...token },
      ],
    });
    const removed = await Promise.all(peopleCleanUp.map((task) => task.run({ now })));
    expect(removed).toEqual([1, 1, 1]);
    expect((await db().rateLimit.findMany()).map(({ key }) => key)).toEqual(["remembered"]);
    expect((await db().accountToken.findMany()).map(({ tokenHash }) => tokenHash)).toEqual(["shown"]);
  });
});
