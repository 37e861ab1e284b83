import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flagCodes, type FlagCode } from "~/course/rules/overview/flags";
import {
  forecastOf,
  outlookOf,
  outlooks,
  type Outlook,
  type OutlookFacts,
} from "~/course/rules/overview/forecast";
import { runStates } from "~/course/rules/run-states";

const facts = (overrides: Partial<OutlookFacts> = {}): OutlookFacts => ({
  runState: "running",
  enrolment: "active",
  complete: false,
  flags: [],
  ...overrides,
});
const flagged = (...codes: FlagCode[]) => codes.map((code) => ({ code }));

describe("the outlook of one person", () => {
  it.each<[string, Partial<OutlookFacts>, Outlook]>([
    ["studies on plan", {}, "likely"],
    ["has graduated", { enrolment: "graduated" }, "certain"],
    ["has graduated and the run is over", { enrolment: "graduated", runState: "closed" }, "certain"],
    ["has everything and waits for the certificate", { complete: true }, "certain"],
    ["has everything whatever is flagged", { complete: true, flags: flagged("inactive") }, "certain"],
    ["has left", { enrolment: "withdrawn", complete: true }, "lost"],
    ["was taken out", { enrolment: "ended" }, "lost"],
    ["is not done when the run closes", { runState: "closed" }, "lost"],
    ["shows no activity", { flags: flagged("inactive") }, "atRisk"],
    ["is behind", { flags: flagged("behind") }, "atRisk"],
    ["cannot reach the attendance", { flags: flagged("attendance") }, "atRisk"],
    ["has no attempt left", { flags: flagged("testFailed") }, "atRisk"],
    ["lacks a supervision", { flags: flagged("supervision") }, "likely"],
    ["waits for an approval", { flags: flagged("practiceWaiting") }, "likely"],
    ["waits and is behind", { flags: flagged("practiceWaiting", "behind") }, "atRisk"],
  ])("%s", (_name, overrides, expected) => {
    expect(outlookOf(facts(overrides))).toBe(expected);
  });
});

const people = (counts: Partial<Record<Outlook, number>>): Outlook[] =>
  outlooks.flatMap((outlook) => Array<Outlook>(counts[outlook] ?? 0).fill(outlook));

describe("the forecast of a run", () => {
  it.each<[Partial<Record<Outlook, number>>, string, number]>([
    [{ certain: 10, lost: 5 }, "reached", 0],
    [{ certain: 4, likely: 6, atRisk: 5 }, "expected", 0],
    [{ certain: 4, likely: 5, atRisk: 5 }, "threatened", 1],
    [{ certain: 4, likely: 5, lost: 5 }, "outOfReach", 1],
    [{}, "outOfReach", 10],
  ])("%j of a goal of ten: %s", (counts, verdict, missing) => {
    expect(forecastOf(people(counts), 10, "running")).toMatchObject({ verdict, missing, goal: 10 });
  });

  it("waits for the start, and says after the end only what is", () => {
    expect(forecastOf(people({ likely: 12 }), 10, "recruiting").verdict).toBe("early");
    expect(forecastOf(people({ certain: 9, lost: 6 }), 10, "closed").verdict).toBe("missed");
    expect(forecastOf(people({ certain: 10 }), 10, "closed").verdict).toBe("reached");
  });

  it("puts everybody in exactly one class, and one flag more never makes anything better", () => {
    const anybody = fc.record({
      runState: fc.constantFrom(...runStates),
      enrolment: fc.constantFrom("active", "withdrawn", "graduated", "ended"),
      complete: fc.boolean(),
      codes: fc.subarray([...flagCodes]),
    });
    const rank = (outlook: Outlook) => outlooks.indexOf(outlook);
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 20 }), fc.constantFrom(...flagCodes), (all, more) => {
        const outlooksOf = all.map(({ codes, ...rest }) =>
          outlookOf({ ...rest, flags: flagged(...codes) } as OutlookFacts),
        );
        const { counts } = forecastOf(outlooksOf, 10, "running");
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(all.length);
        all.forEach(({ codes, ...rest }, index) => {
          const worse = outlookOf({ ...rest, flags: flagged(...codes, more) } as OutlookFacts);
          expect(rank(worse)).toBeGreaterThanOrEqual(rank(outlooksOf[index]!));
        });
      }),
    );
  });
});
