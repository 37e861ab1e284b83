import type { Lesson } from "../catalogue/types";
import type { Grade } from "../rules/quiz";

/** One question after the test was sent: what was chosen, what is right, why, and where it stands. */
export interface QuestionFeedback {
  id: string;
  prompt: string;
  correct: boolean;
  /** Options chosen or right; the others stay unexplained. */
  options: { id: string; text: string; why: string; chosen: boolean; correct: boolean }[];
  anchor: string;
  anchorText: string;
}

export interface QuizFeedback {
  passed: boolean;
  correctCount: number;
  questionCount: number;
  /** Empty when the questions have changed since. */
  questions: QuestionFeedback[];
}

/** What the browser is told about a graded test. */
export function quizFeedback(lesson: Lesson, grade: Grade, outdated = false): QuizFeedback {
  const { passed, correctCount, questionCount } = grade;
  return {
    passed,
    correctCount,
    questionCount,
    questions: outdated ? [] : lesson.questions.map((question) => feedbackOn(lesson, question, grade)),
  };
}

function feedbackOn(lesson: Lesson, question: Lesson["questions"][number], grade: Grade): QuestionFeedback {
  const { id, prompt, anchor, options } = question;
  const graded = grade.questions.find((one) => one.id === id);
  const chosen = new Set(graded?.chosen ?? []);
  return {
    id,
    prompt,
    correct: graded?.correct ?? false,
    options: options
      .filter((option) => option.correct || chosen.has(option.id))
      .map((option) => ({
        id: option.id,
        text: option.text,
        why: option.why,
        correct: option.correct,
        chosen: chosen.has(option.id),
      })),
    anchor,
    anchorText: lesson.text.headings.find((heading) => heading.id === anchor)?.text ?? lesson.title,
  };
}
