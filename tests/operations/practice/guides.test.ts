import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "~/platform/db/index.server";
import { guidesOf } from "~/practice/index.server";
import { assignGuide, endGuide } from "~/practice/operations/guides/assign-guide.server";
import { runGuides } from "~/practice/operations/guides/run-guides.server";
import { logEntry } from "~/practice/operations/log-entry.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeGuideAccount, makeGuide } from "../../support/factories/guides";
import { makeAccount } from "../../support/factories/people";
import { entryInput, makeStudyRun, makeTrainee, studyNow } from "../../support/factories/practice";
import { makeMentor } from "../../support/factories/registry";

withTestDatabase();
beforeEach(resetDatabase);

const context = { now: studyNow };

async function classroom() {
  const trainer = await makeAccount({ roles: ["trainer"] });
  const run = await makeStudyRun({ trainerIds: [trainer.accountId] });
  const trainee = await makeTrainee({ runId: run.id });
  return { trainer: trainer.actor, run, trainee };
}

describe("assigning guides", () => {
  it("writes a dated row, once for the same pair, and ends it with another date", async () => {
    const { trainer, run, trainee } = await classroom();
    const { mentorId, accountId } = await makeGuideAccount();
    const { enrolmentId } = trainee;
    const id = randomUUID();
    await assignGuide(trainer, run.id, { id, enrolmentId, mentorId }, context);
    await assignGuide(trainer, run.id, { id, enrolmentId, mentorId }, context);
    await assignGuide(trainer, run.id, { id: randomUUID(), enrolmentId, mentorId }, context);
    expect(await db().traineeGuide.count()).toBe(1);
    expect((await guidesOf([enrolmentId])).get(enrolmentId)).toEqual([
      { mentorId, accountId, current: true },
    ]);

    await endGuide(trainer, run.id, id, { now: new Date(studyNow.getTime() + 1000) });
    const ended = await db().traineeGuide.findUniqueOrThrow({ where: { id } });
    expect(ended).toMatchObject({ assignedAt: studyNow, endedById: trainer.accountId });
    expect((await guidesOf([enrolmentId])).get(enrolmentId)).toEqual([
      { mentorId, accountId, current: false },
    ]);
    await endGuide(trainer, run.id, id, { now: new Date(studyNow.getTime() + 9000) });
    expect(await db().traineeGuide.findUniqueOrThrow({ where: { id } })).toEqual(ended);

    await assignGuide(trainer, run.id, { id: randomUUID(), enrolmentId, mentorId }, context);
    expect((await guidesOf([enrolmentId])).get(enrolmentId)).toEqual([
      { mentorId, accountId, current: true },
    ]);
    expect(await db().traineeGuide.count()).toBe(2);
    const actions = (await db().auditEvent.findMany()).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(["guide.assign", "guide.end"]));
  });

  it("takes only active mentors of the region with an account, and never the trainee himself", async () => {
    const { trainer, run, trainee } = await classroom();
    const { enrolmentId } = trainee;
    const assign = (mentorId: string) =>
      assignGuide(trainer, run.id, { id: randomUUID(), enrolmentId, mentorId }, context);
    const account = async () => (await makeAccount({ roles: ["mentor"] })).accountId;
    const bad = [
      (await makeMentor({ accountId: null })).id,
      (await makeMentor({ accountId: await account(), endedOn: "2026-05-01" })).id,
      (await makeMentor({ accountId: await account(), regionCode: "CZ080" })).id,
      randomUUID(),
    ];
    for (const mentorId of bad) {
      await expect(assign(mentorId)).rejects.toMatchObject({
        code: "invalid",
        field: "mentor",
        reason: "practice:guides.refusal.mentor",
      });
    }
    const himself = await makeMentor({ accountId: trainee.accountId });
    await expect(assign(himself.id)).rejects.toMatchObject({ reason: "practice:guides.refusal.own" });
    expect(await db().traineeGuide.count()).toBe(0);
    const offered = (await runGuides(trainer, run.id, context)).mentors.map(({ mentorId }) => mentorId);
    for (const mentorId of bad) expect(offered).not.toContain(mentorId);
  });

  it("is for those who assign guides in that run", async () => {
    const { run, trainee } = await classroom();
    const { mentorId } = await makeGuideAccount();
    const other = await makeAccount({ roles: ["trainer"] });
    const input = { id: randomUUID(), enrolmentId: trainee.enrolmentId, mentorId };
    await expect(assignGuide(other.actor, run.id, input, context)).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(runGuides(other.actor, run.id, context)).rejects.toMatchObject({ code: "notFound" });
    await expect(assignGuide(trainee.actor, run.id, input, context)).rejects.toMatchObject({
      code: "notFound",
    });
    const coordinator = await makeAccount({ roles: ["coordinator"] });
    await assignGuide(coordinator.actor, run.id, input, context);
    await expect(endGuide(other.actor, run.id, input.id, context)).rejects.toMatchObject({
      code: "notFound",
    });
  });

  it("marks experienced mentors and says how many trainees each has", async () => {
    const { trainer, run, trainee } = await classroom();
    const guide = await makeGuide(trainee.enrolmentId);
    const { mentors, trainees } = await runGuides(trainer, run.id, context);
    expect(mentors.find(({ mentorId }) => mentorId === guide.mentorId)).toMatchObject({
      experienced: false,
      trainees: 1,
      name: guide.name,
    });
    expect(trainees).toMatchObject([{ name: trainee.name, guides: [{ name: guide.name, until: null }] }]);
  });
});

describe("a guide in an entry", () => {
  it("is one of the trainee's guides of now", async () => {
    const { trainee } = await classroom();
    const guide = await makeGuide(trainee.enrolmentId);
    const former = await makeGuide(trainee.enrolmentId, { endedAt: studyNow });
    const stranger = await makeGuideAccount();
    await logEntry(trainee.actor, { ...entryInput(), guideId: guide.mentorId }, context);
    for (const { mentorId: guideId } of [former, stranger]) {
      const refused = logEntry(trainee.actor, { ...entryInput({ from: 12, to: 13 }), guideId }, context);
      await expect(refused).rejects.toMatchObject({
        code: "invalid",
        field: "guide",
        reason: "practice:refusal.guide",
      });
    }
    expect((await db().practiceEntry.findMany()).map(({ guideId }) => guideId)).toEqual([guide.mentorId]);
  });
});
