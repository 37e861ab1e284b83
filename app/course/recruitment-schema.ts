import { z } from "zod";
import { clientId, day, optionalText, rowVersion, severalOf, text } from "~/platform/form-fields";
import { regionCodes } from "~/platform/region-codes";
import { activityKinds, type ActivityKind } from "~/practice/index";
import { townsOf } from "./rules/recruitment/run-edits";
import {
  mostPlanned,
  planField,
  settingsLimits,
  type SettingsNumber,
} from "./rules/recruitment/settings-fields";

/** Forms of runs and recruitment. Messages are catalogue keys; lengths are characters. */

const whole = (minimum: number, maximum: number) =>
  z.coerce.number("errors:invalidValue").int("errors:invalidValue").min(minimum).max(maximum);

const basics = {
  name: text(120, 3),
  town: text(80),
  otherTowns: optionalText(400),
  region: z.enum(regionCodes),
  startsOn: day,
  endsOn: day,
  places: whole(1, 60),
  goal: whole(0, 60),
  accreditationNumber: optionalText(60),
  accreditationValidUntil: day.optional(),
  organisation: clientId.optional(),
};

const people = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(clientId).max(40),
);

interface RunFields {
  startsOn: string;
  endsOn: string;
  places: number;
  goal: number;
  accreditationNumber?: string;
  accreditationValidUntil?: string;
}

/** What the fields of a run have to say to each other: field and message. */
function problemsOf(run: RunFields): [keyof RunFields, string][] {
  const problems: [keyof RunFields, string, boolean][] = [
    ["endsOn", "course:error.endsBeforeStart", run.startsOn > run.endsOn],
    ["goal", "course:error.goalOverPlaces", run.goal > run.places],
    [
      "accreditationNumber",
      "recruitment:error.accreditationNumber",
      Boolean(run.accreditationValidUntil) && !run.accreditationNumber,
    ],
  ];
  return problems.filter(([, , wrong]) => wrong).map(([field, message]) => [field, message]);
}

function checkRun(run: RunFields, context: z.RefinementCtx): void {
  for (const [field, message] of problemsOf(run)) {
    context.addIssue({ code: "custom", path: [field], message, input: run[field] });
  }
}

/** The further towns, written in one field, as a list. */
function withTowns<Run extends { town: string; otherTowns?: string }>({ otherTowns, ...run }: Run) {
  return { ...run, otherTowns: townsOf(otherTowns, run.town) };
}

export const newRunForm = z
  .object({ id: clientId, ...basics, trainers: people })
  .superRefine(checkRun)
  .transform(withTowns);
export type NewRunForm = z.output<typeof newRunForm>;
export type RunBasics = Omit<NewRunForm, "id" | "trainers">;

export const copyRunForm = z
  .object({ id: clientId, name: basics.name, startsOn: day, endsOn: day })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ["endsOn"],
    message: "course:error.endsBeforeStart",
  });

const numbers = Object.fromEntries(
  Object.entries(settingsLimits).map(([field, [minimum, maximum]]) => [field, whole(minimum, maximum)]),
) as Record<SettingsNumber, ReturnType<typeof whole>>;

const examPart = severalOf(["written", "oral", "practical"]);

const plan = Object.fromEntries(
  activityKinds.map((activity) => [planField(activity), whole(0, mostPlanned).default(0)]),
) as Record<ReturnType<typeof planField>, z.ZodDefault<ReturnType<typeof whole>>>;

export const settingsForm = z
  .object({
    version: rowVersion,
    ...numbers,
    ...plan,
    examBasis: z.enum(["minutes", "teachingHours"]),
    examParts: examPart.refine((parts) => parts.length >= 2, "recruitment:error.examParts"),
    presenceConfirmation: z.enum(["required", "optional"]),
  })
  .transform((fields) => ({ ...withoutPlan(fields), practicePlan: planOf(fields) }));

type PlanFields = Record<ReturnType<typeof planField>, number>;

/** What the plan asks for; an activity without a number is not in it. */
function planOf(fields: PlanFields): Partial<Record<ActivityKind, number>> {
  const wanted = activityKinds.filter((activity) => fields[planField(activity)] > 0);
  return Object.fromEntries(wanted.map((activity) => [activity, fields[planField(activity)]]));
}

function withoutPlan<Fields extends PlanFields>(fields: Fields): Omit<Fields, keyof PlanFields> {
  const names = new Set<string>(activityKinds.map(planField));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.has(name))) as Omit<
    Fields,
    keyof PlanFields
  >;
}

export const editRunForm = z
  .object({ version: rowVersion, ...basics })
  .superRefine(checkRun)
  .transform(withTowns);

/** What is done in a run's recruitment, told apart by `intent`. */
export const recruitmentForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("offer"), application: clientId }),
  z.object({ intent: z.literal("withdrawOffer"), offer: clientId }),
  z.object({
    intent: z.literal("move"),
    id: clientId,
    application: clientId,
    place: whole(1, 500),
    reason: text(500, 10),
    order: z.string().max(40_000),
  }),
]);

/** The applicant's answer to an offer. */
export const offerAnswerForm = z.object({ offer: clientId, answer: z.enum(["accept", "decline"]) });
