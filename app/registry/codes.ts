import { mentorActivityKinds, placeKinds } from "~/practice/index";

/** Codes of the case registry: plain lists, so that pages can use them in the browser. Their words are in the catalogue `registry`. */

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

/** The seven activities of a mentor; a trainee logs two kinds more. */
export const mentorActivities = mentorActivityKinds;
export type MentorActivity = (typeof mentorActivities)[number];

export const places = placeKinds;
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

/** Form field that holds the answer to a criterion. */
export const criterionField = (code: string) => `criterion_${code}`;
