/** Codes and limits of the exam and of certificates: plain lists, so that pages can use them in the browser. */

export const examParts = ["written", "oral", "practical"] as const;
export type ExamPart = (typeof examParts)[number];

/** Longest reason of a revocation or a correction, in characters. */
export const reasonLength = 600;

export const registerStates = ["all", "valid", "revoked", "replaced"] as const;

/** Why a certificate is issued anew; the last one only for a certificate that is revoked. */
export const reissueReasons = ["nameChange", "dataMistake", "lostCode", "revokedByMistake"] as const;
export type ReissueReason = (typeof reissueReasons)[number];

/** What the list of certificates is taken out of the portal for. */
export const exportPurposes = ["accreditation", "funder", "ownCheck", "archive"] as const;
export type ExportPurpose = (typeof exportPurposes)[number];
