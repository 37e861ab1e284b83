/** Questions of tests: what each kind holds, and what of it may be seen before the answers are sent. */

export const questionKinds = ["single", "multiple", "truefalse", "ordering", "matching", "short"] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const choiceKinds = ["single", "multiple", "truefalse"] as const;

interface QuestionCore {
  /** Unique in the whole course. */
  id: string;
  prompt: string;
  /** Lesson in which the answer stands, and its heading there. */
  lessonId: string;
  anchor: string;
  /** SHA-256 of the question as written: an attempt remembers which wording it was asked in. */
  contentHash: string;
}

export interface ChoiceOption {
  id: string;
  text: string;
  correct: boolean;
  /** Why it is or is not right; shown after the test is sent. */
  why: string;
}

export interface ChoiceQuestion extends QuestionCore {
  kind: (typeof choiceKinds)[number];
  options: ChoiceOption[];
}

export interface OrderingQuestion extends QuestionCore {
  kind: "ordering";
  /** In the right order. */
  items: { id: string; text: string }[];
  why: string;
}

export interface MatchingQuestion extends QuestionCore {
  kind: "matching";
  /** What stands on the left belongs to what stands on the right. */
  pairs: { id: string; left: string; right: string }[];
  why: string;
}

export interface ShortQuestion extends QuestionCore {
  kind: "short";
  /** Answers that are right; the first is shown as the right one. */
  accepted: string[];
  why: string;
}

export type Question = ChoiceQuestion | OrderingQuestion | MatchingQuestion | ShortQuestion;

/**
 * An answer, whatever the kind: ids of the options chosen; ids of the items in the order given; pairs
 * `left:right` of the ids matched; or the words written. Empty means not answered.
 */
export type Answer = string[];

/** Question id to its answer. */
export type Answers = Record<string, Answer>;

/** A question as it was drawn for an attempt. */
export interface DrawnQuestion {
  question: string;
  contentHash: string;
  /** Ids of options, items or right sides in the order in which they are shown; empty for short answers. */
  options: string[];
}

/** Ids of what is shuffled in a question, in the author's order. */
export function optionIds(question: Question): string[] {
  switch (question.kind) {
    case "ordering":
      return question.items.map(({ id }) => id);
    case "matching":
      return question.pairs.map(({ id }) => id);
    case "short":
      return [];
    default:
      return question.options.map(({ id }) => id);
  }
}

/**
 * The order in which the options are shown: the drawn one; what the question has lost since is left out, what it
 * has gained stands at the end.
 */
export function shownOptions(question: Question, drawn: Pick<DrawnQuestion, "options">): string[] {
  const now = optionIds(question);
  const kept = drawn.options.filter((id) => now.includes(id));
  return [...kept, ...now.filter((id) => !kept.includes(id))];
}

/**
 * A question as the browser may see it before the answers are sent: nothing tells what is right. Items and right
 * sides carry their place in the order shown, because their own ids would give the order away.
 */
export interface AskedQuestion {
  id: string;
  kind: QuestionKind;
  prompt: string;
  /** Options to choose from, items to order, or right sides to match; `value` is what the form sends. */
  options: { value: string; text: string }[];
  /** Left sides of a matching, in order. */
  lefts: string[];
}

export function askedQuestion(question: Question, drawn: Pick<DrawnQuestion, "options">): AskedQuestion {
  const { id, kind, prompt } = question;
  const shown = shownOptions(question, drawn);
  const asked = { id, kind, prompt, options: [], lefts: [] };
  switch (question.kind) {
    case "short":
      return asked;
    case "ordering":
      return { ...asked, options: numbered(shown, question.items, ({ text }) => text) };
    case "matching":
      return {
        ...asked,
        options: numbered(shown, question.pairs, ({ right }) => right),
        lefts: question.pairs.map(({ left }) => left),
      };
    default:
      return {
        ...asked,
        options: shown.map((value) => ({
          value,
          text: question.options.find((option) => option.id === value)?.text ?? "",
        })),
      };
  }
}

function numbered<Item extends { id: string }>(
  shown: readonly string[],
  items: readonly Item[],
  text: (item: Item) => string,
): AskedQuestion["options"] {
  return shown.flatMap((id, index) => {
    const item = items.find((one) => one.id === id);
    return item ? [{ value: String(index + 1), text: text(item) }] : [];
  });
}
