import { namesOf } from "~/people/index.server";
import { unsealNullable } from "~/platform/crypto/index.server";
import type { Tx } from "~/platform/db/index.server";
import {
  biasMotivations,
  channels,
  incidentForms,
  isCode,
  knownCodes,
  places,
  victimTypes,
  type BiasMotivation,
  type Channel,
  type IncidentForm,
  type PlaceKind,
  type VictimType,
} from "../codebook";
import { storedBasis, type BasisByMotivation } from "../schema";
import { codingPlace } from "../sealed-places";

/** How an incident was coded once, and by whom. */
export interface CodingRecord {
  id: string;
  codedAt: string;
  author: string | null;
  reason: string | null;
  codebookVersion: number;
  forms: IncidentForm[];
  channel: Channel | null;
  placeKind: PlaceKind | null;
  motivations: BiasMotivation[];
  basis: BasisByMotivation;
  victimType: VictimType | null;
}

/** Every coding of an incident, the newest first; the last one is the reporter's own. */
export async function readCodings(tx: Tx, incidentId: string): Promise<CodingRecord[]> {
  const rows = await tx.incidentCoding.findMany({
    where: { incidentId },
    orderBy: [{ codedAt: "desc" }, { id: "asc" }],
  });
  const names = await namesOf(
    rows.flatMap(({ codedById }) => codedById ?? []),
    tx,
  );
  return rows.map((row) => ({
    id: row.id,
    codedAt: row.codedAt.toISOString(),
    author: row.codedById === null ? null : (names.get(row.codedById) ?? null),
    reason: unsealNullable(row.reasonSealed, codingPlace(row.id)),
    codebookVersion: row.codebookVersion,
    forms: knownCodes(incidentForms, row.forms),
    channel: isCode(channels, row.channel) ? row.channel : null,
    placeKind: isCode(places, row.placeKind) ? row.placeKind : null,
    motivations: knownCodes(biasMotivations, row.biasMotivations),
    basis: storedBasis.parse(row.biasBasis),
    victimType: isCode(victimTypes, row.victimType) ? row.victimType : null,
  }));
}
