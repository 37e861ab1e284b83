import { describe, expect, test } from "vitest";
import cs from "~/i18n/cs/incidents";
import en from "~/i18n/en/incidents";
import * as codebook from "~/incidents/codebook";

/** Version 1 as it was agreed: codes with their Czech words. */
const agreed = {
  motivation:
    "ANTI_ROMA protiromská · RACIST_XENOPHOBIC rasistická nebo xenofobní · ANTISEMITIC antisemitská · ANTI_MUSLIM protimuslimská · ANTI_CHRISTIAN protikřesťanská · OTHER_BELIEF jiné vyznání nebo bez vyznání · GENDER pohlaví · LGBTI sexuální orientace nebo identita · DISABILITY zdravotní postižení · POLITICAL politické přesvědčení · HOMELESS bezdomovectví · SUBCULTURE subkultura · AGE věk · OTHER jiná · UNKNOWN nezjištěna",
  form: "VERBAL slovní útok · THREAT vyhrožování · EXTORTION vydírání · GRAFFITI graffiti, nápis · DAMAGE poškození majetku · ARSON žhářství · PHYSICAL fyzické napadení · SEXUAL sexuální útok · KILLING usmrcení · PUBLIC_SPEECH veřejný projev · DISCRIMINATION diskriminace",
  channel: "IN_PERSON osobně · PHONE telefon · ONLINE internet · LETTER dopis",
  place:
    "STREET ulice · HOME byt, dům · COMMON společné prostory domu · TRANSPORT veřejná doprava · SHOP obchod, provozovna · SCHOOL škola · WORK práce · OFFICE úřad · POLICE policie · VENUE podnik, akce · MEMORIAL pietní nebo náboženské místo · ONLINE internet · OTHER jiné",
  victimType:
    "PERSON osoba · FAMILY rodina · GROUP skupina · ORGANISATION organizace · PROPERTY majetek · COMMUNITY komunita",
  source:
    "VICTIM oběť · WITNESS svědek · MENTOR zprostředkovaně mentorem · NGO · MEDIA · POLICE · SOCIAL_MEDIA",
  verification:
    "UNVERIFIED neověřeno · CONFIRMED potvrzeno · PROBABLE pravděpodobné · UNCLEAR nejasné · REJECTED zamítnuto",
  indicator:
    "BI01 vnímání oběti nebo svědka · BI02 výroky, gesta · BI03 symboly, nápisy · BI04 rozdíl skupin · BI05 organizovaná skupina · BI06 předchozí incidenty · BI07 význam místa · BI08 význam data · BI09 viditelná příslušnost či aktivita oběti · BI10 absence jiného motivu",
} as const;

const codesOf: Record<keyof typeof agreed, readonly string[]> = {
  motivation: codebook.biasMotivations,
  form: codebook.incidentForms,
  channel: codebook.channels,
  place: codebook.places,
  victimType: codebook.victimTypes,
  source: codebook.sources,
  verification: codebook.verifications,
  indicator: codebook.biasIndicators,
};

describe("the codebook, version 1", () => {
  test.each(Object.entries(agreed))("%s has the agreed codes and words", (kind, text) => {
    const entries = text.split(" · ").map((entry) => /^(\S+) ?(.*)$/.exec(entry)!);
    const key = kind as keyof typeof agreed;
    expect(codesOf[key]).toEqual(entries.map(([, code]) => code));
    const words: Record<string, string> = cs.code[key];
    for (const [, code, word] of entries) if (word) expect(words[code!], code).toBe(word);
  });

  test("precisions go from the finest to the coarsest", () => {
    expect(codebook.geoPrecisions).toEqual(["ADDRESS", "STREET", "PART", "MUNICIPALITY", "DISTRICT"]);
    expect(codebook.timePrecisions).toEqual(["MINUTE", "DAY", "WEEK", "MONTH"]);
  });

  test.each(Object.keys(codesOf))("each code of %s has words in both languages and no other has", (kind) => {
    const key = kind as keyof typeof agreed;
    for (const catalogue of [cs, en]) {
      expect(Object.keys(catalogue.code[key]).sort()).toEqual([...codesOf[key]].sort());
    }
  });
});
