import fc from "fast-check";
import type { StandingFacts } from "~/certification/rules/mentors/facts";
import { decisionKinds } from "~/certification/rules/mentors/facts";
import { addDays } from "~/platform/days";
import { defaultProgrammeSettings } from "~/programme/index";

/** A mentor certified on paper on the last day of January, of whom nothing else is known. */
export function standingFacts(overrides: Partial<StandingFacts> = {}): StandingFacts {
  return {
    registeredOn: "2026-01-31",
    certifiedOn: "2026-01-31",
    endedOn: null,
    certificates: [],
    pledge: "onPaper",
    supervisionDays: [],
    exemptions: [],
    decisions: [],
    settings: [],
    ...overrides,
  };
}

/** A certificate issued at noon of a day. */
export function certificate(issuedOn: string, revokedOn: string | null = null, replaces = false) {
  return { issuedOn, issuedAt: `${issuedOn}T11:00:00.000Z`, revokedOn, replaces };
}

const first = "2024-01-01";
const someDay = fc.nat(900).map((days) => addDays(first, days));
const span = fc.tuple(someDay, fc.nat(90)).map(([fromDay, days]) => ({
  fromDay,
  toDay: addDays(fromDay, days),
}));

/** Any history a register could hold, and many it could not: rules must cope with all of them. */
export const anyFacts: fc.Arbitrary<StandingFacts> = fc.record({
  registeredOn: someDay,
  certifiedOn: fc.option(someDay),
  endedOn: fc.option(someDay, { freq: 4 }),
  certificates: fc.array(
    fc
      .tuple(someDay, fc.option(fc.nat(300)), fc.boolean())
      .map(([day, length, replaces]) =>
        certificate(day, length === null ? null : addDays(day, length), replaces),
      ),
    { maxLength: 3 },
  ),
  pledge: fc.oneof(
    fc.constant("onPaper" as const),
    fc.constant("missing" as const),
    someDay.map((signedOn) => ({ signedOn })),
  ),
  supervisionDays: fc.array(someDay, { maxLength: 8 }),
  exemptions: fc.array(span, { maxLength: 3 }),
  decisions: fc.array(
    fc.record({
      kind: fc.constantFrom(...decisionKinds),
      fromDay: someDay,
      decidedAt: someDay.map((day) => `${day}T09:00:00.000Z`),
    }),
    { maxLength: 5 },
  ),
  settings: fc
    .array(fc.tuple(someDay, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 3 })), {
      maxLength: 3,
    })
    .map((rows) =>
      rows
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([from, supervisionEveryMonths, graceMonths]) => ({
          from,
          settings: { ...defaultProgrammeSettings, supervisionEveryMonths, graceMonths },
        })),
    ),
});

export { someDay };
