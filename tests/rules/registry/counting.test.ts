import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/platform/days";
import {
  countByCentre,
  countedCases,
  overlaps,
  successfulOn,
  successShare,
  totalOf,
  type CountableCase,
  type CountedEvaluation,
  type CountedWork,
  type Period,
} from "~/registry/rules/counting";

const period: Period = { from: "2011-01-01", to: "2012-04-30" };
const work = (startedOn: string | null, endedOn: string | null, mentorId = "m"): CountedWork => ({
  mentorId,
  startedOn,
  endedOn,
});
const evaluation = (signedOn: string, successful: boolean, recordedAt = 0): CountedEvaluation => ({
  signedOn,
  successful,
  recordedAt,
});

describe("a mentor's work overlaps a period", () => {
  it.each([
    ["goes on from before", "2010-05-01", null, true],
    ["ended the day before the period", "2010-05-01", "2010-12-31", false],
    ["ended on its first day", "2010-05-01", "2011-01-01", true],
    ["began on its last day", "2012-04-30", null, true],
    ["began the day after it", "2012-05-01", null, false],
    ["lies inside", "2011-06-01", "2011-07-01", true],
    ["covers it", "2009-01-01", "2013-01-01", true],
    ["is one day on the edge", "2012-04-30", "2012-04-30", true],
    ["never began", null, null, false],
    ["ended without having begun", null, "2011-06-01", false],
  ])("%s", (_, startedOn, endedOn, expected) => {
    expect(overlaps(work(startedOn, endedOn), period)).toBe(expected);
  });
});

describe("the last evaluation decides", () => {
  it.each([
    ["nobody evaluated", [], false],
    ["the only one says yes", [evaluation("2011-05-01", true)], true],
    ["a later no", [evaluation("2011-05-01", true), evaluation("2011-07-01", false)], false],
    ["written in another order", [evaluation("2011-07-01", false), evaluation("2011-05-01", true)], false],
    ["a yes after the period", [evaluation("2012-04-30", false), evaluation("2012-05-01", true)], false],
    ["a yes on the last day", [evaluation("2012-04-30", true)], true],
    ["a yes before the period and none in it", [evaluation("2010-12-01", true)], true],
    [
      "a correction of the same day",
      [evaluation("2011-05-01", true, 1), evaluation("2011-05-01", false, 2)],
      false,
    ],
    [
      "a correction that comes first",
      [evaluation("2011-05-01", false, 2), evaluation("2011-05-01", true, 1)],
      false,
    ],
  ])("%s", (_, evaluations, expected) => {
    expect(successfulOn(evaluations, period.to)).toBe(expected);
  });
});

describe("a case with several mentors", () => {
  const handedOver: CountableCase = {
    id: "c",
    centreId: "decin",
    work: [
      work("2010-01-01", "2011-03-01", "first"),
      work("2011-03-01", null, "second"),
      work(null, null, "third"),
    ],
    evaluations: [],
  };

  it("counts once, with every mentor who worked in the period", () => {
    expect(countedCases([handedOver], period)).toEqual([
      { id: "c", centreId: "decin", mentorIds: ["first", "second"], successful: false },
    ]);
  });

  it("counts only the mentors of the period asked for", () => {
    const [counted] = countedCases([handedOver], { from: "2010-02-01", to: "2010-03-01" });
    expect(counted?.mentorIds).toEqual(["first"]);
  });
});

describe("rows and total", () => {
  const one = (id: string, centreId: string, mentorIds: string[], successful: boolean) => ({
    id,
    centreId,
    mentorIds,
    successful,
  });

  it("counts a mentor once at a centre and again at another", () => {
    const rows = countByCentre([
      one("1", "most", ["a"], true),
      one("2", "most", ["a", "b"], false),
      one("3", "decin", ["a"], true),
    ]);
    expect(rows).toEqual([
      { centreId: "most", mentors: 2, clients: 2, successful: 1 },
      { centreId: "decin", mentors: 1, clients: 1, successful: 1 },
    ]);
    expect(totalOf(rows)).toEqual({ mentors: 3, clients: 3, successful: 2 });
  });

  it("has no share of nothing", () => {
    expect(successShare({ clients: 0, successful: 0 })).toBeNull();
    expect(successShare({ clients: 180, successful: 111 })).toBeCloseTo(0.6167, 4);
  });
});

// Days within 60 days, so that the oracle can walk through them one by one.
const firstDay = "2020-01-01";
const anyDay = fc.integer({ min: 0, max: 59 }).map((offset) => addDays(firstDay, offset));
const anyPeriod = fc.tuple(anyDay, anyDay).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const anyWork = fc.record({
  mentorId: fc.constantFrom("m1", "m2", "m3"),
  startedOn: fc.option(anyDay),
  endedOn: fc.option(anyDay),
});
const anyCase = fc.record({
  id: fc.uuid(),
  centreId: fc.constantFrom("decin", "most", "rumburk"),
  work: fc.array(anyWork, { maxLength: 4 }),
  evaluations: fc.uniqueArray(
    fc.record({ signedOn: anyDay, recordedAt: fc.integer({ min: 0, max: 1000 }), successful: fc.boolean() }),
    { maxLength: 6, selector: ({ signedOn, recordedAt }) => `${signedOn} ${recordedAt}` },
  ),
});
const anyCases = fc.uniqueArray(anyCase, { maxLength: 12, selector: ({ id }) => id });

/** The rule read out loud: go through the days of the period and look who was at work. */
function oracle(cases: CountableCase[], { from, to }: Period) {
  const table = new Map<string, { mentors: Set<string>; clients: Set<string>; successful: Set<string> }>();
  for (const one of cases) {
    for (let day = from; day <= to; day = addDays(day, 1)) {
      for (const { mentorId, startedOn, endedOn } of one.work) {
        if (startedOn === null || day < startedOn) continue;
        if (endedOn !== null && day > endedOn) continue;
        const row = table.get(one.centreId) ?? {
          mentors: new Set(),
          clients: new Set(),
          successful: new Set(),
        };
        table.set(one.centreId, row);
        row.mentors.add(mentorId);
        row.clients.add(one.id);
        const [last] = one.evaluations
          .filter(({ signedOn }) => signedOn <= to)
          .sort((a, b) => b.signedOn.localeCompare(a.signedOn) || b.recordedAt - a.recordedAt);
        if (last?.successful) row.successful.add(one.id);
      }
    }
  }
  return [...table]
    .map(([centreId, row]) => ({
      centreId,
      mentors: row.mentors.size,
      clients: row.clients.size,
      successful: row.successful.size,
    }))
    .sort((a, b) => a.centreId.localeCompare(b.centreId));
}

// Work that ends before it begins is refused when it is written, so it is not looked at here.
const soundCases = anyCases.map((cases) =>
  cases.map((one) => ({
    ...one,
    work: one.work.filter(({ startedOn, endedOn }) => !startedOn || !endedOn || startedOn <= endedOn),
  })),
);

describe("counting, whatever the rows", () => {
  it("agrees with walking through the days", () => {
    fc.assert(
      fc.property(soundCases, anyPeriod, (cases, days) => {
        const counted = countByCentre(countedCases(cases, days));
        expect([...counted].sort((a, b) => a.centreId.localeCompare(b.centreId))).toEqual(
          oracle(cases, days),
        );
      }),
    );
  });

  it("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(soundCases, anyPeriod, (cases, days) => {
        const reversed = cases
          .map((one) => ({
            ...one,
            work: [...one.work].reverse(),
            evaluations: [...one.evaluations].reverse(),
          }))
          .reverse();
        const sorted = (list: CountableCase[]) =>
          countByCentre(countedCases(list, days)).sort((a, b) => a.centreId.localeCompare(b.centreId));
        expect(sorted(reversed)).toEqual(sorted(cases));
      }),
    );
  });

  it("never loses a case when the period grows", () => {
    fc.assert(
      fc.property(soundCases, anyPeriod, fc.nat(20), fc.nat(20), (cases, days, before, after) => {
        const longer = { from: addDays(days.from, -before), to: addDays(days.to, after) };
        const ids = new Set(countedCases(cases, longer).map(({ id }) => id));
        expect(countedCases(cases, days).every(({ id }) => ids.has(id))).toBe(true);
      }),
    );
  });

  it("keeps successful within clients and the total within its parts", () => {
    fc.assert(
      fc.property(soundCases, anyPeriod, (cases, days) => {
        const counted = countedCases(cases, days);
        const rows = countByCentre(counted);
        const total = totalOf(rows);
        expect(total.clients).toBe(counted.length);
        expect(total.successful).toBeLessThanOrEqual(total.clients);
        expect(rows.every(({ mentors, clients }) => mentors >= 1 && clients >= 1)).toBe(true);
      }),
    );
  });
});
