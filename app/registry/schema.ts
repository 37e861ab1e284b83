import { z } from "zod";
import { clientId, day, optionalText, rowVersion, text, timeOfDay } from "~/platform/form-fields";

/** Codes and forms of the case registry. What a code means to people is in the catalogue `registry`. */

/** A does not cooperate, B cooperates with problems, C cooperates and is threatened by exclusion. */
export const clientTypes = ["A", "B", "C"] as const;
export type ClientType = (typeof clientTypes)[number];

/** States in the order of a case's life; a list sorted by them begins with who waits for a mentor. */
export const caseStates = ["referred", "assigned", "active", "closed", "declined"] as const;
export type CaseState = (typeof caseStates)[number];

/** States in which something still happens. */
export const openStates = ["referred", "assigned", "active"] as const satisfies readonly CaseState[];

/** Alternative sanctions and measures; `none` is a social curator's client without any. */
export const sanctions = [
  "community_service",
  "supervised_suspended_sentence",
  "house_arrest",
  "supervised_parole",
  "conditional_discontinuance",
  "ban_on_entry",
  "fine",
  "waiver_with_supervision",
  "juvenile_measure",
  "other",
  "none",
] as const;
export type Sanction = (typeof sanctions)[number];

/** The seven activities of a mentor; the enum in the database also has kinds that only a trainee logs. */
export const mentorActivities = [
  "motivation",
  "home_visit",
  "work_or_housing",
  "authorities",
  "debts",
  "community_orientation",
  "specialist_services",
] as const;
export type MentorActivity = (typeof mentorActivities)[number];

export const places = [
  "client_home",
  "probation_centre",
  "authority",
  "community",
  "phone",
  "other",
] as const;
export type Place = (typeof places)[number];

export const activityResults = ["done", "client_absent", "refused", "cancelled"] as const;
export type ActivityResult = (typeof activityResults)[number];

/** How a case with work in it ended. */
export const closingOutcomes = [
  "sentence_served",
  "goal_reached",
  "sentence_converted",
  "cooperation_ended",
  "moved_away",
  "in_prison",
  "died",
  "other",
] as const;
/** How a referral ended on which nobody had begun to work. */
export const decliningOutcomes = ["withdrawn", "client_refused", "no_suitable_mentor", "other"] as const;
/** `not_recorded` comes from older registers, which did not keep it. */
export const outcomes = [...new Set([...closingOutcomes, ...decliningOutcomes, "not_recorded"] as const)];
export type Outcome = (typeof closingOutcomes)[number] | (typeof decliningOutcomes)[number] | "not_recorded";

/** Why a mentor's work on a case ended; `case_ended` is written by closing it. */
export const chosenEndReasons = [
  "mentor_asked",
  "client_asked",
  "centre_asked",
  "mentor_unavailable",
  "other",
] as const;
export const endReasons = [...chosenEndReasons, "case_ended"] as const;
export type EndReason = (typeof endReasons)[number];

/** Bodies that refer clients and evaluate the work. */
export const referringKinds = ["probation_centre", "municipality"] as const;
export type ReferringKind = (typeof referringKinds)[number];

export interface CriteriaSetDefinition {
  id: string;
  kind: ReferringKind;
  version: number;
  /** First day the set is used. */
  validFrom: string;
  criteria: readonly string[];
  /** False: nobody has confirmed the set; the form says so. */
  confirmed: boolean;
}

/** Every set of criteria there has been: a signed evaluation keeps the one it was signed by. */
export const criteriaSets: readonly CriteriaSetDefinition[] = [
  {
    id: "probation_centre-1",
    kind: "probation_centre",
    version: 1,
    validFrom: "2004-01-01",
    criteria: ["cooperation", "sentence", "skills", "information"],
    confirmed: true,
  },
  {
    id: "municipality-1",
    kind: "municipality",
    version: 1,
    validFrom: "2011-05-01",
    criteria: ["curator_cooperation", "plan", "living_conditions", "skills"],
    confirmed: false,
  },
];

/** Longest texts, in characters. */
export const textLimits = {
  name: 120,
  town: 80,
  contact: 300,
  reason: 1000,
  note: 4000,
  comment: 2000,
} as const;

/** Duration buttons of the activity form, in minutes. */
export const quickDurations = [15, 30, 45, 60, 90, 120, 180] as const;

const birthYear = z.coerce.number("errors:invalidValue").int("errors:invalidValue").min(1900).max(2100);
const reason = text(textLimits.reason, 5);

export const referralForm = z.object({
  id: clientId,
  organisationId: z.uuid("errors:choose"),
  name: text(textLimits.name, 3),
  birthYear,
  town: text(textLimits.town, 2),
  contact: optionalText(textLimits.contact),
  type: z.enum(clientTypes),
  typeReason: reason,
  sanction: z.enum(sanctions),
  help: text(textLimits.reason, 10),
  /** Answer to "may this person be here already?": a known client, or `new`. */
  knownClient: z.union([z.literal("new"), z.uuid("errors:choose")]).optional(),
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
  mentorId: z.uuid("errors:choose"),
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

/** Form field that holds the answer to a criterion. */
export const criterionField = (code: string) => `criterion_${code}`;

/** The form of an evaluation by a set's criteria; each must be answered. */
export function evaluationForm(criteria: readonly string[]) {
  const answers: Record<string, typeof yesNo> = Object.fromEntries(
    criteria.map((code) => [criterionField(code), yesNo]),
  );
  return z
    .object({ id: clientId, successful: yesNo, comment: optionalText(textLimits.comment), signedOn: day })
    .and(z.looseObject(answers))
    .transform(({ id, successful, comment, signedOn, ...rest }) => ({
      id,
      successful,
      comment,
      signedOn,
      answers: Object.fromEntries(criteria.map((code) => [code, rest[criterionField(code)] === true])),
    }));
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
