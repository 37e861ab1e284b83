import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSensitiveRole } from "~/access/permissions";
import { roles } from "~/access/roles";
import { isSessionOver, longestSessionMs, sessionEnd, sessionLimits } from "~/access/session-limits";

const minute = 60_000;
const hour = 60 * minute;
const began = new Date("2026-03-02T08:00:00Z");
const after = (ms: number) => new Date(began.getTime() + ms);

describe("limits of sessions", () => {
  it("are half an hour of rest and twelve hours for every role that sees clients or incidents", () => {
    for (const role of roles.filter(isSensitiveRole)) {
      expect(sessionLimits([role])).toEqual({ idleMs: 30 * minute, absoluteMs: 12 * hour });
    }
  });

  it("are the short ones as soon as one role is sensitive", () => {
    fc.assert(
      fc.property(fc.subarray([...roles]), (held) => {
        const short = sessionLimits(["mentor"]);
        const long = sessionLimits(["trainee"]);
        expect(sessionLimits(held)).toEqual(held.some(isSensitiveRole) ? short : long);
        expect(sessionLimits(held).absoluteMs).toBeLessThanOrEqual(longestSessionMs);
      }),
    );
  });
});

describe("the end of a session", () => {
  const limits = sessionLimits(["probation_officer"]);
  const times = (lastSeen: number, expires = 12 * hour) => ({
    createdAt: began,
    lastSeenAt: after(lastSeen),
    expiresAt: after(expires),
  });

  it.each([
    ["just used", times(0), 29 * minute, false],
    ["rested for exactly the limit", times(0), 30 * minute, true],
    ["used again in time", times(25 * minute), 54 * minute, false],
    ["used all day, but too old", times(12 * hour - minute), 12 * hour, true],
    ["just before the absolute end", times(12 * hour - minute), 12 * hour - 1, false],
    ["set to end earlier", times(50 * minute, hour), hour, true],
  ])("%s", (_case, session, passed, over) => {
    expect(isSessionOver(session, limits, after(passed))).toBe(over);
  });

  it("comes earlier, never later, when the roles became sensitive", () => {
    fc.assert(
      fc.property(fc.nat(20 * 24 * 60), fc.nat(20 * 24 * 60), (seen, expires) => {
        const session = times(seen * minute, expires * minute);
        const short = sessionEnd(session, sessionLimits(["mentor"]));
        const long = sessionEnd(session, sessionLimits(["trainee"]));
        expect(short.getTime()).toBeLessThanOrEqual(long.getTime());
      }),
    );
  });
});
