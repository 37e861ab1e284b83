import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import type { Training } from "~/course/catalogue/types";
import { noteUnit, readUnit } from "~/course/index.server";
import { reportIncident } from "~/incidents/operations/report-incident.server";
import { readTrainingOverview } from "~/incidents/operations/training/read-overview.server";
import {
  readTrainingResult,
  readTrainingTest,
  saveTrainingAnswers,
  startTrainingTest,
  takeTrainingTest,
} from "~/incidents/operations/training/take-test.server";
import { monitoringTraining } from "~/incidents/rules/monitoring-training";
import { waitingFor } from "~/incidents/index.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { courseNow, makeCatalogue, makeLesson } from "../../support/factories/course";
import { reportInput } from "../../support/factories/incidents";
import { makeAccount } from "../../support/factories/people";
import { fieldsFor } from "../../support/factories/testing";

withTestDatabase();

let training: Training;
beforeEach(async () => {
  await resetDatabase();
  const moduleId = monitoringTraining;
  training = {
    id: monitoringTraining,
    title: "Monitoring",
    summary: "Jak hlásit.",
    finalTest: { questions: 5, passPercent: 80 },
    units: ["cast-a", "cast-b"].map((id, index) => makeLesson({ id, moduleId, order: index + 1 })),
  };
  setCatalogue({ ...makeCatalogue(), trainings: new Map([[training.id, training]]) });
});

type Actor = Awaited<ReturnType<typeof makeAccount>>["actor"];

const context = { now: courseNow };
const minutesLater = (minutes: number) => ({ now: new Date(courseNow.getTime() + minutes * 60_000) });
const newcomer = async () => (await makeAccount({ roles: ["mentor"] })).actor;
const trainings = ({ accountId }: Actor) => db().monitoringTraining.findMany({ where: { accountId } });
const bank = () => training.units.flatMap(({ questions }) => questions);

async function begin(actor: Actor, moment = context): Promise<string> {
  const attemptId = randomUUID();
  await startTrainingTest(actor, attemptId, moment);
  return attemptId;
}

async function take(actor: Actor, mistakes: number, moment = context) {
  const attemptId = await begin(actor, moment);
  const sent = await fieldsFor(attemptId, bank(), mistakes);
  return { attemptId, sent, taken: await takeTrainingTest(actor, { attemptId, sent }, moment) };
}

describe("passing the monitoring training's test", () => {
  it("gives the right to report, with the attempt as its source and an audit event", async () => {
    const actor = await newcomer();
    const input = reportInput();
    await expect(reportIncident(actor, input, context)).rejects.toMatchObject({ code: "forbidden" });
    const { attemptId, taken } = await take(actor, 1);
    expect(taken).toMatchObject({ ok: true, grade: { passed: true, correctCount: 4 }, result: true });
    expect(await trainings(actor)).toMatchObject([{ attemptId, recordedById: actor.accountId }]);
    const event = await db().auditEvent.findFirst({ where: { action: "monitoring-training.recorded" } });
    expect(event).toMatchObject({ actorId: actor.accountId });
    expect((await readTrainingResult(actor, attemptId)).trained).toBe(true);
    expect((await reportIncident(actor, input, context)).id).toBe(input.id);
  });

  it("gives it once, however often the form arrives", async () => {
    const actor = await newcomer();
    const { attemptId, sent } = await take(actor, 0);
    const again = await Promise.all(
      [1, 2].map(() => takeTrainingTest(actor, { attemptId, sent }, minutesLater(5))),
    );
    expect(again).toMatchObject([
      { ok: true, grade: { passed: true } },
      { ok: true, grade: { passed: true } },
    ]);
    expect(await trainings(actor)).toHaveLength(1);
    expect(await db().auditEvent.count({ where: { action: "monitoring-training.recorded" } })).toBe(1);
  });

  it("leaves the record of a coordinator as it is", async () => {
    const { actor } = await makeAccount({ roles: ["mentor"], monitoringTraining: "2026-02-01" });
    const { taken } = await take(actor, 0);
    expect(taken).toMatchObject({ ok: true, result: false });
    expect(await trainings(actor)).toMatchObject([{ attemptId: null }]);
  });
});

describe("a test that was not passed", () => {
  it("gives nothing and may be taken again after an hour", async () => {
    const actor = await newcomer();
    const { attemptId, taken } = await take(actor, 2);
    expect(taken).toMatchObject({ ok: true, grade: { passed: false } });
    expect(await trainings(actor)).toEqual([]);
    expect((await readTrainingResult(actor, attemptId)).trained).toBe(false);
    await expect(begin(actor, minutesLater(59))).rejects.toMatchObject({
      code: "conflict",
      reason: "testing:refusal.coolingOff",
    });
    expect((await take(actor, 0, minutesLater(60))).taken).toMatchObject({ grade: { passed: true } });
    expect(await trainings(actor)).toHaveLength(1);
  });

  it("explains its answers with the unit they stand in", async () => {
    const actor = await newcomer();
    const { attemptId } = await take(actor, 3);
    const { questions } = await readTrainingResult(actor, attemptId);
    expect(questions).toHaveLength(5);
    for (const { explained } of questions) {
      expect(explained?.lesson?.moduleId).toBe(monitoringTraining);
      expect(training.units.map(({ id }) => id)).toContain(explained?.lesson?.id);
    }
  });
});

describe("the test is its taker's own", () => {
  it("keeps answers, which somebody else neither reads, changes nor sends", async () => {
    const actor = await newcomer();
    const other = await newcomer();
    const attemptId = await begin(actor);
    const sent = await fieldsFor(attemptId, bank());
    const [name] = Object.keys(sent);
    expect(await saveTrainingAnswers(actor, { attemptId, sent: { [name!]: sent[name!]! } }, context)).toEqual(
      { ok: true },
    );
    expect((await readTrainingTest(actor, context)).own.open?.fields).toEqual({ [name!]: sent[name!] });
    const missing = { code: "notFound" };
    await expect(saveTrainingAnswers(other, { attemptId, sent }, context)).rejects.toMatchObject(missing);
    await expect(takeTrainingTest(other, { attemptId, sent }, context)).rejects.toMatchObject(missing);
    await takeTrainingTest(actor, { attemptId, sent }, context);
    await expect(readTrainingResult(other, attemptId)).rejects.toMatchObject(missing);
    await expect(readTrainingResult(actor, "neni-id")).rejects.toMatchObject(missing);
    expect(await trainings(other)).toEqual([]);
  });

  it.each(["trainee", "trainer", "coordinator", "incident_analyst"] as const)(
    "is not for a %s, who cannot report",
    async (role) => {
      const { actor } = await makeAccount({ roles: [role] });
      const refused = { code: "forbidden" };
      await expect(startTrainingTest(actor, randomUUID(), context)).rejects.toMatchObject(refused);
      const answers = { attemptId: randomUUID(), sent: {} };
      await expect(saveTrainingAnswers(actor, answers, context)).rejects.toMatchObject(refused);
      await expect(takeTrainingTest(actor, answers, context)).rejects.toMatchObject(refused);
      expect((await readTrainingOverview(actor, context)).test.standing).toBeNull();
    },
  );
});

describe("the overview of the training", () => {
  it("knows what was opened and where to go on", async () => {
    const actor = await newcomer();
    expect((await readTrainingOverview(actor, context)).goOn?.id).toBe("cast-a");
    const reading = readUnit(monitoringTraining, "cast-a");
    await noteUnit(actor.accountId, reading, context);
    await noteUnit(actor.accountId, reading, minutesLater(10));
    const { units, goOn, trainedOn, test } = await readTrainingOverview(actor, context);
    expect(units.map(({ openedAt }) => openedAt)).toEqual([courseNow, null]);
    expect([goOn?.id, trainedOn]).toEqual(["cast-b", null]);
    expect(test).toMatchObject({ count: 5, passMark: 80, standing: { passed: false, open: false } });
    expect(() => readUnit(monitoringTraining, "jina")).toThrow(expect.objectContaining({ code: "notFound" }));
  });

  it("waits on the home page until the test is passed", async () => {
    const actor = await newcomer();
    expect(await waitingFor(actor, courseNow)).toMatchObject([
      { id: "incidents-training", to: "/incidenty/skoleni" },
    ]);
    await take(actor, 0);
    expect(await waitingFor(actor, courseNow)).toEqual([]);
  });
});
