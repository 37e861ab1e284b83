import { describe, expect, it } from "vitest";
import {
  byUrgency,
  dueWarning,
  warningKey,
  type DutyClock,
  type DutyState,
} from "~/practice/rules/supervision/duty-clock";
import { readDutyFilter, writeDutyFilter } from "~/practice/rules/supervision/duty-filter";
import { eraseOn } from "~/practice/rules/supervision/retention";

const clock = (state: DutyState, owedBy: string | null, dueOn = owedBy): DutyClock => ({
  state,
  owedBy,
  owedCount: owedBy === null ? 0 : 1,
  dueOn,
  lastOn: null,
  gaps: [],
});

describe("warnings", () => {
  it.each([
    ["fifteen days", "2026-06-15", null],
    ["fourteen days", "2026-06-16", "first"],
    ["four days", "2026-06-26", "first"],
    ["three days", "2026-06-27", "last"],
    ["the day itself", "2026-06-30", "last"],
    ["a day late", "2026-07-01", null],
  ])("%s before the deadline", (_case, today, expected) => {
    expect(dueWarning(clock("soon", "2026-06-30"), today, [14, 3])).toBe(expected);
  });

  it("nobody is warned who owes nothing or is exempt today", () => {
    expect(dueWarning(clock("fine", null), "2026-06-29", [14, 3])).toBeNull();
    expect(dueWarning(clock("exempt", "2026-06-30"), "2026-06-29", [14, 3])).toBeNull();
  });

  it("have a key of the person, the deadline and which of the two it is", () => {
    const keys = [
      warningKey("a", "2026-06-30", "first"),
      warningKey("a", "2026-06-30", "last"),
      warningKey("a", "2026-07-31", "first"),
      warningKey("b", "2026-06-30", "first"),
    ];
    expect(new Set(keys).size).toBe(4);
  });
});

it("the most urgent come first, those without a deadline last", () => {
  const list = [
    clock("none", null),
    clock("fine", "2026-08-31"),
    clock("fine", null, "2026-07-31"),
    clock("soon", "2026-06-30"),
    clock("exempt", null),
    clock("overdue", null, "2026-05-31"),
    clock("overdue", null, "2026-04-30"),
  ];
  expect([...list].sort(byUrgency).map(({ state, dueOn }) => [state, dueOn])).toEqual([
    ["overdue", "2026-04-30"],
    ["overdue", "2026-05-31"],
    ["soon", "2026-06-30"],
    ["fine", "2026-07-31"],
    ["fine", "2026-08-31"],
    ["exempt", null],
    ["none", null],
  ]);
});

it.each([
  ["2026-06-12", 12, "2027-06-12"],
  ["2026-11-30", 3, "2027-02-28"],
  ["2028-02-29", 12, "2029-02-28"],
])("what was said on %s goes after %i months on %s", (day, months, expected) => {
  expect(eraseOn(day, months)).toBe(expected);
});

describe("the filter in an address", () => {
  it("comes back as it was written", () => {
    const filter = { kind: "mentor", state: "soon", search: "Nová & spol." } as const;
    expect(readDutyFilter(new URLSearchParams(writeDutyFilter(filter)))).toEqual(filter);
  });
  it("leaves out what nobody knows", () => {
    const filter = readDutyFilter(new URLSearchParams("kdo=admin&stav=cokoli&hledat=%20%20"));
    expect(filter).toEqual({ kind: null, state: null, search: "" });
    expect(writeDutyFilter(filter)).toBe("");
  });
});
