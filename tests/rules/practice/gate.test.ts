import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gateDay, gateMinutes } from "~/practice/rules/gate";

const all = { theoryMinutes: 2700, practiceGateTheoryShare: 1 };
const half = { theoryMinutes: 2700, practiceGateTheoryShare: 0.5 };

describe("the gate of practice", () => {
  it("asks for a share of the theory in whole minutes", () => {
    expect(gateMinutes(all)).toBe(2700);
    expect(gateMinutes(half)).toBe(1350);
    expect(gateMinutes({ theoryMinutes: 100, practiceGateTheoryShare: 0.7 })).toBe(70);
    expect(gateMinutes({ theoryMinutes: 100, practiceGateTheoryShare: 0.555 })).toBe(56);
  });

  it.each([
    ["nothing yet", [], all, null],
    ["a minute too little", [{ day: "2026-04-01", minutes: 2699 }], all, null],
    ["enough at once", [{ day: "2026-04-01", minutes: 2700 }], all, "2026-04-01"],
    [
      "enough on the second day, whatever the order",
      [
        { day: "2026-04-08", minutes: 450 },
        { day: "2026-04-01", minutes: 900 },
      ],
      half,
      "2026-04-08",
    ],
    [
      "taken back by a correction",
      [
        { day: "2026-04-01", minutes: 2700 },
        { day: "2026-04-05", minutes: -45 },
      ],
      all,
      null,
    ],
    [
      "taken back and made up",
      [
        { day: "2026-04-01", minutes: 2700 },
        { day: "2026-04-05", minutes: -45 },
        { day: "2026-04-09", minutes: 45 },
      ],
      all,
      "2026-04-09",
    ],
    ["no theory demanded", [], { theoryMinutes: 2700, practiceGateTheoryShare: 0 }, "2026-03-01"],
  ])("%s", (_case, lines, settings, expected) => {
    expect(gateDay(lines, settings, "2026-03-01")).toBe(expected);
  });

  it("is open exactly when all lines together are enough", () => {
    const line = fc.record({
      day: fc.integer({ min: 1, max: 28 }).map((day) => `2026-04-${String(day).padStart(2, "0")}`),
      minutes: fc.integer({ min: -90, max: 450 }),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const sum = lines.reduce((total, { minutes }) => total + minutes, 0);
        const opened = gateDay(lines, half, "2026-03-01");
        expect(opened !== null).toBe(sum >= 1350);
        if (opened === null) return;
        const until = lines
          .filter(({ day }) => day <= opened)
          .reduce((total, { minutes }) => total + minutes, 0);
        expect(until).toBeGreaterThanOrEqual(1350);
      }),
    );
  });
});
