import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { examUnfinished } from "~/course/rules/recruitment/exam-progress";
import {
  answerRefusal,
  freePlaces,
  inTurn,
  nextToOffer,
  offerDeadline,
  offerRefusal,
  turnsBefore,
  type OfferState,
  type WaitingPerson,
} from "~/course/rules/recruitment/place-offers";
import { frozenChange, hasStarted, townsOf } from "~/course/rules/recruitment/run-edits";
import {
  fieldsOfSettings,
  settingsGroups,
  settingsLimits,
  settingsOfFields,
} from "~/course/rules/recruitment/settings-fields";
import { countByTown } from "~/course/rules/recruitment/town-counts";
import { moveTo } from "~/course/rules/recruitment/waiting-order";
import { applicationStates } from "~/course/rules/application-states";
import { parseRunSettings } from "~/course/rules/parse-run-settings";
import { programmeDefaults } from "~/course/rules/run-settings";
import { runStepNeeds } from "~/course/rules/run-states";

const person = (
  applicationId: string,
  position: number,
  change: Partial<WaitingPerson> = {},
): WaitingPerson => ({
  applicationId,
  position,
  conditions: "met",
  lastOffer: null,
  ...change,
});

describe("whom a freed place is offered to", () => {
  const list = [person("c", 9), person("a", 2), person("b", 5)];
  const full = { places: 15, taken: 14, offered: 0 };

  it.each([
    { name: "the first in order", people: list, places: full, count: 1, offered: ["a"] },
    {
      name: "as many as were freed",
      people: list,
      places: { ...full, taken: 13 },
      count: 2,
      offered: ["a", "b"],
    },
    { name: "no more than there is room for", people: list, places: full, count: 2, offered: ["a"] },
    {
      name: "nobody when offers keep the rest",
      people: list,
      places: { ...full, offered: 1 },
      count: 1,
      offered: [],
    },
    {
      name: "the next when the first let an offer pass",
      people: [person("a", 1, { lastOffer: "expired" }), person("b", 2)],
      places: full,
      count: 1,
      offered: ["b"],
    },
    {
      name: "nobody while the first still lacks something",
      people: [person("a", 1, { conditions: "missing" }), person("b", 2)],
      places: full,
      count: 1,
      offered: [],
    },
    {
      name: "the second with a second place, the first keeps one",
      people: [person("a", 1, { conditions: "missing" }), person("b", 2)],
      places: { ...full, taken: 13 },
      count: 1,
      offered: ["b"],
    },
  ])("$name", ({ people, places, count, offered }) => {
    expect(nextToOffer(people, places, count)).toEqual(offered);
  });

  it("by hand overtakes nobody and repeats no open offer", () => {
    const [first, second] = [person("a", 1), person("b", 2)];
    const passed = person("p", 3, { lastOffer: "declined" });
    const open = person("o", 4, { lastOffer: "open" });
    const all = [first, second, passed, open];
    const one = { places: 10, taken: 8, offered: 1 };
    expect(offerRefusal(all, first, one)).toBeNull();
    expect(offerRefusal(all, second, one)).toBe("othersWait");
    expect(offerRefusal(all, passed, one)).toBe("othersWait");
    expect(offerRefusal([passed, open], passed, one)).toBeNull();
    expect(offerRefusal(all, open, one)).toBe("offerOpen");
    expect(offerRefusal(all, first, { ...one, taken: 9 })).toBe("noFreePlace");
    expect(offerRefusal([{ ...first, conditions: "notMet" }], { ...first, conditions: "notMet" }, one)).toBe(
      "conditionsNotMet",
    );
  });

  it("never exceeds the places and keeps the order, whatever happens in whatever sequence", () => {
    const step = fc.record({
      kind: fc.constantFrom("leave", "accept", "decline", "expire", "withdraw", "join", "attest"),
      who: fc.nat(30),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(step, { maxLength: 60 }), (places, steps) => {
        let taken = places;
        let list: WaitingPerson[] = [];
        let next = 1;
        const offered = () => list.filter(({ lastOffer }) => lastOffer === "open").length;
        const passOn = () => {
          const before = list;
          const chosen = nextToOffer(list, { places, taken, offered: offered() }, 1);
          list = list.map((one) =>
            chosen.includes(one.applicationId) ? { ...one, lastOffer: "open" } : one,
          );
          for (const id of chosen) {
            // Whoever was in turn before the chosen one keeps a place of the free ones.
            const free = freePlaces({
              places,
              taken,
              offered: before.filter((p) => p.lastOffer === "open").length,
            });
            expect(turnsBefore(before, id)).toBeLessThan(free);
            const passedBy = inTurn(before).slice(0, turnsBefore(before, id));
            expect(passedBy.every(({ conditions }) => conditions !== "met")).toBe(true);
          }
        };
        const close = (who: number, state: OfferState) => {
          const open = list.filter(({ lastOffer }) => lastOffer === "open");
          const one = open[who % Math.max(1, open.length)];
          if (!one) return;
          if (state === "accepted") {
            taken += 1;
            list = list.filter((other) => other !== one);
          } else {
            list = list.map((other) => (other === one ? { ...one, lastOffer: state } : other));
            passOn();
          }
        };
        for (const { kind, who } of steps) {
          const order = list.map(({ applicationId }) => applicationId);
          if (kind === "leave" && taken > 0) {
            taken -= 1;
            passOn();
          } else if (kind === "join") {
            list = [...list, person(`p${next}`, next, { conditions: who % 3 === 0 ? "missing" : "met" })];
            next += 1;
          } else if (kind === "attest") {
            list = list.map((one, index) =>
              index === who % list.length ? { ...one, conditions: "met" } : one,
            );
          } else if (kind === "accept") close(who, "accepted");
          else if (kind === "decline") close(who, "declined");
          else if (kind === "expire") close(who, "expired");
          else if (kind === "withdraw") close(who, "withdrawn");
          expect(taken + offered()).toBeLessThanOrEqual(places);
          const left = list.map(({ applicationId }) => applicationId).filter((id) => order.includes(id));
          expect(left).toEqual(order.filter((id) => left.includes(id)));
        }
      }),
    );
  });
});

describe("an answer", () => {
  const answerBy = new Date("2026-06-15T13:00:00Z");
  const offer = { state: "open" as OfferState, answerBy };

  it.each([
    { state: "open", now: "2026-06-15T13:00:00Z", refusal: null },
    { state: "open", now: "2026-06-15T13:00:01Z", refusal: "offerExpired" },
    { state: "accepted", now: "2026-06-14T13:00:00Z", refusal: "offerAnswered" },
    { state: "declined", now: "2026-06-14T13:00:00Z", refusal: "offerAnswered" },
    { state: "expired", now: "2026-06-14T13:00:00Z", refusal: "offerExpired" },
    { state: "withdrawn", now: "2026-06-16T13:00:00Z", refusal: "offerWithdrawn" },
  ] as const)("to an offer that is $state at $now: $refusal", ({ state, now, refusal }) => {
    expect(answerRefusal({ ...offer, state }, new Date(now))).toBe(refusal);
  });

  it("waits as many days as the run says, also over a clock change", () => {
    expect(offerDeadline(new Date("2026-10-24T10:00:00Z"), 3).toISOString()).toBe("2026-10-27T10:00:00.000Z");
  });
});

describe("moving on the waiting list", () => {
  const list = [
    { id: "a", position: 2 },
    { id: "b", position: 5 },
    { id: "c", position: 6 },
    { id: "d", position: 11 },
  ];

  it("changes only the numbers between the two places", () => {
    expect(moveTo(list, "d", 2)).toEqual([
      { id: "d", position: 5 },
      { id: "b", position: 6 },
      { id: "c", position: 11 },
    ]);
    expect(moveTo(list, "a", 1)).toEqual([]);
    for (const place of [0, 5, 1.5]) expect(() => moveTo(list, "a", place)).toThrow(RangeError);
    expect(() => moveTo(list, "x", 1)).toThrow(RangeError);
  });

  it("keeps everybody on the list once, the numbers, and the order of the others", () => {
    const lists = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(lists, fc.nat(), fc.nat(), (positions, who, where) => {
        const people = positions.map((position, index) => ({ id: `p${index}`, position }));
        const moved = people[who % people.length]!;
        const place = (where % people.length) + 1;
        const changes = new Map(moveTo(people, moved.id, place).map(({ id, position }) => [id, position]));
        const after = people
          .map(({ id, position }) => ({ id, position: changes.get(id) ?? position }))
          .sort((a, b) => a.position - b.position);
        const others = (ids: { id: string }[]) => ids.map(({ id }) => id).filter((id) => id !== moved.id);
        expect(after.map(({ position }) => position)).toEqual([...positions].sort((a, b) => a - b));
        expect(after[place - 1]?.id).toBe(moved.id);
        expect(others(after)).toEqual(others([...people].sort((a, b) => a.position - b.position)));
      }),
    );
  });
});

describe("the settings of a run", () => {
  it("go through their form and back unchanged", () => {
    expect(settingsOfFields(programmeDefaults, fieldsOfSettings(programmeDefaults))).toEqual(
      programmeDefaults,
    );
    expect(fieldsOfSettings(programmeDefaults)).toMatchObject({ theoryHours: 60, practiceHours: 40 });
  });

  it("come out of the form within what is stored, whatever was written within the limits", () => {
    const numbers = Object.fromEntries(
      Object.entries(settingsLimits).map(([field, [min, max]]) => [field, fc.integer({ min, max })]),
    );
    fc.assert(
      fc.property(fc.record(numbers), (written) => {
        const fields = { ...fieldsOfSettings(programmeDefaults), ...written };
        const settings = settingsOfFields(programmeDefaults, fields);
        expect(parseRunSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
        expect(fieldsOfSettings(settings)).toEqual(fields);
      }),
    );
  });

  it("show every number once in a group of the form", () => {
    const grouped = Object.values(settingsGroups).flat();
    expect([...grouped].sort()).toEqual(Object.keys(settingsLimits).sort());
  });

  it("stored before there were attempts and offers stay valid", () => {
    const { testAttempts: _a, offerDays: _o, inactivityWeeks: _i, ...older } = programmeDefaults;
    expect(parseRunSettings(older)).toEqual(programmeDefaults);
  });
});

describe("a started run", () => {
  it.each([
    { state: "planned", startedAt: null, started: false },
    { state: "recruiting", startedAt: null, started: false },
    { state: "running", startedAt: null, started: true },
    { state: "exams", startedAt: new Date(), started: true },
    { state: "closed", startedAt: null, started: true },
  ] as const)("$state → $started", ({ started, ...run }) => {
    expect(hasStarted(run)).toBe(started);
  });

  it("names the first field that must stay", () => {
    const run = { town: "Most", region: "CZ042", startsOn: "2026-03-01", places: 15, goal: 10 };
    expect(frozenChange(run, { ...run })).toBeNull();
    expect(frozenChange(run, { ...run, goal: 5, places: 12 })).toBe("places");
    expect(frozenChange(run, { ...run, startsOn: "2026-03-02" })).toBe("startsOn");
  });

  it("says everything a step still needs", () => {
    const facts = { trainees: 0, trainers: 0, openApplications: 0 };
    expect(runStepNeeds("recruiting", "running", facts)).toEqual(["noTrainees", "noTrainers"]);
    expect(runStepNeeds("recruiting", "planned", { ...facts, openOffers: 1 })).toEqual(["applicationsOpen"]);
    expect(runStepNeeds("running", "exams", { ...facts, openOffers: 1 })).toEqual(["offersOpen"]);
    const open = { ...facts, openApplications: 2, openOffers: 1, unfinishedExams: 1 };
    expect(runStepNeeds("exams", "closed", open)).toEqual(["offersOpen", "peopleWait", "examsUnfinished"]);
    expect(runStepNeeds("exams", "closed", facts)).toEqual([]);
  });
});

describe("an exam", () => {
  const at = { today: "2026-06-20", resitWithinDays: 30 };
  const result = (part: "written" | "oral", heldOn: string, passed: boolean) => ({ part, heldOn, passed });

  it.each([
    { name: "not begun", results: [], unfinished: false },
    { name: "with a part missing", results: [result("written", "2026-06-10", true)], unfinished: true },
    {
      name: "passed",
      results: [result("written", "2026-06-10", true), result("oral", "2026-06-10", true)],
      unfinished: false,
    },
    {
      name: "failed once, within the days of a resit",
      results: [result("written", "2026-05-21", false), result("oral", "2026-06-10", true)],
      unfinished: true,
    },
    {
      name: "failed once, too long ago",
      results: [result("written", "2026-05-20", false), result("oral", "2026-06-10", true)],
      unfinished: false,
    },
    {
      name: "failed twice",
      results: [result("written", "2026-06-10", false), result("written", "2026-06-15", false)],
      unfinished: false,
    },
  ])("$name: unfinished $unfinished", ({ results, unfinished }) => {
    expect(examUnfinished(["written", "oral"], results, at)).toBe(unfinished);
  });
});

describe("towns", () => {
  it("of a run are listed once, without the main one", () => {
    expect(townsOf(" Rumburk, Šluknov;rumburk \n Děčín,, Velký  Šenov", "Děčín")).toEqual([
      "Rumburk",
      "Šluknov",
      "Velký Šenov",
    ]);
    expect(townsOf(undefined, "Děčín")).toEqual([]);
  });

  it("of applications are counted once however they are written", () => {
    const rows = [
      { town: "most", state: "submitted", count: 1 },
      { town: "Most", state: "submitted", count: 3 },
      { town: " Most", state: "waiting", count: 2 },
      { town: "Bílina", state: "admitted", count: 1 },
    ] as const;
    expect(countByTown(rows, applicationStates)).toMatchObject([
      { town: "Bílina", total: 1 },
      { town: "Most", total: 6, byState: { submitted: 4, waiting: 2, admitted: 0 } },
    ]);
  });
});
