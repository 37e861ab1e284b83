import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf } from "~/platform/csv";
import {
  filterAddress,
  filterCount,
  noFilter,
  readFilter,
  type CaseFilter,
} from "~/registry/rules/list-filter";
import { readPeriod, yearOf } from "~/registry/rules/report-period";
import { caseStates, clientTypes } from "~/registry/schema";
import { addDays } from "~/platform/days";

const read = (address: string) => readFilter(new URL(address, "http://portal.test").searchParams);

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((offset) => addDays("1990-01-01", offset));
const anyFilter: fc.Arbitrary<CaseFilter> = fc.record({
  state: fc.option(fc.constantFrom(...caseStates, "open" as const)),
  type: fc.option(fc.constantFrom(...clientTypes)),
  centreId: fc.option(fc.uuid()),
  mentorId: fc.option(fc.uuid()),
  due: fc.option(fc.constantFrom("soon" as const, "overdue" as const)),
  search: fc.option(
    fc
      .string({ minLength: 1, maxLength: 100 })
      .map((text) => text.trim())
      .filter((text) => text !== ""),
  ),
  report: fc.option(
    fc
      .tuple(anyDay, anyDay, fc.boolean())
      .map(([a, b, successfulOnly]) => ({ from: a < b ? a : b, to: a < b ? b : a, successfulOnly })),
  ),
  page: fc.integer({ min: 1, max: 1000 }),
});

describe("the address of a list", () => {
  it("holds everything the list is narrowed by", () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        expect(read(filterAddress(filter))).toEqual(filter);
      }),
    );
  });

  it("is short without a filter", () => {
    expect(filterAddress(noFilter)).toBe("/pripady");
    expect(filterCount(noFilter)).toBe(0);
  });

  it.each([
    "/pripady?stav=cokoli&typ=D&stredisko=1&mentor=x&hodnoceni=dnes&strana=-3",
    "/pripady?strana=1.5&hledat=%20%20&vykaz=2012-01-01",
    "/pripady?vykaz=2012-05-01_2012-04-30&stav=",
    "/pripady?vykaz=2012-02-30_2012-04-30",
  ])("is forgiven what it does not mean: %s", (address) => {
    expect(read(address)).toEqual(noFilter);
  });
});

describe("the period of a report", () => {
  it("is this year unless asked for", () => {
    expect(yearOf("2026-11-22")).toEqual({ from: "2026-01-01", to: "2026-12-31" });
  });

  it.each([
    ["2011-01-01", "2012-04-30", true],
    ["2011-01-01", "2011-01-01", true],
    ["2011-01-02", "2011-01-01", false],
    ["2011-02-30", "2011-03-01", false],
    [null, "2011-03-01", false],
    ["2011-01-01", null, false],
  ])("from %s to %s", (from, to, valid) => {
    expect(readPeriod(from, to) !== null).toBe(valid);
  });
});

describe("a file for a spreadsheet", () => {
  it("begins with a byte order mark and separates by semicolons", () => {
    expect(
      csvOf([
        ["Děčín", 13],
        ["celkem", 36],
      ]),
    ).toBe("\uFEFFDěčín;13\r\ncelkem;36\r\n");
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["+420", "'+420"],
    ["-5", "'-5"],
    ["@cmd", "'@cmd"],
    ["\t=1", "'\t=1"],
    [" =1", "' =1"],
    ["Most; město", '"Most; město"'],
    ['řekl "ne"', '"řekl ""ne"""'],
    ["Ústí nad Labem", "Ústí nad Labem"],
  ])("does not let %j calculate", (text, cell) => {
    expect(csvOf([[text]])).toBe(`\uFEFF${cell}\r\n`);
  });
});
