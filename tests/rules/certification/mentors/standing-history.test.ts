import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownSince } from "~/certification/rules/mentors/facts";
import { mentorStanding } from "~/certification/rules/mentors/standing";
import { standingHistory } from "~/certification/rules/mentors/standing-history";
import { addDays } from "~/platform/days";
import { anyFacts, certificate, someDay, standingFacts } from "./facts";

describe("the history of a standing", () => {
  it("tells a mentor's way through every standing", () => {
    const facts = standingFacts({
      certificates: [certificate("2026-01-31", "2026-09-01")],
      pledge: { signedOn: "2025-11-01" },
      supervisionDays: ["2026-05-20"],
      decisions: [
        { kind: "suspended", fromDay: "2026-06-10", decidedAt: "2026-06-10T08:00:00.000Z" },
        { kind: "restored", fromDay: "2026-07-01", decidedAt: "2026-07-01T08:00:00.000Z" },
      ],
    });
    expect(standingHistory(facts, "2026-10-01")).toEqual([
      { from: "2026-01-31", to: "2026-04-01", state: "active", cause: "certificate" },
      { from: "2026-04-01", to: "2026-05-01", state: "lapsing", cause: "overdue" },
      { from: "2026-05-01", to: "2026-05-20", state: "lapsed", cause: "overdue" },
      { from: "2026-05-20", to: "2026-06-10", state: "active", cause: "supervision" },
      { from: "2026-06-10", to: "2026-07-01", state: "suspended", cause: "decision" },
      { from: "2026-07-01", to: "2026-07-21", state: "active", cause: "supervision" },
      { from: "2026-07-21", to: "2026-08-21", state: "lapsing", cause: "overdue" },
      { from: "2026-08-21", to: "2026-09-01", state: "lapsed", cause: "overdue" },
      { from: "2026-09-01", to: null, state: "ended", cause: "certificate" },
    ]);
  });

  it("has no gap when a certificate is issued anew", () => {
    const facts = standingFacts({
      certificates: [certificate("2026-01-31", "2026-02-10"), certificate("2026-02-10", null, true)],
      pledge: { signedOn: "2025-11-01" },
    });
    expect(standingHistory(facts, "2026-03-01")).toEqual([
      { from: "2026-01-31", to: null, state: "active", cause: "certificate" },
    ]);
  });

  it("is empty before anything is known", () => {
    expect(standingHistory(standingFacts(), "2026-01-30")).toEqual([]);
  });

  it("says of every day what the standing of that day says, without holes or overlaps", () => {
    fc.assert(
      fc.property(anyFacts, someDay, fc.nat(1000), (facts, today, back) => {
        const start = knownSince(facts);
        const history = standingHistory(facts, today);
        if (today < start) {
          expect(history).toEqual([]);
          return;
        }
        expect(history[0]?.from).toBe(start);
        expect(history.at(-1)?.to).toBeNull();
        for (const [index, interval] of history.entries()) {
          const next = history[index + 1];
          expect(interval.to).toBe(next?.from ?? null);
          if (next) expect([next.state, next.cause]).not.toEqual([interval.state, interval.cause]);
        }
        const candidate = addDays(today, -back);
        const day = candidate < start ? start : candidate;
        const { state, cause } = mentorStanding(facts, day);
        const holding = history.find(({ from, to }) => from <= day && (to === null || day < to));
        expect(holding).toMatchObject({ state, cause });
      }),
      { numRuns: 1000 },
    );
  });

  it("does not change what was when days go by", () => {
    fc.assert(
      fc.property(anyFacts, someDay, fc.nat(200), (facts, day, more) => {
        const before = standingHistory(facts, day);
        const after = standingHistory(facts, addDays(day, more));
        expect(after.slice(0, Math.max(0, before.length - 1))).toEqual(before.slice(0, -1));
      }),
    );
  });
});
