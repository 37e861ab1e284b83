import { seal, sealNullable } from "~/platform/crypto/index.server";
import { dayToDate } from "~/platform/days";
import { REGION } from "~/platform/geo/index.server";
import { codebookVersion } from "../codebook";
import type { Occurrence } from "../rules/occurrence";
import { concernsOf } from "../rules/routing";
import type { IncidentPlace } from "../rules/where";
import type { ReportInput } from "../schema";
import { incidentPlace, type IncidentColumn } from "../sealed-places";

/** The columns of a report that are codes: its first coding holds the same. */
export function codeColumns(input: ReportInput) {
  const { forms, channel, placeKind, biasMotivations, biasBasis, victimType } = input;
  const basis = biasBasis ? Object.fromEntries(biasMotivations.map((code) => [code, biasBasis])) : {};
  return { forms, channel, placeKind, biasMotivations, biasBasis: basis, victimType, codebookVersion };
}

/** Everything of a report but its number and reporter; whatever was told in words or points at a home is sealed. */
export function reportColumns(input: ReportInput, place: IncidentPlace, occurrence: Occurrence) {
  const at = (column: IncidentColumn) => incidentPlace(column, input.id);
  return {
    occurredOn: dayToDate(occurrence.day),
    occurredMinute: occurrence.minute,
    timePrecision: occurrence.precision,
    municipalityCode: place.municipalityCode,
    municipalityName: place.municipalityName,
    municipalityFromPoint: place.municipalityFromPoint,
    districtCode: place.districtCode,
    regionCode: REGION.code,
    geoPrecision: place.precision,
    pointSealed: place.point && seal(JSON.stringify(place.point), at("pointSealed")),
    descriptionSealed: seal(input.story, at("descriptionSealed")),
    placeNoteSealed: sealNullable(input.placeNote, at("placeNoteSealed")),
    victimSealed: sealNullable(input.harm, at("victimSealed")),
    helpSealed: sealNullable(input.help, at("helpSealed")),
    ...codeColumns(input),
    injured: input.injured === "unknown" ? null : input.injured === "yes",
    helpNeeded: input.helpNeeded === "yes",
    ...concernsOf(
      {
        concernsPolice: input.concernsPolice,
        concernsOffice: input.concernsOffice,
        concernsOrganisationId: input.concernsOrganisationId ?? null,
      },
      input.placeKind,
    ),
    source: input.source,
  };
}
