import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "~/platform/db/index.server";
import { correctEntry } from "~/practice/operations/correct-entry.server";
import { ownGate } from "~/practice/operations/own-practice.server";
import { guideQueue } from "~/practice/operations/guides/guide-queue.server";
import { logEntry } from "~/practice/operations/log-entry.server";
import { readEntry } from "~/practice/operations/read-entry.server";
import { reviewQueue } from "~/practice/operations/review-queue.server";
import { caseLabels, casesToLink } from "~/registry/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeGuide } from "../../support/factories/guides";
import { makeAccount, makeOrganisation } from "../../support/factories/people";
import { entryInput, makeStudyRun, makeTrainee, studyNow } from "../../support/factories/practice";
import { makeCase, makeMentor, makeWork } from "../../support/factories/registry";

withTestDatabase();
beforeEach(resetDatabase);

const context = { now: studyNow };

/** A trainee who is a mentor too, with a case of his own; a trainer; another case. */
async function work() {
  const trainer = await makeAccount({ roles: ["trainer"] });
  const run = await makeStudyRun({ trainerIds: [trainer.accountId] });
  const trainee = await makeTrainee({ runId: run.id, account: { roles: ["trainee", "mentor"] } });
  const mentor = await makeMentor({ accountId: trainee.accountId });
  const { id: organisationId } = await makeOrganisation();
  const own = await makeCase({ organisationId });
  const foreign = await makeCase({ organisationId });
  const { id: workId } = await makeWork({ caseId: own.id, mentorId: mentor.id });
  return { trainer: trainer.actor, trainee, own, foreign, workId, organisationId };
}

describe("a case in an entry", () => {
  it("is offered and taken when its author may see it; others are refused alike, whether they exist or not", async () => {
    const { trainee, own, foreign } = await work();
    expect((await ownGate(trainee.actor)).choices.cases).toEqual([
      { id: own.id, code: own.client.code, centre: expect.any(String) as string },
    ]);
    const refusals = await Promise.all(
      [foreign.id, randomUUID()].map((caseId) =>
        logEntry(trainee.actor, { ...entryInput(), caseId }, context).catch((error: unknown) => error),
      ),
    );
    expect(refusals[0]).toMatchObject({ code: "invalid", field: "case", reason: "practice:refusal.case" });
    expect(String(refusals[0])).toBe(String(refusals[1]));
    await logEntry(trainee.actor, { ...entryInput(), caseId: own.id }, context);
    expect(await db().practiceEntry.findFirstOrThrow()).toMatchObject({ caseId: own.id });
  });

  it("is not there for a plain trainee", async () => {
    const { own } = await work();
    const plain = await makeTrainee();
    expect((await ownGate(plain.actor)).choices.cases).toEqual([]);
    expect(await casesToLink(plain.actor)).toEqual([]);
    expect((await caseLabels(plain.actor, [own.id])).size).toBe(0);
    await expect(logEntry(plain.actor, { ...entryInput(), caseId: own.id }, context)).rejects.toMatchObject({
      field: "case",
    });
  });

  it("leaves no trace for trainers and guides who may not see it, and is shown to those who may", async () => {
    const { trainer, trainee, own, organisationId } = await work();
    const guide = await makeGuide(trainee.enrolmentId);
    const input = { ...entryInput(), guideId: guide.mentorId };
    await logEntry(trainee.actor, { ...input, caseId: own.id }, context);
    expect((await readEntry(trainee.actor, input.id)).entry.case?.code).toBe(own.client.code);
    const seen = [
      await reviewQueue(trainer),
      await readEntry(trainer, input.id),
      await guideQueue(guide.actor),
    ];
    for (const page of seen) {
      expect(JSON.stringify(page)).not.toContain(own.id);
      expect(JSON.stringify(page)).not.toContain(own.client.code);
    }
    // The same entry without a case looks the same to them.
    await db().practiceEntry.update({ where: { id: input.id }, data: { caseId: null } });
    expect([
      await reviewQueue(trainer),
      await readEntry(trainer, input.id),
      await guideQueue(guide.actor),
    ]).toEqual(seen);
    await db().practiceEntry.update({ where: { id: input.id }, data: { caseId: own.id } });
    const officer = await makeAccount({ roles: [{ role: "probation_officer", organisationId }] });
    expect((await caseLabels(officer.actor, [own.id])).get(own.id)?.code).toBe(own.client.code);
  });

  it("stays when its author corrects the entry after the work on it ended", async () => {
    const { trainee, own, workId } = await work();
    const input = entryInput();
    await logEntry(trainee.actor, { ...input, caseId: own.id }, context);
    await db().assignment.update({ where: { id: workId }, data: { openCaseId: null } });
    const detail = await readEntry(trainee.actor, input.id);
    expect(detail.entry.case).toBeNull();
    expect(detail.choices?.cases).toEqual([]);
    await correctEntry(trainee.actor, { ...entryInput({ to: 12 }), id: input.id, version: 1 }, context);
    expect(await db().practiceEntry.findFirstOrThrow()).toMatchObject({ caseId: own.id, minutes: 180 });
  });
});
