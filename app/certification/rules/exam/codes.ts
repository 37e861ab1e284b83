/** Codes and limits of an exam day: plain lists, so that pages can use them in the browser. */

export const examKinds = ["regular", "resit", "substitute"] as const;
export type ExamKind = (typeof examKinds)[number];

export const examDayStates = ["planned", "open", "closed", "locked", "cancelled"] as const;
export type ExamDayState = (typeof examDayStates)[number];

export type CandidateState = "expected" | "present" | "absent";

/** Documents an identity is checked by: the kind only, never a number. */
export const identityDocuments = [
  "identity_card",
  "passport",
  "driving_licence",
  "residence_permit",
] as const;
export type IdentityDocument = (typeof identityDocuments)[number];

/** Members of the commission: vyhláška 176/2009 Sb. § 4 (3). */
export const commissionSize = 3;

/** Roles from which the commission is chosen. */
export const memberRoles = ["trainer", "supervisor", "coordinator", "probation_officer"] as const;

/** Version of the text a member of the commission declares; grows when the text in the catalogue changes. */
export const declarationVersion = 1;

/** Day the portal's sentences about § 4 were last compared with a published wording; nobody confirmed them. */
export const lawCheckedOn = "2026-11-22";

/** Longest reason, in characters. */
export const examReasonLength = 600;
export const placeLength = 160;

/** Days after which the words of an excuse are erased; what was decided stays. */
export const excuseKeptDays = 180;
