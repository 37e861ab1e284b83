import { z } from "zod";
import { checkbox, clientId, day, rowVersion, text, timeOfDay } from "~/platform/form-fields";
import {
  activityKinds,
  noteLength,
  placeKinds,
  privateNoteLength,
  reasonLength,
  supervisionForms,
} from "./codes";

export * from "./codes";

/** Forms of practice and supervision. */

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
  note: z.string().trim().max(privateNoteLength).optional(),
});
export type SessionInput = z.output<typeof sessionForm>;
