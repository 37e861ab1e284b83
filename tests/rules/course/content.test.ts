import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { loadContent } from "~/course/catalogue/catalogue.server";
import { contentFigures } from "~/course/catalogue/content-figures";
import { headingSlug } from "~/course/catalogue/heading-slug";

// Texts are really compiled, which a busy machine takes its time over.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "mentor-content-"));
  for (const [file, text] of Object.entries(whole)) write(file, text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

const lessonFile = "kurz/01-role/01-mentor.mdx";
const quizFile = "kurz/01-role/01-mentor.kviz.yaml";

const lesson = `---
id: mentor
title: Kdo je mentor
order: 1
goals:
  - Vysvětlit, co mentor dělá
activities:
  - { kind: reading, title: Čtení, minutes: 30 }
  - { kind: exercise, title: Cvičení, minutes: 15 }
glossary: [klient]
sources:
  - { title: Kniha, publisher: Nakladatel, year: 2020 }
legal:
  - { act: zákon č. 1/2000 Sb., paragraph: § 1, statement: Platí., stav: 2026-01-01 }
lastReviewed: 2026-01-01
---

Mentor doprovází <Term id="klient">klienta</Term>.

## Čtyři věci, které řeknete vždy

Text s [odkazem](/overeni).

<Story title="Peníze">

Lidé jsou vymyšlení.

</Story>

<Exercise id="mentor-cviceni" title="Zkuste si to">

<Worksheet id="mentor-list" label="Napište" rows={2} />

</Exercise>
`;

const question = (number: number) => `  - id: mentor-${number}
    kind: single
    prompt: Otázka?
    anchor: ctyri-veci-ktere-reknete-vzdy
    options:
      - { id: a, text: Ano, correct: true, why: Protože. }
      - { id: b, text: Ne, correct: false, why: Protože ne. }
      - { id: c, text: Snad, correct: false, why: Protože ne. }
`;
const quiz = `lesson: mentor\nquestions:\n${[1, 2, 3, 4].map(question).join("")}`;

const whole: Record<string, string> = {
  "kurz/plan.yaml": `modules:
  - { id: role, order: 1, title: Role mentora, hours: 59, summary: Kdo je mentor. }
  - { id: pravo, order: 2, title: Právo, hours: 1, summary: Co je trest. }
`,
  "kurz/01-role/modul.yaml":
    "{ id: role, title: Role mentora, order: 1, hours: 59, summary: Kdo je mentor. }\n",
  [lessonFile]: lesson,
  [quizFile]: quiz,
  "slovnik.yaml": "- { id: klient, term: klient, explanation: Komu mentor pomáhá. }\n",
  "stranky/soukromi.mdx":
    "---\nid: soukromi\ntitle: Soukromí\nsummary: Co ukládáme.\nlastReviewed: 2026-01-01\n---\n\nText.\n",
};

const load = () => loadContent({ folder, pageExists: (address) => address === "/overeni" });
const problems = async () => (await load()).problems.map(({ file, message }) => `${file}: ${message}`);

describe("the course content", () => {
  it("is read, compiled and put in order", async () => {
    const { catalogue, problems: found } = await load();
    expect(found).toEqual([]);
    expect(catalogue.modules.map(({ id, hours, lessons }) => [id, hours, lessons.length])).toEqual([
      ["role", 59, 1],
      ["pravo", 1, 0],
    ]);
    const mentor = catalogue.lessons.get("mentor")!;
    expect(mentor).toMatchObject({ moduleId: "role", minutes: 45, title: "Kdo je mentor" });
    expect(mentor.questions).toHaveLength(4);
    expect(mentor.text.headings).toEqual([
      { id: "ctyri-veci-ktere-reknete-vzdy", level: 2, text: "Čtyři věci, které řeknete vždy" },
    ]);
    expect(mentor.text.terms).toEqual(["klient"]);
    expect(catalogue.pages.get("soukromi")?.text.html).toBe("<p>Text.</p>");
  });

  it("becomes HTML without scripts, styles or handlers, with headings to link to", async () => {
    const { html } = (await load()).catalogue.lessons.get("mentor")!.text;
    expect(html).toContain('<h2 id="ctyri-veci-ktere-reknete-vzdy">');
    expect(html).toContain('<aside class="story"');
    expect(html).toContain('<label for="mentor-list">Napište</label>');
    expect(html).toContain('href="#vyznam-klient"');
    expect(html).not.toMatch(/<script|style=|on[a-z]+=/);
  });

  it("has one hash per content, whatever the line ends", async () => {
    const hash = (await load()).catalogue.lessons.get("mentor")!.contentHash;
    write(lessonFile, lesson.replaceAll("\n", "\r\n"));
    expect((await load()).catalogue.lessons.get("mentor")!.contentHash).toBe(hash);
    write(quizFile, quiz.replace("Protože.", "Jinak."));
    expect((await load()).catalogue.lessons.get("mentor")!.contentHash).not.toBe(hash);
  });
});

interface Mistake {
  name: string;
  file: string;
  change: (text: string) => string;
  says: string;
}

const replaced = (from: string, to: string) => (text: string) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

const mistakes: Mistake[] = [
  {
    name: "an unknown key",
    file: lessonFile,
    change: replaced("order: 1", "order: 1\nauthor: Já"),
    says: "Unrecognized key",
  },
  {
    name: "a missing source",
    file: lessonFile,
    change: replaced("  - { title: Kniha, publisher: Nakladatel, year: 2020 }", "  []"),
    says: "sources",
  },
  {
    name: "minutes that are not a teaching hour",
    file: lessonFile,
    change: replaced("minutes: 15", "minutes: 20"),
    says: "50 minutes, not 45",
  },
  {
    name: "no exercise",
    file: lessonFile,
    change: (text) => text.replace(/<Exercise[\s\S]*<\/Exercise>/, ""),
    says: "has no exercise",
  },
  {
    name: "a term nobody explains",
    file: lessonFile,
    change: replaced('Term id="klient"', 'Term id="soud"'),
    says: "the term soud is not in slovnik.yaml",
  },
  {
    name: "a glossary entry nobody explains",
    file: lessonFile,
    change: replaced("[klient]", "[klient, soud]"),
    says: "the term soud is not",
  },
  {
    name: "a link that leads nowhere",
    file: lessonFile,
    change: replaced("(/overeni)", "(/nikam)"),
    says: "the link /nikam leads nowhere",
  },
  {
    name: "an anchor that is not there",
    file: lessonFile,
    change: replaced("(/overeni)", "(#nikam)"),
    says: "the link #nikam leads nowhere",
  },
  {
    name: "a tag that is not closed",
    file: lessonFile,
    change: replaced("<Story", "<Storry"),
    says: "is not MDX",
  },
  {
    name: "a component of one's own",
    file: lessonFile,
    change: (text) => `${text}\n<Mapa />\n`,
    says: "unknown component <Mapa>",
  },
  {
    name: "code in a text",
    file: lessonFile,
    change: (text) => `${text}\nSoučet {1 + 1}.\n`,
    says: "holds code",
  },
  {
    name: "a picture without words",
    file: lessonFile,
    change: (text) => `${text}\n![](/favicon.svg)\n`,
    says: "without a text alternative",
  },
  {
    name: "a drawing without words",
    file: lessonFile,
    change: (text) => `${text}\n<svg viewBox="0 0 1 1"></svg>\n`,
    says: "without aria-label",
  },
  {
    name: "a style attribute",
    file: lessonFile,
    change: (text) => `${text}\n<p style="color:red">x</p>\n`,
    says: "style attribute",
  },
  {
    name: "a heading twice",
    file: lessonFile,
    change: (text) => `${text}\n## Čtyři věci, které řeknete vždy\n`,
    says: "twice",
  },
  {
    name: "a page heading in the text",
    file: lessonFile,
    change: (text) => `${text}\n# Nadpis\n`,
    says: "level 1",
  },
  { name: "no front matter", file: lessonFile, change: () => "Jen text.", says: "no front matter" },
  {
    name: "a question to a heading that is not there",
    file: quizFile,
    change: replaced("ctyri-veci-ktere-reknete-vzdy", "nic"),
    says: "the lesson has no heading nic",
  },
  {
    name: "two right options in a single choice",
    file: quizFile,
    change: replaced("correct: false", "correct: true"),
    says: "2 of 3 options are right",
  },
  {
    name: "too few questions",
    file: quizFile,
    change: replaced(question(4), ""),
    says: "has 3 questions, at least 4",
  },
  {
    name: "the same question id twice",
    file: quizFile,
    change: replaced("mentor-2", "mentor-1"),
    says: "the question mentor-1 is already in",
  },
  {
    name: "a test of another lesson",
    file: quizFile,
    change: replaced("lesson: mentor", "lesson: jina"),
    says: "is for the lesson jina",
  },
  {
    name: "hours that do not add up",
    file: "kurz/plan.yaml",
    change: replaced("hours: 1,", "hours: 2,"),
    says: "plans 61 teaching hours",
  },
  {
    name: "a module that disagrees with the plan",
    file: "kurz/01-role/modul.yaml",
    change: replaced("hours: 59", "hours: 5"),
    says: "has 5 hours, the plan 59",
  },
  { name: "broken YAML", file: "slovnik.yaml", change: () => "- { id: klient", says: "is not YAML" },
];

describe("a mistake in the content", () => {
  it.each(mistakes)("is told: $name", async ({ file, change, says }) => {
    write(file, change(whole[file]!));
    expect((await problems()).join("\n")).toContain(says);
  });

  it("is told when the test of a lesson is missing", async () => {
    rmSync(path.join(folder, quizFile));
    expect(await problems()).toEqual([`${quizFile}: is missing`]);
  });

  it("leaves the lesson out and the rest in", async () => {
    write(lessonFile, lesson.replace("minutes: 15", "minutes: 20"));
    const { catalogue } = await load();
    expect(catalogue.lessons.size).toBe(0);
    expect(catalogue.modules).toHaveLength(2);
    expect(catalogue.pages.size).toBe(1);
  });
});

describe("a training", () => {
  const unitFile = "skoleni-a/01-prvni.mdx";
  const unitQuiz = "skoleni-a/01-prvni.kviz.yaml";
  const trainingFile = "skoleni-a/skoleni.yaml";
  const unit = lesson.replace("id: mentor", "id: prvni").replaceAll("mentor-", "prvni-");
  beforeEach(() => {
    write(
      trainingFile,
      "{ id: hlaseni, title: Hlášení, summary: Jak hlásit., finalTest: { questions: 4, passPercent: 80 } }\n",
    );
    write(unitFile, unit);
    write(unitQuiz, quiz.replace("lesson: mentor", "lesson: prvni").replaceAll("mentor-", "prvni-"));
  });

  it("is read with its units, which are no lessons of the course", async () => {
    const { catalogue, problems: found } = await load();
    expect(found).toEqual([]);
    expect([...catalogue.lessons.keys()]).toEqual(["mentor"]);
    const [training] = catalogue.trainings.values();
    expect(training).toMatchObject({ id: "hlaseni", finalTest: { questions: 4, passPercent: 80 } });
    expect(training?.units).toMatchObject([{ id: "prvni", moduleId: "hlaseni", minutes: 45 }]);
    expect(training?.units[0]?.questions).toHaveLength(4);
  });

  it("is held to the rules of lessons, and its test to the questions there are", async () => {
    write(unitFile, unit.replace("minutes: 15", "minutes: 20"));
    write(trainingFile, "{ id: a, title: A, summary: B, finalTest: { questions: 5, passPercent: 80 } }\n");
    const found = (await problems()).join("\n");
    expect(found).toContain(`${unitFile}: activities take 50 minutes, not 45`);
    expect(found).toContain(`${trainingFile}: the test draws 5 questions, the units have only 4`);
    expect([...(await load()).catalogue.trainings.values()][0]?.units).toEqual([]);
  });

  it("may not use the id of a lesson", async () => {
    write(unitFile, unit.replace("id: prvni", "id: mentor"));
    expect((await problems()).join("\n")).toContain("the lesson mentor is already in");
  });
});

describe("what shows only over all texts", () => {
  const whole = async () => {
    const loaded = await loadContent({ folder, pageExists: () => true, whole: true });
    return { ...loaded, found: loaded.problems.map(({ file, message }) => `${file}: ${message}`) };
  };
  const copy = "kurz/01-role/02-kopie";

  it("two lessons from one mould are told, both named, and left in", async () => {
    const text = Array.from({ length: 40 }, (_, index) => `slovo${index}`).join(" ");
    write(lessonFile, `${lesson}\n${text}\n`);
    write(
      `${copy}.mdx`,
      `${lesson.replace("id: mentor", "id: kopie").replace("order: 1", "order: 2")}\n${text}\n`,
    );
    write(
      `${copy}.kviz.yaml`,
      quiz.replace("lesson: mentor", "lesson: kopie").replaceAll("mentor-", "kopie-"),
    );
    const { found, catalogue } = await whole();
    const alike = found.filter((problem) => problem.includes("of its sequences of 8 words"));
    expect(alike).toHaveLength(1);
    expect(alike[0]).toContain(lessonFile);
    expect(alike[0]).toContain(`${copy}.mdx`);
    expect(catalogue.lessons.size).toBe(2);
    expect(contentFigures(catalogue).totals.mostShared).toMatchObject({ texts: ["mentor", "kopie"] });
  });

  it("right options that give themselves away by their length are told", async () => {
    expect((await whole()).found).toEqual([]);
    write(quizFile, quiz.replaceAll("text: Ano,", "text: Ano a ještě něco k tomu,"));
    const { found, catalogue } = await whole();
    expect(found).toEqual([expect.stringContaining("100.0 % of single-choice questions")]);
    expect(contentFigures(catalogue).totals).toMatchObject({ longestRightShare: 1, rightPositions: [4] });
  });

  it("drawings are counted", async () => {
    write(lessonFile, `${lesson}\n<svg viewBox="0 0 1 1" aria-label="Most"></svg>\n`);
    const { totals } = contentFigures((await whole()).catalogue);
    expect(totals).toMatchObject({ figures: 1, terms: 1, lessons: 1 });
  });
});

describe("anchors of headings", () => {
  it.each([
    ["Čtyři věci, které řeknete vždy", "ctyri-veci-ktere-reknete-vzdy"],
    ["§ 367 a § 368", "367-a-368"],
    ["  Ďábel je v detailu!  ", "dabel-je-v-detailu"],
  ])("%s → %s", (text, slug) => {
    expect(headingSlug(text)).toBe(slug);
  });
});
