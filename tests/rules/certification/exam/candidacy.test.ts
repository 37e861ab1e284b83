import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExamPart } from "~/certification/codes";
import { candidacy, type CandidacyFacts, type PlannedExam } from "~/certification/rules/exam/candidacy";
import { examKinds } from "~/certification/rules/exam/codes";
import { admissionByBothBases } from "~/certification/rules/exam/two-bases";
import { programmeDefaults } from "~/course/rules/run-settings";

const settings = { resitWithinDays: 30, substituteWithinDays: 30, excuseWorkingDays: 3 };
const fresh: CandidacyFacts = { active: true, admitted: true, results: [], missed: null, onOtherDay: false };
const failed = (part: ExamPart, heldOn = "2026-06-01") => ({ part, heldOn, passed: false });
const passed = (part: ExamPart, heldOn = "2026-06-01") => ({ part, heldOn, passed: true });
const both: ExamPart[] = ["written", "oral"];
const missed = (excuseAccepted: boolean | null, parts = both) => ({
  day: "2026-06-01",
  parts,
  excuseAccepted,
});
const exam = (kind: PlannedExam["kind"], day = "2026-06-12", parts = both): PlannedExam => ({
  kind,
  day,
  parts,
});

describe("who is examined in what", () => {
  it.each<[string, Partial<CandidacyFacts>, PlannedExam, ExamPart[] | string]>([
    ["a first attempt", {}, exam("regular"), both],
    ["one part first, the other later", { results: [passed("written")] }, exam("regular"), ["oral"]],
    [
      "a second regular exam",
      { results: [failed("written"), passed("oral")] },
      exam("regular"),
      "examinedBefore",
    ],
    ["who left", { active: false }, exam("regular"), "notActive"],
    ["who is not admitted", { admitted: false }, exam("regular"), "notAdmitted"],
    ["who is on another list", { onOtherDay: true }, exam("regular"), "onOtherDay"],
    ["who did not come", { missed: missed(null) }, exam("regular"), "missedBefore"],
    ["a resit of what failed", { results: [passed("written"), failed("oral")] }, exam("resit"), ["oral"]],
    ["a resit on the last day", { results: [failed("oral")] }, exam("resit", "2026-07-01"), ["oral"]],
    ["a resit a day late", { results: [failed("oral")] }, exam("resit", "2026-07-02"), "resitTooLate"],
    ["a resit the same day", { results: [failed("oral")] }, exam("resit", "2026-06-01"), "resitSameDay"],
    [
      "a second resit",
      { results: [failed("oral"), failed("oral", "2026-06-05")] },
      exam("resit"),
      "resitUsed",
    ],
    [
      "a resit of what was passed",
      { results: [passed("written"), passed("oral")] },
      exam("resit"),
      "alreadyPassed",
    ],
    ["a resit of nothing", {}, exam("resit"), "nothingToResit"],
    ["an excused absence", { missed: missed(true) }, exam("substitute"), both],
    ["a substitute on the last day", { missed: missed(true) }, exam("substitute", "2026-07-01"), both],
    [
      "a substitute a day late",
      { missed: missed(true) },
      exam("substitute", "2026-07-02"),
      "substituteTooLate",
    ],
    [
      "a substitute the same day",
      { missed: missed(true) },
      exam("substitute", "2026-06-01"),
      "substituteSameDay",
    ],
    ["an excuse not decided", { missed: missed(null) }, exam("substitute"), "notExcused"],
    ["an excuse refused", { missed: missed(false) }, exam("substitute"), "notExcused"],
    ["a substitute for nothing", {}, exam("substitute"), "nothingMissed"],
    [
      "a missed resit: what failed once, never what was passed",
      {
        results: [passed("written", "2026-05-20"), failed("oral", "2026-05-20")],
        missed: missed(true, ["oral"]),
      },
      exam("substitute"),
      ["oral"],
    ],
    [
      "a missed resit is not resat",
      { results: [failed("oral", "2026-05-20")], missed: missed(null, ["oral"]) },
      exam("resit"),
      "missedBefore",
    ],
  ])("%s", (_case, change, planned, expected) => {
    const { parts, refusal } = candidacy({ ...fresh, ...change }, planned, settings);
    if (typeof expected === "string") expect(refusal?.code).toBe(expected);
    else expect(parts).toEqual(expected);
  });

  it("never lets anybody take a part three times, a passed one again, or one that is not examined", () => {
    const part = fc.constantFrom<ExamPart>("written", "oral", "practical");
    const dayOfJune = fc.integer({ min: 1, max: 28 }).map((n) => `2026-06-${String(n).padStart(2, "0")}`);
    const result = fc.record({ part, heldOn: dayOfJune, passed: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(result, { maxLength: 5 }),
        fc.option(
          fc.record({
            day: dayOfJune,
            parts: fc.uniqueArray(part),
            excuseAccepted: fc.option(fc.boolean()),
          }),
        ),
        fc.constantFrom(...examKinds),
        dayOfJune,
        fc.uniqueArray(part, { minLength: 1 }),
        (results, absence, kind, day, parts) => {
          const answer = candidacy({ ...fresh, results, missed: absence }, { kind, day, parts }, settings);
          expect(answer.parts.length > 0).toBe(answer.refusal === null);
          for (const one of answer.parts) {
            const earlier = results.filter((row) => row.part === one);
            expect(parts).toContain(one);
            expect(earlier.length).toBeLessThan(2);
            expect(earlier.some((row) => row.passed)).toBe(false);
          }
        },
      ),
    );
  });
});

describe("both ways of counting", () => {
  it("stand side by side, and only the run's own decides", () => {
    const done = { theoryMinutes: 2700, practiceMinutes: 1200 };
    const byMinutes = admissionByBothBases(done, programmeDefaults);
    expect(byMinutes).toMatchObject({
      inForce: "minutes",
      minutes: { admitted: false, missing: 180 },
      teachingHours: { admitted: true, missing: 0 },
    });
    const byHours = admissionByBothBases(done, { ...programmeDefaults, examBasis: "teachingHours" });
    expect(byHours.inForce).toBe("teachingHours");
    expect(byHours.minutes).toEqual(byMinutes.minutes);
  });
});
