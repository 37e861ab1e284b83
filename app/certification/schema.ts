import { z } from "zod";
import { checkbox, clientId, day, rowVersion, text } from "~/platform/form-fields";

/** Forms and enums of the exam and of certificates. */

export const examParts = ["written", "oral", "practical"] as const;
export type ExamPart = (typeof examParts)[number];

export const examOutcomes = ["passed", "failed"] as const;

/** Longest reason of a revocation or a correction, in characters. */
export const reasonLength = 600;

const outcome = z.enum(examOutcomes).optional();

export const examForm = z.object({
  id: clientId,
  enrolment: z.uuid("errors:invalidValue"),
  day,
  identity: checkbox,
  written: outcome,
  oral: outcome,
  practical: outcome,
});
export type ExamInput = z.output<typeof examForm>;

export const voidForm = z.object({ result: z.uuid("errors:invalidValue"), reason: text(reasonLength, 5) });

export const issueForm = z.object({ id: clientId });

export const revokeForm = z.object({ version: rowVersion, reason: text(reasonLength, 5) });
export type RevokeInput = z.output<typeof revokeForm>;
