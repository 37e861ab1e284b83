import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { birthOf, enrolmentOf, graduateEnrolment } from "~/course/operations/enrolments.server";
import { creditPractice, ledgerSums, reverseCredit } from "~/course/operations/ledger.server";
import { db, inTransaction } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { courseDay, courseNow, makeRun, makeStudent } from "../../support/factories/course";

withTestDatabase();
beforeEach(resetDatabase);

const actorId = randomUUID();
const practice = (enrolmentId: string, entryId: string, minutes = 90) =>
  inTransaction((tx) =>
    creditPractice(tx, { enrolmentId, entryId, minutes, day: courseDay, actorId, now: courseNow }),
  );
const reverse = (enrolmentId: string, sourceKey: string) =>
  inTransaction((tx) =>
    reverseCredit(tx, { enrolmentId, sourceKey, reason: "omyl v zápisu", actorId, now: courseNow }),
  );

describe("the ledger in the database", () => {
  it("credits a practice entry once, even when it is approved twice at the same time", async () => {
    const { enrolmentId } = await makeStudent();
    const entryId = randomUUID();
    const credited = await Promise.all(Array.from({ length: 5 }, () => practice(enrolmentId, entryId)));
    expect(credited.filter(Boolean)).toHaveLength(1);
    expect(await ledgerSums([enrolmentId])).toEqual(
      new Map([[enrolmentId, { theoryMinutes: 0, practiceMinutes: 90 }]]),
    );
  });

  it("adds up several trainees at once, those without entries too", async () => {
    const one = await makeStudent();
    const other = await makeStudent({ runId: one.runId });
    await practice(one.enrolmentId, randomUUID(), 60);
    await practice(one.enrolmentId, randomUUID(), 45);
    const sums = await ledgerSums([one.enrolmentId, other.enrolmentId]);
    expect(sums.get(one.enrolmentId)).toEqual({ theoryMinutes: 0, practiceMinutes: 105 });
    expect(sums.get(other.enrolmentId)).toEqual({ theoryMinutes: 0, practiceMinutes: 0 });
  });

  it("takes a credit back by a counter-entry, once", async () => {
    const { enrolmentId } = await makeStudent();
    const entryId = randomUUID();
    await practice(enrolmentId, entryId);
    const outcomes = await Promise.all(
      Array.from({ length: 3 }, () => reverse(enrolmentId, `practice:${entryId}`)),
    );
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect((await ledgerSums([enrolmentId])).get(enrolmentId)?.practiceMinutes).toBe(0);
    const entries = await db().ledgerEntry.findMany({ where: { enrolmentId }, orderBy: { minutes: "asc" } });
    expect(entries).toMatchObject([
      { kind: "correction", minutes: -90, note: "omyl v zápisu", creditedById: actorId },
      { kind: "practice", minutes: 90 },
    ]);
  });

  it("takes back nothing that was not credited, and no correction", async () => {
    const { enrolmentId } = await makeStudent();
    expect(await reverse(enrolmentId, "practice:neni")).toBe(false);
    await practice(enrolmentId, "1");
    await reverse(enrolmentId, "practice:1");
    const correction = await db().ledgerEntry.findFirstOrThrow({ where: { kind: "correction" } });
    expect(await reverse(enrolmentId, correction.sourceKey)).toBe(false);
  });

  it("refuses to change or delete an entry", async () => {
    const { enrolmentId } = await makeStudent();
    await practice(enrolmentId, randomUUID());
    await expect(db().ledgerEntry.updateMany({ data: { minutes: 600 } })).rejects.toThrow(/never changed/);
    await expect(db().ledgerEntry.deleteMany({})).rejects.toThrow(/never changed/);
    expect((await ledgerSums([enrolmentId])).get(enrolmentId)?.practiceMinutes).toBe(90);
  });
});

describe("an enrolment", () => {
  it("that a person means is the active one, otherwise the latest", async () => {
    const old = await makeRun({ state: "closed" });
    const person = await makeStudent({
      runId: old.id,
      state: "graduated",
      enrolledAt: new Date("2025-01-01T10:00:00Z"),
    });
    expect((await enrolmentOf(person.accountId))?.id).toBe(person.enrolmentId);
    const run = await makeRun();
    const again = randomUUID();
    const { birthDateSealed } = await db().enrolment.findUniqueOrThrow({ where: { id: person.enrolmentId } });
    await db().enrolment.create({
      data: {
        id: again,
        runId: run.id,
        accountId: person.accountId,
        enrolledAt: new Date("2024-01-01T10:00:00Z"),
        birthDateSealed,
      },
    });
    expect(await enrolmentOf(person.accountId)).toMatchObject({
      id: again,
      run: { id: run.id, startsOn: "2026-03-01" },
    });
    expect(await enrolmentOf(randomUUID())).toBeNull();
  });

  it("keeps birth date and place sealed and gives them for the certificate", async () => {
    const { enrolmentId } = await makeStudent();
    const row = await db().enrolment.findUniqueOrThrow({ where: { id: enrolmentId } });
    expect(row.birthDateSealed).not.toContain("1990");
    expect(await birthOf(db(), enrolmentId)).toEqual({ birthDate: "1990-05-03", birthPlace: "Děčín" });
  });

  it("graduates once", async () => {
    const { enrolmentId } = await makeStudent();
    const graduate = () =>
      inTransaction((tx) => graduateEnrolment(tx, { enrolmentId, actorId, now: courseNow }));
    await graduate();
    expect(await db().enrolment.findUnique({ where: { id: enrolmentId } })).toMatchObject({
      state: "graduated",
      endedAt: courseNow,
    });
    await expect(graduate()).rejects.toMatchObject({ code: "conflict" });
  });
});
