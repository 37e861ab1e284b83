/** Codes and limits of supervision that pages need in the browser too. */

export const supervisionPlaces = ["in_person", "video"] as const;
export type SupervisionPlaceKind = (typeof supervisionPlaces)[number];

export const supervisionStates = ["planned", "held", "cancelled"] as const;
export type SupervisionStateKind = (typeof supervisionStates)[number];

/** How an invitation stands: answered ahead, or as the session ended. */
export const invitationStates = ["invited", "accepted", "declined", "present", "absent", "excused"] as const;
export type InvitationStateKind = (typeof invitationStates)[number];

/** Invitations that hold a place. */
export const placeHolding = ["invited", "accepted"] as const;

export const personKinds = ["trainee", "mentor"] as const;
export type PersonKind = (typeof personKinds)[number];

/** Length of a session a form begins with, minutes. */
export const usualMinutes = 90;
export const cancelReasonLength = 300;
