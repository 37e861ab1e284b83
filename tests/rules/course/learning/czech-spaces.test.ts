import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { czechSpaces } from "~/course/rules/learning/czech-spaces";

const shown = (text: string) => czechSpaces(text).replaceAll("\u00a0", "~");

describe("lines do not break", () => {
  it.each([
    ["Přijde k nám a v pondělí i s bratrem.", "Přijde k~nám a~v~pondělí i~s~bratrem."],
    ["V obci (u školy)", "V~obci (u~školy)"],
    [
      "podle § 196 odst. 1 písm. a) zákona č. 40/2009 Sb.",
      "podle §~196 odst.~1 písm.~a) zákona č.~40/2009~Sb.",
    ],
    ["od 1. 1. 2026 do 17. listopadu", "od 1.~1.~2026 do 17.~listopadu"],
    ["volejte 116 123, stojí to 12 000 Kč", "volejte 116~123, stojí to 12~000~Kč"],
    ["za 60 hodin, 45 minut a 2 měsíce", "za 60~hodin, 45~minut a~2~měsíce"],
  ])("%s", (text, joined) => {
    expect(shown(text)).toBe(joined);
  });

  it.each(["Pes a", "Dva lidé jdou spolu", "Plán B nefunguje", "bod 1. Potom další"])(
    "leave %s alone",
    (text) => {
      expect(czechSpaces(text)).toBe(text);
    },
  );

  it("changes nothing but spaces, and nothing the second time", () => {
    const words = fc.array(
      fc.oneof(
        fc.constantFrom("v", "a", "§", "odst.", "12", "000", "1.", "ledna", "Kč", "(k", "dům"),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(" ");
        const joined = czechSpaces(text);
        expect(joined.replaceAll("\u00a0", " ")).toBe(text.replaceAll("\u00a0", " "));
        expect(czechSpaces(joined)).toBe(joined);
      }),
    );
  });
});
