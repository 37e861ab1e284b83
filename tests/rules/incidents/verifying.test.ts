import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { biasIndicators, indicatorStates, verifications, type Verification } from "~/incidents/codebook";
import { verificationProblem, type IndicatorJudgements } from "~/incidents/rules/verifying";

const judgement = fc.record({
  state: fc.constantFrom(...indicatorStates),
  evidence: fc.constantFrom("", "   ", "Dva svědci slyšeli pokřik."),
});
const judgements: fc.Arbitrary<IndicatorJudgements> = fc.dictionary(
  fc.constantFrom(...biasIndicators),
  judgement,
);

describe("a decision", () => {
  test.each<[Verification, IndicatorJudgements, ReturnType<typeof verificationProblem>]>([
    ["CONFIRMED", {}, "confirmedNeedsIndicator"],
    ["CONFIRMED", { BI02: { state: "PRESENT", evidence: "" } }, "confirmedNeedsIndicator"],
    ["CONFIRMED", { BI02: { state: "PRESENT", evidence: " \n" } }, "confirmedNeedsIndicator"],
    ["CONFIRMED", { BI02: { state: "ABSENT", evidence: "nahrávka" } }, "confirmedNeedsIndicator"],
    ["CONFIRMED", { BI02: { state: "UNKNOWN", evidence: "nahrávka" } }, "confirmedNeedsIndicator"],
    ["CONFIRMED", { BI02: { state: "PRESENT", evidence: "nahrávka" } }, null],
    ["PROBABLE", {}, null],
    ["UNCLEAR", {}, null],
    ["REJECTED", {}, null],
    ["UNVERIFIED", {}, null],
  ])("%s with %j", (verification, indicators, expected) => {
    expect(verificationProblem(verification, indicators)).toBe(expected);
  });

  test("is confirmed only with an indicator that is present and says why", () => {
    fc.assert(
      fc.property(fc.constantFrom(...verifications), judgements, (verification, indicators) => {
        const proven = Object.values(indicators).some(
          (one) => one?.state === "PRESENT" && one.evidence.trim().length > 0,
        );
        const allowed = verificationProblem(verification, indicators) === null;
        expect(allowed).toBe(verification !== "CONFIRMED" || proven);
      }),
    );
  });
});
