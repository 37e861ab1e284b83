import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { attestConditions } from "~/course/operations/attest-conditions.server";
import { rejectApplication } from "~/course/operations/decide-application.server";
import { eraseExpiredConditions } from "~/course/operations/erase-conditions.server";
import { listApplications } from "~/course/operations/list-applications.server";
import { ownApplication, withdrawApplication } from "~/course/operations/own-application.server";
import { readApplication } from "~/course/operations/read-application.server";
import { submitApplication } from "~/course/operations/submit-application.server";
import type { ApplicationForm } from "~/course/schema";
import { unseal } from "~/platform/crypto/index.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { courseNow, makeApplication } from "../../support/factories/course";
import { makeAccount } from "../../support/factories/people";

withTestDatabase();
beforeEach(resetDatabase);

const context = { now: courseNow };
const form = (overrides: Partial<ApplicationForm> = {}): ApplicationForm => ({
  id: randomUUID(),
  birthDate: "1990-05-03",
  birthPlace: "Most",
  town: "Děčín",
  region: "CZ042",
  phone: "777 123 456",
  motivation: "Chci pomáhat lidem v našem městě.",
  consent: "on",
  ...overrides,
});
const newApplicant = async () =>
  (await makeAccount({ roles: [{ role: "applicant", regionCode: null }] })).actor;
const coordinator = async (regionCode: string | null = "CZ042") =>
  (await makeAccount({ roles: [{ role: "coordinator", regionCode }] })).actor;
const everything = { state: "all", page: 1 } as const;

describe("applying", () => {
  it("keeps the application sealed and tells the person where it stands", async () => {
    const actor = await newApplicant();
    const input = form();
    expect(await submitApplication(actor, input, context)).toEqual({ kind: "submitted", id: input.id });
    const row = await db().application.findUniqueOrThrow({ where: { id: input.id } });
    expect(JSON.stringify(row)).not.toMatch(/1990|777|pomáhat|"Most"/);
    expect(await ownApplication(actor)).toMatchObject({
      state: "submitted",
      birthDate: "1990-05-03",
      phone: "777 123 456",
      town: "Děčín",
      reason: null,
      ahead: null,
    });
    const events = await db().auditEvent.findMany({ where: { subjectId: input.id } });
    expect(events.map(({ action, details }) => [action, details])).toEqual([["application.submit", {}]]);
  });

  it("stores nothing of somebody under 18 and says when to come", async () => {
    const actor = await newApplicant();
    const birthDate = "2008-06-13";
    expect(await submitApplication(actor, form({ birthDate }), context)).toEqual({
      kind: "tooYoung",
      mayApplyOn: "2026-06-13",
    });
    expect(await db().application.count()).toBe(0);
    expect(await db().auditEvent.count()).toBe(0);
    const today = form({ birthDate: "2008-06-12" });
    expect((await submitApplication(actor, today, context)).kind).toBe("submitted");
  });

  it.each(["2030-01-01", "1890-01-01"])("refuses the birth date %s", async (birthDate) => {
    await expect(submitApplication(await newApplicant(), form({ birthDate }), context)).rejects.toMatchObject(
      {
        code: "invalid",
        field: "birthDate",
      },
    );
  });

  it("has one effect when the same form is sent twice, also at the same time", async () => {
    const actor = await newApplicant();
    const input = form();
    await Promise.all([submitApplication(actor, input, context), submitApplication(actor, input, context)]);
    await submitApplication(actor, input, context);
    expect(await db().application.count()).toBe(1);
  });

  it("allows one open application per person, also when two arrive at the same time", async () => {
    const actor = await newApplicant();
    const outcomes = await Promise.allSettled([
      submitApplication(actor, form(), context),
      submitApplication(actor, form(), context),
      submitApplication(actor, form(), context),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().application.count()).toBe(1);
    await expect(submitApplication(actor, form(), context)).rejects.toMatchObject({
      code: "conflict",
      reason: "course:refusal.applicationOpen",
    });
  });

  it("does not take over somebody else's id", async () => {
    const { id } = await makeApplication();
    await expect(submitApplication(await newApplicant(), form({ id }), context)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("can be taken back; the recorded conditions go with it, and a new one can follow", async () => {
    const { id, version, applicant } = await makeApplication();
    await withdrawApplication(applicant.actor, { id, version }, context);
    expect(await ownApplication(applicant.actor)).toMatchObject({ state: "withdrawn" });
    expect(await db().entryCondition.count()).toBe(0);
    await withdrawApplication(applicant.actor, { id, version }, context);
    expect((await submitApplication(applicant.actor, form(), context)).kind).toBe("submitted");
  });

  it("of somebody else cannot be taken back", async () => {
    const { id, version } = await makeApplication();
    await expect(withdrawApplication(await newApplicant(), { id, version }, context)).rejects.toMatchObject({
      code: "notFound",
    });
  });
});

describe("recording entry conditions", () => {
  it("keeps met or not met, who says so and until when, and says nothing of it in the audit", async () => {
    const actor = await coordinator();
    const { id, version } = await makeApplication({ conditions: "missing" });
    await attestConditions(actor, { id, version, criminalRecord: true, romaMinority: false }, context);
    const rows = await db().entryCondition.findMany({ orderBy: { kind: "asc" } });
    expect(rows.map(({ kind, met }) => [kind, met])).toEqual([
      ["age", true],
      ["criminal_record", true],
      ["roma_minority", false],
    ]);
    expect(rows[0]).toMatchObject({
      attestedById: actor.accountId,
      deleteOn: new Date("2026-12-12T00:00:00Z"),
    });
    const events = await db().auditEvent.findMany({ where: { action: "application.attest" } });
    expect(events.map(({ details }) => details)).toEqual([{}]);
    expect((await readApplication(actor, id, context)).conditionsState).toBe("notMet");
  });

  it("computes the age on the day of the application", async () => {
    const actor = await coordinator();
    const young = await makeApplication({ birthDate: "2008-06-20", conditions: "missing" });
    const input = { id: young.id, version: 1, criminalRecord: true, romaMinority: true };
    await attestConditions(actor, input, context);
    const age = await db().entryCondition.findFirstOrThrow({ where: { kind: "age" } });
    expect(age.met).toBe(false);
  });

  it("refuses a stale page, a decided application and a foreign region", async () => {
    const actor = await coordinator();
    const open = await makeApplication({ conditions: "missing" });
    const input = { id: open.id, version: open.version, criminalRecord: true, romaMinority: true };
    await attestConditions(actor, input, context);
    await expect(attestConditions(actor, input, context)).rejects.toMatchObject({ code: "stale" });
    const decided = await makeApplication({ state: "rejected" });
    await expect(attestConditions(actor, { ...input, id: decided.id }, context)).rejects.toMatchObject({
      code: "conflict",
    });
    const elsewhere = await coordinator("CZ010");
    await expect(attestConditions(elsewhere, { ...input, version: 2 }, context)).rejects.toMatchObject({
      code: "notFound",
    });
  });

  it("is undone by the day that stands beside it", async () => {
    await makeApplication();
    expect(await eraseExpiredConditions(new Date("2026-12-11T12:00:00Z"))).toBe(0);
    expect(await eraseExpiredConditions(new Date("2026-12-12T12:00:00Z"))).toBe(3);
    expect(await db().entryCondition.count()).toBe(0);
    expect(await db().application.count()).toBe(1);
  });
});

describe("refusing an application", () => {
  it("keeps the reason sealed, tells it the applicant and writes a letter without it", async () => {
    const actor = await coordinator();
    const { id, version, applicant } = await makeApplication();
    await rejectApplication(actor, { id, version, reason: "Termíny se nehodí k vaší práci." }, context);
    expect(await ownApplication(applicant.actor)).toMatchObject({
      state: "rejected",
      reason: "Termíny se nehodí k vaší práci.",
    });
    const row = await db().application.findUniqueOrThrow({ where: { id } });
    expect(row.decisionReasonSealed).not.toContain("Termíny");
    const [letter] = await db().mail.findMany();
    const text = unseal(letter!.textSealed!, { table: "mails", column: "textSealed", row: letter!.id });
    expect(text).toContain("/kurz/prihlaska");
    expect(text).not.toContain("Termíny");
    await expect(
      rejectApplication(actor, { id, version: 2, reason: "Ještě jednou." }, context),
    ).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("the list of applications", () => {
  it("shows a coordinator the own region and the whole programme everything", async () => {
    const here = await makeApplication({ account: { name: "Zdejší Uchazeč" } });
    const there = await makeApplication({ regionCode: "CZ010" });
    const nowhere = await makeApplication({ regionCode: null });
    const regional = await listApplications(await coordinator(), everything);
    expect(regional.items.map(({ id, name }) => [id, name])).toEqual([[here.id, "Zdejší Uchazeč"]]);
    expect(regional.total).toBe(1);
    const all = await listApplications(await coordinator(null), everything);
    expect(all.items.map(({ id }) => id).sort()).toEqual([here.id, there.id, nowhere.id].sort());
    const applicant = await listApplications(here.applicant.actor, everything);
    expect(applicant.items).toEqual([]);
  });

  it("says nothing about conditions, birth or reasons", async () => {
    await makeApplication();
    const { items } = await listApplications(await coordinator(), everything);
    expect(Object.keys(items[0]!).sort()).toEqual(
      ["id", "name", "regionCode", "runName", "state", "submittedAt", "town", "waitingPosition"].sort(),
    );
  });

  it("narrows by state and counts pages", async () => {
    for (let index = 0; index < 3; index += 1) await makeApplication();
    await makeApplication({ state: "rejected" });
    const actor = await coordinator();
    expect((await listApplications(actor, { state: "open", page: 1 })).total).toBe(3);
    expect((await listApplications(actor, { state: "rejected", page: 1 })).total).toBe(1);
    expect(await listApplications(actor, { state: "all", page: 2 })).toMatchObject({
      items: [],
      total: 4,
      pages: 1,
    });
  });

  it("opens an application only within the region, and the reading is an event", async () => {
    const { id } = await makeApplication();
    const actor = await coordinator();
    expect(await readApplication(actor, id, context)).toMatchObject({ age: 36, phone: "777 123 456" });
    expect(await db().auditEvent.count({ where: { action: "application.read", subjectId: id } })).toBe(1);
    await expect(readApplication(await coordinator("CZ010"), id, context)).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(readApplication(actor, "nesmysl", context)).rejects.toMatchObject({ code: "notFound" });
    expect(await db().auditEvent.count({ where: { action: "application.read" } })).toBe(1);
  });
});
