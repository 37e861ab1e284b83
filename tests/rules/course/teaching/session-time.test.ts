import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  minutesBetween,
  momentInSession,
  presentMinutes,
  sessionTimes,
  teachingMinutes,
} from "~/course/rules/teaching/session-time";
import { addDays, dayOf, minuteOfDay, parseTime } from "~/platform/days";

const at = (time: string) => parseTime(time)!;
const times = (day: string, from: string, to: string, endsNextDay = false) => {
  const result = sessionTimes({ day, from: at(from), to: at(to), endsNextDay });
  if ("reason" in result) throw new Error(result.reason);
  return result;
};

/** The nights in 2026 when the clocks of Prague go forward and back. */
const spring = "2026-03-29";
const autumn = "2026-10-25";

describe("when a session takes place", () => {
  it.each([
    { name: "an ordinary morning", day: "2026-06-12", from: "9:00", to: "12:15", minutes: 195 },
    { name: "across midnight", day: "2026-06-12", from: "22:30", to: "1:00", next: true, minutes: 150 },
    { name: "over the spring night", day: "2026-03-28", from: "22:00", to: "4:00", next: true, minutes: 300 },
    { name: "over the autumn night", day: "2026-10-24", from: "22:00", to: "4:00", next: true, minutes: 420 },
    { name: "ending when the clock jumps", day: spring, from: "1:00", to: "2:00", minutes: 60 },
    { name: "through the jump", day: spring, from: "1:30", to: "3:30", minutes: 60 },
    { name: "through the hour that comes twice", day: autumn, from: "1:30", to: "3:30", minutes: 180 },
  ])("$name: $minutes minutes in real time", ({ day, from, to, next, minutes }) => {
    const { startsAt, endsAt } = times(day, from, to, next);
    expect(minutesBetween(startsAt, endsAt)).toBe(minutes);
  });

  it.each([
    { name: "ends before it starts", day: "2026-06-12", from: "12:00", to: "9:00", field: "to" },
    { name: "takes no time", day: "2026-06-12", from: "9:00", to: "9:00", field: "to" },
    { name: "starts at a time that is skipped", day: spring, from: "2:30", to: "4:00", field: "from" },
    { name: "ends at a time that is skipped", day: spring, from: "1:00", to: "2:30", field: "to" },
  ])("refuses one that $name", ({ day, from, to, field }) => {
    expect(sessionTimes({ day, from: at(from), to: at(to), endsNextDay: false })).toMatchObject({ field });
  });

  it("never lasts less than nothing nor more than two days and an hour", () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const day = fc.integer({ min: 0, max: 364 }).map((count) => addDays("2026-01-01", count));
    fc.assert(
      fc.property(day, minute, minute, fc.boolean(), (day, from, to, endsNextDay) => {
        const result = sessionTimes({ day, from, to, endsNextDay });
        if ("reason" in result) return;
        const minutes = minutesBetween(result.startsAt, result.endsAt);
        expect(minutes).toBeGreaterThan(0);
        expect(minutes).toBeLessThanOrEqual(2 * 1440 + 60);
        expect(dayOf(result.startsAt)).toBe(day);
        expect(minuteOfDay(result.startsAt)).toBe(from);
      }),
    );
  });
});

describe("minutes somebody was there for", () => {
  const session = { ...times("2026-06-12", "9:00", "12:15"), breakMinutes: 15 };
  const moment = (time: string) => momentInSession(session, at(time), session.startsAt)!;

  it("are all the teaching for who was there from beginning to end", () => {
    expect(teachingMinutes(session)).toBe(180);
    expect(presentMinutes(session, session.startsAt, session.endsAt)).toBe(180);
  });

  it("lose breaks in proportion for who came later or left earlier", () => {
    // 130 of 195 minutes: two thirds of 180.
    expect(presentMinutes(session, moment("10:05"), session.endsAt)).toBe(120);
    expect(presentMinutes(session, session.startsAt, moment("11:10"))).toBe(120);
    // A minute of the clock is less than a minute of teaching.
    expect(presentMinutes(session, session.startsAt, moment("9:01"))).toBe(0);
  });

  it("are never more than the teaching, and grow with the time there", () => {
    const minute = fc.integer({ min: 0, max: 195 });
    const after = (minutes: number) => new Date(session.startsAt.getTime() + minutes * 60_000);
    fc.assert(
      fc.property(minute, minute, minute, (a, b, c) => {
        const [one, two, three] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        const shorter = presentMinutes(session, after(one), after(two));
        const longer = presentMinutes(session, after(one), after(three));
        expect(Number.isInteger(shorter)).toBe(true);
        expect(shorter).toBeGreaterThanOrEqual(0);
        expect(shorter).toBeLessThanOrEqual(longer);
        expect(longer).toBeLessThanOrEqual(teachingMinutes(session));
      }),
    );
  });

  it("count real time on the night when an hour comes twice", () => {
    const night = { ...times("2026-10-24", "23:00", "4:00", true), breakMinutes: 0 };
    expect(teachingMinutes(night)).toBe(360);
    const arrived = momentInSession(night, at("2:30"), night.startsAt)!;
    // Of two half past twos the first counts for coming, and the next after it for leaving.
    expect(arrived).toEqual(new Date("2026-10-25T00:30:00Z"));
    expect(presentMinutes(night, arrived, night.endsAt)).toBe(150);
    expect(momentInSession(night, at("2:10"), arrived)).toEqual(new Date("2026-10-25T01:10:00Z"));
  });

  it("know no time outside the session", () => {
    expect(momentInSession(session, at("8:59"), session.startsAt)).toBeNull();
    expect(momentInSession(session, at("12:16"), session.startsAt)).toBeNull();
    expect(momentInSession(session, at("9:30"), moment("10:00"))).toBeNull();
    expect(moment("12:15")).toEqual(session.endsAt);
  });
});
