import type { Answer, Answers, Question } from "./question";
import { isAccepted } from "./short-answer";

export interface Grade {
  /** Question id to whether it was right. */
  results: Record<string, boolean>;
  correctCount: number;
  questionCount: number;
  passed: boolean;
}

/**
 * Grades answers: the test is passed when the share of right questions reaches the pass mark.
 * @param passMark percent, 1–100
 */
export function gradeTest(questions: readonly Question[], answers: Answers, passMark: number): Grade {
  const results = Object.fromEntries(
    questions.map((question) => [question.id, isRight(question, answers[question.id] ?? [])]),
  );
  const correctCount = Object.values(results).filter(Boolean).length;
  const questionCount = questions.length;
  return {
    results,
    correctCount,
    questionCount,
    passed: questionCount > 0 && correctCount * 100 >= passMark * questionCount,
  };
}

/**
 * A question is right as a whole: exactly its right options, every item in its place, every pair together, one of
 * the accepted answers. Parts of points would need weights that nobody has set.
 */
export function isRight(question: Question, answer: Answer): boolean {
  switch (question.kind) {
    case "ordering":
      return sameList(
        answer,
        question.items.map(({ id }) => id),
      );
    case "matching":
      return sameSet(
        answer,
        question.pairs.map(({ id }) => `${id}:${id}`),
      );
    case "short":
      return answer.length === 1 && isAccepted(answer[0]!, question.accepted);
    default:
      return sameSet(
        answer,
        question.options.filter(({ correct }) => correct).map(({ id }) => id),
      );
  }
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const given = new Set(one);
  return given.size === other.length && other.every((item) => given.has(item));
}

/** Fewest right answers that pass: 75 % of 7 questions is 6. */
export function correctNeeded(questionCount: number, passMark: number): number {
  return Math.ceil((passMark * questionCount) / 100);
}
