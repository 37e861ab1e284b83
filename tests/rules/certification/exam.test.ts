import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { examAdmission, type AdmissionSettings } from "~/certification/rules/exam-admission";
import {
  attemptRefusal,
  examPassedOn,
  passedParts,
  type ExamResultFact,
} from "~/certification/rules/exam-results";

const minutes: AdmissionSettings = {
  theoryMinutes: 2700,
  practiceMinutes: 2400,
  teachingHour: 45,
  practiceHour: 60,
  examAdmissionShare: 0.8,
  examBasis: "minutes",
};
const hours: AdmissionSettings = { ...minutes, examBasis: "teachingHours" };

describe("admission to the exam", () => {
  it.each([
    ["exactly 80 % of the minutes", 2700, 1380, minutes, true, 0],
    ["a minute less", 2700, 1379, minutes, false, 1],
    ["exactly 80 of the 100 hours", 2700, 1200, hours, true, 0],
    ["a minute less than 80 hours", 2700, 1199, hours, false, 0.016667],
    ["the same person by the other basis", 2700, 1200, minutes, false, 180],
    ["more practice than there is does not replace theory", 1600, 4000, minutes, false, 80],
    ["nothing", 0, 0, minutes, false, 4080],
    ["everything", 2700, 2400, hours, true, 0],
  ])("%s", (_case, theoryMinutes, practiceMinutes, settings, admitted, missing) => {
    const admission = examAdmission({ theoryMinutes, practiceMinutes }, settings);
    expect(admission).toMatchObject({ admitted, missing });
  });

  it("shows its sum", () => {
    expect(examAdmission({ theoryMinutes: 2700, practiceMinutes: 1200 }, hours)).toMatchObject({
      theory: { done: 60, of: 60 },
      practice: { done: 20, of: 40 },
      done: 80,
      total: 100,
      needed: 80,
      share: 0.8,
    });
  });

  it("is never lost by doing more", () => {
    fc.assert(
      fc.property(
        fc.nat(3000),
        fc.nat(3000),
        fc.nat(300),
        fc.boolean(),
        (theory, practice, more, byMinutes) => {
          const settings = byMinutes ? minutes : hours;
          const before = examAdmission({ theoryMinutes: theory, practiceMinutes: practice }, settings);
          const after = examAdmission(
            { theoryMinutes: theory + more, practiceMinutes: practice + more },
            settings,
          );
          if (before.admitted) expect(after.admitted).toBe(true);
          expect(before.admitted).toBe(before.missing === 0);
        },
      ),
    );
  });
});

const result = (part: ExamResultFact["part"], heldOn: string, passed: boolean): ExamResultFact => ({
  part,
  heldOn,
  passed,
});

describe("results of the exam", () => {
  it("count a part once it is passed, at whichever attempt", () => {
    const results = [
      result("written", "2026-06-01", false),
      result("written", "2026-06-20", true),
      result("oral", "2026-06-01", true),
    ];
    expect(passedParts(results).sort()).toEqual(["oral", "written"]);
    expect(examPassedOn(results, ["written", "oral"])).toBe("2026-06-20");
    expect(examPassedOn(results, ["written", "oral", "practical"])).toBeNull();
    expect(examPassedOn([], ["written", "oral"])).toBeNull();
  });

  it.each([
    ["the first attempt", [], "2026-06-01", null],
    ["a resit on the last day", [result("written", "2026-06-01", false)], "2026-07-01", null],
    ["a resit a day late", [result("written", "2026-06-01", false)], "2026-07-02", "resitTooLate"],
    ["a resit the same day", [result("written", "2026-06-01", false)], "2026-06-01", "resitSameDay"],
    [
      "a second resit",
      [result("written", "2026-06-01", false), result("written", "2026-06-10", false)],
      "2026-06-20",
      "resitUsed",
    ],
    ["a part passed before", [result("written", "2026-06-01", true)], "2026-06-10", "alreadyPassed"],
    ["another part's failure", [result("oral", "2026-06-01", false)], "2026-06-01", null],
  ])("%s", (_case, results, day, code) => {
    expect(attemptRefusal("written", day, results, 30)?.code ?? null).toBe(code);
  });
});
