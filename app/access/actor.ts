import { permissionsOfRole, type Permission } from "./permissions";
import type { Role } from "./roles";

export interface ActorRole {
  role: Role;
  organisationId: string | null;
  /** NUTS 3 code; null means the whole programme. */
  regionCode: string | null;
}

/** On whose things a permission holds. */
export type Scope =
  | { kind: "own" }
  | { kind: "assigned" }
  | { kind: "organisation"; organisationId: string }
  | { kind: "region"; regionCode: string }
  | { kind: "all" };

/** The signed-in person, as every operation sees them. */
export interface Actor {
  accountId: string;
  name: string;
  language: "cs" | "en";
  roles: readonly ActorRole[];
  /** Does any role grant it, in whatever scope? */
  can(permission: Permission): boolean;
  /** Scopes in which it is granted; empty when it is not. `all` stands alone when present. */
  scopes(permission: Permission): Scope[];
}

/** Builds the actor of an account from its roles. Pure. */
export function actorOf(account: Omit<Actor, "can" | "scopes">): Actor {
  const scopes = (permission: Permission) => scopesOf(account.roles, permission);
  return { ...account, scopes, can: (permission) => scopes(permission).length > 0 };
}

function scopesOf(roles: readonly ActorRole[], permission: Permission): Scope[] {
  const found = roles.flatMap((held) => {
    const kind = permissionsOfRole[held.role][permission];
    return kind ? scopeOf(kind, held) : [];
  });
  const all = found.find((scope) => scope.kind === "all");
  if (all) return [all];
  const seen = new Map(found.map((scope) => [JSON.stringify(scope), scope]));
  return [...seen.values()];
}

function scopeOf(kind: Scope["kind"], held: ActorRole): Scope[] {
  switch (kind) {
    case "organisation":
      // A role of an organisation without the organisation opens nothing.
      return held.organisationId ? [{ kind, organisationId: held.organisationId }] : [];
    case "region":
      return held.regionCode ? [{ kind, regionCode: held.regionCode }] : [{ kind: "all" }];
    default:
      return [{ kind }];
  }
}

/** Turns the scopes of a permission into one where-clause: nothing granted matches no row. */
export function whereScopes<Where>(
  scopes: readonly Scope[],
  clauseOf: (scope: Scope) => Where | null,
): { OR: Where[] } | Record<string, never> {
  if (scopes.some((scope) => scope.kind === "all")) return {};
  const clauses = scopes
    .map(clauseOf)
    .filter((clause): clause is NonNullable<typeof clause> => clause !== null);
  return { OR: clauses.length > 0 ? (clauses as Where[]) : [noRow as Where] };
}

/** Prisma drops an empty OR inside an AND, and then every row would match; every model has an id. */
const noRow: unknown = { id: { in: [] } };
