import { z } from "zod";
import {
  checkbox,
  clientId,
  day,
  optionalText,
  rowId,
  rowVersion,
  severalOf,
  text,
  timeOfDay,
} from "~/platform/form-fields";
import { DISTRICTS } from "~/platform/geo/region";
import {
  biasBases,
  biasIndicators,
  biasMotivations,
  channels,
  geoPrecisions,
  incidentForms,
  indicatorStates,
  places,
  sources,
  timePrecisions,
  verifications,
  victimTypes,
  type BiasBasis,
  type BiasMotivation,
} from "./codebook";
import {
  basisField,
  evidenceField,
  lengths,
  stateField,
  type BasisField,
  type EvidenceField,
  type StateField,
} from "./field-names";
import type { IndicatorJudgements } from "./rules/verifying";

/** Forms of the incident domain. */

const districtCode = z
  .string()
  .refine((code) => DISTRICTS.some((district) => district.code === code), "errors:choose");

/** Degrees as people write them: with a comma or a point. */
const degrees = (limit: number) =>
  z
    .string()
    .trim()
    .regex(/^-?\d{1,3}([.,]\d{1,12})?$/, "incidents:problem.degrees")
    .transform((value) => Number(value.replace(",", ".")))
    .refine((value) => Math.abs(value) <= limit, "incidents:problem.degrees");

export const reportForm = z
  .object({
    id: clientId,
    story: text(lengths.story, 20),
    timePrecision: z.enum(timePrecisions),
    day,
    time: timeOfDay.optional(),
    municipality: optionalText(120),
    municipalityCode: z.string().max(12).optional(),
    district: districtCode.optional(),
    lat: degrees(90).optional(),
    lon: degrees(180).optional(),
    geoPrecision: z.enum(geoPrecisions),
    placeNote: optionalText(lengths.note),
    placeKind: z.enum(places),
    forms: severalOf(incidentForms),
    channel: z.enum(channels),
    biasMotivations: severalOf(biasMotivations),
    biasBasis: z.enum(biasBases).optional(),
    victimType: z.enum(victimTypes),
    injured: z.enum(["yes", "no", "unknown"]),
    harm: optionalText(lengths.harm),
    helpNeeded: z.enum(["yes", "no"]),
    help: optionalText(lengths.note),
    source: z.enum(sources),
    concernsPolice: checkbox,
    concernsOffice: checkbox,
    concernsOrganisationId: rowId("errors:choose").optional(),
  })
  .superRefine(({ lat, lon }, context) => {
    if ((lat === undefined) === (lon === undefined)) return;
    const missing = lat === undefined ? "lat" : "lon";
    context.addIssue({ code: "custom", path: [missing], message: "incidents:problem.halfPoint" });
  });
export type ReportInput = z.output<typeof reportForm>;

/** Which of the forms on an incident's page was sent. */
export const intentForm = z.object({ intent: z.enum(["verify", "code"]) });

const indicatorState = z.enum(indicatorStates).default("UNKNOWN");
const evidence = z.string().trim().max(lengths.evidence).default("");
type IndicatorShape = Record<StateField, typeof indicatorState> & Record<EvidenceField, typeof evidence>;

const indicatorShape = Object.fromEntries(
  biasIndicators.flatMap((code) => [
    [stateField(code), indicatorState],
    [evidenceField(code), evidence],
  ]),
) as IndicatorShape;

export const verificationForm = z
  .object({
    id: clientId,
    version: rowVersion,
    verification: z.enum(verifications),
    reason: text(lengths.reason, 5),
  })
  .extend(indicatorShape)
  .transform(({ id, version, verification, reason, ...rest }) => ({
    id,
    version,
    verification,
    reason,
    indicators: Object.fromEntries(
      biasIndicators.map((code) => [
        code,
        { state: rest[stateField(code)], evidence: rest[evidenceField(code)] },
      ]),
    ) as IndicatorJudgements,
  }));
export type VerificationInput = z.output<typeof verificationForm>;

const judgement = z.object({
  state: z.enum(indicatorStates),
  evidence: z.string().max(lengths.evidence),
});

/** Indicators as they are stored. */
export const storedIndicators = z.partialRecord(z.enum(biasIndicators), judgement);

const basis = z.enum([...biasBases, "UNSAID"]).optional();
const basisShape = Object.fromEntries(biasMotivations.map((code) => [basisField(code), basis])) as Record<
  BasisField,
  typeof basis
>;

export const codingForm = z
  .object({
    id: clientId,
    version: rowVersion,
    forms: severalOf(incidentForms),
    channel: z.enum(channels),
    placeKind: z.enum(places),
    victimType: z.enum(victimTypes),
    reason: text(lengths.reason, 5),
  })
  .extend(basisShape)
  .transform((fields, context) => {
    const { id, version, forms, channel, placeKind, victimType, reason, ...rest } = fields;
    const said = biasMotivations.flatMap((code) => {
      const given = rest[basisField(code)];
      return given === undefined ? [] : [[code, given] as const];
    });
    if (said.length === 0) {
      context.addIssue({ code: "custom", path: [basisField("ANTI_ROMA")], message: "errors:chooseSome" });
      return z.NEVER;
    }
    return {
      ...{ id, version, forms, channel, placeKind, victimType, reason },
      biasMotivations: said.map(([code]) => code),
      biasBasis: Object.fromEntries(said.filter(([, given]) => given !== "UNSAID")) as BasisByMotivation,
    };
  });
export type CodingInput = z.output<typeof codingForm>;

export type BasisByMotivation = Partial<Record<BiasMotivation, BiasBasis>>;

/** The basis of each motivation as it is stored. */
export const storedBasis = z.partialRecord(z.enum(biasMotivations), z.enum(biasBases)).catch({});

/** What the training's test says beside its answers, whose fields follow from the questions asked. */
export const trainingTestForm = z.object({ id: clientId });

/** Answers kept while the test is open; the address says whose attempt it is. */
export const keptTrainingAnswers = z.object({ test: z.string().max(120) });

const found = <T extends z.ZodType>(type: T) => type.optional().catch(undefined);

/** Filters of the list and the map, as they stand in the address; what is not understood is left out. */
export const incidentFilters = z.object({
  od: found(day),
  do: found(day),
  forma: found(z.enum(incidentForms)),
  motivace: found(z.enum(biasMotivations)),
  okres: found(districtCode),
  overeni: found(z.enum(verifications)),
  obec: found(z.string().regex(/^\d{6}$/)),
  moje: found(z.literal("1")),
});
export type IncidentFilters = z.output<typeof incidentFilters>;

/** Reads the filters of an address; empty fields of the form count as missing. */
export function filtersOf(parameters: URLSearchParams): IncidentFilters {
  const given = [...parameters].filter(([, value]) => value !== "");
  return incidentFilters.parse(Object.fromEntries(given));
}
