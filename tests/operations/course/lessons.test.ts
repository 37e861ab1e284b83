import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import { declareLesson } from "~/course/operations/declare-lesson.server";
import { ledgerSums } from "~/course/operations/ledger.server";
import { readCourse } from "~/course/operations/read-course.server";
import { readLesson } from "~/course/operations/read-lesson.server";
import { saveReadingPlace } from "~/course/operations/save-reading-place.server";
import { readAttempt } from "~/course/operations/testing/read-attempt.server";
import { takeLessonTest } from "~/course/operations/testing/take-test.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { answersTo, courseNow, makeCatalogue, makeRun, makeStudent } from "../../support/factories/course";
import { makeAccount } from "../../support/factories/people";

withTestDatabase();
let catalogue = makeCatalogue();
beforeEach(async () => {
  await resetDatabase();
  catalogue = makeCatalogue();
  setCatalogue(catalogue);
});

const context = { now: courseNow };
const first = { module: "role", lesson: "prvni" };
const second = { module: "role", lesson: "druha" };
type Actor = Parameters<typeof takeLessonTest>[0];

async function take(actor: Actor, { mistakes = 0, address = first, attemptId = randomUUID() } = {}) {
  const lesson = catalogue.lessons.get(address.lesson)!;
  const taken = await takeLessonTest(
    actor,
    lesson,
    { attemptId, sent: answersTo(lesson, mistakes) },
    context,
  );
  if (!taken.ok) throw new Error(JSON.stringify(taken.errors));
  return { ...taken, credited: taken.stored ? taken.credited : 0 };
}
const credits = (enrolmentId: string) => db().ledgerEntry.findMany({ where: { enrolmentId } });

describe("finishing a lesson", () => {
  it("credits one teaching hour when it is declared and its test passed, with the content it was", async () => {
    const { actor, enrolmentId } = await makeStudent();
    expect(await declareLesson(actor, first, context)).toEqual({ credited: 0 });
    expect(await take(actor)).toMatchObject({ stored: true, credited: 45, grade: { passed: true } });
    expect(await credits(enrolmentId)).toEqual([
      expect.objectContaining({
        unit: "theory",
        kind: "online_lesson",
        minutes: 45,
        sourceKey: "lesson:prvni",
        moduleId: "role",
        contentHash: "hash-prvni",
        ruleVersion: 1,
        creditedById: null,
      }),
    ]);
    const events = await db().auditEvent.findMany({ where: { subjectId: enrolmentId } });
    expect(events.map(({ action }) => action).sort()).toEqual([
      "lesson.credit",
      "lesson.declare",
      "test.submit",
    ]);
  });

  it("credits it in the other order too", async () => {
    const { actor, enrolmentId } = await makeStudent();
    expect((await take(actor)).credited).toBe(0);
    expect(await declareLesson(actor, first, context)).toEqual({ credited: 45 });
    expect(await credits(enrolmentId)).toHaveLength(1);
  });

  it("credits it once, however often it is declared and passed", async () => {
    const { actor, enrolmentId } = await makeStudent();
    await declareLesson(actor, first, context);
    expect((await take(actor)).credited).toBe(45);
    expect((await take(actor)).credited).toBe(0);
    expect(await declareLesson(actor, first, context)).toEqual({ credited: 0 });
    expect(await credits(enrolmentId)).toHaveLength(1);
  });

  it("credits it once when the declaration and several tests arrive at the same time", async () => {
    const { actor, enrolmentId } = await makeStudent();
    const outcomes = await Promise.all([
      declareLesson(actor, first, context),
      ...Array.from({ length: 6 }, () => take(actor)),
      declareLesson(actor, first, context),
    ]);
    expect(outcomes.reduce((sum, { credited }) => sum + credited, 0)).toBe(45);
    expect(await credits(enrolmentId)).toHaveLength(1);
    expect(await db().testAttempt.count({ where: { enrolmentId } })).toBe(6);
  });

  it("credits it when the declaration and the passed test arrive together and neither sees the other", async () => {
    const run = await makeRun();
    const students = [];
    for (let index = 0; index < 12; index += 1) students.push(await makeStudent({ runId: run.id }));
    await Promise.all(students.flatMap(({ actor }) => [declareLesson(actor, first, context), take(actor)]));
    const sums = await ledgerSums(students.map(({ enrolmentId }) => enrolmentId));
    expect([...sums.values()].map(({ theoryMinutes }) => theoryMinutes)).toEqual(Array(12).fill(45));
  });

  it("credits nothing for a test that is not passed, and says what was wrong", async () => {
    const { actor, enrolmentId } = await makeStudent();
    await declareLesson(actor, first, context);
    const { grade, credited } = await take(actor, { mistakes: 2 });
    expect(credited).toBe(0);
    expect(grade).toMatchObject({ passed: false, correctCount: 2, questionCount: 4 });
    expect(await credits(enrolmentId)).toEqual([]);
    expect((await take(actor, { mistakes: 1 })).credited).toBe(45);
  });

  it("keeps to the pass mark of the run", async () => {
    const { id: runId } = await makeRun({ settings: { passMark: 100 } });
    const { actor } = await makeStudent({ runId });
    await declareLesson(actor, first, context);
    expect((await take(actor, { mistakes: 1 })).grade.passed).toBe(false);
    expect((await take(actor)).credited).toBe(45);
  });

  it("does not credit more than the module has: the rest was taught in person", async () => {
    const { actor, enrolmentId } = await makeStudent();
    await db().ledgerEntry.create({
      data: {
        id: randomUUID(),
        enrolmentId,
        unit: "theory",
        kind: "in_person_session",
        minutes: 90,
        sourceKey: "session:1",
        moduleId: "role",
        ruleVersion: 1,
        day: courseNow,
        creditedAt: courseNow,
      },
    });
    await declareLesson(actor, first, context);
    expect((await take(actor)).credited).toBe(0);
    expect((await readLesson(actor, first, context)).standing?.state).toBe("done");
    expect(await credits(enrolmentId)).toHaveLength(1);
  });

  it("leaves earned credit alone when the lesson is edited", async () => {
    const { actor, enrolmentId } = await makeStudent();
    await declareLesson(actor, first, context);
    const attemptId = randomUUID();
    await take(actor, { attemptId });
    setCatalogue(makeCatalogue({ prvni: { contentHash: "edited" } }));
    await declareLesson(actor, first, context);
    expect((await take(actor)).credited).toBe(0);
    expect((await credits(enrolmentId)).map(({ contentHash }) => contentHash)).toEqual(["hash-prvni"]);
    expect((await readAttempt(actor, attemptId)).result).toMatchObject({ passed: true, correctCount: 4 });
  });

  it.each(["planned", "recruiting", "closed"] as const)(
    "counts nothing in a run that is %s",
    async (state) => {
      const { id: runId } = await makeRun({ state });
      const { actor, enrolmentId } = await makeStudent({ runId });
      await expect(declareLesson(actor, first, context)).rejects.toMatchObject({
        code: "conflict",
        reason: "course:refusal.notStudying",
      });
      expect((await take(actor)).stored).toBe(false);
      expect(await db().testAttempt.count()).toBe(0);
      expect(await credits(enrolmentId)).toEqual([]);
    },
  );

  it("counts nothing for somebody who has left the run", async () => {
    const { actor } = await makeStudent({ state: "withdrawn" });
    await expect(declareLesson(actor, first, context)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is not known at an address that does not fit together", async () => {
    const { actor } = await makeStudent();
    for (const address of [
      { module: "pravo", lesson: "prvni" },
      { module: "role", lesson: "neni" },
      { module: undefined, lesson: undefined },
    ]) {
      await expect(declareLesson(actor, address, context)).rejects.toMatchObject({ code: "notFound" });
      await expect(readLesson(null, address, context)).rejects.toMatchObject({ code: "notFound" });
    }
  });
});

describe("an attempt", () => {
  it("sent twice is one attempt with one result", async () => {
    const { actor, enrolmentId } = await makeStudent();
    await declareLesson(actor, first, context);
    const attemptId = randomUUID();
    expect(await take(actor, { attemptId, mistakes: 2 })).toMatchObject({ grade: { correctCount: 2 } });
    expect(await take(actor, { attemptId })).toMatchObject({ grade: { correctCount: 2 }, credited: 0 });
    const both = await Promise.all([take(actor, { attemptId }), take(actor, { attemptId })]);
    expect(both.map(({ grade }) => grade.passed)).toEqual([false, false]);
    expect(await db().testAttempt.count({ where: { enrolmentId } })).toBe(1);
  });

  it("of somebody else is neither overwritten nor read", async () => {
    const mine = await makeStudent();
    const other = await makeStudent({ runId: mine.runId });
    const attemptId = randomUUID();
    await take(mine.actor, { attemptId });
    await expect(take(other.actor, { attemptId })).rejects.toMatchObject({ code: "notFound" });
    await expect(take(mine.actor, { attemptId, address: second })).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(readAttempt(other.actor, attemptId)).rejects.toMatchObject({ code: "notFound" });
    await expect(readAttempt(mine.actor, "nesmysl")).rejects.toMatchObject({ code: "notFound" });
    expect((await readAttempt(mine.actor, attemptId)).result).toMatchObject({ correctCount: 4 });
  });

  it("of a reader without a course is graded and forgotten", async () => {
    const mentor = await makeAccount({ roles: ["mentor"] });
    expect(await take(mentor.actor)).toMatchObject({ stored: false, grade: { passed: true }, credited: 0 });
    expect(await db().testAttempt.count()).toBe(0);
  });
});

describe("reading a lesson", () => {
  it("shows a visitor only what it is about", async () => {
    expect(await readLesson(null, first, context)).toMatchObject({ mayRead: false, standing: null });
    const applicant = await makeAccount({ roles: ["applicant"] });
    expect((await readLesson(applicant.actor, first, context)).mayRead).toBe(false);
    const trainer = await makeAccount({ roles: ["trainer"] });
    expect(await readLesson(trainer.actor, first, context)).toMatchObject({ mayRead: true, standing: null });
    expect(await db().lessonProgress.count()).toBe(0);
  });

  it("notes the opening and the place, and goes on from there", async () => {
    const { actor } = await makeStudent();
    expect((await readCourse(actor)).study?.goOn).toMatchObject({ lessonId: "prvni", heading: null });
    const reading = await readLesson(actor, second, context);
    expect(reading).toMatchObject({
      mayRead: true,
      standing: { state: "reading", lastHeading: null, earning: true, passMark: 75 },
      previous: { id: "prvni" },
      next: null,
    });
    await saveReadingPlace(actor, second, "druha-cast", context);
    expect((await readLesson(actor, second, context)).standing?.lastHeading).toBe("druha-cast");
    expect((await readCourse(actor)).study?.goOn).toMatchObject({
      lessonId: "druha",
      heading: { id: "druha-cast", text: "Druhá část" },
    });
  });

  it("forgets a heading the lesson does not have, and keeps no place of people without a course", async () => {
    const { actor, enrolmentId } = await makeStudent();
    await saveReadingPlace(actor, first, "neni-tam", context);
    expect(await db().lessonProgress.findMany({ where: { enrolmentId } })).toMatchObject([
      { lastHeading: null },
    ]);
    const mentor = await makeAccount({ roles: ["mentor"] });
    await saveReadingPlace(mentor.actor, first, "druha-cast", context);
    expect(await db().lessonProgress.count()).toBe(1);
  });

  it("opened in several tabs at once is opened once", async () => {
    const { actor } = await makeStudent();
    await Promise.all(Array.from({ length: 5 }, () => readLesson(actor, first, context)));
    expect(await db().lessonProgress.count()).toBe(1);
  });
});

describe("the course's overview", () => {
  it("gives a visitor the outline, with hours that have no lesson yet", async () => {
    const { modules, study } = await readCourse(null);
    expect(study).toBeNull();
    expect(
      modules.map(({ id, hours, unwrittenHours, lessons }) => [id, hours, unwrittenHours, lessons.length]),
    ).toEqual([
      ["role", 2, 0, 2],
      ["pravo", 3, 3, 0],
    ]);
    expect(modules[0]?.lessons[0]?.state).toBeNull();
  });

  it("gives a trainee states, hours and the next step", async () => {
    const { actor } = await makeStudent();
    await declareLesson(actor, first, context);
    await take(actor);
    await declareLesson(actor, second, context);
    const { modules, study } = await readCourse(actor);
    expect(modules[0]).toMatchObject({ creditedMinutes: 45, complete: false });
    expect(modules[0]?.lessons.map(({ state }) => state)).toEqual(["done", "declared"]);
    expect(study).toMatchObject({
      sums: { theoryMinutes: 45, practiceMinutes: 0 },
      steps: [{ kind: "lesson" }],
      goOn: { lessonId: "druha" },
    });
  });
});
