import { catalogue, trainingUnitBy } from "../../catalogue/catalogue.server";
import { isRight } from "../../rules/testing/grade";
import type { Answer, DrawnQuestion, Question, QuestionKind } from "../../rules/testing/question";

/** One question after the test was sent: what was answered, what is right, why, and where it stands. */
export interface QuestionFeedback {
  id: string;
  /** Null when it is not known any more. */
  correct: boolean | null;
  /** Null when the question has changed or gone since: the result stands, it can no longer be explained. */
  explained: ExplainedQuestion | null;
}

export interface ExplainedQuestion {
  kind: QuestionKind;
  prompt: string;
  /** Options chosen or right; the others stay unexplained. */
  options: { id: string; text: string; why: string; chosen: boolean; correct: boolean }[];
  /** For ordering, matching and short answers: what was given and what is right, line by line. */
  given: string[];
  right: string[];
  /** Left sides of a matching, which `given` and `right` belong to. */
  lefts: string[];
  why: string | null;
  lesson: { moduleId: string; id: string; anchor: string; heading: string } | null;
}

interface GradedAttempt {
  drawn: readonly DrawnQuestion[];
  answers: Readonly<Record<string, Answer>>;
  results: Readonly<Record<string, boolean>> | null;
}

/**
 * What the browser is told about an attempt that was sent.
 * @param bank the questions as they are now
 * @param textHash hash of the whole text, by which older attempts remember their wording
 */
export function testFeedback(
  { drawn, answers, results }: GradedAttempt,
  bank: readonly Question[],
  textHash?: string,
): QuestionFeedback[] {
  const byId = new Map(bank.map((question) => [question.id, question]));
  return drawn.map(({ question: id, contentHash }) => {
    const question = byId.get(id);
    const same = question && [question.contentHash, textHash].includes(contentHash);
    const answer = answers[id] ?? [];
    return {
      id,
      correct: results?.[id] ?? (same ? isRight(question, answer) : null),
      explained: same ? explain(question, answer) : null,
    };
  });
}

function explain(question: Question, answer: Answer): ExplainedQuestion {
  const { kind, prompt } = question;
  const about = {
    kind,
    prompt,
    options: [],
    given: [],
    right: [],
    lefts: [],
    why: null,
    lesson: placeOf(question),
  };
  switch (question.kind) {
    case "ordering": {
      const text = (id: string) => question.items.find((item) => item.id === id)?.text ?? "";
      return {
        ...about,
        given: answer.map(text),
        right: question.items.map((item) => item.text),
        why: question.why,
      };
    }
    case "matching": {
      const matched = (left: string) =>
        answer.find((pair) => pair.startsWith(`${left}:`))?.slice(left.length + 1);
      return {
        ...about,
        lefts: question.pairs.map(({ left }) => left),
        given: question.pairs.map(
          ({ id }) => question.pairs.find((one) => one.id === matched(id))?.right ?? "",
        ),
        right: question.pairs.map(({ right }) => right),
        why: question.why,
      };
    }
    case "short":
      return { ...about, given: answer, right: question.accepted.slice(0, 1), why: question.why };
    default:
      return {
        ...about,
        options: question.options
          .filter(({ id, correct }) => correct || answer.includes(id))
          .map((option) => ({ ...option, chosen: answer.includes(option.id) })),
      };
  }
}

function placeOf({ lessonId, anchor }: Question): ExplainedQuestion["lesson"] {
  const lesson = catalogue().lessons.get(lessonId) ?? trainingUnitBy(lessonId);
  if (!lesson) return null;
  const heading = lesson.text.headings.find(({ id }) => id === anchor)?.text ?? lesson.title;
  return { moduleId: lesson.moduleId, id: lesson.id, anchor, heading };
}
