import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/platform/days";
import { exemptionRefusal, isExempt, joinedExemptions } from "~/practice/rules/supervision/exemption";
import { exemptions } from "./days";

describe("granting an exemption", () => {
  const today = "2026-06-12";
  it.each([
    ["one day", "2026-06-12", "2026-06-12", [], null],
    ["a whole year", "2026-06-12", "2027-06-11", [], null],
    ["back by a year", "2025-06-12", "2025-07-12", [], null],
    ["ends before it begins", "2026-06-12", "2026-06-11", [], "endsBeforeStart"],
    ["a day more than a year", "2026-06-12", "2027-06-12", [], "tooLong"],
    ["from a leap day", "2028-02-29", "2029-02-27", [], null],
    ["from a leap day, a day too long", "2028-02-29", "2029-02-28", [], "tooLong"],
    ["begins too long ago", "2025-06-11", "2025-07-01", [], "tooOld"],
    ["touches another", "2026-07-01", "2026-07-31", [{ fromDay: "2026-06-01", toDay: "2026-06-30" }], null],
    [
      "shares a day with another",
      "2026-06-30",
      "2026-07-31",
      [{ fromDay: "2026-06-01", toDay: "2026-06-30" }],
      "overlaps",
    ],
  ])("%s", (_case, fromDay, toDay, others, code) => {
    expect(exemptionRefusal({ fromDay, toDay }, others, today)?.code ?? null).toBe(code);
  });
});

describe("joined exemptions", () => {
  it("cover the same days, lie apart and in order", () => {
    fc.assert(
      fc.property(exemptions, (list) => {
        const joined = joinedExemptions(list);
        for (let day = "2027-12-01"; day < "2029-02-01"; day = addDays(day, 1)) {
          expect(isExempt(day, joined)).toBe(isExempt(day, list));
        }
        joined.slice(1).forEach(({ fromDay }, index) => {
          expect(fromDay > addDays(joined[index]!.toDay, 1)).toBe(true);
        });
      }),
      { numRuns: 60 },
    );
  });
});
