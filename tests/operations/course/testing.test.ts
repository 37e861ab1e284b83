import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import { moduleTestsOf } from "~/course/operations/testing/module-tests-of.server";
import { questionStatistics } from "~/course/operations/testing/question-statistics.server";
import { readAttempt } from "~/course/operations/testing/read-attempt.server";
import { readLessonTest } from "~/course/operations/testing/read-lesson-test.server";
import { readModuleTest, requireModuleTest } from "~/course/operations/testing/read-module-test.server";
import { readTest } from "~/course/operations/testing/read-test.server";
import { saveAnswers } from "~/course/operations/testing/save-answers.server";
import { startTest } from "~/course/operations/testing/start-test.server";
import { submitTest } from "~/course/operations/testing/submit-test.server";
import {
  saveCourseAnswers,
  startModuleTest,
  takeLessonTest,
  takeModuleTest,
} from "~/course/operations/testing/take-test.server";
import { moduleQuestions, trainingTest } from "~/course/operations/testing/test-definition.server";
import type { SentFields } from "~/course/rules/testing/answer-fields";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { answersTo, courseNow, makeQuestion, makeRun, makeStudent } from "../../support/factories/course";
import { makeAccount } from "../../support/factories/people";
import { fieldsFor, makeCatalogueWithBank, moduleOf, takeModule } from "../../support/factories/testing";

withTestDatabase();
let catalogue = makeCatalogueWithBank();
beforeEach(async () => {
  await resetDatabase();
  catalogue = makeCatalogueWithBank();
  setCatalogue(catalogue);
});

const context = { now: courseNow };
const later = (hours: number) => ({ now: new Date(courseNow.getTime() + hours * 3_600_000) });
const attempts = () => db().testAttempt.findMany({ orderBy: { number: "asc" } });
const read = (actor: Parameters<typeof readModuleTest>[0], when = context) =>
  readModuleTest(actor, moduleOf(catalogue), { ...when, freshId: randomUUID() });

describe("the test of a module", () => {
  it("draws from the lessons' questions and the bank's, once, and keeps the draw", async () => {
    const run = await makeRun({ settings: { moduleTestQuestions: 6 } });
    const { actor, enrolmentId } = await makeStudent({ runId: run.id });
    await startModuleTest(actor, moduleOf(catalogue), randomUUID(), context);
    const [attempt] = await attempts();
    expect(attempt).toMatchObject({
      enrolmentId,
      testKey: "module:role",
      number: 1,
      questionCount: 6,
      passMark: 75,
    });
    const first = (await read(actor)).own?.open;
    expect(first?.questions).toHaveLength(6);
    expect((await read(actor)).own?.open).toEqual(first);
    expect(moduleQuestions(moduleOf(catalogue)).map(({ id }) => id)).toEqual(
      expect.arrayContaining(first!.questions.map(({ id }) => id)),
    );
  });

  it("asks all there is when the bank is smaller than the draw, grades it and credits nothing", async () => {
    const { actor, enrolmentId } = await makeStudent();
    const { id, taken } = await takeModule(actor, catalogue, { mistakes: 2 });
    expect(taken).toMatchObject({
      ok: true,
      stored: true,
      grade: { correctCount: 9, questionCount: 11, passed: true },
    });
    expect(await db().ledgerEntry.count()).toBe(0);
    const { result } = await readAttempt(actor, id);
    expect(result?.questions.filter(({ correct }) => correct)).toHaveLength(9);
    expect(result?.questions.every(({ explained }) => explained?.lesson?.heading === "První část")).toBe(
      true,
    );
    const events = await db().auditEvent.findMany({ where: { subjectId: enrolmentId } });
    expect(events.map(({ action }) => action).sort()).toEqual(["test.start", "test.submit"]);
  });

  it("sent twice, also at once, gives the first result", async () => {
    const { actor } = await makeStudent();
    const { id, sent } = await takeModule(actor, catalogue, { mistakes: 5 });
    const better = await fieldsFor(id, moduleQuestions(moduleOf(catalogue)));
    const again = await Promise.all(
      [sent, better].map((fields) =>
        takeModuleTest(actor, moduleOf(catalogue), { attemptId: id, sent: fields }, later(1)),
      ),
    );
    for (const taken of again) expect(taken).toMatchObject({ ok: true, grade: { correctCount: 6 } });
    expect(await attempts()).toMatchObject([{ correctCount: 6, submittedAt: courseNow }]);
  });

  it("waits between attempts, ends with the last one and says why", async () => {
    const { actor } = await makeStudent();
    const start = (hours: number) => startModuleTest(actor, moduleOf(catalogue), randomUUID(), later(hours));
    await takeModule(actor, catalogue, { mistakes: 9 });
    await expect(start(23)).rejects.toMatchObject({ code: "conflict", reason: "testing:refusal.coolingOff" });
    expect((await read(actor, later(1))).own?.standing.nextAttemptAt).toEqual(later(24).now);
    await takeModule(actor, catalogue, { mistakes: 9, ...later(24) });
    await takeModule(actor, catalogue, { mistakes: 9, ...later(48) });
    await expect(start(200)).rejects.toMatchObject({ reason: "testing:refusal.noAttemptsLeft" });
    const never = takeModuleTest(
      actor,
      moduleOf(catalogue),
      { attemptId: randomUUID(), sent: {} },
      later(200),
    );
    await expect(never).rejects.toMatchObject({ code: "notFound" });
    expect(await attempts()).toHaveLength(3);
  });

  it("ends when it is passed", async () => {
    const { actor } = await makeStudent();
    await takeModule(actor, catalogue);
    const again = startModuleTest(actor, moduleOf(catalogue), randomUUID(), later(48));
    await expect(again).rejects.toMatchObject({ reason: "testing:refusal.alreadyPassed" });
  });

  it("started many times at once is one attempt, and one id is one attempt", async () => {
    const { actor } = await makeStudent();
    const once = randomUUID();
    const ids = [once, once, ...Array.from({ length: 8 }, () => randomUUID())];
    await Promise.all(ids.map((id) => startModuleTest(actor, moduleOf(catalogue), id, context)));
    expect(await attempts()).toHaveLength(1);
  });

  it("is a trial that leaves no trace for those who do not study now", async () => {
    const closed = await makeRun({ state: "closed" });
    const left = await makeStudent({ runId: closed.id });
    const mentor = await makeAccount({ roles: ["mentor"] });
    for (const { actor } of [left, mentor]) {
      const { own, trial } = await read(actor);
      expect(own).toBeNull();
      const start = startModuleTest(actor, moduleOf(catalogue), randomUUID(), context);
      await expect(start).rejects.toMatchObject({ code: "conflict", reason: "course:refusal.notStudying" });
      const empty = { attemptId: trial!.attemptId, sent: {} };
      const taken = await takeModuleTest(actor, moduleOf(catalogue), empty, context);
      // The refused form is drawn again with the very questions it was sent with.
      expect(taken).toMatchObject({ ok: false, sitting: trial });
    }
    expect(await attempts()).toEqual([]);
  });

  it("does not exist for a module without questions", () => {
    for (const id of ["pravo", "neni", undefined])
      expect(() => requireModuleTest(id)).toThrow(expect.objectContaining({ code: "notFound" }));
  });
});

describe("answers while a test is open", () => {
  it("are kept question by question, from any device", async () => {
    const { actor } = await makeStudent();
    const id = randomUUID();
    await startModuleTest(actor, moduleOf(catalogue), id, context);
    const all = await fieldsFor(id, moduleQuestions(moduleOf(catalogue)));
    const phone = { "q-slovo": "most" };
    const computer = { "q-prvni-1": "b" };
    await Promise.all(
      [phone, computer].map((sent) =>
        saveCourseAnswers(actor, "module:role", { attemptId: id, sent }, later(1)),
      ),
    );
    expect((await read(actor)).own?.open?.fields).toEqual({ ...phone, ...computer });
    const rest = Object.fromEntries(Object.entries(all).filter(([name]) => name !== "q-slovo"));
    const taken = await takeModuleTest(actor, moduleOf(catalogue), { attemptId: id, sent: rest }, later(2));
    expect(taken).toMatchObject({ ok: true, grade: { correctCount: 11 } });
  });

  it("begin the attempt of a lesson's test, whose draft goes on elsewhere", async () => {
    const { actor } = await makeStudent();
    const lesson = catalogue.lessons.get("prvni")!;
    const attemptId = randomUUID();
    await saveCourseAnswers(actor, "lesson:prvni", { attemptId, sent: { "q-prvni-2": "c" } }, context);
    const { sitting } = await readLessonTest(actor, lesson, { ...context, freshId: randomUUID() });
    expect(sitting).toMatchObject({ attemptId, fields: { "q-prvni-2": "c" } });
    // Sent from a page that was opened before there was a draft: the draft gives way.
    const taken = await takeLessonTest(
      actor,
      lesson,
      { attemptId: randomUUID(), sent: answersTo(lesson) },
      context,
    );
    expect(taken).toMatchObject({ ok: true, grade: { correctCount: 4 } });
    expect(await attempts()).toMatchObject([{ passed: true, number: 1 }]);
  });

  it("cannot be changed after the test was sent", async () => {
    const { actor } = await makeStudent();
    const { id } = await takeModule(actor, catalogue, { mistakes: 3 });
    const [before] = await attempts();
    const save = saveCourseAnswers(
      actor,
      "module:role",
      { attemptId: id, sent: { "q-slovo": "most" } },
      later(1),
    );
    await expect(save).rejects.toMatchObject({ code: "conflict", reason: "testing:refusal.alreadySent" });
    expect(await attempts()).toEqual([before]);
  });

  it.each<{ name: string; sent: SentFields; field: string }>([
    { name: "a question that was not drawn", sent: { "q-cizi": "a" }, field: "" },
    { name: "an unknown option", sent: { "q-prvni-1": "z" }, field: "q-prvni-1" },
    { name: "a megabyte of words", sent: { "q-slovo": "a".repeat(1_000_000) }, field: "q-slovo" },
  ])("with $name are refused whole, kept or sent", async ({ sent, field }) => {
    const { actor } = await makeStudent();
    const id = randomUUID();
    await startModuleTest(actor, moduleOf(catalogue), id, context);
    const [before] = await attempts();
    const fields = { ...(await fieldsFor(id, moduleQuestions(moduleOf(catalogue)))), ...sent };
    const answers = { attemptId: id, sent: fields };
    const saved = await saveCourseAnswers(actor, "module:role", answers, later(1));
    const taken = await takeModuleTest(actor, moduleOf(catalogue), answers, later(1));
    for (const refused of [saved, taken]) {
      expect(refused.ok).toBe(false);
      expect(Object.keys((refused as { errors: object }).errors)).toEqual([field]);
    }
    expect(await attempts()).toEqual([before]);
  });

  it("of a refused first submit of a lesson's test leave no attempt behind", async () => {
    const { actor } = await makeStudent();
    const lesson = catalogue.lessons.get("prvni")!;
    const sent = { ...answersTo(lesson), "q-prvni-1": "z" };
    const attemptId = randomUUID();
    const taken = await takeLessonTest(actor, lesson, { attemptId, sent }, context);
    expect(taken).toMatchObject({
      ok: false,
      errors: { "q-prvni-1": ["errors:choose"] },
      sitting: { attemptId },
    });
    expect(await attempts()).toEqual([]);
  });

  it("of somebody else are not found, and neither is a test that does not exist", async () => {
    const mine = await makeStudent();
    const other = await makeStudent({ runId: mine.runId });
    const { id } = await takeModule(mine.actor, catalogue);
    const answers = { attemptId: id, sent: { "q-slovo": "most" } };
    const tries = [
      () => saveCourseAnswers(other.actor, "module:role", answers, context),
      () => takeModuleTest(other.actor, moduleOf(catalogue), answers, context),
      () => saveCourseAnswers(mine.actor, "lesson:prvni", answers, context),
      () => saveCourseAnswers(mine.actor, "lesson:neni", answers, context),
      () => saveCourseAnswers(mine.actor, "training:monitoring", answers, context),
      () => saveCourseAnswers(mine.actor, "nesmysl", answers, context),
      () => saveCourseAnswers(mine.actor, "module:role", { ...answers, attemptId: "neni-id" }, context),
      () => readAttempt(other.actor, id),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("content that changes", () => {
  it("leaves a result as it was, and says that a question cannot be explained any more", async () => {
    const { actor } = await makeStudent();
    const { id } = await takeModule(actor, catalogue, { mistakes: 1 });
    moduleOf(catalogue).bank = [];
    moduleOf(catalogue).lessons[0]!.questions[0]!.contentHash = "edited";
    const { result } = await readAttempt(actor, id);
    expect(result).toMatchObject({ correctCount: 10, questionCount: 11, passed: true });
    expect(result?.questions.filter(({ explained }) => explained === null)).toHaveLength(4);
    expect(result?.questions.filter(({ correct }) => correct)).toHaveLength(10);
    catalogue.modules = [];
    expect((await readAttempt(actor, id)).result).toMatchObject({ test: null, correctCount: 10 });
  });

  it("leaves questions that are gone out of an open attempt", async () => {
    const { actor } = await makeStudent();
    const attemptId = randomUUID();
    await startModuleTest(actor, moduleOf(catalogue), attemptId, context);
    const sent = await fieldsFor(attemptId, moduleQuestions(moduleOf(catalogue)));
    moduleOf(catalogue).bank = [];
    const remaining = Object.fromEntries(
      Object.entries(sent).filter(([name]) => /^q-(prvni|druha)-/.test(name)),
    );
    const taken = await takeModuleTest(actor, moduleOf(catalogue), { attemptId, sent: remaining }, context);
    expect(taken).toMatchObject({ ok: true, grade: { correctCount: 8, questionCount: 8 } });
  });

  it("draws anew when all questions of an open attempt are gone", async () => {
    const { actor } = await makeStudent();
    await startModuleTest(actor, moduleOf(catalogue), randomUUID(), context);
    for (const lesson of moduleOf(catalogue).lessons) lesson.questions = [];
    moduleOf(catalogue).bank = [makeQuestion("nova")];
    expect((await read(actor)).own?.open).toBeNull();
    await startModuleTest(actor, moduleOf(catalogue), randomUUID(), context);
    expect((await read(actor)).own?.open?.questions.map(({ id }) => id)).toEqual(["nova"]);
    expect(await attempts()).toHaveLength(1);
  });
});

describe("what others learn of module tests", () => {
  it("is told for many people at once, each by the rules of the own run", async () => {
    const strict = await makeRun({ settings: { testAttempts: 1 } });
    const one = await makeStudent();
    const other = await makeStudent({ runId: strict.id });
    const third = await makeStudent({ runId: strict.id });
    await takeModule(one.actor, catalogue, { mistakes: 9 });
    await takeModule(other.actor, catalogue, { mistakes: 9 });
    const standings = await moduleTestsOf(
      [one, other, third].map(({ enrolmentId }) => enrolmentId),
      later(1),
    );
    const of = ({ enrolmentId }: { enrolmentId: string }) => standings.get(enrolmentId)?.get("role");
    expect(of(one)).toMatchObject({
      passed: false,
      bestShare: 2 / 11,
      attemptsLeft: 2,
      nextAttemptAt: later(24).now,
    });
    expect(of(other)).toMatchObject({ attemptsLeft: 0, nextAttemptAt: null });
    expect(of(third)).toMatchObject({ bestShare: null, attemptsLeft: 1, open: false });
    expect([...standings.get(one.enrolmentId)!.keys()]).toEqual(["role"]);
    expect(await moduleTestsOf([], context)).toEqual(new Map());
  });

  it("are statistics of first attempts in the trainer's own runs only, without names", async () => {
    const trainer = await makeAccount({ roles: ["trainer"] });
    const own = await makeRun({ trainerIds: [trainer.accountId] });
    const foreign = await makeRun();
    const mine = await makeStudent({ runId: own.id });
    const theirs = await makeStudent({ runId: foreign.id });
    await takeModule(mine.actor, catalogue, { mistakes: 11 });
    await takeModule(mine.actor, catalogue, later(48));
    await takeModule(theirs.actor, catalogue);
    const found = await questionStatistics(trainer.actor, { moduleId: "role", runId: null });
    expect(found).toMatchObject({ attempts: 1, runs: [{ id: own.id }] });
    expect(found.questions).toHaveLength(11);
    expect(found.questions.every(({ asked, correct, few }) => asked === 1 && correct === 0 && few)).toBe(
      true,
    );
    expect(JSON.stringify(found)).not.toContain(mine.enrolmentId);
    expect(await questionStatistics(trainer.actor, { moduleId: "role", runId: own.id })).toMatchObject({
      attempts: 1,
    });
    for (const input of [
      { moduleId: "role", runId: foreign.id },
      { moduleId: "role", runId: "neni-id" },
      { moduleId: "neni", runId: null },
    ])
      await expect(questionStatistics(trainer.actor, input)).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("a training outside runs", () => {
  const questions = Array.from({ length: 12 }, (_, index) => makeQuestion(`skoleni-${index}`));
  const training = trainingTest({
    id: "monitoring",
    questions,
    finalTest: { questions: 10, passPercent: 80 },
  });

  it("is taken by account, as often as wanted, with what follows done once", async () => {
    const { accountId } = await makeAccount({ roles: ["mentor"] });
    const taker = { accountId, enrolmentId: null };
    let passes = 0;
    for (const mistakes of [3, 2]) {
      const { attemptId } = await startTest(taker, training, randomUUID(), context);
      const sent = await fieldsFor(attemptId, questions, mistakes);
      expect(await saveAnswers(taker, training, { attemptId, sent }, context)).toEqual({ ok: true });
      const submit = () =>
        submitTest(
          taker,
          training,
          { attemptId, sent },
          context,
          async (_tx, { passed }) => (passes += Number(passed)),
        );
      expect(await submit()).toMatchObject({
        ok: true,
        grade: { passed: mistakes === 2, questionCount: 10 },
      });
      await submit();
    }
    expect(passes).toBe(1);
    expect(await attempts()).toMatchObject([
      { testKey: "training:monitoring", enrolmentId: null, number: 1, passMark: 80 },
      { number: 2, passed: true },
    ]);
    expect((await readTest(taker, training, context)).refusal).toBe("alreadyPassed");
  });
});
