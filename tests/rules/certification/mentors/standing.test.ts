import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAssignable, mentorStanding, mentorStates } from "~/certification/rules/mentors/standing";
import { addDays } from "~/platform/days";
import { defaultProgrammeSettings } from "~/programme/index";
import { anyFacts, certificate, someDay, standingFacts } from "./facts";

const decided = (kind: "suspended" | "restored" | "ended" | "renewed", fromDay: string) => ({
  kind,
  fromDay,
  decidedAt: `${fromDay}T08:00:00.000Z`,
});

describe("a mentor's standing", () => {
  it.each([
    ["freshly certified", {}, "2026-02-10", "active", "2026-03-31"],
    ["on the last day", {}, "2026-03-31", "active", "2026-03-31"],
    ["a day late", {}, "2026-04-01", "lapsing", "2026-03-31"],
    ["on the last day of grace", {}, "2026-04-30", "lapsing", "2026-03-31"],
    ["after it", {}, "2026-05-01", "lapsed", "2026-03-31"],
    ["after a session", { supervisionDays: ["2026-03-15"] }, "2026-05-15", "active", "2026-05-15"],
    [
      "the last session counts, in whatever order",
      { supervisionDays: ["2026-04-20", "2026-03-15"] },
      "2026-06-01",
      "active",
      "2026-06-20",
    ],
    [
      "a session written for later does not count",
      { supervisionDays: ["2026-06-15"] },
      "2026-05-10",
      "lapsed",
      "2026-03-31",
    ],
    [
      "sessions before certification do not shorten the first term",
      { supervisionDays: ["2025-12-01"] },
      "2026-03-31",
      "active",
      "2026-03-31",
    ],
    ["ended", { endedOn: "2026-02-01" }, "2026-02-01", "ended", null],
    ["ending later", { endedOn: "2026-03-01" }, "2026-02-01", "active", "2026-03-31"],
    ["from an old register", { certifiedOn: null }, "2026-02-01", "unknown", null],
    [
      "from an old register, supervised",
      { certifiedOn: null, supervisionDays: ["2026-02-01"] },
      "2026-04-01",
      "active",
      "2026-04-01",
    ],
    ["before the certificate", {}, "2026-01-30", "unknown", null],
  ])("%s", (_case, change, today, state, dueOn) => {
    expect(mentorStanding(standingFacts(change), today)).toMatchObject({ state, dueOn });
  });

  const exempt = (fromDay: string, toDay: string) => ({ exemptions: [{ fromDay, toDay }] });
  it.each([
    ["ten exempt days move the deadline by ten", exempt("2026-02-01", "2026-02-10"), "2026-04-10"],
    ["those before the term do not", exempt("2025-12-01", "2026-01-31"), "2026-03-31"],
    [
      "of those across its beginning only the days after it",
      exempt("2026-01-20", "2026-02-02"),
      "2026-04-02",
    ],
    ["those after the deadline do not move it", exempt("2026-05-01", "2026-05-31"), "2026-03-31"],
    [
      "two that overlap count once",
      {
        exemptions: [
          { fromDay: "2026-02-01", toDay: "2026-02-10" },
          { fromDay: "2026-02-05", toDay: "2026-02-15" },
        ],
      },
      "2026-04-15",
    ],
    [
      "one that only comes in because another moved the end",
      {
        exemptions: [
          { fromDay: "2026-02-01", toDay: "2026-02-10" },
          { fromDay: "2026-04-05", toDay: "2026-04-06" },
        ],
      },
      "2026-04-12",
    ],
  ])("%s", (_case, change, dueOn) => {
    expect(mentorStanding(standingFacts(change), "2026-02-20").dueOn).toBe(dueOn);
  });

  it.each([
    ["suspended from its day", [decided("suspended", "2026-02-05")], "2026-02-05", "suspended", "decision"],
    ["not a day earlier", [decided("suspended", "2026-02-05")], "2026-02-04", "active", "certificate"],
    [
      "restored, the term having run on",
      [decided("suspended", "2026-02-05"), decided("restored", "2026-04-10")],
      "2026-04-10",
      "lapsing",
      "overdue",
    ],
    ["ended by a decision", [decided("ended", "2026-02-05")], "2026-03-01", "ended", "decision"],
    [
      "renewed, with a term of its own",
      [decided("ended", "2026-02-05"), decided("renewed", "2026-06-01")],
      "2026-07-31",
      "active",
      "renewal",
    ],
    [
      "suspended and restored on one day counts as restored",
      [
        decided("suspended", "2026-02-05"),
        { ...decided("restored", "2026-02-05"), decidedAt: "2026-02-05T09:00:00.000Z" },
      ],
      "2026-02-05",
      "active",
      "certificate",
    ],
    [
      "what was decided later but holds earlier does not win",
      [
        decided("suspended", "2026-02-05"),
        { ...decided("restored", "2026-02-03"), decidedAt: "2026-02-06T09:00:00.000Z" },
      ],
      "2026-02-07",
      "suspended",
      "decision",
    ],
  ] as const)("%s", (_case, decisions, today, state, cause) => {
    expect(mentorStanding(standingFacts({ decisions }), today)).toMatchObject({ state, cause });
  });

  describe("with a certificate of the portal", () => {
    const of = (...certificates: ReturnType<typeof certificate>[]) =>
      standingFacts({ certificates, pledge: { signedOn: "2025-12-01" } });

    it("ends on the day it is revoked", () => {
      const facts = of(certificate("2026-01-31", "2026-02-10"));
      expect(mentorStanding(facts, "2026-02-09").state).toBe("active");
      expect(mentorStanding(facts, "2026-02-10")).toMatchObject({
        state: "ended",
        cause: "certificate",
        since: "2026-02-10",
      });
    });

    it("goes on without a gap and without a new term when it is issued anew", () => {
      const facts = of(certificate("2026-01-31", "2026-02-10"), certificate("2026-02-10", null, true));
      for (const day of ["2026-02-09", "2026-02-10", "2026-02-11"]) {
        expect(mentorStanding(facts, day)).toMatchObject({ state: "active", dueOn: "2026-03-31" });
      }
    });

    it("begins a new term when there was none in between", () => {
      const facts = of(certificate("2026-01-31", "2026-02-10"), certificate("2026-03-01", null, true));
      expect(mentorStanding(facts, "2026-02-20").state).toBe("ended");
      expect(mentorStanding(facts, "2026-03-01")).toMatchObject({ state: "active", dueOn: "2026-05-01" });
    });

    it("stays ended by a decision when it is only issued anew, and begins again when earned again", () => {
      const decisions = [decided("ended", "2026-02-05")];
      const anew = of(certificate("2026-01-31", "2026-02-10"), certificate("2026-02-10", null, true));
      expect(mentorStanding({ ...anew, decisions }, "2026-02-20").state).toBe("ended");
      const again = of(certificate("2026-01-31"), certificate("2026-02-10"));
      expect(mentorStanding({ ...again, decisions }, "2026-02-20").state).toBe("active");
    });

    it("wants the pledge of confidentiality", () => {
      const facts = of(certificate("2026-01-31"));
      expect(mentorStanding({ ...facts, pledge: "missing" }, "2026-02-20")).toMatchObject({
        state: "suspended",
        cause: "pledge",
      });
      const late = { ...facts, pledge: { signedOn: "2026-02-20" } };
      expect(mentorStanding(late, "2026-02-19").state).toBe("suspended");
      expect(mentorStanding(late, "2026-02-20").state).toBe("active");
    });
  });

  it("follows the numbers in force on the day, so that a change rewrites nothing", () => {
    const settings = [
      { from: "2026-03-10", settings: { ...defaultProgrammeSettings, supervisionEveryMonths: 1 } },
    ];
    const facts = standingFacts({ settings });
    expect(mentorStanding(facts, "2026-03-09")).toMatchObject({ state: "active", dueOn: "2026-03-31" });
    expect(mentorStanding(facts, "2026-03-10")).toMatchObject({ state: "lapsing", dueOn: "2026-02-28" });
  });

  it("only gets worse as days go by, until something happens", () => {
    const rank = { active: 0, lapsing: 1, lapsed: 2, suspended: 3, ended: 4, unknown: 5 };
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.nat(200), (session, one, more) => {
        const facts = standingFacts({ supervisionDays: [addDays("2026-01-31", session)] });
        const from = addDays("2026-01-31", Math.max(one, session));
        const later = addDays(from, more);
        expect(rank[mentorStanding(facts, later).state]).toBeGreaterThanOrEqual(
          rank[mentorStanding(facts, from).state],
        );
      }),
    );
  });

  it("is never worse for one more session, nor for one more exempt day", () => {
    const rank: Partial<Record<string, number>> = { active: 0, lapsing: 1, lapsed: 2 };
    fc.assert(
      fc.property(anyFacts, someDay, someDay, (facts, day, extra) => {
        const worse = (changed: typeof facts) => {
          const [was, is] = [mentorStanding(facts, day).state, mentorStanding(changed, day).state];
          const [before, after] = [rank[was], rank[is]];
          if (before !== undefined && after !== undefined) expect(after).toBeLessThanOrEqual(before);
          else if (was !== "unknown") expect(is).toBe(was);
        };
        worse({ ...facts, supervisionDays: [...facts.supervisionDays, extra] });
        worse({ ...facts, exemptions: [...facts.exemptions, { fromDay: extra, toDay: extra }] });
      }),
    );
  });

  it("gives new work only to who is active", () => {
    expect(mentorStates.filter(isAssignable)).toEqual(["active"]);
  });
});
