import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths } from "~/platform/days";
import { endState, isOpen, mayReopen, openState } from "~/registry/rules/case-state";
import { criteriaSetOn } from "~/registry/rules/criteria";
import { evaluationRefusal } from "~/registry/rules/evaluation-date";
import { announceDays, evaluationDue } from "~/registry/rules/evaluation-due";
import { missingExperience } from "~/registry/rules/experience";
import { momentAfter } from "~/registry/rules/recording";
import { workStart } from "~/registry/rules/work-start";
import { caseStates, criteriaSets } from "~/registry/schema";

describe("the state of a case", () => {
  it("follows who is working on it", () => {
    expect(openState(null)).toBe("referred");
    expect(openState({ startedOn: null })).toBe("assigned");
    expect(openState({ startedOn: "2026-01-01" })).toBe("active");
  });

  it("is open until it ends", () => {
    expect(caseStates.filter(isOpen)).toEqual(["referred", "assigned", "active"]);
  });

  it("declines a referral nobody worked on", () => {
    expect(endState(true)).toBe("closed");
    expect(endState(false)).toBe("declined");
  });
});

describe("taking an end back", () => {
  const end = { recordedById: "officer", recordedDay: "2026-05-05" };
  it.each([
    ["whoever recorded it, on the same day", "officer", "2026-05-05", false, true],
    ["whoever recorded it, a day later", "officer", "2026-05-06", false, false],
    ["a colleague, on the same day", "colleague", "2026-05-05", false, false],
    ["a coordinator, years later", "coordinator", "2028-05-05", true, true],
  ])("%s", (_, actorId, today, isCoordinator, expected) => {
    expect(mayReopen({ ...end, actorId, today, isCoordinator })).toBe(expected);
  });

  it("leaves imported ends to coordinators", () => {
    const imported = { recordedById: null, recordedDay: "2026-05-05", today: "2026-05-05" };
    expect(mayReopen({ ...imported, actorId: "officer", isCoordinator: false })).toBe(false);
  });
});

describe("when an evaluation is due", () => {
  const started = { startedOn: "2026-01-31", lastEvaluatedOn: null, ended: false };

  it.each([
    ["long before", "2026-02-01", "later"],
    ["the day before it is announced", "2026-03-16", "later"],
    ["announced", "2026-03-17", "soon"],
    ["on the day itself", "2026-03-31", "soon"],
    ["the day after", "2026-04-01", "overdue"],
  ])("%s", (_, today, state) => {
    expect(evaluationDue(started, today)).toMatchObject({ state, dueOn: "2026-03-31" });
  });

  it("is counted from the last evaluation", () => {
    const due = evaluationDue({ ...started, lastEvaluatedOn: "2026-12-31" }, "2027-01-01");
    expect(due).toMatchObject({ state: "later", dueOn: "2027-02-28" });
  });

  it("waits for work and stops with the case", () => {
    expect(evaluationDue({ ...started, startedOn: null }, "2026-09-01")).toEqual({ state: "notStarted" });
    expect(evaluationDue({ ...started, ended: true }, "2026-09-01")).toEqual({ state: "ended" });
  });

  it("goes from later through soon to overdue as days pass", () => {
    const rank = { notStarted: 0, ended: 0, later: 1, soon: 2, overdue: 3 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (offset) => {
        const today = addDays(started.startedOn, offset);
        const due = evaluationDue(started, today);
        const next = evaluationDue(started, addDays(today, 1));
        expect(rank[next.state]).toBeGreaterThanOrEqual(rank[due.state]);
        if ("dueOn" in due)
          expect(due.state === "soon").toBe(due.daysLeft >= 0 && due.daysLeft <= announceDays);
      }),
    );
  });
});

describe("the day of an evaluation", () => {
  it.each([
    ["before work began", "2026-03-01", "2026-03-02", "beforeStart"],
    ["on the first day of work", "2026-03-02", "2026-03-02", null],
    ["today", "2026-05-05", "2026-03-02", null],
    ["tomorrow", "2026-05-06", "2026-03-02", "future"],
    ["without any work", "2026-05-05", null, "notStarted"],
  ])("%s", (_, signedOn, startedOn, expected) => {
    expect(evaluationRefusal(signedOn, { startedOn, today: "2026-05-05" })).toBe(expected);
  });
});

describe("criteria", () => {
  it("are four for a probation centre", () => {
    expect(criteriaSetOn("probation_centre", "2026-01-01").criteria).toEqual([
      "cooperation",
      "sentence",
      "skills",
      "information",
    ]);
  });

  it("of social curators differ and are marked as unconfirmed", () => {
    const set = criteriaSetOn("municipality", "2026-01-01");
    expect(set.criteria).not.toEqual(criteriaSetOn("probation_centre", "2026-01-01").criteria);
    expect(set.confirmed).toBe(false);
  });

  it("are those valid on the day, the first ones for older days", () => {
    const base = { kind: "probation_centre", criteria: [], confirmed: true } as const;
    const sets = [
      { ...base, id: "one", version: 1, validFrom: "2010-01-01" },
      { ...base, id: "two", version: 2, validFrom: "2012-01-01" },
    ];
    expect(criteriaSetOn("probation_centre", "2012-01-01", sets).id).toBe("two");
    expect(criteriaSetOn("probation_centre", "2011-12-31", sets).id).toBe("one");
    expect(criteriaSetOn("probation_centre", "2005-01-01", sets).id).toBe("one");
  });

  it("have distinct ids and versions", () => {
    expect(new Set(criteriaSets.map(({ id }) => id)).size).toBe(criteriaSets.length);
    expect(new Set(criteriaSets.map(({ kind, version }) => `${kind} ${version}`)).size).toBe(
      criteriaSets.length,
    );
  });
});

describe("experience for a social curator's client", () => {
  const today = "2026-06-15";
  it.each([
    ["a year to the day and five cases", "2025-06-15", 5, null],
    ["a day short of a year", "2025-06-16", 5, { months: true, monthsOn: "2026-06-16", closedCases: 0 }],
    ["four cases", "2020-01-01", 4, { months: false, monthsOn: "2021-01-01", closedCases: 1 }],
    ["nothing known", null, 0, { months: true, monthsOn: null, closedCases: 5 }],
    ["plenty", "2015-01-01", 40, null],
  ])("%s", (_, since, closedCases, expected) => {
    expect(missingExperience({ since, closedCases }, today)).toEqual(expected);
  });

  it("is a setting", () => {
    const rule = { months: 6, closedCases: 1 };
    expect(missingExperience({ since: addMonths(today, -6), closedCases: 1 }, today, rule)).toBeNull();
  });
});

describe("the first day of work", () => {
  const nothing = { recorded: null, activityDays: [], correctedDay: null, firstEvaluatedOn: null };
  it.each([
    ["nothing was logged", nothing, null],
    ["the first activity begins it", { ...nothing, activityDays: ["2026-02-02"] }, "2026-02-02"],
    [
      "an earlier activity logged later moves it back",
      { ...nothing, recorded: "2026-02-02", activityDays: ["2026-02-02", "2026-01-30"] },
      "2026-01-30",
    ],
    [
      "a later activity does not move it",
      { ...nothing, recorded: "2026-02-02", activityDays: ["2026-02-02", "2026-03-01"] },
      "2026-02-02",
    ],
    [
      "work recorded without activities stays",
      { ...nothing, recorded: "2026-02-02", activityDays: ["2026-03-01"] },
      "2026-02-02",
    ],
    [
      "the activity that began it was corrected to a later day",
      { ...nothing, recorded: "2026-02-02", activityDays: ["2026-02-05"], correctedDay: "2026-02-02" },
      "2026-02-05",
    ],
    [
      "the only activity was corrected to a cancelled one",
      { ...nothing, recorded: "2026-02-02", correctedDay: "2026-02-02" },
      null,
    ],
    [
      "never past an evaluation",
      {
        recorded: "2026-02-02",
        activityDays: ["2026-02-05"],
        correctedDay: "2026-02-02",
        firstEvaluatedOn: "2026-02-03",
      },
      "2026-02-02",
    ],
  ])("%s", (_, facts, expected) => {
    expect(workStart(facts)).toBe(expected);
  });
});

it("rows are recorded one after another even when the clock stands", () => {
  const now = new Date("2026-01-01T10:00:00Z");
  expect(momentAfter(null, now)).toEqual(now);
  expect(momentAfter(new Date("2026-01-01T09:00:00Z"), now)).toEqual(now);
  expect(momentAfter(now, now).getTime()).toBe(now.getTime() + 1);
});
