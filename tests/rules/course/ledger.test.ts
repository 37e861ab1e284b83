import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  counterEntry,
  creditableMinutes,
  practiceGateOpen,
  practiceHours,
  practiceMissing,
  sumLedger,
  teachingHours,
  theoryMissing,
  type HourUnit,
} from "~/course/rules/ledger";
import { programmeDefaults } from "~/course/rules/run-settings";

interface Entry {
  id: string;
  unit: HourUnit;
  kind: string;
  minutes: number;
  sourceKey: string;
}

const credit = fc.record({
  unit: fc.constantFrom<HourUnit>("theory", "practice"),
  minutes: fc.integer({ min: 1, max: 600 }),
  source: fc.integer({ min: 0, max: 12 }),
});
const step = fc.oneof(
  fc.record({ kind: fc.constant("credit" as const), credit }),
  fc.record({ kind: fc.constant("reverse" as const), which: fc.nat(30) }),
);

/** The ledger as the database keeps it: entries only added, one per source. */
function add(ledger: Entry[], entry: Omit<Entry, "id">): Entry[] {
  if (ledger.some(({ sourceKey }) => sourceKey === entry.sourceKey)) return ledger;
  return [...ledger, { ...entry, id: String(ledger.length) }];
}

describe("the hour ledger", () => {
  it("counts sixty lessons of one teaching hour as exactly 2,700 minutes", () => {
    const lessons = Array.from({ length: 60 }, () => ({ unit: "theory" as const, minutes: 45 }));
    const sums = sumLedger(lessons);
    expect(sums).toEqual({ theoryMinutes: 2700, practiceMinutes: 0 });
    expect(teachingHours(sums.theoryMinutes)).toBe(60);
    expect(theoryMissing(sums, programmeDefaults)).toBe(0);
  });

  it("counts forty hours of practice as 2,400 minutes", () => {
    expect(practiceHours(2400)).toBe(40);
    expect(practiceMissing({ theoryMinutes: 0, practiceMinutes: 2385 }, programmeDefaults)).toBe(15);
  });

  it("keeps its sums right whatever is credited and taken back, in whatever order", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let ledger: Entry[] = [];
        const standing = new Map<string, Entry>();
        for (const one of steps) {
          if (one.kind === "credit") {
            const { unit, minutes, source } = one.credit;
            const before = ledger.length;
            ledger = add(ledger, { unit, minutes, kind: "practice", sourceKey: `practice:${source}` });
            if (ledger.length > before) standing.set(ledger.at(-1)!.id, ledger.at(-1)!);
          } else {
            const entry = ledger.filter(({ kind }) => kind !== "correction")[one.which];
            if (!entry) continue;
            ledger = add(ledger, counterEntry(entry));
            standing.delete(entry.id);
          }
        }
        const sums = sumLedger(ledger);
        expect(sums).toEqual(sumLedger(standing.values()));
        expect(Math.min(sums.theoryMinutes, sums.practiceMinutes)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("does not depend on the order of entries", () => {
    const entries = fc.array(credit);
    fc.assert(
      fc.property(entries, (list) => {
        expect(sumLedger([...list].reverse())).toEqual(sumLedger(list));
      }),
    );
  });

  it("takes whole minutes only", () => {
    expect(() => sumLedger([{ unit: "theory", minutes: 22.5 }])).toThrow(RangeError);
  });

  it("does not correct a correction", () => {
    expect(() => counterEntry({ id: "1", unit: "theory", kind: "correction", minutes: -45 })).toThrow(
      RangeError,
    );
  });

  it("never credits a module with more than it has, in any number of steps", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 360 }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 10 }),
        (wishes, hours) => {
          const limit = hours * 45;
          const credited = wishes.reduce((sum, wish) => sum + creditableMinutes(wish, sum, limit), 0);
          const wanted = wishes.reduce((sum, wish) => sum + wish, 0);
          expect(credited).toBe(Math.min(wanted, limit));
        },
      ),
    );
  });

  it.each([
    { share: 1, theoryMinutes: 2699, open: false },
    { share: 1, theoryMinutes: 2700, open: true },
    { share: 0.5, theoryMinutes: 1349, open: false },
    { share: 0.5, theoryMinutes: 1350, open: true },
    { share: 0, theoryMinutes: 0, open: true },
  ])(
    "opens practice at $share of the theory: $theoryMinutes minutes → $open",
    ({ share, theoryMinutes, open }) => {
      const settings = { ...programmeDefaults, practiceGateTheoryShare: share };
      expect(practiceGateOpen({ theoryMinutes, practiceMinutes: 0 }, settings)).toBe(open);
    },
  );
});
