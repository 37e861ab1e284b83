import { beforeEach, describe, expect, it } from "vitest";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import { compareRuns } from "~/course/operations/overview/compare-runs.server";
import { readOwnOverview } from "~/course/operations/overview/own-overview.server";
import { readRunTable } from "~/course/operations/overview/run-table.server";
import { readTableView } from "~/course/rules/overview/table-order";
import { addDays } from "~/platform/days";
import { countQueries } from "../../../support/count-queries";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { courseDay, courseNow, makeCatalogue, makeRun, makeStudent } from "../../../support/factories/course";
import {
  creditPracticeMinutes,
  makeAttendance,
  makeExamResult,
} from "../../../support/factories/certification";
import {
  makeSession,
  makeSessionAttendance,
  makeTestAttempt,
  makeWaitingPractice,
  openLesson,
} from "../../../support/factories/overview";
import { makeAccount } from "../../../support/factories/people";
import { creditTheory, signFor } from "../../../support/factories/practice";

withTestDatabase();
beforeEach(async () => {
  await resetDatabase();
  setCatalogue(makeCatalogue());
});

const context = { now: courseNow };
const view = (search = "") => readTableView(new URLSearchParams(search));
/** A run that began lately, so that nobody is behind unless a test says so. */
const young = { startsOn: addDays(courseDay, -10), endsOn: addDays(courseDay, 200) };
const taughtRun = async (overrides: Parameters<typeof makeRun>[0] = {}) => {
  const trainer = await makeAccount({ roles: ["trainer"] });
  const run = await makeRun({ trainerIds: [trainer.accountId], ...young, ...overrides });
  return { trainer, run };
};

describe("the run's table", () => {
  it("shows hours, supervision, tests and attendance of everybody", async () => {
    const { trainer, run } = await taughtRun();
    const student = await makeStudent({ runId: run.id, account: { name: "Jana Účastnice" } });
    await creditTheory(student.enrolmentId, 450, courseDay);
    await creditPracticeMinutes(student.enrolmentId, 120, courseDay);
    await makeAttendance({ enrolmentId: student.enrolmentId }, courseDay);
    await makeTestAttempt(student, { correct: 16 });
    const held = await makeSession(run.id);
    await makeSession(run.id, { state: "planned", day: addDays(courseDay, 7) });
    await makeSession(run.id, { state: "cancelled" });
    await makeSessionAttendance(held.id, student.enrolmentId, { minutes: 105 });
    const table = await readRunTable(trainer.actor, { runId: run.id, view: view() }, context);
    expect(table.rows).toMatchObject([
      {
        enrolmentId: student.enrolmentId,
        name: "Jana Účastnice",
        sums: { theoryMinutes: 450, practiceMinutes: 120 },
        tests: { passed: 1, total: 1 },
        attendance: { share: 0.5, best: 0.75 },
        lastActiveOn: courseDay,
        flags: [{ code: "attendance", values: { best: 75, limit: 80 } }],
        outlook: "atRisk",
      },
    ]);
  });

  it("raises each flag from what is stored", async () => {
    const { trainer, run } = await taughtRun({
      startsOn: addDays(courseDay, -100),
      endsOn: addDays(courseDay, 20),
    });
    const idle = await makeStudent({ runId: run.id, account: { name: "A" } });
    await openLesson(idle.enrolmentId, addDays(courseDay, -23));
    const stuck = await makeStudent({ runId: run.id, account: { name: "B" } });
    for (const number of [1, 2, 3]) await makeTestAttempt(stuck, { number });
    const working = await makeStudent({ runId: run.id, account: { name: "C" } });
    await creditTheory(working.enrolmentId, 2700, courseDay);
    await creditPracticeMinutes(working.enrolmentId, 2400, courseDay);
    await makeWaitingPractice(working.enrolmentId, addDays(courseDay, -9));
    const table = await readRunTable(trainer.actor, { runId: run.id, view: view() }, context);
    expect(table.rows.map(({ flags }) => flags.map(({ code }) => code))).toEqual([
      ["inactive", "behind"],
      ["testFailed", "behind"],
      ["supervision", "practiceWaiting"],
    ]);
    expect(table.rows[0]?.flags[0]?.values).toEqual({ count: 3 });
    expect(table.flagCounts).toMatchObject({ behind: 2, inactive: 1, supervision: 1 });
    const filtered = await readRunTable(
      trainer.actor,
      { runId: run.id, view: view("priznak=testFailed") },
      context,
    );
    expect(filtered.rows.map(({ name }) => name)).toEqual(["B"]);
    expect(filtered.people).toBe(3);
  });

  it("takes an approval by somebody else for no activity of the trainee", async () => {
    const { trainer, run } = await taughtRun({ startsOn: addDays(courseDay, -60) });
    const student = await makeStudent({ runId: run.id });
    await openLesson(student.enrolmentId, addDays(courseDay, -30));
    await creditPracticeMinutes(student.enrolmentId, 120, addDays(courseDay, -1));
    const { rows } = await readRunTable(trainer.actor, { runId: run.id, view: view() }, context);
    expect(rows[0]?.lastActiveOn).toBe(addDays(courseDay, -30));
  });

  it("asks the database as often for three people as for thirty", async () => {
    const counts: number[] = [];
    for (const people of [3, 30]) {
      const { trainer, run } = await taughtRun();
      const sessions = [await makeSession(run.id), await makeSession(run.id)];
      for (let index = 0; index < people; index += 1) {
        const student = await makeStudent({ runId: run.id, account: { password: null } });
        await creditTheory(student.enrolmentId, 45 * index, courseDay);
        await creditPracticeMinutes(student.enrolmentId, 60, courseDay);
        await makeWaitingPractice(student.enrolmentId, courseDay);
        await makeTestAttempt(student);
        await makeAttendance({ enrolmentId: student.enrolmentId }, courseDay);
        await makeExamResult(student.enrolmentId, "written");
        for (const { id } of sessions) await makeSessionAttendance(id, student.enrolmentId);
      }
      const { result, count } = await countQueries(() =>
        readRunTable(trainer.actor, { runId: run.id, view: view() }, context),
      );
      expect(result.rows).toHaveLength(people);
      counts.push(count);
    }
    expect(counts[0]).toBeGreaterThan(5);
    expect(counts[1]).toBe(counts[0]);
  });

  it("is found only by those who teach or coordinate the run", async () => {
    const { run } = await taughtRun();
    const stranger = await makeAccount({ roles: ["trainer"] });
    const elsewhere = await makeAccount({ roles: [{ role: "coordinator", regionCode: "CZ010" }] });
    for (const { actor } of [stranger, elsewhere]) {
      await expect(readRunTable(actor, { runId: run.id, view: view() }, context)).rejects.toMatchObject({
        code: "notFound",
      });
    }
  });

  it("raises nothing in a closed run, and counts who did not finish as lost", async () => {
    const { trainer, run } = await taughtRun({
      state: "closed",
      startsOn: "2025-01-01",
      endsOn: "2025-06-01",
    });
    await makeStudent({ runId: run.id });
    await makeStudent({ runId: run.id, state: "graduated" });
    const table = await readRunTable(trainer.actor, { runId: run.id, view: view() }, context);
    expect(table.rows.flatMap(({ flags }) => flags)).toEqual([]);
    expect(table.forecast).toMatchObject({ counts: { certain: 1, lost: 1 }, verdict: "missed" });
  });
});

describe("runs side by side", () => {
  it("compares only the actor's runs, in one batch", async () => {
    const here = await makeRun(young);
    await makeRun({ regionCode: "CZ010" });
    const student = await makeStudent({ runId: here.id });
    await creditTheory(student.enrolmentId, 1350, courseDay);
    await makeStudent({ runId: here.id, state: "withdrawn" });
    const coordinator = await makeAccount({ roles: ["coordinator"] });
    const runs = await compareRuns(coordinator.actor, context);
    expect(runs).toMatchObject([
      {
        id: here.id,
        taken: 1,
        theoryShare: 0.5,
        practiceShare: 0,
        attendanceShare: null,
        forecast: { counts: { likely: 1, lost: 1 }, verdict: "outOfReach" },
      },
    ]);
    const before = await countQueries(() => compareRuns(coordinator.actor, context));
    const more = await makeRun(young);
    for (let index = 0; index < 5; index += 1) await makeStudent({ runId: more.id });
    const after = await countQueries(() => compareRuns(coordinator.actor, context));
    expect(after.count).toBe(before.count);
  });

  it("is empty for a trainer without runs", async () => {
    const { actor } = await makeAccount({ roles: ["trainer"] });
    expect(await compareRuns(actor, context)).toEqual([]);
  });
});

describe("a trainee's own page", () => {
  it("says what to do, what is done, what is missing and by when", async () => {
    const run = await makeRun({ ...young, settings: { practiceGateTheoryShare: 0.1 } });
    const student = await makeStudent({ runId: run.id });
    await creditTheory(student.enrolmentId, 900, courseDay);
    const next = await makeSession(run.id, { state: "planned", day: addDays(courseDay, 3) });
    await makeSession(run.id, { state: "planned", day: addDays(courseDay, 9) });
    const overview = await readOwnOverview(student.actor, context);
    expect(overview).toMatchObject({
      sums: { theoryMinutes: 900, practiceMinutes: 0 },
      nextSession: { startsAt: next.startsAt },
      supervisionBy: null,
      unread: 0,
    });
    expect(overview?.steps.map(({ kind }) => kind)).toEqual(["session", "pledge", "lesson"]);
    expect(overview?.standing.graduation.requirements[0]).toMatchObject({ code: "theory", missing: 1800 });
    expect(overview?.standing.admission.admitted).toBe(false);
    await signFor(student.enrolmentId, student.name, courseDay);
    await makeSessionAttendance(next.id, student.enrolmentId, { state: "excused" });
    await makeWaitingPractice(student.enrolmentId, courseDay);
    const later = await readOwnOverview(student.actor, context);
    expect(later?.supervisionBy).toBe("2026-06-30");
    expect(later?.nextSession?.startsAt).toEqual(new Date(`${addDays(courseDay, 9)}T08:00:00Z`));
    expect(later?.steps.map(({ kind }) => kind)).toEqual(["session", "supervision", "lesson", "practice"]);
  });

  it("is empty for a trainee without a run, and closed with the run", async () => {
    const nobody = await makeAccount({ roles: ["trainee"] });
    expect(await readOwnOverview(nobody.actor, context)).toBeNull();
    const run = await makeRun({ state: "closed" });
    const student = await makeStudent({ runId: run.id });
    const overview = await readOwnOverview(student.actor, context);
    expect(overview?.steps).toEqual([{ kind: "closed" }]);
  });
});
