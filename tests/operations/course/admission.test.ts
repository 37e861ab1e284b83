import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { admitApplicant } from "~/course/operations/admit-applicant.server";
import { endEnrolment } from "~/course/operations/change-run.server";
import { putOnWaitingList } from "~/course/operations/decide-application.server";
import { birthOf } from "~/course/operations/enrolments.server";
import { ownApplication } from "~/course/operations/own-application.server";
import { unseal } from "~/platform/crypto/index.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { courseNow, makeApplication, makeRun, makeStudent } from "../../support/factories/course";
import { makeAccount, signedInCookie } from "../../support/factories/people";

withTestDatabase();
beforeEach(resetDatabase);

const context = { now: courseNow };
const coordinator = async (regionCode: string | null = "CZ042") =>
  (await makeAccount({ roles: [{ role: "coordinator", regionCode }] })).actor;
const recruiting = (places: number) => makeRun({ state: "recruiting", places });
const takenIn = (runId: string) => db().enrolment.count({ where: { runId, state: "active" } });
const rolesOf = async (accountId: string) => {
  const held = await db().roleAssignment.findMany({ where: { accountId, endedAt: null } });
  return held.map(({ role }) => role);
};

describe("admitting", () => {
  it("gives the place, the role and the letter together", async () => {
    const actor = await coordinator();
    const run = await recruiting(15);
    const { id, version, applicant } = await makeApplication({ birthDate: "1992-02-03" });
    await signedInCookie(applicant.accountId, { now: courseNow });
    const enrolmentId = await admitApplicant(actor, { id, version, run: run.id }, context);
    expect(await db().enrolment.findUnique({ where: { id: enrolmentId } })).toMatchObject({
      runId: run.id,
      accountId: applicant.accountId,
      state: "active",
    });
    expect(await birthOf(db(), enrolmentId)).toEqual({ birthDate: "1992-02-03", birthPlace: "Most" });
    expect(await rolesOf(applicant.accountId)).toEqual(["trainee"]);
    // A change of rights ends the sessions that had the old ones.
    expect(await db().session.count({ where: { accountId: applicant.accountId } })).toBe(0);
    expect(await ownApplication(applicant.actor)).toMatchObject({
      state: "admitted",
      run: { name: run.name },
    });
    const letters = await db().mail.findMany();
    expect(letters.map(({ kind }) => kind)).toEqual(["application-admitted"]);
    const text = unseal(letters[0]!.textSealed!, {
      table: "mails",
      column: "textSealed",
      row: letters[0]!.id,
    });
    expect(text).toContain("Děčín");
    expect(text).not.toMatch(/rejstřík|menšin|1992/i);
    const events = await db().auditEvent.findMany({ where: { subjectId: id } });
    expect(events.map(({ action }) => action)).toEqual(["application.admit"]);
  });

  it("gives the last place to one of two who race for it", async () => {
    const actor = await coordinator();
    const run = await recruiting(1);
    const two = [await makeApplication(), await makeApplication()];
    const outcomes = await Promise.allSettled(
      two.map(({ id, version }) => admitApplicant(actor, { id, version, run: run.id }, context)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict", field: "run", reason: "course:refusal.runFull" },
    });
    expect(await takenIn(run.id)).toBe(1);
    expect(await db().application.count({ where: { state: "admitted" } })).toBe(1);
    expect(await db().mail.count()).toBe(1);
  });

  it("never exceeds the places, however many come at once", async () => {
    const actors = [await coordinator(), await coordinator(null)];
    const run = await recruiting(5);
    const people = [];
    for (let index = 0; index < 16; index += 1) people.push(await makeApplication());
    const outcomes = await Promise.allSettled(
      people.map(({ id, version }, index) =>
        admitApplicant(actors[index % 2]!, { id, version, run: run.id }, context),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    expect(await takenIn(run.id)).toBe(5);
  });

  it("admits a person once when two coordinators press at the same time", async () => {
    const run = await recruiting(5);
    const other = await recruiting(5);
    const { id, version } = await makeApplication();
    const [first, second] = [await coordinator(), await coordinator(null)];
    const outcomes = await Promise.allSettled([
      admitApplicant(first, { id, version, run: run.id }, context),
      admitApplicant(second, { id, version, run: other.id }, context),
      admitApplicant(first, { id, version, run: run.id }, context),
    ]);
    expect(outcomes.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await db().enrolment.count()).toBe(1);
    expect(await db().mail.count()).toBe(1);
  });

  it("answers a repeated submit with the first result", async () => {
    const actor = await coordinator();
    const run = await recruiting(1);
    const { id, version } = await makeApplication();
    const input = { id, version, run: run.id };
    const enrolmentId = await admitApplicant(actor, input, context);
    expect(await admitApplicant(actor, input, context)).toBe(enrolmentId);
    expect(await db().mail.count()).toBe(1);
  });

  it.each([
    { conditions: "missing", reason: "course:refusal.conditionsMissing" },
    { conditions: "notMet", reason: "course:refusal.conditionsNotMet" },
  ] as const)("refuses with conditions $conditions", async ({ conditions, reason }) => {
    const actor = await coordinator();
    const run = await recruiting(15);
    const { id, version, applicant } = await makeApplication({ conditions });
    await expect(admitApplicant(actor, { id, version, run: run.id }, context)).rejects.toMatchObject({
      reason,
    });
    expect(await takenIn(run.id)).toBe(0);
    expect(await rolesOf(applicant.accountId)).toEqual(["applicant"]);
  });

  it("refuses a stale page, a closed run, a foreign run, a foreign application and the own one", async () => {
    const actor = await coordinator();
    const run = await recruiting(15);
    const { id, version } = await makeApplication();
    const admit = (change: Partial<{ id: string; version: number; run: string }>, by = actor) =>
      admitApplicant(by, { id, version, run: run.id, ...change }, context);
    await expect(admit({ version: 7 })).rejects.toMatchObject({ code: "stale" });
    const closed = await makeRun({ state: "closed" });
    await expect(admit({ run: closed.id })).rejects.toMatchObject({ reason: "course:refusal.runNotOpen" });
    const foreign = await makeRun({ state: "recruiting", regionCode: "CZ010" });
    await expect(admit({ run: foreign.id })).rejects.toMatchObject({ code: "invalid", field: "run" });
    await expect(admit({}, await coordinator("CZ010"))).rejects.toMatchObject({ code: "notFound" });
    await expect(admit({ id: randomUUID() })).rejects.toMatchObject({ code: "notFound" });
    const both = await makeApplication({
      account: { roles: ["applicant", { role: "coordinator", regionCode: "CZ042" }] },
    });
    await expect(admit({ id: both.id }, both.applicant.actor)).rejects.toMatchObject({ code: "forbidden" });
    expect(await db().enrolment.count()).toBe(0);
  });

  it("refuses somebody who studies in another run", async () => {
    const actor = await coordinator();
    const student = await makeStudent();
    const { id, version } = await makeApplication();
    await db().application.update({ where: { id }, data: { accountId: student.accountId } });
    const run = await recruiting(15);
    await expect(admitApplicant(actor, { id, version, run: run.id }, context)).rejects.toMatchObject({
      reason: "course:refusal.studiesAlready",
    });
  });
});

describe("the waiting list", () => {
  it("keeps the order in which people came, also when they come at once", async () => {
    const actor = await coordinator();
    const run = await recruiting(1);
    const people = [];
    for (let index = 0; index < 6; index += 1) people.push(await makeApplication());
    const positions = await Promise.all(
      people.map(({ id, version }) => putOnWaitingList(actor, { id, version, run: run.id }, context)),
    );
    expect([...positions].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
    const last = people[positions.indexOf(6)]!;
    expect(await ownApplication(last.applicant.actor)).toMatchObject({ state: "waiting", ahead: 5 });
    expect(await putOnWaitingList(actor, { ...last, run: run.id }, context)).toBe(6);
  });

  it("passes a freed place to the first in order, and to nobody else", async () => {
    const actor = await coordinator();
    const run = await recruiting(1);
    const student = await makeStudent({ runId: run.id });
    const first = await makeApplication({ state: "waiting", runId: run.id, waitingPosition: 1 });
    const second = await makeApplication({ state: "waiting", runId: run.id, waitingPosition: 2 });
    const newcomer = await makeApplication();
    const admit = ({ id, version }: { id: string; version: number }) =>
      admitApplicant(actor, { id, version, run: run.id }, context);
    await expect(admit(first)).rejects.toMatchObject({ reason: "course:refusal.runFull" });
    await endEnrolment(actor, { run: run.id, enrolment: student.enrolmentId, version: 1 }, context);
    expect(await rolesOf(student.accountId)).toEqual(["applicant"]);
    expect(await db().placeOffer.findMany()).toMatchObject([{ applicationId: first.id, state: "open" }]);
    const kept = { reason: "recruitment:refusal.placesOffered" };
    await expect(admit(newcomer)).rejects.toMatchObject(kept);
    await expect(admit(second)).rejects.toMatchObject(kept);
    await admit(first);
    expect(await takenIn(run.id)).toBe(1);
    await expect(admit(second)).rejects.toMatchObject({ reason: "course:refusal.runFull" });
    expect((await ownApplication(second.applicant.actor))?.ahead).toBe(0);
  });

  it("takes nobody whose condition is not met", async () => {
    const run = await recruiting(1);
    const { id, version } = await makeApplication({ conditions: "notMet" });
    await expect(
      putOnWaitingList(await coordinator(), { id, version, run: run.id }, context),
    ).rejects.toMatchObject({ reason: "course:refusal.conditionsNotMet" });
  });

  it("lets somebody who left come back to the hours earned", async () => {
    const actor = await coordinator();
    const run = await recruiting(2);
    const student = await makeStudent({ runId: run.id });
    await endEnrolment(actor, { run: run.id, enrolment: student.enrolmentId, version: 1 }, context);
    const { id, version } = await makeApplication();
    await db().application.update({ where: { id }, data: { accountId: student.accountId } });
    expect(await admitApplicant(actor, { id, version, run: run.id }, context)).toBe(student.enrolmentId);
    expect(await db().enrolment.findUnique({ where: { id: student.enrolmentId } })).toMatchObject({
      state: "active",
      endedAt: null,
    });
    expect(await rolesOf(student.accountId)).toEqual(["trainee"]);
  });
});
