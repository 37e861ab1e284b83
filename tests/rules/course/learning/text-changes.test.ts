import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  paragraphChanges,
  sameText,
  wordChanges,
  type Paragraph,
} from "~/course/rules/learning/text-changes";

const paragraph = (text: string, heading = "Část"): Paragraph => ({ heading, text });
const words = fc.array(fc.constantFrom("soud", "mentor", "klient", "dopis", "trest"), {
  minLength: 1,
  maxLength: 6,
});
const texts = fc.array(
  words.map((list) => paragraph(list.join(" "))),
  { maxLength: 12 },
);

describe("what changed in a lesson", () => {
  it("tells apart paragraphs that stayed, went away, are new and were edited", () => {
    const before = [
      paragraph("Úvod zůstává."),
      paragraph("Tohle zmizí úplně pryč."),
      paragraph("Soud rozhodne do měsíce."),
    ];
    const after = [
      paragraph("Úvod zůstává."),
      paragraph("Soud rozhodne do dvou měsíců."),
      paragraph("A něco docela nového navíc."),
    ];
    expect(paragraphChanges(before, after)).toEqual([
      { kind: "same", heading: "Část", text: "Úvod zůstává." },
      { kind: "removed", heading: "Část", text: "Tohle zmizí úplně pryč." },
      {
        kind: "changed",
        heading: "Část",
        before: "Soud rozhodne do měsíce.",
        after: "Soud rozhodne do dvou měsíců.",
        words: [
          { kind: "same", text: "Soud rozhodne do" },
          { kind: "removed", text: "měsíce." },
          { kind: "added", text: "dvou měsíců." },
        ],
      },
      { kind: "added", heading: "Část", text: "A něco docela nového navíc." },
    ]);
  });

  it("finds nothing between a text and itself", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(sameText(paragraphChanges(text, text))).toBe(true);
      }),
    );
  });

  it("loses no paragraph of either version and keeps their order", () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const changes = paragraphChanges(before, after);
        const old = changes.flatMap((change) =>
          change.kind === "added" ? [] : [change.kind === "changed" ? change.before : change.text],
        );
        const fresh = changes.flatMap((change) =>
          change.kind === "removed" ? [] : [change.kind === "changed" ? change.after : change.text],
        );
        expect(old).toEqual(before.map(({ text }) => text));
        expect(fresh).toEqual(after.map(({ text }) => text));
      }),
    );
  });

  it("loses no word of an edited paragraph", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = wordChanges(before.join(" "), after.join(" "));
        const side = (skipped: string) =>
          runs
            .filter(({ kind }) => kind !== skipped)
            .map(({ text }) => text)
            .join(" ");
        expect(side("added")).toBe(before.join(" "));
        expect(side("removed")).toBe(after.join(" "));
      }),
    );
  });
});
