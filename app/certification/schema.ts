import { z } from "zod";
import { clientId, rowId, rowVersion, text } from "~/platform/form-fields";
import { exportPurposes, reasonLength, registerStates, reissueReasons } from "./codes";

export * from "./codes";

/** Forms of certificates. */

export const issueForm = z.object({ id: clientId });

/** What can be done to a certificate, told apart by `intent`. */
export const certificateForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("revoke"), version: rowVersion, reason: text(reasonLength, 5) }),
  z.object({ intent: z.literal("reissue"), id: clientId, version: rowVersion, why: z.enum(reissueReasons) }),
]);

/** Whom to certify at once. */
export const certifyRunForm = z.object({
  enrolments: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(rowId("errors:invalidValue")).min(1, "errors:chooseSome").max(200),
  ),
});

/** Filter of the register, from the address: whatever does not fit is left out. */
export const registerFilter = z.object({
  hledat: z.string().trim().max(100).catch("").default(""),
  stav: z.enum(registerStates).catch("all").default("all"),
  beh: rowId().or(z.literal("")).catch("").default(""),
  rok: z
    .string()
    .regex(/^(\d{4})?$/)
    .catch("")
    .default(""),
  strana: z.coerce.number().int().min(1).catch(1).default(1),
  /** All of it on one page, for paper. */
  tisk: z.literal("1").optional().catch(undefined),
});

export type RegisterQuery = z.output<typeof registerFilter>;

/** An export says what it is for. */
export const registerExport = registerFilter.extend({ ucel: z.enum(exportPurposes, "errors:choose") });
