import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { db } from "~/platform/db/index.server";
import { whereCase } from "./case-scope.server";

export interface FilterOption {
  id: string;
  label: string;
}

/** What the list of cases can be narrowed to: only centres and mentors of cases the actor sees anyway. */
export async function filterOptions(
  actor: Actor,
): Promise<{ centres: FilterOption[]; mentors: FilterOption[] }> {
  const visible = whereCase(actor, "case:list");
  const centres = await db().organisation.findMany({
    where: { cases: { some: visible } },
    select: { id: true, name: true },
  });
  const mentors = await db().mentor.findMany({
    where: { assignments: { some: { openCaseId: { not: null }, case: visible } } },
    select: { id: true, code: true, accountId: true },
  });
  const names = await namesOf(mentors.flatMap(({ accountId }) => accountId ?? []));
  const byLabel = (a: FilterOption, b: FilterOption) => a.label.localeCompare(b.label, "cs");
  return {
    centres: centres.map(({ id, name }) => ({ id, label: name })).sort(byLabel),
    mentors: mentors
      .map(({ id, code, accountId }) => ({ id, label: (accountId && names.get(accountId)) || code }))
      .sort(byLabel),
  };
}
