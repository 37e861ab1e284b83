/** Codes and limits of practice and supervision: plain lists, so that pages can use them in the browser. */

/** What a mentor does for clients: the seven activities of the programme. */
export const mentorActivityKinds = [
  "motivation",
  "home_visit",
  "work_or_housing",
  "authorities",
  "debts",
  "community_orientation",
  "specialist_services",
] as const;

/** What a trainee logs: the same, and two ways of learning beside others. */
export const activityKinds = [...mentorActivityKinds, "shadowing", "team_meeting"] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** Whether a text is the code of an activity. */
export function isActivity(text: string | undefined): text is ActivityKind {
  return (activityKinds as readonly (string | undefined)[]).includes(text);
}

export const placeKinds = [
  "client_home",
  "probation_centre",
  "authority",
  "community",
  "phone",
  "other",
] as const;
export type PlaceKind = (typeof placeKinds)[number];

export const practiceStates = ["submitted", "returned", "approved", "withdrawn", "reversed"] as const;
export type PracticeState = (typeof practiceStates)[number];

export const supervisionForms = ["individual", "group"] as const;
export type SupervisionForm = (typeof supervisionForms)[number];

/** Longest text of an entry, a reason and a private note, in characters. */
export const noteLength = 2000;
export const reasonLength = 600;
export const privateNoteLength = 4000;
