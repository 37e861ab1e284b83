import { describe, expect, test } from "vitest";
import { concernsOf, keptFromAssistant, type Concerns } from "~/incidents/rules/routing";

const nobody: Concerns = { concernsPolice: false, concernsOffice: false, concernsOrganisationId: null };

describe("what an incident concerns", () => {
  test("is what the reporter said", () => {
    expect(concernsOf({ ...nobody, concernsPolice: true }, "STREET")).toEqual({
      ...nobody,
      concernsPolice: true,
    });
    expect(concernsOf(nobody, "STREET")).toEqual(nobody);
  });

  test("is also what the place says by itself", () => {
    expect(concernsOf(nobody, "POLICE").concernsPolice).toBe(true);
    expect(concernsOf(nobody, "OFFICE").concernsOffice).toBe(true);
  });

  test("naming an office is saying that an office is concerned", () => {
    expect(concernsOf({ ...nobody, concernsOrganisationId: "most" }, "STREET").concernsOffice).toBe(true);
  });
});

describe("an assistant", () => {
  test.each<[string, Partial<Concerns>, string[], boolean]>([
    ["an incident between neighbours", {}, ["most"], false],
    ["the police", { concernsPolice: true }, ["most"], true],
    [
      "the police, and another town's office",
      { concernsPolice: true, concernsOrganisationId: "decin" },
      ["most"],
      true,
    ],
    ["his own town hall", { concernsOffice: true, concernsOrganisationId: "most" }, ["most"], true],
    [
      "one of his two town halls",
      { concernsOffice: true, concernsOrganisationId: "decin" },
      ["most", "decin"],
      true,
    ],
    ["another town hall", { concernsOffice: true, concernsOrganisationId: "decin" }, ["most"], false],
    ["an office nobody named", { concernsOffice: true }, ["most"], true],
    [
      "an office, while his employer is not known",
      { concernsOffice: true, concernsOrganisationId: "decin" },
      [],
      true,
    ],
    ["nobody, while his employer is not known", {}, [], false],
  ])("is kept from %s: %j", (_name, change, employers, kept) => {
    expect(keptFromAssistant({ ...nobody, ...change }, employers)).toBe(kept);
  });
});
