import type { Catalogue } from "./types";

/** Numbers about the content, for its authors. */
export function contentFigures({ modules, lessons, glossary, pages }: Catalogue) {
  const all = [...lessons.values()];
  const questions = [...all.flatMap((lesson) => lesson.questions), ...modules.flatMap(({ bank }) => bank)];
  const single = questions.flatMap((question) => (question.kind === "single" ? [question] : []));
  const longestIsRight = single.filter(({ options }) => {
    const right = options.find(({ correct }) => correct);
    return right && options.every((option) => option === right || option.text.length < right.text.length);
  });
  return {
    totals: {
      lessons: all.length,
      plannedHours: modules.reduce((sum, { hours }) => sum + hours, 0),
      questions: questions.length,
      /** Questions for modules' tests beyond those of the lessons. */
      bankQuestions: modules.reduce((sum, { bank }) => sum + bank.length, 0),
      terms: glossary.size,
      pages: pages.size,
      reviewItems: all.reduce((sum, { review }) => sum + review.length, 0),
      /** Share of single-choice questions given away by their right option being the longest. */
      longestRightShare: single.length === 0 ? 0 : longestIsRight.length / single.length,
    },
    lessons: all.map(({ id, moduleId, text, activities, questions: own, review }) => ({
      id,
      module: moduleId,
      words: text.words,
      /** Reading at 120 words a minute. */
      readingMinutes: Math.ceil(text.words / 120),
      plannedReadingMinutes: activities
        .filter(({ kind }) => kind === "reading")
        .reduce((sum, { minutes }) => sum + minutes, 0),
      questions: own.length,
      reviewItems: review.length,
    })),
  };
}
