import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "~/platform/db/index.server";
import { correctEntry } from "~/practice/operations/correct-entry.server";
import { logEntry } from "~/practice/operations/log-entry.server";
import { ownPractice } from "~/practice/operations/own-practice.server";
import { readEntry } from "~/practice/operations/read-entry.server";
import { withdrawEntry } from "~/practice/operations/withdraw-entry.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeAccount } from "../../support/factories/people";
import {
  creditTheory,
  entryInput,
  makeEntry,
  makeStudyRun,
  makeTrainee,
  studyNow,
} from "../../support/factories/practice";

withTestDatabase();
beforeEach(resetDatabase);

const context = { now: studyNow };

describe("logging practice", () => {
  it("keeps an entry sealed, with its first step and an event", async () => {
    const { actor } = await makeTrainee();
    const input = entryInput({ note: "Tajné povídání o dluzích." });
    expect(await logEntry(actor, input, context)).toEqual({ id: input.id, minutes: 120 });

    const row = await db().practiceEntry.findUniqueOrThrow({
      where: { id: input.id },
      include: { decisions: true },
    });
    expect(row).toMatchObject({
      state: "submitted",
      minutes: 120,
      startMinute: 540,
      endMinute: 660,
      version: 1,
    });
    expect(row.noteSealed).not.toContain("Tajné");
    expect(row.decisions).toHaveLength(1);
    const event = await db().auditEvent.findFirstOrThrow({ where: { action: "practice.log" } });
    expect(event).toMatchObject({ actorId: actor.accountId, subjectId: input.id });
    expect(JSON.stringify(event.details)).not.toContain("Tajné");
  });

  it("writes one entry when the same form is sent twice, also at once", async () => {
    const { actor } = await makeTrainee();
    const input = entryInput();
    const results = await Promise.all([1, 2, 3].map(() => logEntry(actor, input, context)));
    expect(results).toEqual(Array(3).fill({ id: input.id, minutes: 120 }));
    expect(await db().practiceEntry.count()).toBe(1);
    expect(await db().practiceDecision.count()).toBe(1);
  });

  it("does not let somebody else's id through", async () => {
    const { actor } = await makeTrainee();
    const other = await makeTrainee();
    const input = entryInput();
    await logEntry(actor, input, context);
    await expect(logEntry(other.actor, input, context)).rejects.toMatchObject({ code: "conflict" });
  });

  it("takes only one of two entries that overlap and come together", async () => {
    const { actor } = await makeTrainee();
    const outcomes = await Promise.allSettled([
      logEntry(actor, entryInput({ from: 9, to: 12 }), context),
      logEntry(actor, entryInput({ from: 10, to: 13 }), context),
      logEntry(actor, entryInput({ from: 11, to: 14 }), context),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(1);
    const rows = await db().practiceEntry.findMany({ orderBy: { startMinute: "asc" } });
    rows.forEach((row, index) => {
      const next = rows[index + 1];
      if (next) expect(next.startMinute).toBeGreaterThanOrEqual(row.endMinute);
    });
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    for (const reason of refused)
      expect(reason).toMatchObject({ code: "invalid", reason: "practice:refusal.overlap" });
  });

  it.each([
    ["overlap", { from: 10, to: 12 }, "from"],
    ["tooMuch", { from: 11, to: 20 }, "to"],
    ["futureDay", { day: "2026-06-13" }, "day"],
    ["futureTime", { day: "2026-06-12", from: 14, to: 16 }, "to"],
    ["endBeforeStart", { from: 11, to: 9 }, "to"],
    ["beforePledge", { day: "2026-04-30" }, "day"],
    ["beforeGate", { day: "2026-04-29" }, "day"],
    ["beforeRun", { day: "2026-02-28" }, "day"],
  ])("refuses with the reason %s", async (code, change, field) => {
    const { actor } = await makeTrainee();
    await makeEntry(actor);
    const refused = logEntry(actor, entryInput(change), context);
    await expect(refused).rejects.toMatchObject({
      code: "invalid",
      field,
      reason: `practice:refusal.${code}`,
    });
    expect(await db().practiceEntry.count()).toBe(1);
  });

  it("opens the gate with the share of theory the run asks for", async () => {
    const run = await makeStudyRun({ settings: { practiceGateTheoryShare: 0.5 } });
    const { actor, enrolmentId } = await makeTrainee({
      runId: run.id,
      theoryMinutes: 1349,
      theoryOn: "2026-05-10",
    });
    await expect(logEntry(actor, entryInput(), context)).rejects.toMatchObject({
      reason: "practice:refusal.beforeTheory",
    });
    await creditTheory(enrolmentId, 1, "2026-06-09");
    await logEntry(actor, entryInput({ day: "2026-06-09" }), context);
    await expect(logEntry(actor, entryInput({ day: "2026-06-08" }), context)).rejects.toMatchObject({
      reason: "practice:refusal.beforeGate",
    });
  });

  it("is not for those without a pledge, a course, or a run that runs", async () => {
    const unsigned = await makeTrainee({ pledgedOn: null });
    await expect(logEntry(unsigned.actor, entryInput(), context)).rejects.toMatchObject({
      reason: "practice:refusal.noPledge",
    });
    const outsider = await makeAccount({ roles: ["trainee"] });
    await expect(logEntry(outsider.actor, entryInput(), context)).rejects.toMatchObject({
      reason: "practice:refusal.noCourse",
    });
    const closed = await makeTrainee({ runId: (await makeStudyRun({ state: "closed" })).id });
    await expect(logEntry(closed.actor, entryInput(), context)).rejects.toMatchObject({
      reason: "practice:refusal.closed",
    });
    const left = await makeTrainee({ state: "withdrawn" });
    await expect(logEntry(left.actor, entryInput(), context)).rejects.toMatchObject({
      reason: "practice:refusal.closed",
    });
  });

  it("adds up what is approved, waits and was returned", async () => {
    const { actor } = await makeTrainee();
    const entry = await makeEntry(actor);
    await makeEntry(actor, { from: 12, to: 13 });
    await db().practiceEntry.update({ where: { id: entry.id }, data: { state: "approved" } });
    expect(await ownPractice(actor, studyNow)).toMatchObject({
      balance: {
        approved: { count: 1, minutes: 120 },
        waiting: { count: 1, minutes: 60 },
        returned: { count: 0, minutes: 0 },
      },
      required: 2400,
      refusal: null,
      pledgeDay: "2026-05-01",
    });
  });
});

describe("correcting an entry", () => {
  it("submits it again and keeps what was written before", async () => {
    const { actor } = await makeTrainee();
    const { id } = await makeEntry(actor, { note: "Původní text zápisu." });
    await db().practiceEntry.update({ where: { id }, data: { state: "returned", version: 2 } });
    await correctEntry(
      actor,
      { ...entryInput({ id, from: 9, to: 12, note: "Opravený text zápisu." }), version: 2 },
      context,
    );
    const page = await readEntry(actor, id);
    expect(page.entry).toMatchObject({
      state: "submitted",
      minutes: 180,
      note: "Opravený text zápisu.",
      version: 3,
    });
    expect(page.history.map(({ content }) => content?.note)).toEqual(
      expect.arrayContaining(["Původní text zápisu.", "Opravený text zápisu."]),
    );
  });

  it("may overlap itself but nothing else", async () => {
    const { actor } = await makeTrainee();
    const { id } = await makeEntry(actor);
    await makeEntry(actor, { from: 12, to: 14 });
    await correctEntry(actor, { ...entryInput({ id, from: 10, to: 12 }), version: 1 }, context);
    await expect(
      correctEntry(actor, { ...entryInput({ id, from: 10, to: 13 }), version: 2 }, context),
    ).rejects.toMatchObject({ reason: "practice:refusal.overlap" });
  });

  it("is stale when the entry changed meanwhile, unless the same form came twice", async () => {
    const { actor } = await makeTrainee();
    const { id } = await makeEntry(actor);
    const correction = { ...entryInput({ id, from: 8, to: 9 }), version: 1 };
    await correctEntry(actor, correction, context);
    await correctEntry(actor, correction, context);
    await expect(correctEntry(actor, { ...correction, endMinute: 600 }, context)).rejects.toMatchObject({
      code: "stale",
    });
    expect(await db().practiceEntry.findUnique({ where: { id } })).toMatchObject({
      version: 2,
      endMinute: 540,
    });
  });

  it("is impossible once approved, and for anybody else", async () => {
    const { actor } = await makeTrainee();
    const other = await makeTrainee();
    const { id } = await makeEntry(actor);
    const correction = { ...entryInput({ id }), version: 1 };
    await expect(correctEntry(other.actor, correction, context)).rejects.toMatchObject({ code: "notFound" });
    await db().practiceEntry.update({ where: { id }, data: { state: "approved" } });
    await expect(correctEntry(actor, correction, context)).rejects.toMatchObject({
      reason: "practice:refusal.locked",
    });
  });
});

describe("withdrawing an entry", () => {
  it("frees its time and happens once", async () => {
    const { actor } = await makeTrainee();
    const { id } = await makeEntry(actor);
    await withdrawEntry(actor, { id, version: 1 }, context);
    await withdrawEntry(actor, { id, version: 1 }, context);
    expect(await db().practiceDecision.count({ where: { entryId: id, state: "withdrawn" } })).toBe(1);
    await makeEntry(actor, { from: 10, to: 12 });
  });

  it("is impossible once approved, and for anybody else", async () => {
    const { actor } = await makeTrainee();
    const other = await makeTrainee();
    const { id } = await makeEntry(actor);
    await expect(withdrawEntry(other.actor, { id, version: 1 }, context)).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(withdrawEntry(other.actor, { id: "nesmysl", version: 1 }, context)).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(withdrawEntry(actor, { id: randomUUID(), version: 1 }, context)).rejects.toMatchObject({
      code: "notFound",
    });
    await db().practiceEntry.update({ where: { id }, data: { state: "approved" } });
    await expect(withdrawEntry(actor, { id, version: 1 }, context)).rejects.toMatchObject({
      code: "conflict",
    });
  });
});
