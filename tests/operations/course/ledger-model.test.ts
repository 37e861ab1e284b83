import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import type { Catalogue } from "~/course/catalogue/types";
import { declareLesson } from "~/course/operations/declare-lesson.server";
import { correctHours } from "~/course/operations/learning/correct-hours.server";
import { measureReading } from "~/course/operations/learning/measure-reading.server";
import { creditPractice, ledgerSums, reverseCredit } from "~/course/operations/ledger.server";
import { readLesson } from "~/course/operations/read-lesson.server";
import { practiceSourceKey } from "~/course/rules/ledger";
import { programmeDefaults } from "~/course/rules/run-settings";
import { db, inTransaction } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import {
  courseDay,
  courseNow,
  makeCatalogue,
  makeLesson,
  makeRun,
  makeStudent,
  passTest,
  type MadeStudent,
} from "../../support/factories/course";
import { makeAccount } from "../../support/factories/people";

/**
 * The ledger against a model that only knows what a person would write on paper: whatever is done in
 * whatever order, the sums agree, no entry is ever changed, and no module holds more than its hours.
 */

withTestDatabase();

const teachingHour = 45;

/** Sixty lessons in six modules of ten hours. */
function sixtyLessons(edition = 1): Catalogue {
  const modules = Array.from({ length: 6 }, (_, index) => {
    const id = `modul-${index}`;
    const lessons = Array.from({ length: 10 }, (_, order) =>
      makeLesson({
        id: `${id}-lekce-${order}`,
        moduleId: id,
        order: order + 1,
        contentHash: `hash-${index}-${order}-${edition}`,
      }),
    );
    return { id, order: index + 1, title: id, hours: 10, summary: id, lessons, bank: [] };
  });
  const lessons = modules.flatMap((module) => module.lessons);
  return {
    ...makeCatalogue(),
    modules,
    lessons: new Map(lessons.map((lesson) => [lesson.id, lesson])),
  };
}

interface Model {
  declared: Set<string>;
  passed: Set<string>;
  /** Minutes of each credit that stands or stood, by source. */
  credits: Map<string, { minutes: number; module: string | null; takenBack: boolean }>;
  adjustments: { module: string; minutes: number }[];
}

interface Real {
  student: MadeStudent;
  trainer: MadeStudent["actor"];
  catalogue: Catalogue;
  edition: number;
  seen: Map<string, string>;
}

type Step = fc.AsyncCommand<Model, Real>;

function moduleMinutes(model: Model, module: string): number {
  const credits = [...model.credits.values()].filter(
    (credit) => credit.module === module && !credit.takenBack,
  );
  const adjustments = model.adjustments.filter((one) => one.module === module);
  return [...credits, ...adjustments].reduce((sum, { minutes }) => sum + minutes, 0);
}

function noteCredit(model: Model, lesson: string, module: string): number {
  const source = `lesson:${lesson}`;
  if (!model.declared.has(lesson) || !model.passed.has(lesson) || model.credits.has(source)) return 0;
  const minutes = Math.max(0, Math.min(teachingHour, 10 * teachingHour - moduleMinutes(model, module)));
  if (minutes > 0) model.credits.set(source, { minutes, module, takenBack: false });
  return minutes;
}

const lessonOf = (index: number) => ({
  module: `modul-${Math.floor(index / 10)}`,
  lesson: `modul-${Math.floor(index / 10)}-lekce-${index % 10}`,
});

class Declare implements Step {
  constructor(readonly index: number) {}
  check = () => true;
  async run(model: Model, { student }: Real) {
    const address = lessonOf(this.index);
    model.declared.add(address.lesson);
    const expected = noteCredit(model, address.lesson, address.module);
    const { credited } = await declareLesson(student.actor, address, { now: courseNow });
    expect(credited).toBe(expected);
  }
  toString = () => `declare(${this.index})`;
}

/** The test passed before: the next declaration credits. */
class Pass implements Step {
  constructor(readonly index: number) {}
  check = (model: Readonly<Model>) => !model.passed.has(lessonOf(this.index).lesson);
  async run(model: Model, { student }: Real) {
    const { lesson } = lessonOf(this.index);
    await passTest({ ...student, lessonId: lesson });
    model.passed.add(lesson);
  }
  toString = () => `pass(${this.index})`;
}

class Look implements Step {
  constructor(
    readonly index: number,
    readonly seconds: number,
  ) {}
  check = () => true;
  async run(_model: Model, { student }: Real) {
    const address = lessonOf(this.index);
    await readLesson(student.actor, address, { now: courseNow });
    const now = new Date(courseNow.getTime() + this.seconds * 1000);
    await measureReading(student.actor, address, this.seconds, { now });
  }
  toString = () => `look(${this.index}, ${this.seconds})`;
}

class Edit implements Step {
  check = () => true;
  async run(_model: Model, real: Real) {
    real.edition += 1;
    real.catalogue = sixtyLessons(real.edition);
    setCatalogue(real.catalogue);
  }
  toString = () => "edit()";
}

class Practise implements Step {
  constructor(
    readonly entry: number,
    readonly minutes: number,
  ) {}
  check = () => true;
  async run(model: Model, { student: { enrolmentId } }: Real) {
    const entryId = `zapis-${this.entry}`;
    const source = practiceSourceKey(entryId);
    const added = await inTransaction((tx) =>
      creditPractice(tx, {
        enrolmentId,
        entryId,
        minutes: this.minutes,
        day: courseDay,
        actorId: randomUUID(),
        now: courseNow,
      }),
    );
    expect(added).toBe(!model.credits.has(source));
    if (added) model.credits.set(source, { minutes: this.minutes, module: null, takenBack: false });
  }
  toString = () => `practise(${this.entry}, ${this.minutes})`;
}

class TakeBack implements Step {
  constructor(readonly which: number) {}
  check = (model: Readonly<Model>) => model.credits.size > 0;
  async run(model: Model, { student: { enrolmentId } }: Real) {
    const [source, credit] = [...model.credits][this.which % model.credits.size]!;
    const reversed = await inTransaction((tx) =>
      reverseCredit(tx, {
        enrolmentId,
        sourceKey: source,
        reason: "omyl",
        actorId: randomUUID(),
        now: courseNow,
      }),
    );
    expect(reversed).toBe(!credit.takenBack);
    credit.takenBack = true;
  }
  toString = () => `takeBack(${this.which})`;
}

class Adjust implements Step {
  constructor(
    readonly module: number,
    readonly minutes: number,
  ) {}
  check = () => true;
  async run(model: Model, { student, trainer }: Real) {
    const module = `modul-${this.module}`;
    const after = moduleMinutes(model, module) + this.minutes;
    const allowed = this.minutes !== 0 && after >= 0 && (this.minutes < 0 || after <= 10 * teachingHour);
    const place = { runId: student.runId, enrolmentId: student.enrolmentId };
    const correction = {
      intent: "adjust" as const,
      id: randomUUID(),
      module,
      minutes: this.minutes,
      reason: "oprava",
    };
    const done = await correctHours(trainer, place, correction, { now: courseNow }).then(
      () => true,
      () => false,
    );
    expect(done).toBe(allowed);
    if (allowed) model.adjustments.push({ module, minutes: this.minutes });
  }
  toString = () => `adjust(${this.module}, ${this.minutes})`;
}

/** After each step: sums as on paper, nothing changed or gone, no module over its hours. */
function checked(step: Step): Step {
  return {
    check: (model) => step.check(model),
    toString: () => step.toString(),
    async run(model, real) {
      await step.run(model, real);
      const { enrolmentId } = real.student;
      const standing = [...model.credits.values()].filter(({ takenBack }) => !takenBack);
      const theory = Array.from({ length: 6 }, (_, index) => moduleMinutes(model, `modul-${index}`));
      const practice = standing.filter(({ module }) => module === null);
      expect((await ledgerSums([enrolmentId])).get(enrolmentId)).toEqual({
        theoryMinutes: theory.reduce((sum, minutes) => sum + minutes, 0),
        practiceMinutes: practice.reduce((sum, { minutes }) => sum + minutes, 0),
      });
      const rows = await db().ledgerEntry.findMany({ where: { enrolmentId } });
      const now = new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
      for (const [id, row] of real.seen) expect(now.get(id)).toBe(row);
      real.seen = now;
    },
  };
}

const lesson = fc.integer({ min: 0, max: 11 });
const steps = [
  lesson.map((index) => new Declare(index)),
  lesson.map((index) => new Declare(index)),
  lesson.map((index) => new Pass(index)),
  lesson.map((index) => new Pass(index)),
  fc.tuple(lesson, fc.integer({ min: 1, max: 90 })).map(([index, seconds]) => new Look(index, seconds)),
  fc.constant(new Edit()),
  fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 15, max: 480 }))
    .map(([entry, minutes]) => new Practise(entry, minutes)),
  fc.nat(20).map((which) => new TakeBack(which)),
  fc
    .tuple(fc.constantFrom(0, 1), fc.integer({ min: -500, max: 500 }))
    .map(([module, minutes]) => new Adjust(module, minutes)),
].map((arbitrary) => arbitrary.map(checked));

async function begin(): Promise<Real> {
  await resetDatabase();
  const catalogue = sixtyLessons();
  setCatalogue(catalogue);
  const trainer = await makeAccount({ roles: ["trainer"] });
  const run = await makeRun({ trainerIds: [trainer.accountId] });
  const student = await makeStudent({ runId: run.id });
  return { student, trainer: trainer.actor, catalogue, edition: 1, seen: new Map() };
}

describe("the ledger under any sequence of operations", () => {
  it("keeps its sums right, its entries unchanged and its modules within their hours", async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { maxCommands: 30 }), async (commands) => {
        const real = await begin();
        const model: Model = { declared: new Set(), passed: new Set(), credits: new Map(), adjustments: [] };
        await fc.asyncModelRun(() => ({ model, real }), commands);
      }),
      { numRuns: 15 },
    );
  });

  it("credits sixty lessons as exactly 2,700 minutes, and not one more", async () => {
    const { student } = await begin();
    for (let index = 0; index < 60; index += 1) {
      const address = lessonOf(index);
      await passTest({ ...student, lessonId: address.lesson });
      expect(await declareLesson(student.actor, address, { now: courseNow })).toEqual({
        credited: teachingHour,
      });
      expect(await declareLesson(student.actor, address, { now: courseNow })).toEqual({ credited: 0 });
    }
    const sums = (await ledgerSums([student.enrolmentId])).get(student.enrolmentId);
    expect(sums).toEqual({ theoryMinutes: programmeDefaults.theoryMinutes, practiceMinutes: 0 });
    expect(sums?.theoryMinutes).toBe(2700);
  });
});
