import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { presenceChanged, presenceRefusal } from "~/practice/rules/supervision/attendance";
import {
  freeMinutes,
  freePlaces,
  sessionRefusal,
  sessionStretch,
  type SessionWish,
} from "~/practice/rules/supervision/session-plan";

const now = new Date("2026-06-12T13:00:00Z");
const wish = (change: Partial<SessionWish> = {}): SessionWish => ({
  day: "2026-06-19",
  startMinute: 600,
  minutes: 90,
  form: "group",
  capacity: null,
  people: 3,
  ...change,
});

describe("planning a session", () => {
  it.each([
    ["a week ahead", wish(), null],
    ["later today", wish({ day: "2026-06-12", startMinute: 901 }), null],
    ["this very minute", wish({ day: "2026-06-12", startMinute: 900 }), "inPast"],
    ["yesterday", wish({ day: "2026-06-11" }), "inPast"],
    ["with nobody yet", wish({ people: 0 }), null],
    ["to midnight", wish({ startMinute: 1350, minutes: 90 }), null],
    ["over midnight", wish({ startMinute: 1351, minutes: 90 }), "pastMidnight"],
    ["at a time that spring leaves out", wish({ day: "2027-03-28", startMinute: 150 }), "clockChange"],
    ["after the jump", wish({ day: "2027-03-28", startMinute: 180 }), null],
    ["at a time that comes twice", wish({ day: "2026-10-25", startMinute: 150 }), null],
    ["individual for two", wish({ form: "individual", people: 2 }), "oneOnly"],
    ["individual for one", wish({ form: "individual", people: 1 }), null],
    ["more than places", wish({ capacity: 2 }), "overCapacity"],
    ["as many as places", wish({ capacity: 3 }), null],
  ])("%s", (_case, given, code) => {
    expect(sessionRefusal(given, "planned", now)?.code ?? null).toBe(code);
  });
});

describe("writing down a past session", () => {
  it.each([
    ["yesterday", wish({ day: "2026-06-11" }), null],
    ["ended just now", wish({ day: "2026-06-12", startMinute: 810 }), null],
    ["ends in a minute", wish({ day: "2026-06-12", startMinute: 811 }), "notOver"],
    ["tomorrow", wish({ day: "2026-06-13" }), "futureDay"],
    ["nobody came", wish({ day: "2026-06-11", people: 0 }), "nobody"],
    ["at a time that spring left out", wish({ day: "2026-03-29", startMinute: 150 }), "clockChange"],
  ])("%s", (_case, given, code) => {
    expect(sessionRefusal(given, "held", now)?.code ?? null).toBe(code);
  });
});

describe("places", () => {
  it.each([
    ["no limit", "group", null, 30, null],
    ["some", "group", 8, 5, 3],
    ["none", "group", 8, 8, 0],
    ["never below none", "group", 8, 9, 0],
    ["individual", "individual", null, 0, 1],
    ["individual taken", "individual", 5, 1, 0],
  ] as const)("%s", (_case, form, capacity, taken, expected) => {
    expect(freePlaces({ form, capacity }, taken)).toBe(expected);
  });
});

describe("minutes somebody can have been there", () => {
  const at = (from: number, to: number) => ({
    startsAt: new Date(now.getTime() + from * 60_000),
    endsAt: new Date(now.getTime() + to * 60_000),
  });
  it.each([
    ["nothing else", [], 90],
    ["something before, touching", [at(-30, 0)], 90],
    ["something over the end", [at(60, 120)], 60],
    ["something over it all", [at(-10, 200)], 0],
    ["two that overlap each other", [at(10, 40), at(30, 50)], 50],
  ])("%s", (_case, others, expected) => {
    expect(freeMinutes(at(0, 90), others)).toBe(expected);
  });

  it("agree with counting the minutes one by one", () => {
    const stretch = fc
      .tuple(fc.integer({ min: -60, max: 120 }), fc.integer({ min: 1, max: 90 }))
      .map(([from, length]) => ({ from, to: from + length }));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 5 }), (others) => {
        let slow = 0;
        for (let minute = 0; minute < 90; minute += 1)
          if (!others.some(({ from, to }) => from <= minute && minute < to)) slow += 1;
        expect(
          freeMinutes(
            at(0, 90),
            others.map(({ from, to }) => at(from, to)),
          ),
        ).toBe(slow);
      }),
    );
  });
});

it("a session lasts real minutes also over the change of clocks", () => {
  const stretch = sessionStretch({ day: "2026-10-25", startMinute: 90, minutes: 120 })!;
  expect(stretch.endsAt.getTime() - stretch.startsAt.getTime()).toBe(120 * 60_000);
  expect(sessionStretch({ day: "2026-03-29", startMinute: 150, minutes: 60 })).toBeNull();
});

describe("attendance", () => {
  it.each([
    ["whole", { state: "present", minutes: 90, reason: null }, null],
    ["longer than the session", { state: "present", minutes: 91, reason: null }, "tooLong"],
    ["no minute", { state: "present", minutes: 0, reason: null }, "noMinutes"],
    ["absent", { state: "absent", minutes: 0, reason: null }, null],
  ] as const)("%s", (_case, presence, code) => {
    expect(presenceRefusal(presence, 90)).toBe(code);
  });

  it("tells a correction from the same said again", () => {
    const present = { state: "present", minutes: 90, reason: null } as const;
    const excused = { state: "excused", minutes: 0, reason: "nemoc" } as const;
    expect(presenceChanged(null, present)).toBe(true);
    expect(presenceChanged(present, { ...present })).toBe(false);
    expect(presenceChanged(present, { ...present, minutes: 60 })).toBe(true);
    expect(presenceChanged(excused, { ...excused, reason: "práce" })).toBe(true);
    expect(presenceChanged(excused, present)).toBe(true);
  });
});
