import fc from "fast-check";
import { expect, it } from "vitest";
import type { StandingFacts } from "~/certification/rules/mentors/facts";
import { mentorStanding } from "~/certification/rules/mentors/standing";
import { mentorClock } from "~/practice/rules/supervision/mentor-clock";
import { day, days, exemptions } from "./days";

it("a mentor's clock and standing name the same deadline and are late on the same days", () => {
  fc.assert(
    fc.property(day, days, exemptions, day, (certifiedOn, supervisionDays, list, today) => {
      fc.pre(certifiedOn <= today);
      const facts: StandingFacts = {
        registeredOn: certifiedOn,
        certifiedOn,
        endedOn: null,
        certificates: [],
        pledge: "onPaper",
        supervisionDays,
        exemptions: list,
        decisions: [],
        settings: [],
      };
      const standing = mentorStanding(facts, today);
      const clock = mentorClock(
        {
          certifiedOn,
          endedOn: null,
          renewedOn: [],
          supervisionDays,
          everyMonths: 2,
          exemptions: list,
          warnDays: [14, 3],
        },
        today,
      );
      expect(clock.dueOn).toBe(standing.dueOn);
      expect(clock.owedBy !== null).toBe(standing.state === "active");
      expect(clock.state === "exempt").toBe(standing.exemptTo !== null);
    }),
    { numRuns: 300 },
  );
});
