import { z } from "zod";
import { roles } from "~/access/roles";
import {
  checkbox,
  clientId,
  day,
  email,
  optionalText,
  rowId,
  rowVersion,
  severalOf,
  text,
  ticked,
} from "~/platform/form-fields";
import { regionCodes } from "~/platform/region-codes";
import { organisationKinds, wholeProgramme } from "./codes";
import { accountStates } from "./rules/account-state";

/** Forms of signing in, one's own account, people and organisations. */

const returnTo = z.string().max(2000).optional();
const personName = text(120, 2);
/** Only bounded: what makes a good new password is a rule that knows whose it is. */
const password = z.string().min(1, "errors:required").max(1000);
const code = z.string().trim().min(1).max(40);
const region = z
  .enum([...regionCodes, wholeProgramme])
  .transform((value) => (value === wholeProgramme ? null : value));

export const signInForm = z.object({ email, password, dal: returnTo });

/** Password of every account of the demo, which holds only invented data. */
const demoPassword = "Most-Demo-2026";
/** In the demo a button with a role is enough to come in. */
export const demoSignInForm = z.preprocess((sent) => {
  const chosen = z.object({ demo: z.enum(roles), dal: returnTo }).safeParse(sent);
  if (!chosen.success) return sent;
  return { email: `${chosen.data.demo}@demo.test`, password: demoPassword, dal: chosen.data.dal };
}, signInForm);

export const codeForm = z.object({ code, dal: returnTo });
export const registrationForm = z.object({
  id: clientId,
  name: personName,
  email,
  password,
  consent: ticked,
  dal: returnTo,
});
export const confirmEmailForm = z.object({ password, dal: returnTo });
export const newPasswordForm = z.object({ password });
export const forgottenPasswordForm = z.object({ email });
export const changePasswordForm = z.object({ currentPassword: password, password });
export const ownAccountForm = z.object({
  name: personName,
  language: z.enum(["cs", "en"]),
  /** Only those who are offered the weekly summary send it. */
  weeklyDigest: z.enum(["on", "off"]).optional(),
  version: rowVersion,
});
export const sessionsForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("endOthers") }),
  z.object({ intent: z.literal("end"), session: z.string().regex(/^[0-9a-f]{64}$/, "errors:invalidValue") }),
]);

export const secondFactorForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("setUp"), secretSealed: z.string().min(1).max(500), code }),
  z.object({ intent: z.literal("newCodes"), code }),
  z.object({ intent: z.literal("remove"), password, code }),
]);
export type SecondFactorForm = z.output<typeof secondFactorForm>;

export const invitationForm = z.object({
  id: clientId,
  email,
  name: personName,
  language: z.enum(["cs", "en"]),
  roles: severalOf(roles),
  organisationId: rowId("errors:choose").optional(),
  regionCode: region,
});

/** Everything that can be done on a person's page. */
export const personForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("addRole"),
    role: z.enum(roles),
    organisationId: rowId("errors:choose").optional(),
    regionCode: region,
  }),
  z.object({ intent: z.literal("endRole"), assignmentId: rowId("errors:invalidValue") }),
  z.object({ intent: z.literal("train"), passedOn: day }),
  z.object({ intent: z.literal("resend") }),
  z.object({ intent: z.literal("revoke") }),
  z.object({ intent: z.literal("disable"), version: rowVersion }),
  z.object({ intent: z.literal("enable"), version: rowVersion }),
  z.object({ intent: z.literal("resetSecondFactor") }),
]);
export type PersonForm = z.output<typeof personForm>;

const organisationFields = { name: text(160, 2), town: optionalText(80), regionCode: region };

export const newOrganisationForm = z.object({
  id: clientId,
  kind: z.enum(organisationKinds),
  ...organisationFields,
});

/** Everything that can be done on an organisation's page. */
export const organisationForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), version: rowVersion, ...organisationFields }),
  z.object({ intent: z.literal("close"), version: rowVersion }),
  z.object({ intent: z.literal("reopen"), version: rowVersion }),
]);

/** Reads the filter of a list from its address; what does not fit is left out rather than refused. */
const query = z.string().trim().max(100).catch("");
const page = z.coerce.number().int().min(1).max(10_000).catch(1);

export const accountFilter = z.object({
  q: query,
  role: z.enum(roles).optional().catch(undefined),
  organizace: rowId().optional().catch(undefined),
  kraj: z.enum(regionCodes).optional().catch(undefined),
  stav: z.enum(accountStates).optional().catch(undefined),
  /** Reporters with or without the monitoring training. */
  skoleni: z.enum(["ano", "ne"]).optional().catch(undefined),
  strana: page,
});
export type AccountFilter = z.output<typeof accountFilter>;

export const organisationFilter = z.object({
  q: query,
  druh: z.enum(organisationKinds).optional().catch(undefined),
  kraj: z.enum(regionCodes).optional().catch(undefined),
  uzavrene: checkbox.catch(false),
});
export type OrganisationFilter = z.output<typeof organisationFilter>;
