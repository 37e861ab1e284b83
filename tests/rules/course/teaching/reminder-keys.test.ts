import { describe, expect, it } from "vitest";
import {
  digestKey,
  idleReminderKey,
  isIdle,
  sessionReminderKey,
  weekOf,
} from "~/course/rules/reminders/reminder-keys";

describe("reminders", () => {
  it.each([
    ["2026-11-22", "2026-W47"],
    ["2026-11-23", "2026-W48"],
    ["2026-01-01", "2026-W01"],
    ["2027-01-03", "2026-W53"],
    ["2027-01-04", "2027-W01"],
    ["2024-12-30", "2025-W01"],
  ])("%s is in %s", (day, week) => expect(weekOf(day)).toBe(week));

  it("goes out again only for another day, another stretch of quiet, another week", () => {
    expect(sessionReminderKey("s", "2026-06-12", "a")).not.toBe(sessionReminderKey("s", "2026-06-13", "a"));
    expect(idleReminderKey("e", "2026-06-12")).not.toBe(idleReminderKey("e", "2026-06-13"));
    expect(digestKey("a", "2026-11-16")).toBe(digestKey("a", "2026-11-22"));
    expect(digestKey("a", "2026-11-22")).not.toBe(digestKey("a", "2026-11-23"));
  });

  it("finds somebody quiet after whole weeks", () => {
    expect(isIdle("2026-06-01", "2026-06-21", 3)).toBe(false);
    expect(isIdle("2026-06-01", "2026-06-22", 3)).toBe(true);
  });
});
