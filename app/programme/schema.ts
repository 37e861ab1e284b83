import { z } from "zod";
import { clientId, rowId, text } from "~/platform/form-fields";
import { settingLimits, settingsReasonLength, type SettingName } from "./rules/programme-settings";

const whole = (name: SettingName) =>
  z.coerce
    .number("errors:invalidValue")
    .int("errors:invalidValue")
    .min(settingLimits[name].min)
    .max(settingLimits[name].max);

/** All numbers at once, with why; `base` is the row the form was drawn from, left out when there was none. */
export const settingsForm = z
  .object({
    id: clientId,
    base: rowId("errors:invalidValue").optional(),
    supervisionEveryMonths: whole("supervisionEveryMonths"),
    graceMonths: whole("graceMonths"),
    experiencedMonths: whole("experiencedMonths"),
    experiencedClosedCases: whole("experiencedClosedCases"),
    warnFirst: whole("warnFirst"),
    warnLast: whole("warnLast"),
    supervisionNoteMonths: whole("supervisionNoteMonths"),
    reason: text(settingsReasonLength, 5),
  })
  .refine(({ warnFirst, warnLast }) => warnLast < warnFirst, {
    path: ["warnLast"],
    message: "mentors:refusal.warnOrder",
  });

export type SettingsForm = z.output<typeof settingsForm>;
