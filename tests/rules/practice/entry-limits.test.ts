import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  frameRefusal,
  judgeEntry,
  overlap,
  type KnownEntry,
  type KnownTime,
  type PracticeFrame,
} from "~/practice/rules/entry-limits";

/** 12 June 2026, 15:00 in Prague. */
const now = new Date("2026-06-12T13:00:00Z");

const frame: PracticeFrame = {
  open: true,
  runStartsOn: "2026-03-01",
  runEndsOn: "2026-08-31",
  pledgeDay: "2026-05-02",
  gateDay: "2026-05-01",
  maxMinutesPerDay: 600,
};

const entry = (day: string, from: number, to: number) => ({
  day,
  startMinute: from * 60,
  endMinute: to * 60,
});

const known = (
  day: string,
  from: number,
  to: number,
  state: KnownEntry["state"] = "submitted",
): KnownEntry => ({
  ...entry(day, from, to),
  kind: "entry",
  id: `${day}-${from}`,
  minutes: (to - from) * 60,
  state,
});

function judge(
  times: ReturnType<typeof entry>,
  others: KnownTime[] = [],
  given: Partial<PracticeFrame> = {},
) {
  const verdict = judgeEntry(times, others, { ...frame, ...given }, now);
  return verdict.ok ? verdict.minutes : verdict.refusal.code;
}

describe("an entry", () => {
  it("is taken with its minutes", () => {
    expect(judge(entry("2026-06-10", 9, 11))).toBe(120);
    expect(judge(entry("2026-06-12", 9, 15))).toBe(360);
  });

  it.each([
    ["a day to come", entry("2026-06-13", 9, 10), {}, "futureDay"],
    ["an hour to come", entry("2026-06-12", 14, 16), {}, "futureTime"],
    ["the end before the beginning", entry("2026-06-10", 22, 1), {}, "endBeforeStart"],
    ["the end at the beginning", entry("2026-06-10", 9, 9), {}, "endBeforeStart"],
    ["a day before the pledge", entry("2026-05-01", 9, 10), {}, "beforePledge"],
    ["a day before the theory was there", entry("2026-04-30", 9, 10), {}, "beforeGate"],
    ["a day before the run", entry("2026-02-28", 9, 10), {}, "beforeRun"],
    ["a day after the run", entry("2026-06-02", 9, 10), { runEndsOn: "2026-06-01" }, "afterRun"],
    ["no theory yet", entry("2026-06-10", 9, 10), { gateDay: null }, "beforeTheory"],
    ["no pledge yet", entry("2026-06-10", 9, 10), { pledgeDay: null }, "noPledge"],
    ["a course that does not run", entry("2026-06-10", 9, 10), { open: false }, "closed"],
    [
      "an hour the clocks left out",
      entry("2026-03-29", 2, 4),
      { gateDay: "2026-03-01", pledgeDay: "2026-03-01" },
      "clockChange",
    ],
  ])("is refused for %s", (_case, times, given, code) => {
    expect(judge(times, [], given)).toBe(code);
  });

  it("says which other entry it overlaps, and lets neighbours touch", () => {
    const others = [known("2026-06-10", 9, 11), known("2026-06-10", 13, 14, "returned")];
    expect(judge(entry("2026-06-10", 11, 13), others)).toBe(120);
    const verdict = judgeEntry(entry("2026-06-10", 10, 12), others, frame, now);
    expect(verdict).toMatchObject({
      ok: false,
      refusal: { code: "overlap", field: "from", values: { from: "09:00", to: "11:00" } },
    });
    expect(judge(entry("2026-06-10", 13, 15), others)).toBe("overlap");
    expect(judge(entry("2026-06-10", 8, 12), [known("2026-06-10", 9, 11, "withdrawn")])).toBe(240);
    expect(judge(entry("2026-06-10", 9, 11), [known("2026-06-09", 9, 11)])).toBe(120);
  });

  it.each([
    ["teaching", "overlapTeaching"],
    ["supervision", "overlapSupervision"],
  ] as const)("says that it overlaps %s, and lets it touch", (kind, code) => {
    const session = { kind, ...entry("2026-06-10", 9, 11) };
    const verdict = judgeEntry(entry("2026-06-10", 10, 12), [session], frame, now);
    expect(verdict).toMatchObject({
      refusal: { code, field: "from", values: { from: "09:00", to: "11:00" } },
    });
    expect(judge(entry("2026-06-10", 11, 13), [session])).toBe(120);
    expect(judge(entry("2026-06-10", 7, 9), [session])).toBe(120);
    // Hours of a session are no practice, so the day's limit does not count them.
    expect(judge(entry("2026-06-10", 11, 21), [session])).toBe(600);
  });

  it("is free to take the time of an entry that was taken back", () => {
    expect(judge(entry("2026-06-10", 9, 11), [known("2026-06-10", 9, 11, "reversed")])).toBe(120);
  });

  it("counts what else there was that day", () => {
    const eight = [known("2026-06-10", 8, 16)];
    expect(judge(entry("2026-06-10", 16, 18), eight)).toBe(120);
    const verdict = judgeEntry({ day: "2026-06-10", startMinute: 960, endMinute: 1081 }, eight, frame, now);
    expect(verdict).toMatchObject({
      refusal: { code: "tooMuch", values: { limit: "10:00", before: "8:00", left: "2:00" } },
    });
    expect(judge(entry("2026-06-10", 16, 20), [known("2026-06-10", 8, 16, "withdrawn")])).toBe(240);
  });

  it("measures the day by minutes that passed, not by the clock", () => {
    const early = { pledgeDay: "2025-10-01", gateDay: "2025-10-01", runStartsOn: "2025-09-01" };
    // 26 October 2025: from 0:00 to 10:00 on the clock were eleven hours.
    expect(judge(entry("2025-10-26", 0, 10), [], early)).toBe("tooMuch");
    expect(judge(entry("2025-10-26", 0, 9), [], early)).toBe(600);
  });

  it("never lets taken entries overlap or exceed the day, in whatever order they come", () => {
    const times = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.nat(1430), fc.integer({ min: 1, max: 600 }))
      .map(([day, start, length]) => ({
        day: `2026-06-0${day}`,
        startMinute: start,
        endMinute: Math.min(1439, start + length),
      }));
    fc.assert(
      fc.property(fc.array(times, { maxLength: 25 }), (wishes) => {
        const taken: KnownEntry[] = [];
        for (const [index, wish] of wishes.entries()) {
          const verdict = judgeEntry(wish, taken, frame, now);
          if (verdict.ok)
            taken.push({
              ...wish,
              kind: "entry",
              id: String(index),
              minutes: verdict.minutes,
              state: "submitted",
            });
        }
        for (const one of taken) {
          const others = taken.filter((other) => other.id !== one.id && other.day === one.day);
          expect(
            others.some((other) => other.startMinute < one.endMinute && one.startMinute < other.endMinute),
          ).toBe(false);
          expect(others.reduce((sum, { minutes }) => sum + minutes, one.minutes)).toBeLessThanOrEqual(600);
        }
      }),
    );
  });
});

describe("a frame", () => {
  it("says what comes first", () => {
    expect(frameRefusal(frame)).toBeNull();
    expect(frameRefusal({ ...frame, open: false, gateDay: null, pledgeDay: null })?.code).toBe("closed");
    expect(frameRefusal({ ...frame, gateDay: null, pledgeDay: null })?.code).toBe("beforeTheory");
    expect(frameRefusal({ ...frame, pledgeDay: null })?.code).toBe("noPledge");
  });
});

describe("an overlap", () => {
  const time = fc
    .tuple(fc.constantFrom("2026-06-10", "2026-06-11"), fc.nat(1438), fc.integer({ min: 1, max: 600 }))
    .map(([day, startMinute, length]) => ({ day, startMinute, endMinute: startMinute + length }));

  it("is a minute both have in common, whichever is asked first", () => {
    fc.assert(
      fc.property(time, time, (one, other) => {
        const minutesOf = ({ day, startMinute, endMinute }: typeof one) =>
          Array.from({ length: endMinute - startMinute }, (_, index) => `${day} ${startMinute + index}`);
        const common = new Set(minutesOf(one));
        const expected = minutesOf(other).some((minute) => common.has(minute));
        expect(overlap(one, other)).toBe(expected);
        expect(overlap(other, one)).toBe(expected);
      }),
    );
  });
});
