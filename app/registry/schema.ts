import { z } from "zod";
import { clientId, day, optionalText, rowId, rowVersion, text, timeOfDay } from "~/platform/form-fields";
import {
  clientTypes,
  sanctions,
  mentorActivities,
  places,
  activityResults,
  outcomes,
  type Outcome,
  chosenEndReasons,
  textLimits,
  quickDurations,
  criterionField,
} from "./codes";

export * from "./codes";

/** Forms of the case registry. */

const birthYear = z
  .string()
  .transform(Number)
  .pipe(z.number("errors:invalidValue").int("errors:invalidValue").min(1900).max(2100));
const reason = text(textLimits.reason, 5);

export const referralForm = z.object({
  id: clientId,
  organisationId: rowId("errors:choose"),
  name: text(textLimits.name, 3),
  birthYear,
  town: text(textLimits.town, 2),
  contact: optionalText(textLimits.contact),
  type: z.enum(clientTypes),
  typeReason: reason,
  sanction: z.enum(sanctions),
  help: text(textLimits.reason, 10),
  /** Answer to "may this person be here already?": a known client, or `new`. */
  knownClient: z.union([z.literal("new"), rowId("errors:choose")]).optional(),
});
export type ReferralInput = z.output<typeof referralForm>;

export const clientForm = z.object({
  version: rowVersion,
  name: text(textLimits.name, 3),
  birthYear: birthYear.optional(),
  town: optionalText(textLimits.town),
  contact: optionalText(textLimits.contact),
});
export type ClientInput = z.output<typeof clientForm>;

export const judgementForm = z.object({ id: clientId, type: z.enum(clientTypes), reason });
export type JudgementInput = z.output<typeof judgementForm>;

export const assignmentForm = z.object({
  id: clientId,
  version: rowVersion,
  mentorId: rowId("errors:choose"),
  /** Asked for only when somebody is to be replaced. */
  endReason: z.enum(chosenEndReasons).optional(),
  note: optionalText(textLimits.reason),
});
export type AssignmentInput = z.output<typeof assignmentForm>;

export const unassignmentForm = z.object({
  version: rowVersion,
  endReason: z.enum(chosenEndReasons),
  note: optionalText(textLimits.reason),
});
export type UnassignmentInput = z.output<typeof unassignmentForm>;

export const activityForm = z
  .object({
    id: clientId,
    /** Present when an activity is corrected: the version that is being replaced. */
    version: rowVersion.optional(),
    day,
    start: timeOfDay.optional(),
    duration: z.enum([...quickDurations.map(String), "other"]).optional(),
    otherMinutes: z.coerce.number("errors:invalidValue").int("errors:invalidValue").min(1).optional(),
    kind: z.enum(mentorActivities),
    place: z.enum(places),
    result: z.enum(activityResults),
    note: text(textLimits.note, 3),
    nextStep: optionalText(textLimits.reason),
  })
  .transform(({ duration, otherMinutes, ...rest }) => ({
    ...rest,
    minutes: duration === "other" ? (otherMinutes ?? null) : duration === undefined ? null : Number(duration),
  }));
export type ActivityInput = z.output<typeof activityForm>;

const yesNo = z.enum(["yes", "no"]).transform((answer) => answer === "yes");

const evaluationFields = {
  id: clientId,
  successful: yesNo,
  comment: optionalText(textLimits.comment),
  signedOn: day,
};

/** The form of an evaluation by a set's criteria; each must be answered. */
export function evaluationForm(criteria: readonly string[]) {
  const answers = Object.fromEntries(criteria.map((code) => [criterionField(code), yesNo]));
  return z.object({ ...evaluationFields, ...answers }).transform((value) => {
    const { id, successful, comment, signedOn } = value;
    const answerOf = new Map<string, unknown>(Object.entries(value));
    return {
      id,
      successful,
      comment,
      signedOn,
      answers: Object.fromEntries(
        criteria.map((code) => [code, answerOf.get(criterionField(code)) === true]),
      ),
    };
  });
}
export type EvaluationInput = z.output<ReturnType<typeof evaluationForm>>;

export const closingForm = z.object({
  version: rowVersion,
  outcome: z.enum(outcomes as [Outcome, ...Outcome[]]),
  endedOn: day,
  reason,
});
export type ClosingInput = z.output<typeof closingForm>;

export const reopeningForm = z.object({ version: rowVersion, reason });
export type ReopeningInput = z.output<typeof reopeningForm>;
