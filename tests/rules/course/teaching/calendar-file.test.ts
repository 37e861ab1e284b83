import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarFile, escaped, folded, type CalendarEvent } from "~/course/rules/teaching/calendar-file";

const event: CalendarEvent = {
  uid: "1@portal.test",
  startsAt: new Date("2026-10-25T00:30:00Z"),
  endsAt: new Date("2026-10-25T03:00:00Z"),
  changedAt: new Date("2026-10-01T08:00:00Z"),
  sequence: 2,
  cancelled: false,
  summary: "Výuka; kurz, Mentor",
  location: "Děčín\\2. patro\nzvonek",
  description: "",
  url: "https://portal.test/kalendar",
};
const unfolded = (file: string) => file.replace(/\r\n /g, "").split("\r\n");

describe("a calendar file", () => {
  it("says each session in UTC, with a stable name and its number of change", () => {
    const lines = unfolded(calendarFile({ name: "Mentor", language: "cs" }, [event]));
    expect(lines.slice(0, 2)).toEqual(["BEGIN:VCALENDAR", "VERSION:2.0"]);
    expect(lines.slice(-2)).toEqual(["END:VCALENDAR", ""]);
    expect(lines).toEqual(
      expect.arrayContaining([
        "UID:1@portal.test",
        "DTSTAMP:20261001T080000Z",
        "DTSTART:20261025T003000Z",
        "DTEND:20261025T030000Z",
        "SEQUENCE:2",
        "STATUS:CONFIRMED",
        "SUMMARY:Výuka\\; kurz\\, Mentor",
        "LOCATION:Děčín\\\\2. patro\\nzvonek",
      ]),
    );
    expect(lines.some((line) => line.startsWith("DESCRIPTION"))).toBe(false);
  });

  it("keeps a cancelled session and says that it is", () => {
    const lines = unfolded(calendarFile({ name: "Mentor", language: "cs" }, [{ ...event, cancelled: true }]));
    expect(lines).toContain("STATUS:CANCELLED");
    expect(lines).toContain("UID:1@portal.test");
  });

  it("has no line over 75 octets and loses no character, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const line = `SUMMARY:${escaped(text)}`;
        const parts = folded(line).split("\r\n");
        for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
        expect(parts.map((part, index) => (index === 0 ? part : part.slice(1))).join("")).toBe(line);
      }),
    );
  });

  it("lets no text end its line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escaped(text)).not.toMatch(/[\p{Cc}]/u);
      }),
    );
    expect(escaped("a\r\nATTENDEE:x")).toBe("a\\nATTENDEE:x");
  });
});
