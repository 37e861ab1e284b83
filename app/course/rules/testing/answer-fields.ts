import type { FieldError } from "~/platform/form-state";
import { shownOptions, type Answer, type Answers, type DrawnQuestion, type Question } from "./question";

/** A test's form: which fields a question has, what they say, and how a kept answer goes back into them. */

export const longestAnswer = 200;

/** Fields of a form as they were sent. */
export type SentFields = Record<string, string | string[]>;

/** Field of a question; errors about its parts are told there too. */
export const answerField = (questionId: string) => `q-${questionId}`;

/** Field of one item to order or one left side to match, from 1. */
export const partField = (questionId: string, part: number) => `${answerField(questionId)}_${part}`;

export interface AskedWithDraw {
  question: Question;
  drawn: DrawnQuestion;
}

export interface ReadAnswers {
  answers: Answers;
  /** By field; "" is the whole form. */
  errors: Record<string, FieldError[]>;
}

/**
 * Reads answers from the fields sent. A question none of whose fields was sent is not in the answers.
 * @param whole every question has to be answered; otherwise an answer not finished yet is kept as none
 */
export function readAnswers(
  asked: readonly AskedWithDraw[],
  sent: SentFields,
  { whole }: { whole: boolean },
): ReadAnswers {
  const answers: Answers = {};
  const errors: Record<string, FieldError[]> = {};
  const known = new Set(asked.flatMap(({ question }) => fieldsOf(question)));
  if (Object.keys(sent).some((name) => name.startsWith("q-") && !known.has(name))) {
    errors[""] = ["testing:error.notAsked"];
  }
  for (const one of asked) {
    const { id } = one.question;
    const touched = fieldsOf(one.question).some((name) => sent[name] !== undefined);
    const { answer, error } = readAnswer(one, sent);
    if (error && (whole || !unfinished.includes(error))) errors[answerField(id)] = [error];
    else if (touched) answers[id] = error ? [] : answer;
  }
  return { answers, errors };
}

/** What is wrong with an answer somebody is still at work on. */
const unfinished: FieldError[] = ["testing:error.unanswered", "testing:error.order", "testing:error.pairs"];

/** Names of the fields a question is answered in. */
export function fieldsOf(question: Question): string[] {
  const { id } = question;
  if (question.kind === "ordering") return question.items.map((_, index) => partField(id, index + 1));
  if (question.kind === "matching") return question.pairs.map((_, index) => partField(id, index + 1));
  return [answerField(id)];
}

interface Reading {
  answer: Answer;
  error?: FieldError;
}

const unanswered: Reading = { answer: [], error: "testing:error.unanswered" };

function readAnswer({ question, drawn }: AskedWithDraw, sent: SentFields): Reading {
  switch (question.kind) {
    case "short":
      return readWords(sent[answerField(question.id)]);
    case "ordering":
      return readOrder(question.id, shownOptions(question, drawn), sent);
    case "matching":
      return readPairs(
        question.pairs.map(({ id }) => id),
        question.id,
        shownOptions(question, drawn),
        sent,
      );
    default:
      return readChoice(question, sent[answerField(question.id)]);
  }
}

function readWords(sent: string | string[] | undefined): Reading {
  const words = (typeof sent === "string" ? sent : "").trim();
  if (words.length > longestAnswer)
    return { answer: [], error: { key: "errors:tooLong", values: { count: longestAnswer } } };
  return words === "" ? unanswered : { answer: [words] };
}

function readChoice(
  question: Extract<Question, { options: unknown }>,
  sent: string | string[] | undefined,
): Reading {
  const chosen = [...new Set([sent ?? []].flat())].filter((id) => id !== "");
  if (chosen.length === 0) return unanswered;
  const ids = question.options.map(({ id }) => id);
  const fits =
    chosen.every((id) => ids.includes(id)) && (question.kind === "multiple" || chosen.length === 1);
  return fits ? { answer: chosen } : { answer: [], error: "errors:choose" };
}

/** Every shown item got a place; the places have to be 1 to n, each once. */
function readOrder(questionId: string, shown: readonly string[], sent: SentFields): Reading {
  const places = readParts(questionId, shown.length, shown.length, sent);
  if (!Array.isArray(places)) return places;
  if (new Set(places).size !== places.length) return { answer: [], error: "testing:error.order" };
  const answer = shown.map((_, place) => shown[places.indexOf(place + 1)]!);
  return { answer };
}

function readPairs(
  lefts: readonly string[],
  questionId: string,
  shown: readonly string[],
  sent: SentFields,
): Reading {
  const chosen = readParts(questionId, lefts.length, shown.length, sent);
  if (!Array.isArray(chosen)) return chosen;
  if (new Set(chosen).size !== chosen.length) return { answer: [], error: "testing:error.pairs" };
  return { answer: lefts.map((left, index) => `${left}:${shown[chosen[index]! - 1]}`) };
}

/** The number sent for each part, or why they cannot be taken. */
function readParts(questionId: string, parts: number, highest: number, sent: SentFields): number[] | Reading {
  const texts = Array.from({ length: parts }, (_, index) => sent[partField(questionId, index + 1)] ?? "");
  const numbers = texts.map((text) =>
    typeof text === "string" && /^\d{1,3}$/.test(text) ? Number(text) : NaN,
  );
  if (numbers.some((number, index) => texts[index] !== "" && !(number >= 1 && number <= highest))) {
    return { answer: [], error: "errors:choose" };
  }
  return texts.some((text) => text === "") ? unanswered : numbers;
}

/** What the fields of a form hold for the answers kept: the other way round. */
export function fieldsWith(asked: readonly AskedWithDraw[], answers: Answers): SentFields {
  return Object.assign(
    {},
    ...asked.map(({ question, drawn }) => {
      const answer = answers[question.id] ?? [];
      return answer.length > 0 ? fieldsWithAnswer(question, shownOptions(question, drawn), answer) : {};
    }),
  ) as SentFields;
}

function fieldsWithAnswer(question: Question, shown: readonly string[], answer: Answer): SentFields {
  const { id } = question;
  switch (question.kind) {
    case "ordering":
      return Object.fromEntries(
        shown.map((item, index) => [partField(id, index + 1), placeText(answer.indexOf(item))]),
      );
    case "matching":
      return Object.fromEntries(
        question.pairs.map(({ id: left }, index) => {
          const right = answer.find((pair) => pair.startsWith(`${left}:`))?.slice(left.length + 1) ?? "";
          return [partField(id, index + 1), placeText(shown.indexOf(right))];
        }),
      );
    case "multiple":
      return { [answerField(id)]: answer };
    default:
      return { [answerField(id)]: answer[0]! };
  }
}

const placeText = (index: number) => (index < 0 ? "" : String(index + 1));
