import type { Prisma } from "~/platform/db/index.server";
import { dateToDay } from "~/platform/days";
import {
  biasMotivations,
  incidentForms,
  knownCodes,
  type BiasMotivation,
  type GeoPrecision,
  type IncidentForm,
  type TimePrecision,
  type Verification,
} from "../codebook";

/** What lists and maps show of an incident: codes, never words. */
export interface IncidentRow {
  id: string;
  number: string;
  /** `YYYY-MM-DD`, the first day of the week or month where no more is known. */
  day: string;
  minute: number | null;
  timePrecision: TimePrecision;
  municipalityCode: string | null;
  municipality: string | null;
  districtCode: string;
  geoPrecision: GeoPrecision;
  forms: IncidentForm[];
  motivations: BiasMotivation[];
  verification: Verification;
  helpNeeded: boolean;
}

/** Columns a row is made from. */
export const rowColumns = {
  id: true,
  number: true,
  occurredOn: true,
  occurredMinute: true,
  timePrecision: true,
  municipalityCode: true,
  municipalityName: true,
  districtCode: true,
  geoPrecision: true,
  forms: true,
  biasMotivations: true,
  verification: true,
  helpNeeded: true,
} satisfies Prisma.IncidentSelect;

type Columns = Prisma.IncidentGetPayload<{ select: typeof rowColumns }>;

export function rowOf(columns: Columns): IncidentRow {
  return {
    id: columns.id,
    number: columns.number,
    day: dateToDay(columns.occurredOn),
    minute: columns.occurredMinute,
    timePrecision: columns.timePrecision,
    municipalityCode: columns.municipalityCode,
    municipality: columns.municipalityName,
    districtCode: columns.districtCode,
    geoPrecision: columns.geoPrecision,
    forms: knownCodes(incidentForms, columns.forms),
    motivations: knownCodes(biasMotivations, columns.biasMotivations),
    verification: columns.verification,
    helpNeeded: columns.helpNeeded,
  };
}
