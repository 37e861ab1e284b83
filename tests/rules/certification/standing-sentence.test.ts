import { beforeAll, describe, expect, it } from "vitest";
import { evaluateGraduation, type GraduationFacts } from "~/certification/rules/graduation";
import { sentenceOf, type Say } from "~/certification/rules/standing-sentence";
import { serverI18n } from "~/i18n/i18n.server";

const settings = {
  theoryMinutes: 2700,
  practiceMinutes: 2400,
  teachingHour: 45,
  practiceHour: 60,
  examParts: ["written", "oral"] as const,
};

const everything: GraduationFacts = {
  theoryMinutes: 2700,
  practiceMinutes: 2400,
  pledgeSigned: true,
  supervision: { required: 2, kept: 2 },
  passedParts: ["written", "oral"],
};

let czech: Say;
let english: Say;

beforeAll(async () => {
  const [cs, en] = await Promise.all([serverI18n("cs"), serverI18n("en")]);
  const saying = (instance: typeof cs): Say => {
    const say = instance.t as (key: string, values?: Record<string, string | number>) => string;
    return ({ key, values }) => say(key, values);
  };
  czech = saying(cs);
  english = saying(en);
});

const missing = (change: Partial<GraduationFacts>) =>
  evaluateGraduation({ ...everything, ...change }, settings);
const hours = (count: number) => 2400 - count * 60;
const lessons = (count: number) => 2700 - count * 45;

describe("the sentence about what is missing", () => {
  it.each<[Partial<GraduationFacts>, string]>([
    [{}, "Všechny podmínky jsou splněné."],
    [
      { practiceMinutes: hours(38), supervision: { required: 1, kept: 0 } },
      "Chybí 38 hodin praxe a jedna supervize.",
    ],
    [
      { theoryMinutes: lessons(12), practiceMinutes: hours(38), supervision: { required: 1, kept: 0 } },
      "Chybí 12 vyučovacích hodin teorie, 38 hodin praxe a jedna supervize.",
    ],
    [{ theoryMinutes: lessons(1) }, "Chybí 1 vyučovací hodina teorie."],
    [{ theoryMinutes: lessons(3) }, "Chybí 3 vyučovací hodiny teorie."],
    [{ theoryMinutes: lessons(5) - 20 }, "Chybí 5 vyučovacích hodin 20 min teorie."],
    [{ theoryMinutes: 2690 }, "Chybí 10 minut teorie."],
    [{ practiceMinutes: hours(1) }, "Chybí 1 hodina praxe."],
    [{ practiceMinutes: hours(2) }, "Chybí 2 hodiny praxe."],
    [{ practiceMinutes: hours(37) - 30 }, "Chybí 37 hodin 30 min praxe."],
    [{ practiceMinutes: 2398 }, "Chybí 2 minuty praxe."],
    [{ supervision: { required: 3, kept: 1 } }, "Chybí 2 supervize."],
    [{ supervision: { required: 5, kept: 0 } }, "Chybí 5 supervizí."],
    [{ pledgeSigned: false, practiceMinutes: 0 }, "Chybí podepsaný slib mlčenlivosti a 40 hodin praxe."],
    [{ passedParts: [] }, "Chybí závěrečná zkouška."],
    [{ passedParts: ["written"] }, "Chybí ústní část zkoušky."],
    [
      { practiceMinutes: hours(38), supervision: { required: 1, kept: 0 }, passedParts: [] },
      "Chybí 38 hodin praxe a jedna supervize. K tomu ještě závěrečná zkouška.",
    ],
    [
      { practiceMinutes: hours(5), passedParts: ["oral"] },
      "Chybí 5 hodin praxe. K tomu ještě písemná část zkoušky.",
    ],
  ])("%o", (change, sentence) => {
    expect(sentenceOf(missing(change), czech)).toBe(sentence);
  });

  it("is said in English too", () => {
    const graduation = missing({
      practiceMinutes: hours(38),
      supervision: { required: 1, kept: 0 },
      passedParts: [],
    });
    expect(sentenceOf(graduation, english)).toBe(
      "Still missing: 38 hours of practice and one supervision session. And then the final exam.",
    );
  });
});
