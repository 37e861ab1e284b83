import { describe, expect, it } from "vitest";
import { lessonEarned, lessonState, lessonToContinue } from "~/course/rules/lesson-rule";
import { nextSteps } from "~/course/rules/overview/next-steps";
import { parseRunSettings } from "~/course/rules/parse-run-settings";
import { programmeDefaults } from "~/course/rules/run-settings";
import { nextRunStates, runCredits, runStates, runStepRefusal } from "~/course/rules/run-states";

const nothing = { opened: false, declared: false, passed: false, credited: false };

describe("a lesson", () => {
  it.each([
    { facts: {}, state: "new", earned: false },
    { facts: { opened: true }, state: "reading", earned: false },
    { facts: { opened: true, declared: true }, state: "declared", earned: false },
    { facts: { opened: true, passed: true }, state: "passed", earned: false },
    { facts: { opened: true, declared: true, passed: true }, state: "done", earned: true },
    { facts: { opened: true, declared: true, passed: true, credited: true }, state: "done", earned: false },
    { facts: { credited: true }, state: "done", earned: false },
  ])("$facts → $state, earns now: $earned", ({ facts, state, earned }) => {
    expect(lessonState({ ...nothing, ...facts })).toBe(state);
    expect(lessonEarned({ ...nothing, ...facts })).toBe(earned);
  });

  const at = (day: number) => new Date(Date.UTC(2026, 5, day));

  it("to go on with is the one opened last among those not done", () => {
    const lessons = [
      { id: "a", state: "done" as const, lastOpenedAt: at(9) },
      { id: "b", state: "reading" as const, lastOpenedAt: at(3) },
      { id: "c", state: "declared" as const, lastOpenedAt: at(7) },
      { id: "d", state: "new" as const, lastOpenedAt: null },
    ];
    expect(lessonToContinue(lessons)?.id).toBe("c");
  });

  it("is otherwise the first one that is not done, and none when all are", () => {
    const done = { id: "a", state: "done" as const, lastOpenedAt: at(9) };
    expect(lessonToContinue([done, { id: "b", state: "new", lastOpenedAt: null }])?.id).toBe("b");
    expect(lessonToContinue([done])).toBeNull();
    expect(lessonToContinue([])).toBeNull();
  });
});

describe("what a trainee does next", () => {
  const facts = {
    runState: "running" as const,
    settings: programmeDefaults,
    sums: { theoryMinutes: 0, practiceMinutes: 0 },
    lessonOpen: true,
  };
  it.each([
    { name: "at the start", change: {}, steps: ["lesson"] },
    { name: "with all lessons read", change: { lessonOpen: false }, steps: ["inPerson"] },
    {
      name: "after the theory",
      change: { sums: { theoryMinutes: 2700, practiceMinutes: 60 } },
      steps: ["practice"],
    },
    {
      name: "with everything done",
      change: { sums: { theoryMinutes: 2700, practiceMinutes: 2400 } },
      steps: ["exam"],
    },
    {
      name: "when practice may begin early",
      change: {
        settings: { ...programmeDefaults, practiceGateTheoryShare: 0.5 },
        sums: { theoryMinutes: 1350, practiceMinutes: 0 },
      },
      steps: ["lesson", "practice"],
    },
    { name: "before the run begins", change: { runState: "recruiting" as const }, steps: ["wait"] },
    { name: "after the run", change: { runState: "closed" as const }, steps: ["closed"] },
  ])("$name: $steps", ({ change, steps }) => {
    expect(nextSteps({ ...facts, ...change }).map(({ kind }) => kind)).toEqual(steps);
  });
});

describe("a run", () => {
  const ready = { trainees: 10, trainers: 1, openApplications: 0 };

  it("goes on step by step and credits hours only while it studies or is examined", () => {
    expect(runStates.map((state) => nextRunStates(state))).toEqual([
      ["recruiting"],
      ["running", "planned"],
      ["exams"],
      ["closed", "running"],
      [],
    ]);
    expect(runStates.filter(runCredits)).toEqual(["running", "exams"]);
  });

  it.each([
    { from: "recruiting", to: "running", facts: ready, refusal: null },
    { from: "recruiting", to: "running", facts: { ...ready, trainees: 0 }, refusal: "noTrainees" },
    { from: "recruiting", to: "running", facts: { ...ready, trainers: 0 }, refusal: "noTrainers" },
    { from: "recruiting", to: "planned", facts: ready, refusal: "applicationsOpen" },
    {
      from: "recruiting",
      to: "planned",
      facts: { trainees: 0, trainers: 0, openApplications: 0 },
      refusal: null,
    },
    { from: "exams", to: "running", facts: { ...ready, trainers: 0 }, refusal: null },
    { from: "closed", to: "running", facts: ready, refusal: "runStep" },
    { from: "planned", to: "running", facts: ready, refusal: "runStep" },
  ] as const)("$from → $to: $refusal", ({ from, to, facts, refusal }) => {
    expect(runStepRefusal(from, to, facts)).toBe(refusal);
  });

  it("keeps settings it was planned with and fills what is missing", () => {
    // A run planned before guides and plans of practice asks for neither.
    const before = { ...programmeDefaults, practicePlan: {}, presenceConfirmation: "optional" };
    expect(parseRunSettings({ passMark: 80 })).toEqual({ ...before, passMark: 80 });
    expect(parseRunSettings(null)).toEqual(before);
    expect(parseRunSettings(programmeDefaults)).toEqual(programmeDefaults);
    expect(() => parseRunSettings({ passMark: 0 })).toThrow();
    expect(() => parseRunSettings({ examBasis: "years" })).toThrow();
  });
});
