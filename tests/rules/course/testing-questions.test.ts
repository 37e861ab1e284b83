import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerField, fieldsWith, partField, readAnswers } from "~/course/rules/testing/answer-fields";
import { drawQuestions, shuffled } from "~/course/rules/testing/draw";
import { correctNeeded, gradeTest, isRight } from "~/course/rules/testing/grade";
import { askedQuestion, optionIds, type Answer, type Question } from "~/course/rules/testing/question";
import { isAccepted, normalisedAnswer } from "~/course/rules/testing/short-answer";
import {
  makeMatching,
  makeOrdering,
  makeQuestion,
  makeSeveral,
  makeShort,
} from "../../support/factories/questions";

const several = makeSeveral("m");
const ordering = makeOrdering("o");
const matching = makeMatching("p");
const short = makeShort("s", ["2700", "dva tisíce sedm set"]);
const trueFalse = makeQuestion("t", {
  kind: "truefalse",
  options: [
    { id: "a", text: "Pravda", correct: false, why: "Ne." },
    { id: "b", text: "Nepravda", correct: true, why: "Ano." },
  ],
});
const bank: Question[] = [
  several,
  ordering,
  matching,
  short,
  trueFalse,
  ...Array.from({ length: 30 }, (_, index) => makeQuestion(`q${index}`)),
];

function rightAnswer(question: Question): Answer {
  switch (question.kind) {
    case "ordering":
      return question.items.map(({ id }) => id);
    case "matching":
      return question.pairs.map(({ id }) => `${id}:${id}`);
    case "short":
      return [question.accepted[0]!];
    default:
      return question.options.filter(({ correct }) => correct).map(({ id }) => id);
  }
}

describe("a draw", () => {
  it("is distinct questions of the bank, as many as asked for or as there are", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 0, max: 40 }), (seed, count) => {
        const drawn = drawQuestions(bank, count, seed);
        const ids = drawn.map(({ question }) => question);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBe(Math.min(count, bank.length));
        expect(bank.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
      }),
    );
  });

  it("of a whole bank is a permutation of it, and of every question's options", () => {
    fc.assert(
      fc.property(fc.uuid(), (seed) => {
        const drawn = drawQuestions(bank, bank.length, seed);
        expect(drawn.map(({ question }) => question).sort()).toEqual(bank.map(({ id }) => id).sort());
        for (const { question, options } of drawn) {
          const asked = bank.find(({ id }) => id === question)!;
          expect([...options].sort()).toEqual(optionIds(asked).sort());
        }
        expect(drawQuestions(bank, bank.length, seed)).toEqual(drawn);
      }),
    );
  });

  it("of all questions keeps the author's order; true stays before false", () => {
    const drawn = drawQuestions(bank, null, "seed");
    expect(drawn.map(({ question }) => question)).toEqual(bank.map(({ id }) => id));
    expect(drawn.find(({ question }) => question === "t")?.options).toEqual(["a", "b"]);
  });

  it("never shows an ordering already in order", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(drawQuestions([ordering], null, seed)[0]?.options).not.toEqual(optionIds(ordering));
      }),
    );
  });

  it("puts every question and every option first in some attempt", () => {
    const seeds = Array.from({ length: 300 }, (_, index) => `attempt ${index}`);
    const letters = ["a", "b", "c", "d"];
    expect(new Set(seeds.map((seed) => shuffled(letters, seed)[0]))).toEqual(new Set(letters));
    const drawn = new Set(
      seeds.flatMap((seed) => drawQuestions(bank, 16, seed).map(({ question }) => question)),
    );
    expect(drawn.size).toBe(bank.length);
  });
});

describe("grading", () => {
  it.each([
    { answer: ["a", "c"], right: true },
    { answer: ["c", "a"], right: true },
    { answer: ["a"], right: false },
    { answer: ["a", "c", "d"], right: false },
    { answer: ["a", "a", "c"], right: true },
    { answer: [], right: false },
    { answer: ["a", "x"], right: false },
  ])("wants exactly the right ones of several: $answer → $right", ({ answer, right }) => {
    expect(isRight(several, answer)).toBe(right);
  });

  it.each([
    { answer: ["i1", "i2", "i3", "i4"], right: true },
    { answer: ["i2", "i1", "i3", "i4"], right: false },
    { answer: ["i1", "i2", "i3"], right: false },
    { answer: [], right: false },
  ])("wants every item in its place: $answer → $right", ({ answer, right }) => {
    expect(isRight(ordering, answer)).toBe(right);
  });

  it.each([
    { answer: ["p1:p1", "p2:p2", "p3:p3"], right: true },
    { answer: ["p3:p3", "p1:p1", "p2:p2"], right: true },
    { answer: ["p1:p2", "p2:p1", "p3:p3"], right: false },
    { answer: ["p1:p1"], right: false },
  ])("wants every pair together: $answer → $right", ({ answer, right }) => {
    expect(isRight(matching, answer)).toBe(right);
  });

  it("does not depend on the order in which anything was drawn or shown", () => {
    const answers = fc.record(
      Object.fromEntries(bank.map((question) => [question.id, fc.boolean()])),
    ) as fc.Arbitrary<Record<string, boolean>>;
    fc.assert(
      fc.property(answers, fc.uuid(), (knows, seed) => {
        const given = Object.fromEntries(
          bank.filter(({ id }) => knows[id]).map((question) => [question.id, rightAnswer(question)]),
        );
        const once = gradeTest(bank, given, 75);
        const again = gradeTest(shuffled(bank, seed), given, 75);
        expect(again).toEqual({ ...once, results: again.results });
        expect(again.results).toEqual(once.results);
        expect(once.correctCount).toBe(Object.values(knows).filter(Boolean).length);
      }),
    );
  });

  it.each([
    { right: 5, passMark: 75, passed: false },
    { right: 6, passMark: 75, passed: true },
    { right: 7, passMark: 100, passed: true },
    { right: 6, passMark: 100, passed: false },
    { right: 4, passMark: 50, passed: true },
  ])("passes seven questions at $passMark % with $right right: $passed", ({ right, passMark, passed }) => {
    const seven = Array.from({ length: 7 }, (_, index) => makeQuestion(`q${index}`));
    const answers = Object.fromEntries(seven.map(({ id }, index) => [id, [index < right ? "a" : "b"]]));
    expect(gradeTest(seven, answers, passMark)).toMatchObject({ correctCount: right, passed });
    expect(right >= correctNeeded(7, passMark)).toBe(passed);
  });

  it("passes nobody in a test without questions", () => {
    expect(gradeTest([], {}, 75).passed).toBe(false);
  });
});

describe("a short answer", () => {
  it.each([
    ["2 700", true],
    ["2\u00a0700", true],
    ["2.700", true],
    ["2700.", true],
    [" Dva  tisíce SEDM set ", true],
    ["dva tisice sedm set", true],
    ["27 00", true],
    ["2701", false],
    ["", false],
    ["   ", false],
    ["2,7", false],
  ])("%j is accepted: %s", (words, accepted) => {
    expect(isAccepted(words, short.accepted)).toBe(accepted);
  });

  it.each([
    ["1,5", "1.5"],
    ["05", "5"],
    ["Supervize!", "supervize"],
    ["„most“", "most"],
    ["A–B", "a-b"],
  ])("%j is compared like %j", (one, other) => {
    expect(normalisedAnswer(one)).toBe(normalisedAnswer(other));
  });

  it("is the same whatever case, accents and spaces it is written with", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const once = normalisedAnswer(text);
        expect(normalisedAnswer(` ${text} `)).toBe(once);
        expect(normalisedAnswer(once)).toBe(once);
      }),
    );
    expect(normalisedAnswer("PŘÍLIŠ ŽLUŤOUČKÝ kůň")).toBe(
      "prilisžlutouckykun".normalize("NFKD").replace(/\p{M}/gu, ""),
    );
  });
});

describe("asking", () => {
  it("tells nothing about what is right", () => {
    const drawn = drawQuestions(bank, null, "seed");
    const sent = JSON.stringify(bank.map((question, index) => askedQuestion(question, drawn[index]!)));
    expect(sent).not.toMatch(/correct|why|accepted|contentHash/);
    expect(sent).not.toMatch(/"i1"|"p1"/);
  });

  it("still shows what was drawn when options have come and gone since", () => {
    const changed = { ...several, options: several.options.filter(({ id }) => id !== "b") };
    const asked = askedQuestion(changed, { options: ["d", "b", "c"] });
    expect(asked.options.map(({ value }) => value)).toEqual(["d", "c", "a"]);
  });
});

describe("the form of a test", () => {
  const asked = [several, ordering, matching, short].map((question) => ({
    question,
    drawn: drawQuestions([question], null, "seed")[0]!,
  }));
  const answers = {
    m: ["a", "c"],
    o: ["i3", "i1", "i2", "i4"],
    p: ["p1:p2", "p2:p1", "p3:p3"],
    s: ["nevím"],
  };
  const fields = fieldsWith(asked, answers);

  it("gives back the answers its fields were filled with", () => {
    expect(readAnswers(asked, fields, { whole: true })).toEqual({ answers, errors: {} });
  });

  it("gives back any order and any pairs", () => {
    const order = fc.shuffledSubarray(["i1", "i2", "i3", "i4"], { minLength: 4 });
    const rights = fc.shuffledSubarray(["p1", "p2", "p3"], { minLength: 3 });
    fc.assert(
      fc.property(order, rights, (o, to) => {
        const given = { ...answers, o, p: ["p1", "p2", "p3"].map((left, index) => `${left}:${to[index]}`) };
        expect(readAnswers(asked, fieldsWith(asked, given), { whole: true }).answers).toEqual(given);
      }),
    );
  });

  const broken: [string, Record<string, string | string[]>, string, unknown][] = [
    ["nothing ticked", { "q-m": [] }, "q-m", "testing:error.unanswered"],
    ["an unknown option", { "q-m": ["a", "z"] }, "q-m", "errors:choose"],
    ["two items in one place", { "q-o_1": "2", "q-o_2": "2" }, "q-o", "testing:error.order"],
    ["a place that does not exist", { "q-o_1": "5" }, "q-o", "errors:choose"],
    ["a place that is no number", { "q-o_1": "první" }, "q-o", "errors:choose"],
    ["a missing place", { "q-o_1": "" }, "q-o", "testing:error.unanswered"],
    ["one right side twice", { "q-p_1": "1", "q-p_2": "1" }, "q-p", "testing:error.pairs"],
    ["no words", { "q-s": "  " }, "q-s", "testing:error.unanswered"],
    [
      "a megabyte of words",
      { "q-s": "a".repeat(1_000_000) },
      "q-s",
      { key: "errors:tooLong", values: { count: 200 } },
    ],
    ["a question that was not asked", { "q-cizi": "a" }, "", "testing:error.notAsked"],
    ["a part the question does not have", { "q-o_9": "1" }, "", "testing:error.notAsked"],
  ];
  it.each(broken)("refuses %s and names the field", (_, change, field, error) => {
    expect(readAnswers(asked, { ...fields, ...change }, { whole: true }).errors).toEqual({
      [field]: [error],
    });
  });

  it("kept half-way holds what can be read and forgets half an order", () => {
    const half = { [answerField("m")]: ["a"], [partField("o", 1)]: "1", [answerField("s")]: "" };
    const kept = { answers: { m: ["a"], o: [], s: [] }, errors: {} };
    expect(readAnswers(asked, half, { whole: false })).toEqual(kept);
    const twice = { ...fields, ...half, [partField("o", 2)]: "1" };
    expect(readAnswers(asked, twice, { whole: false })).toEqual({
      ...kept,
      answers: { ...kept.answers, p: answers.p },
    });
  });
});
