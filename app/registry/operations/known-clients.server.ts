import type { Tx } from "~/platform/db/index.server";
import { isOpen } from "../rules/case-state";
import { mayBeSamePerson, type Described } from "../rules/same-person";
import { openBirthYear, openName } from "./client-record.server";

/** A client of the same body who may be the person now being referred. */
export interface KnownClient {
  id: string;
  code: string;
  name: string;
  birthYear: number | null;
  town: string | null;
  /** A case that still goes on: then there is nothing to refer. */
  openCaseId: string | null;
}

/** Looks for a person among the clients of one body only: what another body knows is not this one's to learn. */
export async function knownClients(
  tx: Tx,
  organisationId: string,
  person: Described,
): Promise<KnownClient[]> {
  const rows = await tx.client.findMany({
    where: { cases: { some: { organisationId } }, nameSealed: { not: null } },
    include: { cases: { where: { organisationId }, select: { id: true, state: true } } },
    orderBy: { code: "asc" },
  });
  return rows.flatMap((row) => {
    const name = openName(row);
    if (name === null) return [];
    const birthYear = openBirthYear(row);
    if (!mayBeSamePerson(person, { name, birthYear })) return [];
    const openCaseId = row.cases.find(({ state }) => isOpen(state))?.id ?? null;
    return { id: row.id, code: row.code, name, birthYear, town: row.town, openCaseId };
  });
}
