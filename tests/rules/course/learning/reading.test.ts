import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyWorksheets, fillWorksheets } from "~/course/rules/learning/fill-worksheets";
import { countedSeconds, longestBeat, measuredMinutes } from "~/course/rules/learning/reading-time";
import { czechVoice, speechParts } from "~/course/rules/learning/speech-parts";
import { textSizeCookieText, textSizeOf, textSizes } from "~/course/rules/learning/text-size";
import { adjustmentRefusal } from "~/course/rules/ledger";

const at = (seconds: number) => new Date(Date.UTC(2026, 5, 1, 10, 0, seconds));

describe("measured reading", () => {
  it.each([
    { name: "a usual beat", claimed: 60, now: 60, openedAt: 0, countedUntil: null, counted: 60 },
    {
      name: "a second tab telling of the same minute",
      claimed: 60,
      now: 60,
      openedAt: 0,
      countedUntil: 60,
      counted: 0,
    },
    {
      name: "a tab telling of a minute half counted",
      claimed: 60,
      now: 90,
      openedAt: 0,
      countedUntil: 60,
      counted: 30,
    },
    {
      name: "more than has passed since it was opened",
      claimed: 80,
      now: 10,
      openedAt: 0,
      countedUntil: null,
      counted: 10,
    },
    {
      name: "more than a beat can be",
      claimed: 500,
      now: 1000,
      openedAt: 0,
      countedUntil: null,
      counted: longestBeat,
    },
    { name: "a lesson never opened", claimed: 60, now: 60, openedAt: null, countedUntil: null, counted: 0 },
  ])("counts $counted seconds of $name", ({ claimed, now, openedAt, countedUntil, counted }) => {
    expect(
      countedSeconds({
        claimed,
        now: at(now),
        openedAt: openedAt === null ? null : at(openedAt),
        countedUntil: countedUntil === null ? null : at(countedUntil),
      }),
    ).toBe(counted);
  });

  it("never counts more than has passed, whatever any number of tabs claim", () => {
    const beats = fc.array(fc.record({ wait: fc.nat(70), claimed: fc.integer({ min: 1, max: 10_000 }) }));
    fc.assert(
      fc.property(beats, (list) => {
        let clock = 0;
        let total = 0;
        let countedUntil: Date | null = null;
        for (const { wait, claimed } of list) {
          clock += wait;
          const counted = countedSeconds({ claimed, now: at(clock), openedAt: at(0), countedUntil });
          if (counted > 0) countedUntil = at(clock);
          total += counted;
        }
        expect(total).toBeLessThanOrEqual(clock);
      }),
    );
  });

  it("is shown in whole minutes", () => {
    expect([0, 29, 30, 90, 2700].map(measuredMinutes)).toEqual([0, 0, 1, 2, 45]);
  });
});

describe("answers in a lesson's HTML", () => {
  const html =
    '<textarea id="a" name="list-a" rows="3"></textarea><div class="worksheet-printed" data-print-of="a"></div><textarea id="b"></textarea>';

  it("stand in their fields, harmless, and go away again", () => {
    const filled = fillWorksheets(html, new Map([["a", "1 < 2 </textarea><script>"]]));
    expect(filled).not.toContain("<script>");
    expect(filled).toContain("1 &lt; 2 &lt;/textarea&gt;&lt;script&gt;</textarea>");
    expect(filled).toContain('<textarea id="b"></textarea>');
    expect(emptyWorksheets(filled)).toBe(html);
  });

  it("never change the HTML around them, whatever is written", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const answers = new Map([
          ["a", a],
          ["b", b],
        ]);
        expect(emptyWorksheets(fillWorksheets(html, answers))).toBe(html);
      }),
    );
  });
});

describe("reading aloud", () => {
  it("says every word once, in pieces a voice can hold", () => {
    const word = fc.stringMatching(/^[a-zá-ž]{1,14}[.,!?]?$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 120 }), (list) => {
        const text = list.join(" ");
        const parts = speechParts(text);
        expect(parts.join(" ").replace(/\s+/g, "")).toBe(text.replace(/\s+/g, ""));
        expect(Math.max(0, ...parts.map((part) => part.length))).toBeLessThanOrEqual(221);
      }),
    );
  });

  it("begins a new piece with a new sentence", () => {
    expect(speechParts("Proč? Protože soud rozhodl.  „Ano,“ řekl.")).toEqual([
      "Proč?",
      "Protože soud rozhodl.",
      "„Ano,“ řekl.",
    ]);
  });

  it("takes a Czech voice of the device and no other", () => {
    const distant = { lang: "cs-CZ", localService: false };
    const own = { lang: "cs_CZ", localService: true };
    expect(czechVoice([{ lang: "en-US", localService: true }, distant])).toBeNull();
    expect(czechVoice([distant, own])).toBe(own);
  });
});

describe("text size", () => {
  it("comes back from its own cookie", () => {
    for (const size of textSizes) {
      expect(textSizeOf(`jazyk=cs; ${textSizeCookieText(size).split(";")[0]}; x=1`)).toBe(size);
    }
  });

  it.each([null, "", "pismo=obri", "jinepismo=large"])("is normal with the cookies %s", (cookies) => {
    expect(textSizeOf(cookies)).toBe("normal");
  });
});

describe("a correction by minutes", () => {
  it.each([
    { minutes: 0, credited: 45, refusal: { reason: "adjustNothing" } },
    { minutes: 1.5, credited: 45, refusal: { reason: "adjustNothing" } },
    { minutes: -46, credited: 45, refusal: { reason: "adjustBelow", minutes: 45 } },
    { minutes: -45, credited: 45, refusal: null },
    { minutes: 45, credited: 45, refusal: null },
    { minutes: 46, credited: 45, refusal: { reason: "adjustAbove", minutes: 45 } },
    // A module of a run with other hours may hold more already: taking away is still possible.
    { minutes: -10, credited: 200, refusal: null },
  ])("of $minutes in a module with $credited of 90", ({ minutes, credited, refusal }) => {
    expect(adjustmentRefusal(minutes, credited, 90)).toEqual(refusal);
  });
});
