import { z } from "zod";
import { checkbox, clientId, day, rowVersion, text, timeOfDay } from "~/platform/form-fields";

/** Forms and enums of practice and supervision. */

/** What a mentor does: the seven activities of the programme, and two ways of learning beside others. */
export const activityKinds = [
  "motivation",
  "home_visit",
  "work_or_housing",
  "authorities",
  "debts",
  "community_orientation",
  "specialist_services",
  "shadowing",
  "team_meeting",
] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const placeKinds = [
  "client_home",
  "probation_centre",
  "authority",
  "community",
  "phone",
  "other",
] as const;
export type PlaceKind = (typeof placeKinds)[number];

export const practiceStates = ["submitted", "returned", "approved", "withdrawn"] as const;
export type PracticeState = (typeof practiceStates)[number];

export const supervisionForms = ["individual", "group"] as const;
export type SupervisionForm = (typeof supervisionForms)[number];

/** Longest text of an entry, a reason and a private note, in characters. */
export const noteLength = 2000;
export const reasonLength = 600;

/** One or more ids, however many boxes were ticked; none at all is an empty list. */
const ids = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.uuid("errors:invalidValue")).max(200),
);

export const pledgeForm = z.object({
  id: clientId,
  textVersion: z.coerce.number("errors:invalidValue").int(),
  signature: text(120),
});

export const entryForm = z.object({
  id: clientId,
  day,
  from: timeOfDay,
  to: timeOfDay,
  activity: z.enum(activityKinds),
  place: z.enum(placeKinds),
  note: text(noteLength, 10),
  /** The trainee has read the warning and says nobody can be recognised. */
  namesChecked: checkbox,
});
export type EntryInput = z.output<typeof entryForm>;

/** Everything that can be done with an entry on its own page, told apart by `intent`. */
export const entryAction = z.discriminatedUnion("intent", [
  entryForm.omit({ id: true }).extend({ intent: z.literal("correct"), version: rowVersion }),
  z.object({ intent: z.literal("withdraw"), version: rowVersion }),
  z.object({ intent: z.literal("approve"), version: rowVersion }),
  z.object({ intent: z.literal("return"), version: rowVersion, reason: text(reasonLength, 5) }),
]);
export type EntryAction = z.output<typeof entryAction>;

/** `<entry id>:<version>` of each ticked entry. */
const seenEntry = z.string().transform((value, context) => {
  const [id, version] = value.split(":");
  const parsed = z.object({ id: z.uuid(), version: rowVersion }).safeParse({ id, version });
  if (parsed.success) return parsed.data;
  context.addIssue({ code: "custom", message: "errors:invalidValue" });
  return z.NEVER;
});

export const approvalForm = z.object({
  entry: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(seenEntry).min(1, "practice:review.chooseSome").max(200),
  ),
});
export type SeenEntry = z.output<typeof seenEntry>;

export const sessionForm = z.object({
  id: clientId,
  run: z.uuid("errors:invalidValue").optional(),
  day,
  from: timeOfDay,
  minutes: z.coerce.number("errors:invalidValue").int().min(15).max(480),
  town: text(80),
  form: z.enum(supervisionForms),
  trainee: ids,
  mentor: ids,
  note: z.string().trim().max(4000).optional(),
});
export type SessionInput = z.output<typeof sessionForm>;
