import { longestRightShare, readWords, singleChoices } from "./check-whole";
import { sharedSequences } from "./shared-sequences";
import type { Catalogue, Lesson } from "./types";

/** Numbers about the content, for its authors. */
export function contentFigures({ modules, lessons, trainings, glossary, pages }: Catalogue) {
  const all = [...lessons.values()];
  const units = [...trainings.values()].flatMap((training) => training.units);
  const texts = [...all, ...units];
  const bank = modules.flatMap((module) => module.bank);
  const questions = [...texts.flatMap((lesson) => lesson.questions), ...bank];
  const [alike] = sharedSequences(new Map(texts.map(({ id, text }) => [id, readWords(text)])));
  return {
    totals: {
      lessons: all.length,
      /** Units of trainings outside the course. */
      units: units.length,
      plannedHours: modules.reduce((sum, { hours }) => sum + hours, 0),
      questions: questions.length,
      /** Questions for modules' tests beyond those of the lessons. */
      bankQuestions: bank.length,
      /** Questions of the units of trainings. */
      unitQuestions: units.reduce((sum, unit) => sum + unit.questions.length, 0),
      /** Drawings in lessons and units. */
      figures: texts.reduce((sum, lesson) => sum + figuresOf(lesson), 0),
      terms: glossary.size,
      pages: pages.size,
      reviewItems: texts.reduce((sum, { review }) => sum + review.length, 0),
      /** Share of single-choice questions given away by their right option being the longest. */
      longestRightShare: longestRightShare(questions),
      /** How many single-choice questions have their right option first, second ... */
      rightPositions: rightPositions(questions),
      /** The two texts that share most of their sequences of eight words, and how much of the shorter one. */
      mostShared: alike ? { texts: [alike.a, alike.b], share: alike.share } : null,
    },
    lessons: all.map(figuresOfLesson),
    units: units.map(figuresOfLesson),
  };
}

function figuresOfLesson(lesson: Lesson) {
  const { id, moduleId, text, activities, questions, review } = lesson;
  return {
    id,
    module: moduleId,
    words: text.words,
    /** Reading at 120 words a minute. */
    readingMinutes: Math.ceil(text.words / 120),
    plannedReadingMinutes: activities
      .filter(({ kind }) => kind === "reading")
      .reduce((sum, { minutes }) => sum + minutes, 0),
    questions: questions.length,
    figures: figuresOf(lesson),
    reviewItems: review.length,
  };
}

const figuresOf = ({ text }: Lesson) => text.html.match(/<svg\b/g)?.length ?? 0;

function rightPositions(questions: readonly { kind: string }[]): number[] {
  const counts: number[] = [];
  for (const { options } of singleChoices(questions)) {
    const place = options.findIndex(({ correct }) => correct);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return Array.from(counts, (count) => count ?? 0);
}
