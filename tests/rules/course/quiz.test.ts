import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedQuestions, correctNeeded, gradeQuiz, orderedOptions } from "~/course/rules/quiz";
import { quizForm } from "~/course/schema";
import { makeQuestion } from "../../support/factories/course";

const several = makeQuestion("m", {
  kind: "multiple",
  options: ["a", "b", "c", "d"].map((id) => ({ id, text: id, correct: id === "a" || id === "c", why: id })),
});
const seven = Array.from({ length: 7 }, (_, index) => makeQuestion(`q${index}`));

describe("grading a test", () => {
  it.each([
    { chosen: ["a", "c"], correct: true },
    { chosen: ["c", "a"], correct: true },
    { chosen: ["a"], correct: false },
    { chosen: ["a", "c", "d"], correct: false },
    { chosen: ["a", "a", "c"], correct: true },
    { chosen: [], correct: false },
    { chosen: ["a", "x"], correct: false },
  ])("of several right options wants exactly those: $chosen → $correct", ({ chosen, correct }) => {
    expect(gradeQuiz([several], { m: chosen }, 75).questions[0]?.correct).toBe(correct);
  });

  it.each([
    { right: 5, passMark: 75, passed: false },
    { right: 6, passMark: 75, passed: true },
    { right: 7, passMark: 100, passed: true },
    { right: 6, passMark: 100, passed: false },
    { right: 4, passMark: 50, passed: true },
  ])("passes seven questions at $passMark % with $right right: $passed", ({ right, passMark, passed }) => {
    const answers = Object.fromEntries(seven.map(({ id }, index) => [id, [index < right ? "a" : "b"]]));
    const grade = gradeQuiz(seven, answers, passMark);
    expect(grade).toMatchObject({ correctCount: right, questionCount: 7, passed });
    expect(passed).toBe(right >= correctNeeded(7, passMark));
  });

  it("counts a question without an answer as wrong", () => {
    expect(gradeQuiz(seven, {}, 75)).toMatchObject({ correctCount: 0, passed: false });
  });

  it("passes nobody in a test without questions", () => {
    expect(gradeQuiz([], {}, 75).passed).toBe(false);
  });
});

describe("asking questions", () => {
  it("tells nothing about which option is right", () => {
    const sent = JSON.stringify(askedQuestions([several, ...seven]));
    expect(sent).not.toMatch(/correct|why/);
  });

  it("orders options by the attempt: the same for one attempt, all of them always there", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.array(fc.string(), { maxLength: 8 }), (seed, options) => {
        const once = orderedOptions("single", options, seed);
        expect(orderedOptions("single", options, seed)).toEqual(once);
        expect([...once].sort()).toEqual([...options].sort());
      }),
    );
  });

  it("puts every option first in some attempt, and keeps true before false", () => {
    const options = ["a", "b", "c", "d"];
    const firsts = new Set(
      Array.from({ length: 200 }, (_, index) => orderedOptions("single", options, `attempt ${index}`)[0]),
    );
    expect(firsts).toEqual(new Set(options));
    expect(orderedOptions("truefalse", ["Pravda", "Nepravda"], "seed")).toEqual(["Pravda", "Nepravda"]);
  });
});

describe("the form of a test", () => {
  const form = quizForm([several, seven[0]!]);
  const id = "7f9c24e5-2f63-4b0e-9c55-0f2c5a2f9d11";

  it("gives answers by question", () => {
    expect(form.parse({ id, "q-m": ["a", "c"], "q-q0": "b" })).toEqual({
      attemptId: id,
      answers: { m: ["a", "c"], q0: ["b"] },
    });
    expect(form.parse({ id, "q-m": "a", "q-q0": "b" }).answers).toEqual({ m: ["a"], q0: ["b"] });
  });

  it.each([
    { name: "an unanswered question", sent: { id, "q-m": ["a"] }, field: "q-q0" },
    { name: "an option the question does not have", sent: { id, "q-m": ["a"], "q-q0": "z" }, field: "q-q0" },
    { name: "nothing ticked", sent: { id, "q-q0": "a" }, field: "q-m" },
    { name: "no attempt", sent: { "q-m": ["a"], "q-q0": "a" }, field: "id" },
    { name: "a long text", sent: { id, "q-m": ["a"], "q-q0": "a".repeat(1_000_000) }, field: "q-q0" },
  ])("refuses $name and names the field", ({ sent, field }) => {
    const result = form.safeParse(sent);
    expect(result.success).toBe(false);
    expect(result.error?.issues.map(({ path }) => path[0])).toContain(field);
  });
});
