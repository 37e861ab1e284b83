/** Codes and limits of the exam and of certificates: plain lists, so that pages can use them in the browser. */

export const examParts = ["written", "oral", "practical"] as const;
export type ExamPart = (typeof examParts)[number];

export const examOutcomes = ["passed", "failed"] as const;

/** Longest reason of a revocation or a correction, in characters. */
export const reasonLength = 600;

export const registerStates = ["all", "valid", "revoked"] as const;
