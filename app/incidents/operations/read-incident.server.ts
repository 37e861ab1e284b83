import type { Actor, Role } from "~/access/index.server";
import { addressOf, namesOf } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { unseal, unsealNullable } from "~/platform/crypto/index.server";
import { inTransaction, type Prisma, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import type { Place } from "~/platform/geo/index.server";
import { z } from "zod";
import {
  channels,
  isCode,
  places,
  sources,
  victimTypes,
  type BiasIndicator,
  type Channel,
  type IndicatorState,
  type OdihrType,
  type PlaceKind,
  type Source,
  type Verification,
  type VictimType,
} from "../codebook";
import { odihrTypeOf } from "../rules/odihr";
import type { IndicatorJudgements } from "../rules/verifying";
import { storedBasis, storedIndicators, type BasisByMotivation } from "../schema";
import { incidentPlace, verificationPlace } from "../sealed-places";
import { rowColumns, rowOf, type IncidentRow } from "./incident-rows.server";
import { whereIncident } from "./incident-scope.server";
import { readCodings, type CodingRecord } from "./incident-codings.server";

/** An incident as one person may see it; what is not theirs to see is not here. */
export interface IncidentRecord extends IncidentRow {
  version: number;
  codebookVersion: number;
  /** ISO moment. */
  reportedAt: string;
  reporterRole: Role | null;
  own: boolean;
  municipalityFromPoint: boolean;
  placeKind: PlaceKind | null;
  channel: Channel | null;
  basis: BasisByMotivation;
  victimType: VictimType | null;
  injured: boolean | null;
  source: Source | null;
  odihrType: OdihrType;
  concernsPolice: boolean;
  concernsOffice: boolean;
  /** Words, victim and exact place; null for those who may not read them. */
  story: Story | null;
  /** The newest first. */
  verifications: VerificationRecord[];
  /** For analysts only. */
  analysis: { reporter: { name: string; address: string | null } | null; codings: CodingRecord[] } | null;
}

export interface Story {
  text: string;
  placeNote: string | null;
  harm: string | null;
  help: string | null;
  point: Place | null;
}

export interface VerificationRecord {
  id: string;
  verification: Verification;
  decidedAt: string;
  /** States are codes; author, evidence and reason are for analysts only. */
  states: Partial<Record<BiasIndicator, IndicatorState>>;
  author: string | null;
  reason: string | null;
  indicators: IndicatorJudgements | null;
}

const columns = {
  ...rowColumns,
  version: true,
  codebookVersion: true,
  reportedAt: true,
  reportedById: true,
  reporterRole: true,
  municipalityFromPoint: true,
  placeKind: true,
  channel: true,
  biasBasis: true,
  victimType: true,
  injured: true,
  source: true,
  concernsPolice: true,
  concernsOffice: true,
} satisfies Prisma.IncidentSelect;

/**
 * Reads a record and writes down that it was read, and whether its story was.
 * @throws AppError notFound for an incident outside the actor's scope
 */
export async function readIncident(
  actor: Actor,
  id: string,
  { now }: { now: Date },
): Promise<IncidentRecord> {
  if (!isRowId(id)) throw new AppError("notFound");
  return inTransaction(async (tx) => {
    const where = { AND: [{ id }, whereIncident(actor, "incident:read")] };
    const row = await tx.incident.findFirst({ where, select: columns });
    if (!row) throw new AppError("notFound");
    const story = await readStory(tx, actor, id);
    const analyst = await isWithin(tx, actor, id);
    await audit(tx, [
      { actor: actor.accountId, action: "incident.read", subject: { kind: "incident", id }, at: now },
      ...(story
        ? [
            {
              actor: actor.accountId,
              action: "incident.story-read" as const,
              subject: { kind: "incident", id },
              at: now,
            },
          ]
        : []),
    ]);
    const base = rowOf(row);
    return {
      ...base,
      version: row.version,
      codebookVersion: row.codebookVersion,
      reportedAt: row.reportedAt.toISOString(),
      reporterRole: row.reporterRole,
      own: row.reportedById === actor.accountId,
      municipalityFromPoint: row.municipalityFromPoint,
      placeKind: isCode(places, row.placeKind) ? row.placeKind : null,
      channel: isCode(channels, row.channel) ? row.channel : null,
      basis: storedBasis.parse(row.biasBasis),
      victimType: isCode(victimTypes, row.victimType) ? row.victimType : null,
      injured: row.injured,
      source: isCode(sources, row.source) ? row.source : null,
      odihrType: odihrTypeOf(base.forms),
      concernsPolice: row.concernsPolice,
      concernsOffice: row.concernsOffice,
      story,
      verifications: await readVerifications(tx, id, analyst),
      analysis: analyst
        ? { reporter: await readReporter(tx, row.reportedById), codings: await readCodings(tx, id) }
        : null,
    };
  });
}

/** Whether the actor analyses this incident. */
async function isWithin(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  if (!actor.can("incident:verify")) return false;
  return (await tx.incident.count({ where: { AND: [{ id }, whereIncident(actor, "incident:verify")] } })) > 0;
}

async function readStory(tx: Tx, actor: Actor, id: string): Promise<Story | null> {
  if (!actor.can("incident:story")) return null;
  const row = await tx.incident.findFirst({
    where: { AND: [{ id }, whereIncident(actor, "incident:story")] },
    select: {
      descriptionSealed: true,
      placeNoteSealed: true,
      victimSealed: true,
      helpSealed: true,
      pointSealed: true,
    },
  });
  return (
    row && {
      text: unseal(row.descriptionSealed, incidentPlace("descriptionSealed", id)),
      placeNote: unsealNullable(row.placeNoteSealed, incidentPlace("placeNoteSealed", id)),
      harm: unsealNullable(row.victimSealed, incidentPlace("victimSealed", id)),
      help: unsealNullable(row.helpSealed, incidentPlace("helpSealed", id)),
      point: unsealPoint(row.pointSealed, id),
    }
  );
}

/** An incident's exact point, or null when only its municipality is known. */
export function unsealPoint(sealed: string | null, id: string): Place | null {
  if (sealed === null) return null;
  return pointSchema.parse(JSON.parse(unseal(sealed, incidentPlace("pointSealed", id))));
}

const pointSchema = z.object({ lat: z.number(), lon: z.number() });

async function readVerifications(
  tx: Tx,
  incidentId: string,
  analyst: boolean,
): Promise<VerificationRecord[]> {
  const rows = await tx.incidentVerification.findMany({
    where: { incidentId },
    orderBy: [{ decidedAt: "desc" }, { id: "asc" }],
  });
  const names = analyst
    ? await namesOf(
        rows.map(({ decidedById }) => decidedById),
        tx,
      )
    : new Map<string, string>();
  return rows.map((row) => {
    const indicators = storedIndicators.parse(
      JSON.parse(unsealNullable(row.indicatorsSealed, verificationPlace("indicatorsSealed", row.id)) ?? "{}"),
    );
    return {
      id: row.id,
      verification: row.verification,
      decidedAt: row.decidedAt.toISOString(),
      states: Object.fromEntries(Object.entries(indicators).map(([code, judged]) => [code, judged.state])),
      author: names.get(row.decidedById) ?? null,
      reason: analyst ? unsealNullable(row.reasonSealed, verificationPlace("reasonSealed", row.id)) : null,
      indicators: analyst ? indicators : null,
    };
  });
}

async function readReporter(tx: Tx, reportedById: string | null) {
  if (reportedById === null) return null;
  const names = await namesOf([reportedById], tx);
  const mail = await addressOf(reportedById, tx);
  const name = names.get(reportedById);
  return name === undefined ? null : { name, address: mail?.address ?? null };
}
