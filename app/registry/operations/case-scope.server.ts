import { whereScopes, type Actor, type Permission, type Scope } from "~/access/index.server";
import { AppError } from "~/platform/errors";
import type { Prisma } from "~/platform/db/index.server";
import { type Tx } from "~/platform/db/index.server";

/** Permissions whose scope is a set of cases. */
export type CasePermission = Extract<
  Permission,
  `case:${string}` | "activity:log" | "evaluation:sign" | "report:read"
>;

/**
 * The cases a permission opens to somebody, as a where-clause: anybody else's case is then simply not there.
 * `assigned` is the case entrusted to a mentor now; when the work ends, so does the reason to read it.
 */
export function whereCase(actor: Actor, permission: CasePermission): Prisma.CaseWhereInput {
  return whereScopes<Prisma.CaseWhereInput>(actor.scopes(permission), (scope) => {
    switch (scope.kind) {
      case "assigned":
        return {
          assignments: {
            some: { openCaseId: { not: null }, mentor: { accountId: actor.accountId, endedOn: null } },
          },
        };
      case "organisation":
        return { organisationId: scope.organisationId };
      case "region":
        return { organisation: { regionCode: scope.regionCode } };
      default:
        return null;
    }
  });
}

/** What a scope looks at in one case. */
export interface ScopedCase {
  organisationId: string;
  regionCode: string | null;
  /** Account of the mentor working on it now. */
  mentorAccountId: string | null;
}

/** The same as `whereCase`, asked about one case that was already read. */
export function coversCase(actor: Actor, permission: CasePermission, one: ScopedCase): boolean {
  return actor.scopes(permission).some((scope) => covers(actor, scope, one));
}

/**
 * Is the actor more to this case than its mentor: the referring body or a coordinator? What is meant for
 * colleagues only (the comment of an evaluation, the note on a change of mentor) is theirs.
 */
export function isInsider(actor: Actor, one: ScopedCase): boolean {
  return actor.scopes("case:read").some((scope) => scope.kind !== "assigned" && covers(actor, scope, one));
}

function covers(actor: Actor, scope: Scope, one: ScopedCase): boolean {
  switch (scope.kind) {
    case "all":
      return true;
    case "assigned":
      return one.mentorAccountId === actor.accountId;
    case "organisation":
      return one.organisationId === scope.organisationId;
    case "region":
      return one.regionCode === scope.regionCode;
    case "own":
      return false;
  }
}

/** The bodies in whose name somebody may refer clients; null means any. */
export function referringOrganisations(actor: Actor): string[] | null {
  const scopes = actor.scopes("case:refer");
  if (scopes.some((scope) => scope.kind === "all")) return null;
  return scopes.flatMap((scope) => (scope.kind === "organisation" ? [scope.organisationId] : []));
}

const scoped = {
  organisation: true,
  assignments: { where: { openCaseId: { not: null } }, include: { mentor: true } },
} satisfies Prisma.CaseInclude;

export type CaseForWriting = Prisma.CaseGetPayload<{ include: typeof scoped }>;

/**
 * The case a write is about, with its organisation and current assignment. Take `lockCase` first.
 * @throws AppError notFound when it is not in the permission's scope
 */
export async function caseForWriting(
  tx: Tx,
  actor: Actor,
  permission: CasePermission,
  caseId: string,
): Promise<CaseForWriting> {
  const found = await tx.case.findFirst({
    where: { AND: [{ id: caseId }, whereCase(actor, permission)] },
    include: scoped,
  });
  if (!found) throw new AppError("notFound");
  return found;
}
