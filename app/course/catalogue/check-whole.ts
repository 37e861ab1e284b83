import { mostShared, sequenceWords, sharedSequences } from "./shared-sequences";
import type { BankSourceFile, LessonSourceFile } from "./read-content.server";
import type { ContentProblem, PreparedText } from "./types";

/** What shows only over all texts together: texts made from one mould and questions that give themselves away. */

/** Share of single-choice questions whose right option may be the longest; by chance it is about a third. */
export const mostLongestRight = 0.35;

/** Problems of the lessons, units and banks as a whole. */
export function checkWhole(
  lessons: readonly LessonSourceFile[],
  banks: readonly BankSourceFile[],
  textOf: ReadonlyMap<string, PreparedText>,
): ContentProblem[] {
  const texts = new Map(
    lessons.flatMap(({ file }) => {
      const text = textOf.get(file);
      return text ? [[file, readWords(text)] as const] : [];
    }),
  );
  const alike = sharedSequences(texts).filter(({ share }) => share > mostShared);
  const questions = [
    ...lessons.flatMap(({ quiz }) => quiz?.value.questions ?? []),
    ...banks.flatMap(({ value }) => value.questions),
  ];
  const share = longestRightShare(questions);
  return [
    ...alike.map(({ a, b, share: shared }) => ({
      file: a,
      message: `shares ${percent(shared)} of its sequences of ${sequenceWords} words with ${b}, at most ${percent(mostShared)} may be the same`,
    })),
    ...(share > mostLongestRight
      ? [
          {
            file: "kurz",
            message: `the right option is the longest in ${percent(share)} of single-choice questions, at most ${percent(mostLongestRight)} may give themselves away`,
          },
        ]
      : []),
  ];
}

/** What a reader reads of a text; frames such as the act of a legal note count too. */
export function readWords({ paragraphs }: Pick<PreparedText, "paragraphs">): string {
  return paragraphs.map(({ text }) => text).join("\n");
}

interface Choice {
  kind: "single";
  options: readonly { text: string; correct: boolean }[];
}

/** Single-choice questions, whose right option could give itself away. */
export function singleChoices(questions: readonly { kind: string }[]): Choice[] {
  return questions.filter((question): question is Choice => question.kind === "single");
}

/** Share of single-choice questions whose right option is longer than every other, 0–1. */
export function longestRightShare(questions: readonly { kind: string }[]): number {
  const single = singleChoices(questions);
  const given = single.filter(({ options }) => {
    const right = options.find(({ correct }) => correct);
    return right && options.every((option) => option === right || option.text.length < right.text.length);
  });
  return single.length === 0 ? 0 : given.length / single.length;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
