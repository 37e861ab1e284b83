/** A lesson's test: what a question is, how its options are ordered, how answers are graded. */

export const questionKinds = ["single", "multiple", "truefalse"] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface QuizOption {
  id: string;
  text: string;
  correct: boolean;
  /** Why it is or is not right; shown after the test is sent. */
  why: string;
}

export interface QuizQuestion {
  id: string;
  kind: QuestionKind;
  prompt: string;
  /** Heading of the lesson where the answer stands. */
  anchor: string;
  options: QuizOption[];
}

/** Question id to the ids of the options chosen. */
export type QuizAnswers = Record<string, string[]>;

/** A question as the browser may see it before the answers are sent: nothing tells which option is right. */
export interface AskedQuestion {
  id: string;
  kind: QuestionKind;
  prompt: string;
  options: { id: string; text: string }[];
}

export interface GradedQuestion {
  id: string;
  correct: boolean;
  chosen: string[];
}

export interface Grade {
  questions: GradedQuestion[];
  correctCount: number;
  questionCount: number;
  passed: boolean;
}

/** Questions as they are asked; the page puts the options in the order of the attempt. */
export function askedQuestions(questions: readonly QuizQuestion[]): AskedQuestion[] {
  return questions.map(({ id, kind, prompt, options }) => ({
    id,
    kind,
    prompt,
    options: options.map((option) => ({ id: option.id, text: option.text })),
  }));
}

/** Options shuffled by a seed, always the same way for the same seed; true and false keep their places. */
export function orderedOptions<Option>(
  kind: QuestionKind,
  options: readonly Option[],
  seed: string,
): Option[] {
  if (kind === "truefalse") return [...options];
  const next = randomFrom(seed);
  const shuffled = [...options];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}

/** Numbers in [0, 1) that follow from the seed (FNV-1a into mulberry32). */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Grades answers. A question is right when exactly its right options were chosen; the test is passed when
 * the share of right questions reaches the pass mark.
 * @param passMark percent, 1–100
 */
export function gradeQuiz(questions: readonly QuizQuestion[], answers: QuizAnswers, passMark: number): Grade {
  const graded = questions.map((question) => gradeQuestion(question, answers[question.id] ?? []));
  const correctCount = graded.filter(({ correct }) => correct).length;
  const questionCount = questions.length;
  return {
    questions: graded,
    correctCount,
    questionCount,
    passed: questionCount > 0 && correctCount * 100 >= passMark * questionCount,
  };
}

function gradeQuestion({ id, options }: QuizQuestion, chosen: readonly string[]): GradedQuestion {
  const right = options.filter(({ correct }) => correct).map((option) => option.id);
  const unique = new Set(chosen);
  const correct = unique.size === right.length && right.every((option) => unique.has(option));
  return { id, correct, chosen: [...unique] };
}

/** Fewest right answers that pass: 75 % of 7 questions is 6. */
export function correctNeeded(questionCount: number, passMark: number): number {
  return Math.ceil((passMark * questionCount) / 100);
}
