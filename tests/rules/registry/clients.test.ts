import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clientCode, clientCodePrefix, plainWords } from "~/registry/rules/client-code";
import { regionOfCentre } from "~/registry/rules/centre-regions";
import { mayBeSamePerson } from "~/registry/rules/same-person";

describe("codes of clients", () => {
  it.each([
    [{ name: "Děčín", town: null }, "DEC"],
    [{ name: "PMS Děčín", town: "Děčín" }, "DEC"],
    [{ name: "Středisko PMS Rumburk", town: null }, "RUM"],
    [{ name: "Ústí nad Labem", town: "Ústí nad Labem" }, "UST"],
    [{ name: "Magistrát města Most", town: null }, "MOS"],
    [{ name: "Magistrát města Chomutova", town: "Chomutov" }, "CHO"],
    [{ name: "Aš", town: "Aš" }, "ASX"],
    [{ name: "123", town: null }, "XXX"],
  ])("%o begin with %s", (organisation, prefix) => {
    expect(clientCodePrefix(organisation)).toBe(prefix);
  });

  it("go on from the highest number", () => {
    expect(clientCode("DEC", 0)).toBe("DEC-001");
    expect(clientCode("DEC", 44)).toBe("DEC-045");
    expect(clientCode("DEC", 1234)).toBe("DEC-1235");
  });
});

describe("the same person", () => {
  const person = { name: "Jan Vrbka", birthYear: 1990 };
  it.each([
    ["letter for letter", "Jan Vrbka", 1990, true],
    ["surname first", "VRBKA Jan", 1990, true],
    ["without diacritics", "Ján Vrbka", 1990, true],
    ["a year off", "Jan Vrbka", 1991, true],
    ["another generation", "Jan Vrbka", 1965, false],
    ["year unknown", "Jan Vrbka", null, true],
    ["another first name", "Petr Vrbka", 1990, false],
    ["only the surname", "Vrbka", 1990, false],
  ])("%s", (_, name, birthYear, expected) => {
    expect(mayBeSamePerson(person, { name, birthYear })).toBe(expected);
    expect(mayBeSamePerson({ name, birthYear }, person)).toBe(expected);
  });
});

it("compares words without regard to marks, case and spaces", () => {
  expect(plainWords("  Žďár   nad SÁZAVOU ")).toBe("zdar nad sazavou");
  fc.assert(fc.property(fc.string(), (text) => plainWords(plainWords(text)) === plainWords(text)));
});

it("knows the region of a centre by its town", () => {
  expect(["Děčín", "usti nad labem", "Rumburk"].map(regionOfCentre)).toEqual(["CZ042", "CZ042", "CZ042"]);
  expect(regionOfCentre("Praha 4")).toBe("CZ010");
  expect(regionOfCentre("Ústí nad Orlicí")).toBe("CZ053");
  expect(regionOfCentre("Neznámov")).toBeNull();
});
