import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthsBetween, tally, type Counted } from "~/incidents/rules/tallies";

const districts = ["CZ0424", "CZ0425"];
const municipality = fc.constantFrom(
  { municipalityCode: "1", municipality: "Most", districtCode: "CZ0425" },
  { municipalityCode: "2", municipality: "Louny", districtCode: "CZ0424" },
  { municipalityCode: null, municipality: "Lhota", districtCode: "CZ0424" },
  { municipalityCode: null, municipality: null, districtCode: "CZ0425" },
);
const counted: fc.Arbitrary<Counted> = fc
  .tuple(municipality, fc.constantFrom("2025-11-03", "2025-12-30", "2026-02-14", "2026-02-28"))
  .map(([place, day]) => ({ ...place, day }));
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

describe("tallies", () => {
  test("add up the same way round every table", () => {
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 50 }), (incidents) => {
        const found = tally(incidents, districts);
        expect(found.total).toBe(incidents.length);
        expect(sum(found.districts.map(({ count }) => count))).toBe(found.total);
        expect(sum(found.months.map(({ count }) => count))).toBe(found.total);
        expect(sum(found.municipalities.map(({ count }) => count)) + found.elsewhere).toBe(found.total);
        for (const { count, byDistrict } of found.months) expect(sum(Object.values(byDistrict))).toBe(count);
        for (const { code, count } of found.districts) {
          expect(sum(found.months.map(({ byDistrict }) => byDistrict[code] ?? 0))).toBe(count);
        }
      }),
    );
  });

  test("name every district and every month between, also those with nothing", () => {
    const incidents: Counted[] = [
      { day: "2025-11-03", municipalityCode: "1", municipality: "Most", districtCode: "CZ0425" },
      { day: "2026-02-14", municipalityCode: "1", municipality: "Most", districtCode: "CZ0425" },
    ];
    const found = tally(incidents, districts);
    expect(found.districts).toEqual([
      { code: "CZ0424", count: 0 },
      { code: "CZ0425", count: 2 },
    ]);
    expect(found.months.map(({ month, count }) => [month, count])).toEqual([
      ["2025-11", 1],
      ["2025-12", 0],
      ["2026-01", 0],
      ["2026-02", 1],
    ]);
    expect(found.municipalities).toEqual([{ code: "1", name: "Most", districtCode: "CZ0425", count: 2 }]);
  });

  test("months of nothing are none", () => {
    expect(monthsBetween([])).toEqual([]);
    expect(monthsBetween(["2026-02"])).toEqual(["2026-02"]);
  });
});
