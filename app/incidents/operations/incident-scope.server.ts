import { whereScopes, type Actor, type Permission, type Scope } from "~/access/index.server";
import type { Prisma } from "~/platform/db/index.server";
import { dayToDate } from "~/platform/days";
import type { IncidentFilters } from "../schema";

/** Whose incidents somebody sees, as a where-clause. */

export type IncidentPermission = Extract<Permission, `incident:${string}`>;

/** Incidents on which a permission holds; nothing granted matches nothing. */
export function whereIncident(actor: Actor, permission: IncidentPermission): Prisma.IncidentWhereInput {
  const scoped = whereScopes<Prisma.IncidentWhereInput>(actor.scopes(permission), (scope) =>
    whereScope(actor, scope),
  );
  const open = openToAssistant(actor);
  return open ? { AND: [scoped, { OR: [ownOf(actor), open] }] } : scoped;
}

/** What the filters of an address leave of it. */
export function whereFilters(actor: Actor, filters: IncidentFilters): Prisma.IncidentWhereInput {
  const { od, do: until, forma, motivace, okres, overeni, obec, moje } = filters;
  return {
    ...(od || until
      ? {
          occurredOn: { ...(od ? { gte: dayToDate(od) } : {}), ...(until ? { lte: dayToDate(until) } : {}) },
        }
      : {}),
    ...(forma ? { forms: { has: forma } } : {}),
    ...(motivace ? { biasMotivations: { has: motivace } } : {}),
    ...(okres ? { districtCode: okres } : {}),
    ...(overeni ? { verification: overeni } : {}),
    ...(obec ? { municipalityCode: obec } : {}),
    ...(moje ? ownOf(actor) : {}),
  };
}

function ownOf(actor: Actor): Prisma.IncidentWhereInput {
  return { reportedById: actor.accountId };
}

function whereScope(actor: Actor, scope: Scope): Prisma.IncidentWhereInput | null {
  switch (scope.kind) {
    case "own":
      return ownOf(actor);
    case "region":
      return { regionCode: scope.regionCode };
    case "organisation":
      return { reporterOrganisationId: scope.organisationId };
    default:
      // Incidents are not entrusted to single people.
      return null;
  }
}

/**
 * The rule `keptFromAssistant` as a query: whatever other roles an assistant may hold, incidents about the
 * police or his own town hall are kept from him. Written as what is open, because in SQL `NOT (NULL IN …)` is
 * no answer at all.
 */
function openToAssistant(actor: Actor): Prisma.IncidentWhereInput | null {
  const employments = actor.roles.filter(({ role }) => role === "crime_prevention_assistant");
  if (employments.length === 0) return null;
  const employers = employments.flatMap(({ organisationId }) => organisationId ?? []);
  const noOffice = { concernsOffice: false, concernsOrganisationId: null };
  const anotherOffice = { concernsOrganisationId: { not: null, notIn: employers } };
  return { concernsPolice: false, OR: employers.length > 0 ? [noOffice, anotherOffice] : [noOffice] };
}
