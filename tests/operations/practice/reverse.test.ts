import { beforeEach, describe, expect, it } from "vitest";
import { ledgerSums } from "~/course/index.server";
import { db } from "~/platform/db/index.server";
import { practiceFactsOf } from "~/practice/index.server";
import { logEntry } from "~/practice/operations/log-entry.server";
import { readEntry } from "~/practice/operations/read-entry.server";
import { reverseEntry } from "~/practice/operations/reverse-entry.server";
import { reviewEntry } from "~/practice/operations/review-entries.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeAccount } from "../../support/factories/people";
import { entryInput, makeEntry, makeStudyRun, makeTrainee, studyNow } from "../../support/factories/practice";

withTestDatabase();
beforeEach(resetDatabase);

const context = { now: studyNow };
const reason = "Omylem schváleno dvakrát.";

async function approved() {
  const trainer = await makeAccount({ roles: ["trainer"] });
  const run = await makeStudyRun({ trainerIds: [trainer.accountId] });
  const trainee = await makeTrainee({ runId: run.id });
  const entry = await makeEntry(trainee.actor);
  await reviewEntry(trainer.actor, { id: entry.id, version: 1 }, { verdict: "approve" }, context);
  return { trainer: trainer.actor, trainee, id: entry.id };
}

const minutesOf = async (enrolmentId: string) =>
  (await ledgerSums([enrolmentId])).get(enrolmentId)?.practiceMinutes;

describe("taking an approved entry back", () => {
  it("adds a counter-entry once, frees the time and stays in the history", async () => {
    const { trainer, trainee, id } = await approved();
    expect(await minutesOf(trainee.enrolmentId)).toBe(120);
    const input = { id, version: 2, reason };
    await Promise.all([reverseEntry(trainer, input, context), reverseEntry(trainer, input, context)]);
    expect(await minutesOf(trainee.enrolmentId)).toBe(0);
    const lines = await db().ledgerEntry.findMany({
      where: { unit: "practice" },
      orderBy: { minutes: "asc" },
    });
    expect(lines.map(({ kind, minutes }) => [kind, minutes])).toEqual([
      ["correction", -120],
      ["practice", 120],
    ]);
    expect(lines[0]?.note).toBe(reason);
    const facts = (await practiceFactsOf([trainee.enrolmentId])).get(trainee.enrolmentId);
    expect(facts).toMatchObject({ approvedMinutes: 0, practiceDays: [] });
    const { entry, history } = await readEntry(trainee.actor, id);
    expect(entry.state).toBe("reversed");
    expect(history.find(({ state }) => state === "reversed")?.reason).toBe(reason);
    expect(await db().mail.count({ where: { kind: "practice-reverse" } })).toBe(1);
    await logEntry(trainee.actor, entryInput(), context);
    expect(await db().practiceEntry.count({ where: { state: "submitted" } })).toBe(1);
  });

  it("is refused with the reason", async () => {
    const { trainer, trainee, id } = await approved();
    const waiting = await makeEntry(trainee.actor, { from: 12, to: 13 });
    await expect(
      reverseEntry(trainer, { id: waiting.id, version: 1, reason }, context),
    ).rejects.toMatchObject({
      code: "conflict",
      reason: "practice:reverse.notApproved",
    });
    await expect(reverseEntry(trainer, { id, version: 1, reason }, context)).rejects.toMatchObject({
      code: "stale",
    });
    await db().enrolment.update({ where: { id: trainee.enrolmentId }, data: { state: "graduated" } });
    await expect(reverseEntry(trainer, { id, version: 2, reason }, context)).rejects.toMatchObject({
      code: "conflict",
      reason: "practice:reverse.graduated",
    });
    expect(await minutesOf(trainee.enrolmentId)).toBe(120);
  });

  it("is for those who review that trainee, and never one's own", async () => {
    const { trainee, id } = await approved();
    const other = await makeAccount({ roles: ["trainer"] });
    const input = { id, version: 2, reason };
    await expect(reverseEntry(other.actor, input, context)).rejects.toMatchObject({ code: "notFound" });
    await expect(reverseEntry(trainee.actor, input, context)).rejects.toMatchObject({ code: "notFound" });
    const both = await makeAccount({ roles: ["trainee", "coordinator"] });
    await db().enrolment.update({ where: { id: trainee.enrolmentId }, data: { accountId: both.accountId } });
    await expect(reverseEntry(both.actor, input, context)).rejects.toMatchObject({ code: "forbidden" });
  });
});
