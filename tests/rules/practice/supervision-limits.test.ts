import { describe, expect, it } from "vitest";
import { supervisionRefusal, type HeldSession } from "~/practice/rules/supervision-limits";

/** 12 June 2026, 15:00 in Prague. */
const now = new Date("2026-06-12T13:00:00Z");
const session: HeldSession = { day: "2026-06-12", startMinute: 780, minutes: 90, form: "group", present: 4 };

describe("a supervision session", () => {
  it("is taken once it is over", () => {
    expect(supervisionRefusal(session, now)).toBeNull();
    expect(supervisionRefusal({ ...session, form: "individual", present: 1 }, now)).toBeNull();
  });

  it.each([
    ["tomorrow", { day: "2026-06-13" }, "futureDay"],
    ["not over yet", { startMinute: 840 }, "notOver"],
    ["past midnight", { day: "2026-06-11", startMinute: 1400 }, "pastMidnight"],
    ["without anybody", { present: 0 }, "nobody"],
    ["individual with two", { form: "individual" as const, present: 2 }, "oneOnly"],
  ])("is refused when %s", (_case, change, code) => {
    expect(supervisionRefusal({ ...session, ...change }, now)?.code).toBe(code);
  });
});
