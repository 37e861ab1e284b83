import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  attendanceStanding,
  reachableShare,
  reachedShare,
  type CountedSession,
  type OwnAttendance,
} from "~/course/rules/teaching/attendance-standing";

const session = (
  id: string,
  state: CountedSession["state"],
  minutes = 100,
  makeUpForId: string | null = null,
) => ({
  id,
  state,
  minutes,
  makeUpForId,
});
const own = (rows: Record<string, OwnAttendance>) => new Map(Object.entries(rows));
const there = (minutes: number): OwnAttendance => ({ state: "present", minutes });

describe("attendance", () => {
  it("counts what was held, and what is planned as still reachable", () => {
    const standing = attendanceStanding(
      [session("a", "held"), session("b", "held"), session("c", "planned", 200), session("d", "cancelled")],
      own({ a: there(100), b: { state: "absent", minutes: 0 } }),
    );
    expect(standing).toEqual({
      heldMinutes: 200,
      presentMinutes: 100,
      totalMinutes: 400,
      reachableMinutes: 300,
      missed: 1,
    });
    expect(reachedShare(standing)).toBe(0.5);
    expect(reachableShare(standing)).toBe(0.75);
  });

  it("counts a make-up for the session it belongs to, and not beyond it", () => {
    const sessions = [session("a", "held"), session("m", "held", 150, "a")];
    const made = attendanceStanding(sessions, own({ a: there(40), m: there(150) }));
    expect(made).toMatchObject({ heldMinutes: 100, presentMinutes: 100, totalMinutes: 100, missed: 0 });
    const planned = attendanceStanding([session("a", "held"), session("m", "planned", 50, "a")], own({}));
    expect(planned).toMatchObject({ presentMinutes: 0, reachableMinutes: 50, missed: 1 });
  });

  it("does not count on who sent an excuse ahead", () => {
    const standing = attendanceStanding(
      [session("a", "planned"), session("b", "planned")],
      own({ a: { state: "excused", minutes: 0 } }),
    );
    expect(standing).toMatchObject({ totalMinutes: 200, reachableMinutes: 100, heldMinutes: 0 });
    expect(reachedShare(standing)).toBeNull();
  });

  it("has no shares without sessions", () => {
    const standing = attendanceStanding([], own({}));
    expect([reachedShare(standing), reachableShare(standing)]).toEqual([null, null]);
  });

  it("keeps both shares between nothing and all, and the best never below what is there", () => {
    const anySession = fc.record({
      state: fc.constantFrom("planned" as const, "held" as const, "cancelled" as const),
      minutes: fc.integer({ min: 1, max: 360 }),
      makesUp: fc.boolean(),
      present: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(anySession, { maxLength: 12 }), (list) => {
        const sessions = list.map(({ state, minutes, makesUp }, index) =>
          session(String(index), state, minutes, makesUp && index > 0 ? "0" : null),
        );
        if (sessions[0]) sessions[0].makeUpForId = null;
        const rows = new Map(list.map(({ present }, index) => [String(index), there(present)]));
        const standing = attendanceStanding(sessions, rows);
        expect(standing.presentMinutes).toBeLessThanOrEqual(standing.heldMinutes);
        expect(standing.presentMinutes).toBeLessThanOrEqual(standing.reachableMinutes);
        expect(standing.reachableMinutes).toBeLessThanOrEqual(standing.totalMinutes);
      }),
    );
  });
});
