import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  evaluateGraduation,
  type GraduationFacts,
  type GraduationSettings,
} from "~/certification/rules/graduation";
import { examParts } from "~/certification/schema";

const settings: GraduationSettings = {
  theoryMinutes: 2700,
  practiceMinutes: 2400,
  teachingHour: 45,
  practiceHour: 60,
  examParts: ["written", "oral"],
};

const everything: GraduationFacts = {
  theoryMinutes: 2700,
  practiceMinutes: 2400,
  pledgeSigned: true,
  supervision: { required: 3, kept: 3 },
  passedParts: ["written", "oral"],
};

const facts = fc.record({
  theoryMinutes: fc.nat(3000),
  practiceMinutes: fc.nat(3000),
  pledgeSigned: fc.boolean(),
  supervision: fc.record({ required: fc.nat(6), kept: fc.nat(6) }),
  passedParts: fc.subarray([...examParts]),
});

describe("graduation", () => {
  it("is reached with everything done", () => {
    const { complete, requirements } = evaluateGraduation(everything, settings);
    expect(complete).toBe(true);
    expect(requirements.map(({ code, missing }) => [code, missing])).toEqual([
      ["theory", 0],
      ["pledge", 0],
      ["practice", 0],
      ["supervision", 0],
      ["exam.written", 0],
      ["exam.oral", 0],
    ]);
  });

  it.each([
    ["a minute of theory", { theoryMinutes: 2699 }, "theory", 1],
    ["a minute of practice", { practiceMinutes: 2399 }, "practice", 1],
    ["the pledge", { pledgeSigned: false }, "pledge", 1],
    ["a supervision", { supervision: { required: 3, kept: 1 } }, "supervision", 2],
    ["a part of the exam", { passedParts: ["written" as const] }, "exam.oral", 1],
    [
      "a required part, though another was passed",
      { passedParts: ["written" as const, "practical" as const] },
      "exam.oral",
      1,
    ],
  ])("is not reached without %s", (_case, change, code, missing) => {
    const { complete, requirements } = evaluateGraduation({ ...everything, ...change }, settings);
    expect(complete).toBe(false);
    expect(requirements.filter(({ met }) => !met)).toMatchObject([{ code, missing }]);
  });

  it("is complete exactly when nothing is missing, and missing is what remains", () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { complete, requirements } = evaluateGraduation(given, settings);
        expect(complete).toBe(requirements.every(({ missing }) => missing === 0));
        for (const { met, done, required, missing } of requirements) {
          expect(met).toBe(done >= required);
          expect(missing).toBe(Math.max(0, required - done));
        }
      }),
    );
  });

  it("never takes back what was reached when somebody does more", () => {
    fc.assert(
      fc.property(facts, fc.nat(500), fc.nat(500), (given, theory, practice) => {
        const before = evaluateGraduation(given, settings);
        const after = evaluateGraduation(
          {
            ...given,
            theoryMinutes: given.theoryMinutes + theory,
            practiceMinutes: given.practiceMinutes + practice,
            pledgeSigned: true,
            passedParts: [...examParts],
          },
          settings,
        );
        before.requirements.forEach(({ missing }, index) => {
          expect(after.requirements[index]!.missing).toBeLessThanOrEqual(missing);
        });
      }),
    );
  });
});
