import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/platform/days";
import { momentsOf } from "~/platform/days";
import { elapsedMinutes } from "~/practice/rules/elapsed";

const at = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
};

/** The nights of 2026 in which clocks change in Prague. */
const spring = "2026-03-29";
const autumn = "2026-10-25";

describe("elapsed minutes", () => {
  it.each([
    ["an ordinary day", "2026-05-04", "9:00", "11:30", 150],
    ["across the spring change", spring, "1:00", "4:00", 120],
    ["up to the spring change", spring, "1:00", "2:00", 60],
    ["from the spring change on", spring, "3:00", "4:00", 60],
    ["beginning at a time that was not", spring, "2:30", "4:00", null],
    ["ending at a time that was not", spring, "1:00", "2:30", null],
    ["across the autumn change", autumn, "1:00", "4:00", 240],
    ["into the hour that came twice: the shorter", autumn, "1:30", "2:30", 60],
    ["out of the hour that came twice: the shorter", autumn, "2:30", "3:30", 60],
    ["within the hour that came twice", autumn, "2:10", "2:50", 40],
    ["the day after the change", "2026-10-26", "1:00", "4:00", 180],
    ["no time at all", "2026-05-04", "9:00", "9:00", null],
    ["the end first", "2026-05-04", "9:00", "8:00", null],
  ])("%s: %s %s–%s", (_case, day, from, to, expected) => {
    expect(elapsedMinutes(day, at(from), at(to))).toBe(expected);
  });

  it("is the plain difference on every other day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), fc.nat(1438), fc.nat(1438), (offset, one, other) => {
        const day = addDays("2026-01-01", offset);
        fc.pre(day !== spring && day !== autumn && one !== other);
        const [start, end] = one < other ? [one, other] : [other, one];
        expect(elapsedMinutes(day, start, end)).toBe(end - start);
      }),
    );
  });

  it("knows a time once, twice in autumn, never in spring", () => {
    expect(momentsOf("2026-05-04", at("2:30"))).toEqual([new Date("2026-05-04T00:30:00Z")]);
    expect(momentsOf(spring, at("2:30"))).toEqual([]);
    expect(momentsOf(autumn, at("2:30"))).toEqual([
      new Date("2026-10-25T00:30:00Z"),
      new Date("2026-10-25T01:30:00Z"),
    ]);
  });
});
