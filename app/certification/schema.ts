import { z } from "zod";
import { checkbox, clientId, day, rowVersion, text } from "~/platform/form-fields";
import { examOutcomes, reasonLength, registerStates } from "./codes";

export * from "./codes";

/** Forms of the exam and of certificates. */

const outcome = z.enum(examOutcomes).optional();

/** What can be done on the exam's page, told apart by `intent`. */
export const examAction = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("record"),
    id: clientId,
    enrolment: z.uuid("errors:invalidValue"),
    day,
    identity: checkbox,
    written: outcome,
    oral: outcome,
    practical: outcome,
  }),
  z.object({
    intent: z.literal("void"),
    result: z.uuid("errors:invalidValue"),
    reason: text(reasonLength, 5),
  }),
]);

export const issueForm = z.object({ id: clientId });

export const revokeForm = z.object({ version: rowVersion, reason: text(reasonLength, 5) });

/** Filter of the register, from the address: whatever does not fit is left out. */
export const registerFilter = z.object({
  hledat: z.string().trim().max(100).catch("").default(""),
  stav: z.enum(registerStates).catch("all").default("all"),
  strana: z.coerce.number().int().min(1).catch(1).default(1),
});
