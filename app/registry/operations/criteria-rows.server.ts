import { dayToDate } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { criteriaSets } from "../schema";

/** Puts the sets of criteria the portal knows into the database; those already there stay as they are. */
export async function ensureCriteriaSets(tx: Tx): Promise<void> {
  await tx.criteriaSet.createMany({
    data: criteriaSets.map(({ id, kind, version, validFrom, criteria }) => ({
      id,
      kind,
      version,
      validFrom: dayToDate(validFrom),
      criteria: criteria.map((code) => ({ code })),
    })),
    skipDuplicates: true,
  });
}
