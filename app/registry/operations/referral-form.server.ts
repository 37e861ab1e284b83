import type { Actor } from "~/access/index.server";
import { organisationsOf, organisationsOfKind } from "~/people/index.server";
import { referringKinds } from "../schema";
import { referringOrganisations } from "./case-scope.server";

/** A body in whose name the actor may refer. */
export interface ReferringBody {
  id: string;
  name: string;
  kind: string;
}

/** The bodies somebody may refer clients for; usually one. */
export async function referringBodies(actor: Actor): Promise<ReferringBody[]> {
  const ids = referringOrganisations(actor);
  const bodies =
    ids === null ? await organisationsOfKind(referringKinds) : [...(await organisationsOf(ids)).values()];
  return bodies
    .filter(({ closed }) => !closed)
    .map(({ id, name, kind }) => ({ id, name, kind }))
    .sort((a, b) => a.name.localeCompare(b.name, "cs"));
}
