import { z } from "zod";
import { clientId, day, optionalText, rowId, rowVersion, text, timeOfDay } from "~/platform/form-fields";
import { privateNoteLength, reasonLength, supervisionForms } from "./codes";
import { presenceStates, type Presence } from "./rules/supervision/attendance";
import { cancelReasonLength, supervisionPlaces } from "./supervision-codes";

/** Forms of supervision. Messages are catalogue keys; lengths are characters. */

/** One or more ids, however many boxes were ticked; none at all is an empty list. */
const ids = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(rowId("errors:invalidValue")).max(200),
);

const whole = (minimum: number, maximum: number) =>
  z.coerce.number("errors:invalidValue").int("errors:invalidValue").min(minimum).max(maximum);

/** A web address people can follow; only encrypted ones. */
const link = z
  .string()
  .trim()
  .max(500)
  .refine((value) => /^https:\/\/[^\s/]+\.[^\s]+$/.test(value), "supervision:refusal.link");

const whenAndWhere = {
  day,
  from: timeOfDay,
  minutes: whole(15, 480),
  place: z.enum(supervisionPlaces),
  town: optionalText(80),
  link: link.optional(),
  capacity: whole(1, 60).optional(),
};

/** In person needs a town, by video a link. */
function checkPlace(
  value: { place: string; town?: string; link?: string },
  context: z.RefinementCtx<unknown>,
): void {
  const field = value.place === "video" ? "link" : "town";
  if (value[field]) return;
  context.addIssue({ code: "custom", path: [field], message: "errors:required" });
}

const people = { run: rowId("errors:invalidValue").optional(), trainee: ids, mentor: ids };

export const planForm = z
  .object({ id: clientId, form: z.enum(supervisionForms), ...whenAndWhere, ...people })
  .superRefine(checkPlace);
export type PlanInput = z.output<typeof planForm>;

export const changeForm = z.object({ version: rowVersion, ...whenAndWhere }).superRefine(checkPlace);
export type ChangeInput = z.output<typeof changeForm>;

/** A session that took place: whoever is ticked was there for all of it. */
export const recordForm = z
  .object({
    id: clientId,
    form: z.enum(supervisionForms),
    day,
    from: timeOfDay,
    minutes: whole(15, 480),
    place: z.enum(supervisionPlaces).default("in_person"),
    town: optionalText(80),
    note: optionalText(privateNoteLength),
    ...people,
  })
  .superRefine((value, context) => {
    if (value.place === "in_person") checkPlace(value, context);
  });

export const inviteForm = z.object({ ...people });

/** What is done on a session's own page, told apart by `intent`. */
export const sessionPageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("cancel"), version: rowVersion, reason: text(cancelReasonLength, 5) }),
  z.object({ intent: z.literal("come") }),
  z.object({ intent: z.literal("decline"), reason: text(reasonLength, 3) }),
  z.object({ intent: z.literal("uninvite"), person: clientId }),
  z.object({ intent: z.literal("note"), version: rowVersion, note: text(privateNoteLength) }),
  z.object({ intent: z.literal("eraseNote"), version: rowVersion }),
]);
export type SessionPageInput = z.output<typeof sessionPageForm>;

const stateField = /^state-([0-9a-f-]{36})$/;

/** One person of the attendance form, by enrolment or mentor. */
export interface PresenceRow extends Presence {
  personId: string;
}

/** The attendance of a session: fields carry the person's id in their names. No minutes is the whole session. */
export const attendanceForm = z
  .looseObject({ version: rowVersion })
  .transform(({ version, ...fields }, context) => {
    const textAt = (name: string) => {
      const value = fields[name];
      return typeof value === "string" ? value.trim() : "";
    };
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    const rows = Object.keys(fields).flatMap(
      (
        name,
      ): (Omit<PresenceRow, "minutes"> & {
        /** Null is the whole session. */
        minutes: number | null;
      })[] => {
        const personId = stateField.exec(name)?.[1];
        if (!personId) return [];
        const state = presenceStates.find((one) => one === textAt(name));
        const typed = textAt(`minutes-${personId}`);
        const reason = textAt(`reason-${personId}`);
        if (!state) refuse(name, "errors:choose");
        if (typed !== "" && !/^\d{1,3}$/.test(typed)) refuse(`minutes-${personId}`, "errors:invalidValue");
        if (reason.length > reasonLength) refuse(`reason-${personId}`, "supervision:refusal.reasonLong");
        if (!state) return [];
        const minutes = typed === "" ? null : Number(typed);
        return [{ personId, state, minutes, reason: state === "excused" && reason !== "" ? reason : null }];
      },
    );
    return { version, rows };
  });
export type AttendanceInput = z.output<typeof attendanceForm>;

/** Freeing somebody of the duty, or taking it back. */
export const exemptionForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("grant"), id: clientId, from: day, to: day, reason: text(reasonLength, 5) }),
  z.object({ intent: z.literal("revoke"), exemption: clientId }),
]);
export type ExemptionInput = z.output<typeof exemptionForm>;
