import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionRefusal, possibleDecisions } from "~/certification/rules/mentors/decision";
import { decisionKinds, type DecisionKind } from "~/certification/rules/mentors/facts";
import { mentorStanding } from "~/certification/rules/mentors/standing";
import { certificate, standingFacts } from "./facts";

const today = "2026-06-12";
const decided = (kind: DecisionKind, fromDay: string) => ({
  kind,
  fromDay,
  decidedAt: `${fromDay}T08:00:00.000Z`,
});
const suspended = standingFacts({ decisions: [decided("suspended", "2026-05-10")] });
const ended = standingFacts({ decisions: [decided("ended", "2026-05-10")], endedOn: "2026-05-10" });
const revoked = standingFacts({
  certificates: [certificate("2026-01-31", "2026-05-10")],
  endedOn: "2026-05-10",
});
const old = standingFacts({ certifiedOn: null });

describe("what can be decided about a mentor", () => {
  it.each([
    ["an active one", standingFacts(), ["suspended", "ended"]],
    ["a suspended one", suspended, ["restored", "ended"]],
    [
      "one whose suspension begins later",
      standingFacts({ decisions: [decided("suspended", "2026-06-20")] }),
      ["restored", "ended"],
    ],
    ["an ended one", ended, ["renewed"]],
    ["one without a valid certificate", revoked, ["renewed"]],
    ["a row of an older register", old, ["renewed", "suspended", "ended"]],
  ])("%s", (_case, facts, kinds) => {
    expect(possibleDecisions(facts, today)).toEqual(kinds);
  });

  it.each([
    ["suspension today", standingFacts(), "suspended", today, null],
    ["suspension back to the certificate", standingFacts(), "suspended", "2026-01-31", null],
    ["suspension before it", standingFacts(), "suspended", "2026-01-30", "beforeCertification"],
    ["suspension a month ahead", standingFacts(), "suspended", "2026-07-13", null],
    ["suspension further ahead", standingFacts(), "suspended", "2026-07-14", "tooFarAhead"],
    ["restoring who is not suspended", standingFacts(), "restored", today, "notPossible"],
    ["suspending again", suspended, "suspended", today, "notPossible"],
    ["restoring before the suspension", suspended, "restored", "2026-05-09", "beforeLastDecision"],
    ["restoring from its first day", suspended, "restored", "2026-05-10", null],
    ["ending tomorrow", standingFacts(), "ended", "2026-06-13", "inFuture"],
    ["ending today", standingFacts(), "ended", today, null],
    ["ending a second time", ended, "ended", today, "notPossible"],
    ["renewing today", ended, "renewed", today, null],
    ["renewing tomorrow", ended, "renewed", "2026-06-13", "inFuture"],
    ["renewing before the end", ended, "renewed", "2026-05-09", "beforeLastDecision"],
    ["renewing without a valid certificate", revoked, "renewed", today, "noCertificate"],
    ["renewing an old row without a certificate", old, "renewed", today, "noCertificate"],
  ] as const)("%s", (_case, facts, kind, fromDay, code) => {
    expect(decisionRefusal(facts, { kind, fromDay }, today)?.code ?? null).toBe(code);
  });

  it("wants the day of a certificate on paper, not a later one, for a row of an older register", () => {
    const renew = (certifiedOn: string) =>
      decisionRefusal(old, { kind: "renewed", fromDay: today, certifiedOn }, today);
    expect(renew("2019-05-05")).toBeNull();
    expect(renew("2026-06-13")).toMatchObject({ code: "certificateDay", field: "certifiedOn" });
  });

  it("leads where it says, and back by the opposite decision", () => {
    const leadsTo = { suspended: "suspended", ended: "ended" } as const;
    const opposite = { suspended: "restored", ended: "renewed" } as const;
    fc.assert(
      fc.property(fc.constantFrom("suspended", "ended"), fc.nat(60), (kind, back) => {
        const day = new Date(Date.UTC(2026, 5, 12 - back)).toISOString().slice(0, 10);
        const after = standingFacts({ decisions: [decided(kind, day)] });
        expect(mentorStanding(after, today).state).toBe(leadsTo[kind]);
        const undone = { kind: opposite[kind], fromDay: day, decidedAt: `${day}T09:00:00.000Z` };
        expect(decisionRefusal(after, undone, today)).toBeNull();
        const before = mentorStanding(standingFacts(), day).state;
        expect(["active", "lapsing", "lapsed"]).toContain(before);
        const restored = { ...after, decisions: [...after.decisions, undone] };
        expect(mentorStanding(restored, day).state).toBe(kind === "ended" ? "active" : before);
      }),
    );
  });

  it("is refused for everything that is not possible", () => {
    for (const facts of [standingFacts(), suspended, ended, revoked, old]) {
      const possible = possibleDecisions(facts, today);
      for (const kind of decisionKinds.filter((one) => !possible.includes(one))) {
        expect(decisionRefusal(facts, { kind, fromDay: today }, today)).toMatchObject({
          code: "notPossible",
          field: "kind",
        });
      }
    }
  });
});
