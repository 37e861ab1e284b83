import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  creditSteps,
  sessionCreditKey,
  sessionCredits,
  sessionOfKey,
  type AttendedSession,
  type LiveCredit,
} from "~/course/rules/teaching/session-credits";

const session = (
  sessionId: string,
  hour: number,
  overrides: Partial<AttendedSession> = {},
): AttendedSession => ({
  sessionId,
  startsAt: new Date(Date.UTC(2026, 5, 1, hour)),
  makeUpForId: null,
  teachingMinutes: 90,
  presentMinutes: 90,
  ...overrides,
});
const minutes = (credits: Map<string, number>) => Object.fromEntries(credits);
const room = { moduleMinutes: 225, otherMinutes: 0 };

describe("what attendance is worth", () => {
  it("is what somebody was there for, in whole minutes", () => {
    expect(minutes(sessionCredits([session("a", 9, { presentMinutes: 71 })], room))).toEqual({ a: 71 });
  });

  it("ends with the hours of the module, lessons counted first", () => {
    const three = [session("c", 14), session("a", 9), session("b", 11)];
    expect(minutes(sessionCredits(three, room))).toEqual({ a: 90, b: 90, c: 45 });
    expect(minutes(sessionCredits(three, { ...room, otherMinutes: 180 }))).toEqual({ a: 45, b: 0, c: 0 });
    expect(minutes(sessionCredits(three, { ...room, otherMinutes: 300 }))).toEqual({ a: 0, b: 0, c: 0 });
  });

  it("is for a make-up only what was missed", () => {
    const part = session("a", 9, { presentMinutes: 60 });
    const makeUp = session("m", 15, { makeUpForId: "a" });
    expect(minutes(sessionCredits([makeUp, part], room))).toEqual({ a: 60, m: 30 });
    expect(minutes(sessionCredits([session("a", 9), makeUp], room))).toEqual({ a: 90, m: 0 });
    const again = session("n", 17, { makeUpForId: "a" });
    expect(minutes(sessionCredits([session("a", 9, { presentMinutes: 0 }), makeUp, again], room))).toEqual({
      a: 0,
      m: 90,
      n: 0,
    });
  });
});

describe("keys of credits", () => {
  it("tell the session whatever the number of the credit, and nothing else", () => {
    const id = randomUUID();
    expect(sessionCreditKey(id, 1)).toBe(`session:${id}`);
    expect([1, 2, 12].map((number) => sessionOfKey(sessionCreditKey(id, number)))).toEqual([id, id, id]);
    expect(sessionOfKey(`lesson:${id}`)).toBeNull();
    expect(sessionOfKey(`session:${id}:x`)).toBeNull();
  });
});

/** A ledger as the database keeps it: entries are only added. */
class Ledger {
  readonly entries: { sessionId: string | null; minutes: number; takenBack: boolean }[] = [];

  get sum() {
    return this.entries.reduce((sum, entry) => sum + entry.minutes, 0);
  }

  of(sessionId: string) {
    return this.entries
      .filter((entry) => entry.sessionId === sessionId)
      .reduce((sum, entry) => sum + entry.minutes, 0);
  }

  live(): Map<string, LiveCredit> {
    return new Map(
      this.entries.flatMap((entry, index) =>
        entry.sessionId && entry.minutes > 0 && !entry.takenBack
          ? [[entry.sessionId, { sourceKey: String(index), minutes: entry.minutes }] as const]
          : [],
      ),
    );
  }

  settle(sessions: readonly AttendedSession[], moduleMinutes: number): void {
    const live = this.live();
    const otherMinutes = this.sum - [...live.values()].reduce((sum, one) => sum + one.minutes, 0);
    for (const step of creditSteps(sessionCredits(sessions, { moduleMinutes, otherMinutes }), live)) {
      if (step.takeBack) {
        this.entries[Number(step.takeBack.sourceKey)]!.takenBack = true;
        this.entries.push({ sessionId: step.sessionId, minutes: -step.takeBack.minutes, takenBack: true });
      }
      if (step.minutes > 0)
        this.entries.push({ sessionId: step.sessionId, minutes: step.minutes, takenBack: false });
    }
  }
}

describe("a ledger settled after every change of attendance", () => {
  const lengths = [90, 135, 60, 180];
  const event = fc.oneof(
    fc.record({ session: fc.integer({ min: 0, max: 3 }), present: fc.integer({ min: 0, max: 180 }) }),
    fc.record({ lesson: fc.constant(45) }),
  );
  const ids = lengths.map(() => randomUUID());

  it("never exceeds the session, the module or what was missed, and every correction keeps its sums right", () => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 25 }),
        fc.integer({ min: 45, max: 400 }),
        fc.integer({ min: 0, max: 3 }),
        (events, moduleMinutes, makeUp) => {
          const ledger = new Ledger();
          const attended = new Map<number, AttendedSession>();
          for (const one of events) {
            if ("lesson" in one) {
              const credit = Math.max(0, Math.min(one.lesson, moduleMinutes - ledger.sum));
              if (credit > 0) ledger.entries.push({ sessionId: null, minutes: credit, takenBack: false });
              continue;
            }
            // One of the sessions makes up for the one before it.
            const isMakeUp = makeUp > 0 && one.session === makeUp;
            const whole = lengths[one.session]!;
            attended.set(
              one.session,
              session(ids[one.session]!, one.session, {
                makeUpForId: isMakeUp ? ids[makeUp - 1]! : null,
                teachingMinutes: isMakeUp ? lengths[makeUp - 1]! : whole,
                presentMinutes: Math.min(one.present, whole),
              }),
            );
            const sessions = [...attended.values()];
            ledger.settle(sessions, moduleMinutes);
            const before = ledger.entries.length;
            ledger.settle(sessions, moduleMinutes);
            expect(ledger.entries.length, "settled again nothing changes").toBe(before);
            expect(ledger.sum).toBeLessThanOrEqual(moduleMinutes);
            for (const own of sessions) {
              expect(ledger.of(own.sessionId)).toBeGreaterThanOrEqual(0);
              expect(ledger.of(own.sessionId)).toBeLessThanOrEqual(own.presentMinutes);
            }
            if (makeUp > 0) {
              const both = ledger.of(ids[makeUp]!) + ledger.of(ids[makeUp - 1]!);
              expect(both).toBeLessThanOrEqual(lengths[makeUp - 1]!);
            }
          }
        },
      ),
    );
  });

  it("says the same whatever the order the attendance was written down in", () => {
    const change = fc.record({
      session: fc.integer({ min: 0, max: 3 }),
      present: fc.integer({ min: 0, max: 180 }),
    });
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 15 }),
        fc.integer({ min: 45, max: 400 }),
        (changes, moduleMinutes) => {
          const ledger = new Ledger();
          const attended = new Map<number, AttendedSession>();
          for (const { session: index, present } of changes) {
            const whole = lengths[index]!;
            const own = { teachingMinutes: whole, presentMinutes: Math.min(present, whole) };
            attended.set(index, session(ids[index]!, index, own));
            ledger.settle([...attended.values()], moduleMinutes);
          }
          const fresh = new Ledger();
          fresh.settle([...attended.values()], moduleMinutes);
          for (const id of ids) expect(ledger.of(id)).toBe(fresh.of(id));
          const there = [...attended.values()].reduce((sum, own) => sum + own.presentMinutes, 0);
          expect(ledger.sum).toBe(Math.min(moduleMinutes, there));
        },
      ),
    );
  });
});
