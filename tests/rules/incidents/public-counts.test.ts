import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publicAfterDays, publicEdge } from "~/incidents/rules/public-edge";
import { publicMinimum, publishedCounts, type PublicFact } from "~/incidents/rules/public-counts";
import { addDays, daysBetween } from "~/platform/days";

const months = Array.from({ length: 18 }, (_, index) => {
  const month = `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
  const next = `${2025 + Math.floor((index + 1) / 12)}-${String(((index + 1) % 12) + 1).padStart(2, "0")}`;
  return { month, edge: addDays(`${next}-01`, -1) };
});
const edges = months.map(({ edge }) => edge);
const day = fc
  .tuple(fc.constantFrom(...months), fc.integer({ min: 1, max: 28 }))
  .map(([{ month }, number]) => `${month}-${String(number).padStart(2, "0")}`);
const fact: fc.Arbitrary<PublicFact> = fc.record({
  key: fc.constantFrom("Most", "Louny", "Žatec"),
  reportedOn: day,
  decisions: fc.array(fc.record({ decidedOn: day, rejected: fc.boolean() }), { maxLength: 3 }),
});
const facts = fc.array(fact, { maxLength: 60 });
const counted = (key: string, reportedOn: string, times = 1): PublicFact[] =>
  Array.from({ length: times }, () => ({ key, reportedOn, decisions: [] }));

describe("the edge of public counts", () => {
  test.each([
    ["2026-11-22", "2026-09-30"],
    ["2026-11-30", "2026-09-30"],
    ["2026-12-01", "2026-10-31"],
    // The first of March is 29 days after the last of January.
    ["2026-03-01", "2025-12-31"],
    ["2026-03-03", "2026-01-31"],
    ["2026-12-31", "2026-11-30"],
    ["2026-01-15", "2025-11-30"],
  ])("on %s is %s", (today, edge) => {
    expect(publicEdge(today)).toBe(edge);
  });

  test("is the end of a month more than thirty days ago, and never goes back", () => {
    for (let today = "2024-01-01"; today < "2028-03-01"; today = addDays(today, 1)) {
      const edge = publicEdge(today);
      expect(addDays(edge, 1).slice(8)).toBe("01");
      expect(daysBetween(edge, today)).toBeGreaterThan(publicAfterDays);
      expect(publicEdge(addDays(today, 1)) >= edge).toBe(true);
    }
  });
});

describe("public counts", () => {
  test("begin at five", () => {
    const four = counted("Most", "2025-03-10", 4);
    expect(publishedCounts(four, "2025-06-30")).toEqual(new Map());
    expect(publishedCounts([...four, ...counted("Most", "2025-05-02")], "2025-06-30")).toEqual(
      new Map([["Most", 5]]),
    );
  });

  test("hold their number until it has changed by five", () => {
    const grown = [
      ...counted("Most", "2025-01-10", 6),
      ...counted("Most", "2025-02-10", 4),
      ...counted("Most", "2025-03-10", 1),
    ];
    expect(publishedCounts(grown, "2025-01-31").get("Most")).toBe(6);
    expect(publishedCounts(grown, "2025-02-28").get("Most")).toBe(6);
    expect(publishedCounts(grown, "2025-03-31").get("Most")).toBe(11);
  });

  test("leave out what was rejected before it would have been counted", () => {
    const rejected: PublicFact[] = counted("Most", "2025-01-10", 5).map((one, index) => ({
      ...one,
      decisions: index === 0 ? [{ decidedOn: "2025-01-20", rejected: true }] : [],
    }));
    expect(publishedCounts(rejected, "2025-02-28")).toEqual(new Map());
  });

  test("are never between one and four", () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...edges), (given, edge) => {
        for (const count of publishedCounts(given, edge).values()) {
          expect(count).toBeGreaterThanOrEqual(publicMinimum);
        }
      }),
    );
  });

  test("move from page to page by nothing or by at least five", () => {
    fc.assert(
      fc.property(facts, (given) => {
        const pages = edges.map((edge) => publishedCounts(given, edge));
        for (const key of ["Most", "Louny", "Žatec"]) {
          const values = pages.map((page) => page.get(key) ?? 0);
          values.slice(1).forEach((value, index) => {
            const difference = Math.abs(value - values[index]!);
            expect(difference === 0 || difference >= publicMinimum).toBe(true);
          });
        }
      }),
    );
  });

  test("say nothing about what was reported or decided after the edge", () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...edges), (given, edge) => {
        const known = given
          .filter(({ reportedOn }) => reportedOn <= edge)
          .map((one) => ({ ...one, decisions: one.decisions.filter(({ decidedOn }) => decidedOn <= edge) }));
        expect(publishedCounts(given, edge)).toEqual(publishedCounts(known, edge));
      }),
    );
  });

  test("never exceed what was reported until the edge", () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...edges), (given, edge) => {
        for (const [key, count] of publishedCounts(given, edge)) {
          const reported = given.filter((one) => one.key === key && one.reportedOn <= edge).length;
          expect(count).toBeLessThanOrEqual(reported);
        }
      }),
    );
  });
});
