import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roles } from "~/access/roles";
import { organisationKinds, type OrganisationKind } from "~/people/codes";
import { accountState, type AccountFacts } from "~/people/rules/account-state";
import { normalEmail } from "~/people/rules/email";
import { placeProblem, rolePlaces } from "~/people/rules/role-places";
import { matchesQuery } from "~/people/rules/search";

const now = new Date("2026-03-02T08:00:00Z");
const earlier = new Date("2026-03-01T08:00:00Z");
const later = new Date("2026-03-03T08:00:00Z");

describe("the state of an account", () => {
  const account: AccountFacts = {
    disabledAt: null,
    emailConfirmedAt: earlier,
    hasPassword: true,
    roles: 1,
    invitationEndsAt: null,
  };
  const fresh = { ...account, emailConfirmedAt: null, hasPassword: false };

  it.each([
    ["active", account],
    ["disabled", { ...account, disabledAt: earlier }],
    ["withoutRole", { ...account, roles: 0 }],
    ["invited", { ...fresh, invitationEndsAt: later }],
    ["invitationExpired", { ...fresh, invitationEndsAt: earlier }],
    ["invitationExpired", { ...fresh, invitationEndsAt: now }],
    ["invitationExpired", fresh],
    ["unconfirmed", { ...fresh, hasPassword: true }],
    ["invited", { ...fresh, hasPassword: true, invitationEndsAt: later }],
  ] as const)("is %s", (state, facts) => {
    expect(accountState(facts, now)).toBe(state);
  });
});

describe("the place of a role", () => {
  const organisation = (kind: OrganisationKind, regionCode: string | null = "CZ042", closed = false) => ({
    kind,
    regionCode,
    closed,
  });

  it.each([
    ["probation_officer", null, "CZ042", "organisationMissing"],
    ["probation_officer", organisation("municipality"), "CZ042", "organisationKind"],
    ["probation_officer", organisation("probation_centre"), "CZ041", "organisationRegion"],
    ["probation_officer", organisation("probation_centre", "CZ042", true), "CZ042", "organisationClosed"],
    ["probation_officer", organisation("probation_centre"), "CZ042", null],
    ["probation_officer", organisation("probation_centre"), null, null],
    ["mentor", null, "CZ042", null],
    ["mentor", organisation("provider", null), "CZ042", null],
    ["mentor", organisation("municipality"), "CZ042", "organisationKind"],
    ["crime_prevention_assistant", null, "CZ042", "organisationMissing"],
    ["incident_analyst", organisation("monitoring_ngo", null), null, null],
  ] as const)("%s in %j, region %s: %s", (role, where, regionCode, problem) => {
    expect(placeProblem(role, { organisation: where, regionCode })).toBe(problem);
  });

  it("is possible for every role in some organisation of a kind it names", () => {
    for (const role of roles) {
      for (const kind of rolePlaces[role].kinds) {
        expect(placeProblem(role, { organisation: organisation(kind), regionCode: "CZ042" })).toBeNull();
      }
      expect(organisationKinds).toEqual(expect.arrayContaining([...rolePlaces[role].kinds]));
      expect(rolePlaces[role].organisationRequired).toBe(
        placeProblem(role, { organisation: null, regionCode: null }) !== null,
      );
    }
  });
});

describe("an address", () => {
  it("has one spelling", () => {
    expect(normalEmail("  Jana.Nova@Priklad.TEST ")).toBe("jana.nova@priklad.test");
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        expect(normalEmail(normalEmail(address))).toBe(normalEmail(address));
        expect(normalEmail(address.toUpperCase())).toBe(normalEmail(address));
      }),
    );
  });
});

describe("a search", () => {
  it.each([
    ["Žaneta Říční", "zan", true],
    ["Žaneta Říční", "ricni zan", true],
    ["Žaneta Říční", "ŘÍČNÍ", true],
    ["Žaneta Říční", "horvath", false],
    ["Žaneta Říční", "  ", true],
  ])("%s by %j: %s", (text, query, found) => {
    expect(matchesQuery(text, query)).toBe(found);
  });
});
