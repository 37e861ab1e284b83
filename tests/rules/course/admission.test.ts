import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admissionRefusal, nextWaitingPosition, type AdmissionFacts } from "~/course/rules/admission";
import { afterStep, applicationStates, isOpenApplication } from "~/course/rules/application-states";
import {
  conditionErasedOn,
  conditionsState,
  entryConditionKinds,
  isOldEnough,
  mayApplyFrom,
} from "~/course/rules/entry-conditions";
import { addDays } from "~/platform/days";

const free: AdmissionFacts = {
  conditions: "met",
  runState: "recruiting",
  places: 15,
  taken: 14,
  waitingAhead: 0,
};

describe("admitting to a run", () => {
  it.each([
    { change: {}, refusal: null },
    { change: { taken: 15 }, refusal: "runFull" },
    { change: { taken: 16 }, refusal: "runFull" },
    { change: { conditions: "missing" }, refusal: "conditionsMissing" },
    { change: { conditions: "notMet" }, refusal: "conditionsNotMet" },
    { change: { runState: "planned" }, refusal: "runNotOpen" },
    { change: { runState: "exams" }, refusal: "runNotOpen" },
    { change: { runState: "closed" }, refusal: "runNotOpen" },
    { change: { runState: "running" }, refusal: null },
    { change: { waitingAhead: 1 }, refusal: "othersWait" },
    { change: { waitingAhead: 1, taken: 13 }, refusal: null },
    { change: { waitingAhead: 2, taken: 13 }, refusal: "othersWait" },
  ] as const)("$change → $refusal", ({ change, refusal }) => {
    expect(admissionRefusal({ ...free, ...change })).toBe(refusal);
  });

  it("never admits past the places, whoever comes in whatever order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 40 }), (places, people) => {
        let taken = 0;
        for (let person = 0; person < people; person += 1) {
          if (admissionRefusal({ ...free, places, taken }) === null) taken += 1;
        }
        expect(taken).toBe(Math.min(places, people));
      }),
    );
  });

  it("puts newcomers behind everybody who waits", () => {
    expect(nextWaitingPosition([])).toBe(1);
    expect(nextWaitingPosition([3, 7, null])).toBe(8);
  });
});

describe("entry conditions", () => {
  const all = entryConditionKinds.map((kind) => ({ kind, met: true }));

  it("need all three, and one that is not met decides", () => {
    expect(conditionsState(all)).toBe("met");
    expect(conditionsState(all.slice(1))).toBe("missing");
    expect(conditionsState([])).toBe("missing");
    expect(conditionsState([{ kind: "criminal_record", met: false }])).toBe("notMet");
  });

  it.each([
    { birth: "2008-06-12", day: "2026-06-12", old: true },
    { birth: "2008-06-13", day: "2026-06-12", old: false },
    { birth: "2008-02-29", day: "2026-02-28", old: false },
    { birth: "2008-02-29", day: "2026-03-01", old: true },
    { birth: "1970-01-01", day: "2026-06-12", old: true },
  ])("born $birth, on $day old enough: $old", ({ birth, day, old }) => {
    expect(isOldEnough(birth, day, 18)).toBe(old);
  });

  it("names exactly the first day on which somebody is old enough", () => {
    const births = fc
      .date({ min: new Date("1995-01-01"), max: new Date("2020-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(births, (birth) => {
        const first = mayApplyFrom(birth, 18);
        expect(isOldEnough(birth, first, 18)).toBe(true);
        expect(isOldEnough(birth, addDays(first, -1), 18)).toBe(false);
      }),
    );
  });

  it("are erased months after they were attested", () => {
    expect(conditionErasedOn("2026-08-31", 6)).toBe("2027-02-28");
  });
});

describe("the way of an application", () => {
  it("ends where somebody has decided", () => {
    for (const state of applicationStates) {
      const steps = (["admit", "putOnWaitingList", "reject", "withdraw"] as const).filter(
        (step) => afterStep(state, step) !== null,
      );
      expect(steps.length > 0).toBe(isOpenApplication(state));
    }
  });

  it("leads from the waiting list to a place or to another run's list", () => {
    expect(afterStep("waiting", "admit")).toBe("admitted");
    expect(afterStep("waiting", "putOnWaitingList")).toBe("waiting");
    expect(afterStep("admitted", "reject")).toBeNull();
  });
});
