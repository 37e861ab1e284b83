import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startRefusal, testStanding, type AttemptFacts } from "~/course/rules/testing/attempt-rules";
import { fewestAnswers, itemStatistics } from "~/course/rules/testing/item-statistics";

const now = new Date("2026-06-12T13:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const limits = { attempts: 3, coolingOffHours: 24 };

const sent = (hours: number, correctCount: number): AttemptFacts => ({
  submittedAt: hoursAgo(hours),
  passed: correctCount >= 12,
  correctCount,
  questionCount: 16,
});
const open: AttemptFacts = { submittedAt: null, passed: null, correctCount: null, questionCount: 16 };

describe("where somebody stands with a test", () => {
  it.each([
    { name: "nothing tried", attempts: [], refusal: null, left: 3, best: null },
    { name: "failed yesterday", attempts: [sent(25, 8)], refusal: null, left: 2, best: 0.5 },
    { name: "failed an hour ago", attempts: [sent(1, 8)], refusal: "coolingOff", left: 2, best: 0.5 },
    { name: "failed exactly a pause ago", attempts: [sent(24, 8)], refusal: null, left: 2, best: 0.5 },
    { name: "passed", attempts: [sent(30, 4), sent(1, 16)], refusal: "alreadyPassed", left: 1, best: 1 },
    {
      name: "all used",
      attempts: [sent(90, 4), sent(60, 8), sent(30, 4)],
      refusal: "noAttemptsLeft",
      left: 0,
      best: 0.5,
    },
    { name: "one open", attempts: [sent(30, 4), open], refusal: null, left: 1, best: 0.25 },
  ])("$name: $refusal, $left left", ({ attempts, refusal, left, best }) => {
    const standing = testStanding(attempts, limits, now);
    expect(startRefusal(standing)).toBe(refusal);
    expect(standing).toMatchObject({ attemptsLeft: left, bestShare: best, attemptsUsed: attempts.length });
  });

  it("says when the pause ends, and nothing when no attempt is left", () => {
    expect(testStanding([sent(1, 8)], limits, now).nextAttemptAt).toEqual(hoursAgo(-23));
    expect(testStanding([sent(1, 8), sent(1, 8), sent(1, 8)], limits, now).nextAttemptAt).toBeNull();
  });

  it("never lets anybody start more attempts than there are, however long one waits", () => {
    const step = fc.record({
      waited: fc.integer({ min: 0, max: 72 }),
      right: fc.integer({ min: 0, max: 16 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.integer({ min: 1, max: 6 }), (steps, attempts) => {
        const made: AttemptFacts[] = [];
        let clock = now.getTime();
        for (const { waited, right } of steps) {
          clock += waited * 3_600_000;
          const moment = new Date(clock);
          const standing = testStanding(made, { attempts, coolingOffHours: 24 }, moment);
          if (startRefusal(standing)) continue;
          made.push({ ...sent(0, right), submittedAt: moment });
        }
        expect(made.length).toBeLessThanOrEqual(attempts);
        expect(made.filter(({ passed }) => passed).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("without a limit is always open", () => {
    const many = Array.from({ length: 50 }, () => sent(0, 3));
    const standing = testStanding(many, { attempts: null, coolingOffHours: 0 }, now);
    expect(standing.attemptsLeft).toBeNull();
    expect(startRefusal(standing)).toBeNull();
  });
});

describe("statistics of questions", () => {
  const byId = (attempts: Record<string, boolean>[]) =>
    new Map(itemStatistics(attempts).map((one) => [one.question, one]));

  it("count how often a question was asked and answered right", () => {
    const found = byId([
      { x: true, y: false },
      { x: true, z: true },
      { x: false, y: true },
    ]);
    expect(found.get("x")).toMatchObject({ asked: 3, correct: 2, difficulty: 2 / 3, few: true });
    expect(found.get("z")).toMatchObject({ asked: 1, difficulty: 1, discrimination: null });
    expect(found.has("w")).toBe(false);
  });

  // Worked by hand: the rests are 1, 1/2, 1/2, 0 for x = 1, 1, 0, 0; r = 0.25 / (0.5 · √0.125).
  it("correlate a question with the rest of its test", () => {
    const attempts = [
      { x: true, y: true, z: true },
      { x: true, y: true, z: false },
      { x: false, y: true, z: false },
      { x: false, y: false, z: false },
    ];
    expect(byId(attempts).get("x")?.discrimination).toBeCloseTo(Math.SQRT1_2, 10);
  });

  it("tell a question that the better ones get wrong by a negative number", () => {
    const attempts = Array.from({ length: 12 }, (_, index) => ({
      trap: index < 6,
      a: index >= 6,
      b: index >= 6,
    }));
    expect(byId(attempts).get("trap")).toMatchObject({ discrimination: -1, few: false });
  });

  it("say nothing about a question everybody answers alike, and flag too few answers", () => {
    const attempts = Array.from({ length: fewestAnswers }, (_, index) => ({ x: true, y: index % 2 === 0 }));
    expect(byId(attempts).get("x")).toMatchObject({ discrimination: null, few: false });
    expect(byId(attempts.slice(1)).get("x")?.few).toBe(true);
  });

  it("stay within their bounds whatever was answered, in whatever order", () => {
    const attempt = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), fc.boolean());
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 40 }), (attempts) => {
        const found = byId(attempts);
        const backwards = byId([...attempts].reverse());
        for (const [id, { asked, correct, difficulty, discrimination }] of found) {
          expect(correct).toBeLessThanOrEqual(asked);
          expect(difficulty).toBeGreaterThanOrEqual(0);
          expect(difficulty).toBeLessThanOrEqual(1);
          if (discrimination !== null) expect(Math.abs(discrimination)).toBeLessThanOrEqual(1);
          expect(backwards.get(id)?.correct).toBe(correct);
        }
      }),
    );
  });
});
