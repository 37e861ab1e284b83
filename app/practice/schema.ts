import { z } from "zod";
import {
  checkbox,
  clientId,
  day,
  optionalText,
  rowId,
  rowVersion,
  text,
  timeOfDay,
} from "~/platform/form-fields";
import { activityKinds, noteLength, placeKinds, reasonLength } from "./codes";
import { longestDraft } from "./rules/draft-fields";

export * from "./codes";

/** Forms of practice. */

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
  /** A case of the registry it was about. */
  case: clientId.optional(),
  guide: clientId.optional(),
  note: text(noteLength, 10),
  /** The trainee has read the warning and says nobody can be recognised. */
  namesChecked: checkbox,
});
export type EntryInput = z.output<typeof entryForm>;

/** A draft saved by a button: whatever the other fields of the form hold. */
const draftForm = z.object({
  intent: z.literal("draft"),
  id: clientId,
  draftVersion: z.coerce.number("errors:invalidValue").int().min(0).default(0),
});

/** What the page of a new entry sends: the entry, or what there is of it so far. */
export const newEntryForm = z.preprocess(
  (value) => (typeof value === "object" ? { intent: "send", ...value } : value),
  z.discriminatedUnion("intent", [entryForm.extend({ intent: z.literal("send") }), draftForm]),
);

/** Everything that can be done with an entry on its own page, told apart by `intent`. */
export const entryAction = z.discriminatedUnion("intent", [
  entryForm.omit({ id: true }).extend({ intent: z.literal("correct"), version: rowVersion }),
  z.object({ intent: z.literal("withdraw"), version: rowVersion }),
  z.object({
    intent: z.literal("approve"),
    version: rowVersion,
    /** Why it is approved without the guide's confirmation. */
    without: optionalText(reasonLength),
  }),
  z.object({ intent: z.literal("return"), version: rowVersion, reason: text(reasonLength, 5) }),
  z.object({ intent: z.literal("reverse"), version: rowVersion, reason: text(reasonLength, 5) }),
]);
export type EntryAction = z.output<typeof entryAction>;

/** `<entry id>:<version>` of each ticked entry. */
const seenEntry = z.string().transform((value, context) => {
  const [id, version] = value.split(":");
  const parsed = z.object({ id: rowId(), version: rowVersion }).safeParse({ id, version });
  if (parsed.success) return parsed.data;
  context.addIssue({ code: "custom", message: "errors:invalidValue" });
  return z.NEVER;
});

const chosenEntries = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(seenEntry).min(1, "practice:review.chooseSome").max(200),
);
export type SeenEntry = z.output<typeof seenEntry>;

/** Several entries at once: approved, or returned with one reason. */
export const reviewForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("approve"), entry: chosenEntries, reason: z.string().optional() }),
  z.object({ intent: z.literal("return"), entry: chosenEntries, reason: text(reasonLength, 5) }),
]);

/** A guide's word about several entries: the trainee was there, or was not and why. */
export const presenceForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("present"), entry: chosenEntries, reason: z.string().optional() }),
  z.object({ intent: z.literal("absent"), entry: chosenEntries, reason: text(reasonLength, 5) }),
]);

/** A draft as a page sends it by itself: its text, and the version it was written upon. */
export const draftSaving = z.object({
  worksheet: clientId,
  text: z.string().max(longestDraft).default(""),
  version: z.coerce.number("errors:invalidValue").int().min(-1),
  owner: z.string().max(64),
});

export const discardForm = z.object({ intent: z.literal("discard"), id: clientId });

/** Guides of a run's trainees, told apart by `intent`. */
export const guideForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("assign"), id: clientId, enrolment: clientId, mentor: clientId }),
  z.object({ intent: z.literal("end"), guide: clientId }),
]);
