import { randomUUID } from "node:crypto";
import type { Actor, Role } from "~/access/index.server";
import { hasMonitoringTraining, organisationOf } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { dayOf } from "~/platform/days";
import { AppError } from "~/platform/errors";
import { geography } from "~/platform/geo/index.server";
import { incidentNumber } from "../rules/incident-number";
import { occurrenceOf, type Occurrence } from "../rules/occurrence";
import { resolvePlace, type IncidentPlace, type KnownPlaces } from "../rules/where";
import type { ReportInput } from "../schema";
import { codeColumns, reportColumns } from "./report-columns.server";

/** What the reporter keeps. */
export interface Receipt {
  id: string;
  number: string;
}

/**
 * Takes a report of a trained reporter. Numbers of a year follow each other without gaps; the same id again
 * gives the first receipt and changes nothing.
 * @throws AppError invalid with the field and reason; forbidden without the monitoring training
 */
export async function reportIncident(
  actor: Actor,
  input: ReportInput,
  { now }: { now: Date },
): Promise<Receipt> {
  if (!actor.can("incident:report")) throw new AppError("forbidden");
  const known = await geography();
  const place = requirePlace(input, known);
  const occurrence = requireOccurrence(input, now);
  return inTransaction(async (tx) => {
    await lockRow(tx, `incident:${input.id}`);
    const earlier = await tx.incident.findUnique({
      where: { id: input.id },
      select: { number: true, reportedById: true },
    });
    if (earlier && earlier.reportedById !== actor.accountId) throw new AppError("conflict");
    if (earlier) return { id: input.id, number: earlier.number };
    if (!(await hasMonitoringTraining(actor.accountId, tx))) {
      throw new AppError("forbidden", { reason: "incidents:training.refusal" });
    }
    await requireOffice(tx, input.concernsOrganisationId);
    const year = Number(dayOf(now).slice(0, 4));
    const sequence = await nextSequence(tx, year);
    const number = incidentNumber(year, sequence);
    await tx.incident.create({
      data: {
        ...{ id: input.id, number, year, sequence },
        ...reporterOf(actor),
        ...reportColumns(input, place, occurrence),
        reportedAt: now,
        createdAt: now,
        codings: {
          create: { ...codeColumns(input), id: randomUUID(), codedAt: now, codedById: actor.accountId },
        },
      },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "incident.report",
      subject: { kind: "incident", id: input.id },
      details: { number, district: place.districtCode, help: input.helpNeeded === "yes" },
      at: now,
    });
    return { id: input.id, number };
  });
}

/** The next number of a year; held by a lock until the report is kept, so that none is skipped. */
async function nextSequence(tx: Tx, year: number): Promise<number> {
  await lockRow(tx, `incident-number:${year}`);
  const { _max } = await tx.incident.aggregate({ where: { year }, _max: { sequence: true } });
  return (_max.sequence ?? 0) + 1;
}

function requirePlace(input: ReportInput, known: KnownPlaces): IncidentPlace {
  const { lat, lon } = input;
  const place = resolvePlace(
    {
      municipality: input.municipality ?? null,
      municipalityCode: input.municipalityCode ?? null,
      districtCode: input.district ?? null,
      point: lat === undefined || lon === undefined ? null : { lat, lon },
      precision: input.geoPrecision,
      described: Boolean(input.placeNote),
    },
    known,
  );
  if (!("problem" in place)) return place;
  const field = place.field === "point" ? "lat" : place.field;
  throw new AppError("invalid", {
    field,
    reason: `incidents:problem.place.${place.problem}`,
    values: place.values,
  });
}

function requireOccurrence({ day, time, timePrecision }: ReportInput, now: Date): Occurrence {
  const occurrence = occurrenceOf({ day, minute: time ?? null, precision: timePrecision }, now);
  if (!("problem" in occurrence)) return occurrence;
  const field = occurrence.problem === "timeMissing" || occurrence.problem === "futureTime" ? "time" : "day";
  throw new AppError("invalid", { field, reason: `incidents:problem.time.${occurrence.problem}` });
}

async function requireOffice(tx: Tx, organisationId: string | undefined): Promise<void> {
  if (organisationId === undefined) return;
  const office = await organisationOf(organisationId, tx);
  if (office?.kind !== "municipality") {
    throw new AppError("invalid", { field: "concernsOrganisationId", reason: "errors:choose" });
  }
}

/** In which role somebody reports: who is also an assistant reports as one, because its limits hold for him. */
function reporterOf(actor: Actor) {
  const reporting: Role[] = ["crime_prevention_assistant", "mentor"];
  const held = reporting.flatMap((role) => actor.roles.filter((one) => one.role === role)).at(0);
  return {
    reportedById: actor.accountId,
    reporterRole: held?.role ?? null,
    reporterOrganisationId: held?.organisationId ?? null,
  };
}
