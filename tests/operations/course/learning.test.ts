import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import { declareLesson } from "~/course/operations/declare-lesson.server";
import { lockEnrolment, enrolmentById } from "~/course/operations/enrolments.server";
import { correctHours } from "~/course/operations/learning/correct-hours.server";
import { noteVersionSeen, readChanges } from "~/course/operations/learning/lesson-changes.server";
import { measureReading } from "~/course/operations/learning/measure-reading.server";
import { readOwnHours, readTraineeHours } from "~/course/operations/learning/read-hours.server";
import { readWorksheets } from "~/course/operations/learning/read-worksheets.server";
import { saveWorksheets } from "~/course/operations/learning/worksheets.server";
import { creditLesson } from "~/course/operations/lesson-credit.server";
import { readLesson } from "~/course/operations/read-lesson.server";
import { longestAnswer } from "~/course/rules/learning/worksheet-sync";
import { db, inTransaction } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import {
  courseNow,
  makeCatalogue,
  makeLesson,
  makeRun,
  makeStudent,
  passTest,
} from "../../support/factories/course";
import { makeAccount } from "../../support/factories/people";

withTestDatabase();
beforeEach(async () => {
  await resetDatabase();
  setCatalogue(makeCatalogue());
});

const context = { now: courseNow };
const later = (seconds: number) => ({ now: new Date(courseNow.getTime() + seconds * 1000) });
const first = { module: "role", lesson: "prvni" };
const second = { module: "role", lesson: "druha" };
type Student = Awaited<ReturnType<typeof makeStudent>>;

const write = (actor: Student["actor"], text: string, version: number, worksheetId = "prvni-list") =>
  saveWorksheets(actor, first, [{ worksheetId, text, version }], context);

async function earn({ actor, enrolmentId, accountId }: Student, address = first): Promise<number> {
  await passTest({ enrolmentId, accountId, lessonId: address.lesson });
  return (await declareLesson(actor, address, context)).credited;
}

describe("worksheets", () => {
  it("keep what a trainee wrote, sealed, and give it back to the trainee only", async () => {
    const { actor, runId } = await makeStudent();
    expect(await write(actor, "Moje odpověď\r\nna dva řádky", 0)).toEqual([
      { worksheetId: "prvni-list", kind: "saved", version: 1 },
    ]);
    const row = await db().worksheetAnswer.findFirstOrThrow();
    expect(row.textSealed).not.toContain("odpověď");
    expect((await readWorksheets(actor, first)).worksheets).toEqual([
      { id: "prvni-list", label: "Co jste zjistili", text: "Moje odpověď\nna dva řádky", version: 1 },
      { id: "druhy-list", label: "Co uděláte", text: "", version: 0 },
    ]);
    expect((await readLesson(actor, first, context)).standing?.answers).toMatchObject([
      { worksheetId: "prvni-list", version: 1 },
    ]);
    const other = await makeStudent({ runId });
    expect((await readLesson(other.actor, first, context)).standing?.answers).toEqual([]);
  });

  it("sent twice are saved once", async () => {
    const { actor } = await makeStudent();
    const both = await Promise.all([write(actor, "A", 0), write(actor, "A", 0)]);
    expect(both.flat().map((saved) => saved.kind === "saved" && saved.version)).toEqual([1, 1]);
    expect(await db().worksheetAnswer.findMany()).toMatchObject([{ version: 1 }]);
  });

  it("of two devices at once lose neither text", async () => {
    const { actor } = await makeStudent();
    await write(actor, "společný začátek", 0);
    const both = (await Promise.all([write(actor, "z telefonu", 1), write(actor, "z počítače", 1)])).flat();
    expect(both.map(({ kind }) => kind).sort()).toEqual(["conflict", "saved"]);
    const conflict = both.find((saved) => saved.kind === "conflict")!;
    const kept = (await readWorksheets(actor, first)).worksheets[0]!;
    expect(conflict).toMatchObject({ current: { text: kept.text, version: 2 } });
    expect([kept.text, conflict.kind === "conflict" && conflict.mine].sort()).toEqual([
      "z počítače",
      "z telefonu",
    ]);
  });

  it("written offline without knowing what is saved do not overwrite it", async () => {
    const { actor } = await makeStudent();
    await write(actor, "z portálu", 0);
    expect(await write(actor, "bez připojení", -1)).toMatchObject([
      { kind: "conflict", current: { text: "z portálu", version: 1 }, mine: "bez připojení" },
    ]);
    expect(await write(actor, "poprvé", -1, "druhy-list")).toMatchObject([{ kind: "saved", version: 1 }]);
  });

  it("of several fields are saved but for the one that is stale", async () => {
    const { actor } = await makeStudent();
    await write(actor, "novější", 0);
    const saved = await saveWorksheets(
      actor,
      first,
      [
        { worksheetId: "prvni-list", text: "starší", version: 0 },
        { worksheetId: "druhy-list", text: "jiná", version: 0 },
      ],
      context,
    );
    expect(saved.map(({ kind }) => kind)).toEqual(["conflict", "saved"]);
  });

  it("refuse a megabyte naming the limit, and keep nothing of it", async () => {
    const { actor } = await makeStudent();
    await expect(write(actor, "x".repeat(1024 * 1024), 0)).rejects.toMatchObject({
      code: "tooLarge",
      reason: "learning:refusal.answerTooLong",
      values: { limit: longestAnswer, length: 1024 * 1024 },
    });
    expect(await db().worksheetAnswer.count()).toBe(0);
    expect(await write(actor, "x".repeat(longestAnswer), 0)).toMatchObject([{ kind: "saved" }]);
  });

  it("refuse a lesson, a worksheet or a course that is not there, each in its own words", async () => {
    const { actor } = await makeStudent();
    const answers = [{ worksheetId: "prvni-list", text: "A", version: 0 }];
    await expect(
      saveWorksheets(actor, { module: "role", lesson: "neni" }, answers, context),
    ).rejects.toMatchObject({
      code: "notFound",
      reason: "learning:refusal.lessonGone",
    });
    await expect(write(actor, "A", 0, "cizi-list")).rejects.toMatchObject({ code: "gone" });
    const { actor: left } = await makeStudent({ state: "withdrawn" });
    await expect(write(left, "A", 0)).rejects.toMatchObject({ reason: "learning:refusal.noCourse" });
  });

  it("stay when the lesson loses them", async () => {
    const { actor } = await makeStudent();
    await write(actor, "vzpomínka", 0);
    const { text } = makeLesson({ id: "prvni", moduleId: "role" });
    setCatalogue(makeCatalogue({ prvni: { text: { ...text, worksheets: [] } } }));
    expect(await readWorksheets(actor, first)).toMatchObject({
      worksheets: [],
      former: [{ id: "prvni-list", text: "vzpomínka" }],
    });
  });
});

describe("reading time", () => {
  it("is counted once for two tabs, two lessons and two devices", async () => {
    const { actor, enrolmentId } = await makeStudent();
    await readLesson(actor, first, context);
    await readLesson(actor, second, context);
    const counted = await Promise.all([
      measureReading(actor, first, 60, later(60)),
      measureReading(actor, first, 60, later(60)),
      measureReading(actor, second, 60, later(60)),
    ]);
    expect(counted.sort()).toEqual([0, 0, 60]);
    const { _sum } = await db().lessonProgress.aggregate({
      where: { enrolmentId },
      _sum: { measuredSeconds: true },
    });
    expect(_sum.measuredSeconds).toBe(60);
  });

  it("is not believed beyond what has passed, and a beat that claims too much is refused", async () => {
    const { actor } = await makeStudent();
    await readLesson(actor, first, context);
    expect(await measureReading(actor, first, 80, later(10))).toBe(10);
    await expect(measureReading(actor, first, 3600, later(4000))).rejects.toMatchObject({
      code: "invalid",
      field: "seconds",
      values: { maximum: 90 },
    });
  });

  it("earns nothing by itself, however long", async () => {
    const { actor, enrolmentId } = await makeStudent();
    await readLesson(actor, first, context);
    for (let minute = 1; minute <= 50; minute += 1)
      await measureReading(actor, first, 60, later(minute * 60));
    const { standing } = await readLesson(actor, first, later(3000));
    expect(standing).toMatchObject({ measuredSeconds: 3000, declaredMinutes: null, creditedMinutes: 0 });
    expect(await db().ledgerEntry.count({ where: { enrolmentId } })).toBe(0);
  });

  it("leaves no trace of a lesson that was not opened, or of somebody without a course", async () => {
    const { actor } = await makeStudent();
    expect(await measureReading(actor, first, 60, later(60))).toBe(0);
    const mentor = await makeAccount({ roles: ["mentor"] });
    expect(await measureReading(mentor.actor, first, 60, later(60))).toBe(0);
    expect(await db().lessonProgress.count()).toBe(0);
  });

  it("stands beside what was declared and what is credited", async () => {
    const student = await makeStudent();
    await readLesson(student.actor, first, context);
    await measureReading(student.actor, first, 60, later(60));
    await declareLesson(student.actor, { ...first, minutes: 70 }, context);
    await declareLesson(student.actor, { ...first, minutes: 5 }, context);
    expect(await earn(student)).toBe(45);
    expect((await readOwnHours(student.actor)).lessons).toMatchObject([
      { id: "prvni", measuredSeconds: 60, declaredMinutes: 70, creditedMinutes: 45 },
    ]);
  });
});

describe("a lesson that was edited", () => {
  const edited = () => {
    const { text } = makeLesson({ id: "prvni", moduleId: "role" });
    const paragraphs = [text.paragraphs[0]!, { heading: "První část", text: "Text, ale jiný." }];
    setCatalogue(makeCatalogue({ prvni: { contentHash: "edited", text: { ...text, paragraphs } } }));
  };

  it("says what has changed since the hour was credited, and leaves the hour", async () => {
    const student = await makeStudent();
    const { actor } = student;
    await readLesson(actor, first, context);
    await earn(student);
    expect((await readLesson(actor, first, context)).standing?.changed).toBe(false);
    edited();
    expect((await readLesson(actor, first, context)).standing).toMatchObject({
      changed: true,
      credited: true,
      creditedMinutes: 45,
    });
    expect(await readChanges(actor, first)).toMatchObject({ state: "changed", credited: true, seen: false });
    expect(await readOwnHours(actor)).toMatchObject({
      sums: { theoryMinutes: 45 },
      entries: [{ minutes: 45, changedLesson: { moduleId: "role", id: "prvni" } }],
    });
    await noteVersionSeen(actor, first, context);
    await noteVersionSeen(actor, first, context);
    expect((await readLesson(actor, first, context)).standing?.changed).toBe(false);
    // The credited text can still be compared.
    expect(await readChanges(actor, first)).toMatchObject({ state: "changed", seen: true });
  });

  it("is compared with what was read when there is no hour yet", async () => {
    const { actor } = await makeStudent();
    await readLesson(actor, first, context);
    edited();
    expect((await readLesson(actor, first, context)).standing?.changed).toBe(true);
    expect(await readChanges(actor, first)).toMatchObject({ state: "changed", credited: false });
    await noteVersionSeen(actor, first, context);
    expect(await readChanges(actor, first)).toMatchObject({ state: "none" });
  });

  it("says plainly when only its test changed, and when the older text was not kept", async () => {
    const { actor } = await makeStudent();
    await readLesson(actor, first, context);
    setCatalogue(makeCatalogue({ prvni: { contentHash: "test-only" } }));
    expect(await readChanges(actor, first)).toMatchObject({ state: "testOnly" });
    await db().lessonVersion.deleteMany();
    expect(await readChanges(actor, first)).toMatchObject({ state: "unknown" });
  });

  it("that left the course leaves its hours", async () => {
    const student = await makeStudent();
    await earn(student);
    const rest = makeCatalogue();
    rest.lessons.delete("prvni");
    setCatalogue(rest);
    await expect(readLesson(student.actor, first, context)).rejects.toMatchObject({
      code: "notFound",
      reason: "learning:refusal.lessonGone",
    });
    expect(await readOwnHours(student.actor)).toMatchObject({
      sums: { theoryMinutes: 45 },
      entries: [{ source: "prvni", minutes: 45 }],
      lessons: [{ id: "prvni", moduleId: null, creditedMinutes: 45 }],
    });
  });
});

describe("a correction", () => {
  const reason = "omyl v zápisu";
  async function taught() {
    const trainer = await makeAccount({ roles: ["trainer"] });
    const run = await makeRun({ trainerIds: [trainer.accountId] });
    const student = await makeStudent({ runId: run.id });
    await earn(student);
    const place = { runId: run.id, enrolmentId: student.enrolmentId };
    const entry = (await db().ledgerEntry.findFirstOrThrow()).id;
    return { trainer: trainer.actor, student, place, entry };
  }

  it("leaves hours of teaching in person to the attendance they follow from", async () => {
    const { trainer, student, place } = await taught();
    const entry = randomUUID();
    await db().ledgerEntry.create({
      data: {
        id: entry,
        enrolmentId: student.enrolmentId,
        unit: "theory",
        kind: "make_up",
        minutes: 45,
        sourceKey: "session:1",
        moduleId: "role",
        ruleVersion: 1,
        day: courseNow,
        creditedAt: courseNow,
      },
    });
    const correction = { intent: "reverse" as const, entry, reason };
    await expect(correctHours(trainer, place, correction, context)).rejects.toMatchObject({
      field: "entry",
      reason: "learning:refusal.followsAttendance",
    });
    expect((await readTraineeHours(trainer, place.runId, place.enrolmentId)).sums.theoryMinutes).toBe(90);
  });

  it("takes a credit back by an entry with its reason, once", async () => {
    const { trainer, student, place, entry } = await taught();
    const correction = { intent: "reverse" as const, entry, reason };
    await correctHours(trainer, place, correction, context);
    await expect(correctHours(trainer, place, correction, context)).rejects.toMatchObject({
      reason: "course:refusal.reversedBefore",
    });
    const hours = await readTraineeHours(trainer, place.runId, place.enrolmentId);
    expect(hours.sums.theoryMinutes).toBe(0);
    expect(hours.entries).toHaveLength(2);
    expect(hours.entries.find(({ kind }) => kind === "correction")).toMatchObject({ minutes: -45, reason });
    expect((await readLesson(student.actor, first, context)).standing).toMatchObject({
      takenBack: true,
      credited: false,
      creditedMinutes: 0,
    });
    // The rule does not credit again what a person has taken back.
    expect((await declareLesson(student.actor, first, context)).credited).toBe(0);
  });

  it("adds and takes minutes within the module, once however often it is sent", async () => {
    const { trainer, place } = await taught();
    const adjust = (minutes: number, id = randomUUID()) =>
      correctHours(trainer, place, { intent: "adjust", id, module: "role", minutes, reason }, context);
    const id = randomUUID();
    await Promise.all([adjust(-15, id), adjust(-15, id)]);
    await adjust(-15, id);
    const sum = async () =>
      (await readTraineeHours(trainer, place.runId, place.enrolmentId)).sums.theoryMinutes;
    expect(await sum()).toBe(30);
    await expect(adjust(-31)).rejects.toMatchObject({
      reason: "learning:refusal.adjustBelow",
      values: { minutes: 30 },
    });
    await expect(adjust(61)).rejects.toMatchObject({
      reason: "learning:refusal.adjustAbove",
      values: { minutes: 60 },
    });
    await adjust(60);
    expect(await sum()).toBe(90);
  });

  it("is not made outside one's runs, in one's own hours, in practice or when all is over", async () => {
    const { trainer, student, place, entry } = await taught();
    const correction = { intent: "reverse" as const, entry, reason };
    const stranger = await makeAccount({ roles: ["trainer"] });
    await expect(correctHours(stranger.actor, place, correction, context)).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(readTraineeHours(stranger.actor, place.runId, place.enrolmentId)).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(
      correctHours(trainer, { ...place, enrolmentId: "nesmysl" }, correction, context),
    ).rejects.toMatchObject({ code: "notFound" });
    const own = await makeStudent({ account: { roles: ["trainee", "trainer"] } });
    await db().runTrainer.create({ data: { runId: own.runId, accountId: own.accountId } });
    await expect(
      correctHours(own.actor, { runId: own.runId, enrolmentId: own.enrolmentId }, correction, context),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      correctHours(trainer, place, { ...correction, entry: randomUUID() }, context),
    ).rejects.toMatchObject({ code: "invalid", field: "entry" });
    await db().enrolment.update({ where: { id: student.enrolmentId }, data: { state: "graduated" } });
    await expect(correctHours(trainer, place, correction, context)).rejects.toMatchObject({
      reason: "learning:refusal.notCorrectable",
    });
    expect(await db().ledgerEntry.count()).toBe(1);
  });

  it("does not race with a credit", async () => {
    const { trainer, student, place } = await taught();
    await passTest({ ...student, lessonId: "druha" });
    const credit = inTransaction(async (tx) => {
      await lockEnrolment(tx, student.enrolmentId);
      await tx.lessonProgress.create({
        data: {
          enrolmentId: student.enrolmentId,
          lessonId: "druha",
          openedAt: courseNow,
          lastOpenedAt: courseNow,
          declaredAt: courseNow,
        },
      });
      const enrolment = (await enrolmentById(student.enrolmentId, tx))!;
      return creditLesson(tx, enrolment, makeCatalogue().lessons.get("druha")!, courseNow);
    });
    const add = { intent: "adjust" as const, id: randomUUID(), module: "role", minutes: 45, reason };
    await Promise.allSettled([credit, correctHours(trainer, place, add, context)]);
    const { sums } = await readTraineeHours(trainer, place.runId, place.enrolmentId);
    expect(sums.theoryMinutes).toBe(90);
  });
});
