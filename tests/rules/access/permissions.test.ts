import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actorOf, whereScopes, type ActorRole } from "~/access/actor";
import { mayGrant, regionsGrantableBy, rolesGrantableBy } from "~/access/granting";
import {
  grantableRoles,
  isSensitiveRole,
  permissions,
  permissionsOfRole,
  type Permission,
} from "~/access/permissions";
import { roles, type Role } from "~/access/roles";
import { regionCodes } from "~/platform/region-codes";

const aboutClients = permissions.filter((permission) =>
  /^(case|activity|evaluation|incident):/.test(permission),
);
const anyRole = fc.constantFrom(...roles);
const anyRegion = fc.option(fc.constantFrom(...regionCodes), { nil: null });
const anyHeld: fc.Arbitrary<ActorRole> = fc.record({
  role: anyRole,
  organisationId: fc.option(fc.uuid(), { nil: null }),
  regionCode: anyRegion,
});
const actorWith = (held: ActorRole[]) => actorOf({ accountId: "a", name: "A", language: "cs", roles: held });
const heldBy = (role: Role, regionCode: string | null = null): ActorRole => ({
  role,
  organisationId: null,
  regionCode,
});

describe("the permission table", () => {
  it("shows the administrator no client and no incident", () => {
    for (const permission of aboutClients)
      expect(permissionsOfRole.administrator[permission]).toBeUndefined();
    expect(permissionsOfRole.administrator["report:read"]).toBeUndefined();
  });

  it("shows applicants, trainees, trainers and supervisors no client and no incident", () => {
    for (const role of ["applicant", "trainee", "trainer", "supervisor"] as const) {
      for (const permission of aboutClients) expect(permissionsOfRole[role][permission]).toBeUndefined();
    }
  });

  it("lets only the administrator manage accounts and organisations", () => {
    for (const role of roles.filter((one) => one !== "administrator")) {
      expect(permissionsOfRole[role]["account:manage"]).toBeUndefined();
      expect(permissionsOfRole[role]["organisation:manage"]).toBeUndefined();
    }
  });

  it("tells the words and victims of an incident only to its reporter and to analysts", () => {
    const scopes = roles.map((role) => [role, permissionsOfRole[role]["incident:story"]] as const);
    for (const [role, scope] of scopes.filter(([, kind]) => kind && kind !== "own")) {
      expect([role, scope]).toEqual(["incident_analyst", "all"]);
    }
  });

  it("calls every role that sees clients or incidents sensitive, and the administrator", () => {
    for (const role of roles) {
      const sees = aboutClients.some((permission) => permissionsOfRole[role][permission] !== undefined);
      expect(isSensitiveRole(role)).toBe(sees || role === "administrator");
    }
  });
});

describe("giving roles", () => {
  it("goes no further than the table, whatever roles are put together", () => {
    fc.assert(
      fc.property(fc.array(anyHeld, { maxLength: 4 }), anyRole, anyRegion, (held, role, regionCode) => {
        const granting = held.filter((one) => grantableRoles[one.role]?.includes(role));
        const allowed = granting.some(
          (one) => one.role === "administrator" || one.regionCode === null || one.regionCode === regionCode,
        );
        expect(mayGrant(actorWith(held), { role, regionCode })).toBe(allowed);
      }),
    );
  });

  it("cannot be widened by those who were given a role", () => {
    const reach = (start: Role): Set<Role> => {
      const reached = new Set<Role>();
      const visit = (role: Role) =>
        grantableRoles[role]?.forEach((next) => {
          if (!reached.has(next)) {
            reached.add(next);
            visit(next);
          }
        });
      visit(start);
      return reached;
    };
    for (const role of roles)
      expect([...reach(role)].sort()).toEqual([...(grantableRoles[role] ?? [])].sort());
  });

  it("is for those who may invite, and only for them", () => {
    for (const role of roles) {
      expect(Boolean(grantableRoles[role]?.length)).toBe(
        permissionsOfRole[role]["account:invite"] !== undefined,
      );
    }
  });

  it("keeps a coordinator of a region in that region", () => {
    const actor = actorWith([heldBy("coordinator", "CZ042")]);
    expect(rolesGrantableBy(actor)).toContain("mentor");
    expect(rolesGrantableBy(actor)).not.toContain("coordinator");
    expect(rolesGrantableBy(actor)).not.toContain("administrator");
    expect(regionsGrantableBy(actor, "mentor")).toEqual(["CZ042"]);
    expect(mayGrant(actor, { role: "mentor", regionCode: "CZ041" })).toBe(false);
    expect(mayGrant(actor, { role: "mentor", regionCode: null })).toBe(false);
  });
});

describe("scopes of an actor", () => {
  it("are empty exactly when no role grants the permission in a usable scope", () => {
    fc.assert(
      fc.property(
        fc.array(anyHeld, { maxLength: 4 }),
        fc.constantFrom(...permissions),
        (held, permission) => {
          const actor = actorWith(held);
          const granted = held.some(({ role, organisationId }) => {
            const kind = permissionsOfRole[role][permission];
            return kind !== undefined && (kind !== "organisation" || organisationId !== null);
          });
          expect(actor.can(permission)).toBe(granted);
          expect(actor.scopes(permission).length > 0).toBe(granted);
        },
      ),
    );
  });

  it("give a where-clause that matches nothing when nothing is granted", () => {
    const nobody = actorWith([]);
    for (const permission of permissions as readonly Permission[]) {
      expect(whereScopes(nobody.scopes(permission), () => ({}))).toEqual({ OR: [{ id: { in: [] } }] });
    }
  });

  it("let the whole programme stand alone", () => {
    const actor = actorWith([heldBy("coordinator", "CZ042"), heldBy("coordinator", null)]);
    expect(actor.scopes("case:list")).toEqual([{ kind: "all" }]);
  });
});
