import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sequencesOf, sharedSequences } from "~/course/catalogue/shared-sequences";

const words = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `slovo${from + index}`).join(" ");

describe("sequences of words two texts share", () => {
  it("a text of seven words has no sequence of eight, one of ten has three", () => {
    expect(sequencesOf(words(7)).size).toBe(0);
    expect(sequencesOf(words(10)).size).toBe(3);
  });

  it("capital letters and punctuation make no difference", () => {
    expect(sequencesOf("Klient PŘIŠEL, včas.", 3)).toEqual(sequencesOf("klient přišel – včas", 3));
  });

  it("counts against the shorter text", () => {
    const texts = new Map([
      ["long", `${words(108)} konec`],
      ["short", `${words(9)} ${words(18, 500)}`],
      ["other", words(40, 1000)],
    ]);
    // 27 words make 20 sequences; the first two stand in the long text as well.
    expect(sharedSequences(texts)).toEqual([{ a: "long", b: "short", share: 2 / 20 }]);
  });

  it("a text shares everything with itself under another name, nothing with foreign words", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 8, maxLength: 60 }), (list) => {
        const text = list.join(" ");
        const foreign = list.map((word) => `${word}1`).join(" ");
        const pairs = sharedSequences(
          new Map([
            ["a", text],
            ["b", text],
            ["c", foreign],
          ]),
        );
        expect(pairs).toEqual([{ a: "a", b: "b", share: 1 }]);
      }),
    );
  });
});
