import { z } from "zod";
import { checkbox, clientId, day, optionalText, rowVersion, text, timeOfDay } from "~/platform/form-fields";
import { parseTime } from "~/platform/days";

/** Forms of teaching in person. Messages are catalogue keys; lengths are characters. */

const sessionFields = {
  module: z.string("errors:required").min(1).max(80),
  topic: text(200, 3),
  place: text(160, 2),
  trainer: clientId.optional(),
  day,
  from: timeOfDay,
  to: timeOfDay,
  endsNextDay: checkbox,
  breakMinutes: z.coerce.number("errors:invalidValue").int("errors:invalidValue").min(0).max(600).default(0),
};

const session = z.object(sessionFields);
export type SessionFields = z.output<typeof session>;

export const planForm = session.extend({ id: clientId, makeUpFor: clientId.optional() });
export type PlanForm = z.output<typeof planForm>;

export const changeForm = session.extend({ version: rowVersion });
export type ChangeForm = z.output<typeof changeForm>;

/** Teaching that took place: who was there was there for all of it. */
export const recordForm = planForm.extend({
  present: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(clientId).min(1, "errors:chooseSome").max(60),
  ),
});
export type RecordForm = z.output<typeof recordForm>;

const attendanceStates = ["present", "absent", "excused"] as const;
const stateField = /^state-([0-9a-f-]{36})$/;

/** One trainee of an attendance form; null times mean from the beginning, or to the end. */
export interface AttendanceRow {
  enrolmentId: string;
  state: (typeof attendanceStates)[number];
  arrived: number | null;
  left: number | null;
  excuse: string | null;
}

/** The rows of an attendance form, whose fields carry the enrolment's id in their names. */
const attendance = z
  .looseObject({ intent: z.literal("attendance"), version: rowVersion, reason: optionalText(300) })
  .transform(({ intent, version, reason, ...fields }, context) => {
    const textAt = (name: string) => {
      const value = fields[name];
      return typeof value === "string" ? value.trim() : "";
    };
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    const timeAt = (name: string) => {
      const typed = textAt(name);
      const minute = typed === "" ? null : parseTime(typed);
      if (typed !== "" && minute === null) refuse(name, "errors:time");
      return minute;
    };
    const rows = Object.keys(fields).flatMap((name): AttendanceRow[] => {
      const enrolmentId = stateField.exec(name)?.[1];
      if (!enrolmentId) return [];
      const state = attendanceStates.find((one) => one === textAt(name));
      if (!state) {
        refuse(name, "errors:choose");
        return [];
      }
      const excuse = textAt(`excuse-${enrolmentId}`);
      if (excuse.length > excuseLength) refuse(`excuse-${enrolmentId}`, "teaching:error.excuseLong");
      const arrived = timeAt(`arrived-${enrolmentId}`);
      const left = timeAt(`left-${enrolmentId}`);
      return [{ enrolmentId, state, arrived, left, excuse: excuse || null }];
    });
    return { intent, version, reason, rows };
  });

const excuseLength = 500;

/** What is done on a session's own page, told apart by `intent`. */
export const sessionPageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("cancel"), version: rowVersion, reason: text(300, 5) }),
  attendance,
]);
export type AttendanceForm = z.output<typeof attendance>;

/** An excuse sent ahead, or taken back. */
export const excuseForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("excuse"), id: clientId, text: text(excuseLength, 3) }),
  z.object({ intent: z.literal("come") }),
]);

/** The address of one's own calendar. */
export const feedForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("make"), id: clientId }),
  z.object({ intent: z.literal("revoke") }),
]);
