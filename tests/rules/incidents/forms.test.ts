import { describe, expect, test } from "vitest";
import { queryOf } from "~/incidents/rules/filter-query";
import { incidentNumber } from "~/incidents/rules/incident-number";
import { codingForm, filtersOf, reportForm, verificationForm } from "~/incidents/schema";
import { reportFields } from "../../support/factories/incident-fields";

const errorsOf = (result: { error?: { issues: { path: PropertyKey[] }[] } }) =>
  result.error?.issues.map(({ path }) => path[0]) ?? [];

describe("the report's form", () => {
  test("takes a plain report", () => {
    expect(reportForm.safeParse(reportFields())).toMatchObject({
      success: true,
      data: { forms: ["VERBAL"], biasMotivations: ["ANTI_ROMA"], concernsPolice: false },
    });
  });

  test.each([
    ["a story too short to say anything", { story: "Nadávali." }, "story"],
    ["no form", { forms: undefined }, "forms"],
    ["a form that is not in the codebook", { forms: "SHOUTING" }, "forms"],
    ["no motivation", { biasMotivations: undefined }, "biasMotivations"],
    ["a day that does not exist", { day: "2026-02-30" }, "day"],
    ["a time that does not exist", { time: "25:00" }, "time"],
    ["a latitude without a longitude", { lat: "50.5" }, "lon"],
    ["a longitude without a latitude", { lon: "13.6" }, "lat"],
    ["a coordinate in words", { lat: "padesát", lon: "13.6" }, "lat"],
    ["a district of another region", { district: "CZ0100" }, "district"],
    ["an id that is none", { id: "1" }, "id"],
  ])("refuses %s", (_name, change, field) => {
    expect(errorsOf(reportForm.safeParse({ ...reportFields(), ...change }))).toContain(field);
  });

  test("takes coordinates with a comma or a point", () => {
    expect(reportForm.parse({ ...reportFields(), lat: "50,5123", lon: "13.6001" })).toMatchObject({
      lat: 50.5123,
      lon: 13.6001,
    });
  });
});

describe("the analysts' forms", () => {
  const base = { id: reportFields().id, version: "3", reason: "Po rozhovoru." };

  test("a decision gathers its indicators; those not touched are unknown", () => {
    const form = {
      ...base,
      verification: "CONFIRMED",
      "state-BI02": "PRESENT",
      "evidence-BI02": " slyšeli to ",
    };
    expect(verificationForm.parse(form)).toMatchObject({
      version: 3,
      indicators: {
        BI02: { state: "PRESENT", evidence: "slyšeli to" },
        BI10: { state: "UNKNOWN", evidence: "" },
      },
    });
  });

  test("a coding takes each motivation with its basis", () => {
    const form = {
      ...base,
      ...{ forms: ["THREAT", "VERBAL"], channel: "IN_PERSON", placeKind: "STREET", victimType: "FAMILY" },
      ...{ "basis-ANTI_ROMA": "ACTUAL", "basis-AGE": "UNSAID" },
    };
    expect(codingForm.parse(form)).toMatchObject({
      biasMotivations: ["ANTI_ROMA", "AGE"],
      biasBasis: { ANTI_ROMA: "ACTUAL" },
    });
    const none = Object.fromEntries(Object.entries(form).filter(([name]) => !name.startsWith("basis-")));
    expect(codingForm.safeParse(none).success).toBe(false);
  });
});

describe("filters", () => {
  test("leave out what they do not understand", () => {
    const address =
      "od=2026-01-01&do=kdysi&forma=THREAT&motivace=&okres=CZ0425&overeni=MAYBE&obec=567027&x=1";
    const filters = filtersOf(new URLSearchParams(address));
    expect(filters).toEqual({ od: "2026-01-01", forma: "THREAT", okres: "CZ0425", obec: "567027" });
  });

  test("come back from the address they make", () => {
    const filters = filtersOf(new URLSearchParams("od=2026-01-01&forma=THREAT&moje=1"));
    expect(filtersOf(new URLSearchParams(queryOf(filters, { strana: 2 })))).toEqual(filters);
    expect(queryOf({})).toBe("");
  });
});

test.each([
  [2026, 1, "I-2026-0001"],
  [2026, 42, "I-2026-0042"],
  [2027, 12_345, "I-2027-12345"],
])("number %i/%i is %s", (year, sequence, number) => {
  expect(incidentNumber(year, sequence)).toBe(number);
});
