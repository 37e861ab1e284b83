import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumAttendance } from "~/course/rules/overview/attendance-sum";
import { flagCodes } from "~/course/rules/overview/flags";
import { ownSteps, type OwnStepFacts } from "~/course/rules/overview/own-steps";
import { readPage } from "~/course/rules/overview/page-number";
import {
  arrangeRows,
  countFlags,
  orderKeys,
  readTableView,
  tableAddress,
  turned,
  type SortableRow,
} from "~/course/rules/overview/table-order";
import { sumTest } from "~/course/rules/overview/test-standing";
import { zipOf } from "~/platform/zip";

const row = (name: string, overrides: Partial<SortableRow> = {}): SortableRow => ({
  name,
  sums: { theoryMinutes: 0, practiceMinutes: 0 },
  supervision: { kept: 0, missing: 0 },
  tests: { passed: 0 },
  attendance: { share: null },
  flags: [],
  ...overrides,
});
const read = (address: string) => readTableView(new URL(address, "http://portal.test").searchParams);
const names = (rows: SortableRow[]) => rows.map(({ name }) => name);

describe("the view of a run's table", () => {
  it("falls back to names from A to Ž when an address makes no sense", () => {
    expect(read("/?razeni=heslo&smer=nahoru&priznak=vse")).toEqual({
      key: "jmeno",
      descending: false,
      flag: null,
    });
  });

  it("comes back from its own address", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...orderKeys),
        fc.boolean(),
        fc.option(fc.constantFrom(...flagCodes)),
        (key, descending, flag) => {
          expect(read(tableAddress({ key, descending, flag }))).toEqual({ key, descending, flag });
        },
      ),
    );
  });

  it("turns a column up first and then down, and keeps the filter", () => {
    const view = read("/?priznak=behind");
    const up = turned(view, "praxe");
    expect(up).toEqual({ key: "praxe", descending: false, flag: "behind" });
    expect(turned(up, "praxe").descending).toBe(true);
    expect(turned(turned(up, "praxe"), "praxe").descending).toBe(false);
  });

  it("sorts by Czech names, and equal rows by name either way", () => {
    const rows = [row("Žák"), row("Čech"), row("Cihlář"), row("Chalupa")];
    expect(names(arrangeRows(rows, read("/")))).toEqual(["Cihlář", "Čech", "Chalupa", "Žák"]);
    expect(names(arrangeRows(rows, read("/?smer=dolu")))).toEqual(["Žák", "Chalupa", "Čech", "Cihlář"]);
    expect(names(arrangeRows(rows, read("/?razeni=testy&smer=dolu")))).toEqual(
      names(arrangeRows(rows, read("/"))),
    );
  });

  it("puts the numbers of a column in order; who has none yet is lowest", () => {
    const rows = [row("A", { attendance: { share: 0.4 } }), row("B"), row("C", { attendance: { share: 0 } })];
    expect(names(arrangeRows(rows, read("/?razeni=dochazka")))).toEqual(["B", "C", "A"]);
  });

  it("shows only who carries the flag, and counts everybody", () => {
    const rows = [
      row("A", { flags: [{ code: "behind" }, { code: "inactive" }] }),
      row("B", { flags: [{ code: "behind" }] }),
      row("C"),
    ];
    expect(names(arrangeRows(rows, read("/?priznak=inactive")))).toEqual(["A"]);
    expect(countFlags(rows)).toMatchObject({ behind: 2, inactive: 1, attendance: 0 });
  });
});

describe("a trainee's steps", () => {
  const facts = (overrides: Partial<OwnStepFacts> = {}): OwnStepFacts => ({
    course: [{ kind: "lesson" }],
    unread: 0,
    nextSession: null,
    pledgeSigned: true,
    gateOpen: false,
    supervisionBy: null,
    tests: [],
    ...overrides,
  });
  const kinds = (overrides: Partial<OwnStepFacts>) => ownSteps(facts(overrides)).map(({ kind }) => kind);
  const test = { moduleId: "pravo", title: "Právo", left: 2, nextAttemptAt: null, moduleDone: true };

  it.each<[string, Partial<OwnStepFacts>, string[]]>([
    ["reading on", {}, ["lesson"]],
    ["a message comes first", { unread: 2 }, ["messages", "lesson"]],
    ["the next session", { nextSession: { day: "2026-06-15", place: "Děčín" } }, ["session", "lesson"]],
    [
      "no practice before the pledge",
      { course: [{ kind: "practice", minutes: 60 }], gateOpen: true, pledgeSigned: false },
      ["pledge"],
    ],
    ["practice after the pledge", { course: [{ kind: "practice", minutes: 60 }] }, ["practice"]],
    ["supervision of the month", { supervisionBy: "2026-06-30" }, ["supervision", "lesson"]],
    ["the test of a finished module", { tests: [{ ...test, state: "none" }] }, ["lesson", "test"]],
    ["no test of an unfinished one", { tests: [{ ...test, state: "none", moduleDone: false }] }, ["lesson"]],
    ["a failed test again", { tests: [{ ...test, state: "failed" }] }, ["lesson", "test"]],
    [
      "not while it rests",
      { tests: [{ ...test, state: "failed", nextAttemptAt: new Date("2026-06-13") }] },
      ["lesson"],
    ],
    ["no attempts left", { tests: [{ ...test, state: "exhausted", left: 0 }] }, ["lesson", "askTrainer"]],
    [
      "before the run only waiting",
      {
        course: [{ kind: "wait" }],
        gateOpen: true,
        pledgeSigned: false,
        tests: [{ ...test, state: "none" }],
      },
      ["wait"],
    ],
    ["a closed run and a message", { course: [{ kind: "closed" }], unread: 1 }, ["messages", "closed"]],
  ])("%s", (_name, overrides, expected) => {
    expect(kinds(overrides)).toEqual(expected);
  });
});

describe("small sums", () => {
  it("says both shares of attendance", () => {
    const sessions = [
      { id: "a", makeUpForId: null, state: "held" as const, minutes: 100 },
      { id: "b", makeUpForId: null, state: "planned" as const, minutes: 100 },
    ];
    const own = new Map([["a", { state: "present" as const, minutes: 50 }]]);
    expect(sumAttendance(sessions, own)).toEqual({
      attendedMinutes: 50,
      heldMinutes: 100,
      share: 0.5,
      best: 0.75,
    });
    expect(sumAttendance([], own)).toMatchObject({ share: null, best: null });
  });

  it.each([
    [{ attemptsUsed: 0, attemptsLeft: 3 }, "none"],
    [{ attemptsUsed: 1, attemptsLeft: 2, open: true }, "underWay"],
    [{ attemptsUsed: 1, attemptsLeft: 2 }, "failed"],
    [{ attemptsUsed: 3, attemptsLeft: 0 }, "exhausted"],
    [{ attemptsUsed: 3, attemptsLeft: 0, passed: true }, "passed"],
    [{ attemptsUsed: 9, attemptsLeft: null }, "failed"],
  ])("a test with %j is %s", (overrides, state) => {
    const standing = { passed: false, open: false, bestShare: 0.6875, nextAttemptAt: null, ...overrides };
    expect(sumTest(standing)).toMatchObject({ state, best: 68 });
  });

  it.each([
    ["", 1],
    ["strana=3", 3],
    ["strana=0", 1],
    ["strana=-2", 1],
    ["strana=1.5", 1],
    ["strana=abc", 1],
    ["strana=99999999", 1],
  ])("page of %j is %i", (search, page) => {
    expect(readPage(new URLSearchParams(search))).toBe(page);
  });

  it("packs the same files into the same bytes wherever the clock stands", () => {
    const files = [
      { name: "ž/á.csv", bytes: Buffer.from("jedna") },
      { name: "b.txt", bytes: Buffer.from("dvě") },
    ];
    const zone = process.env.TZ;
    try {
      process.env.TZ = "Pacific/Auckland";
      const there = Buffer.from(zipOf(files)).toString("hex");
      process.env.TZ = "America/Los_Angeles";
      expect(Buffer.from(zipOf(files)).toString("hex")).toBe(there);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});
