import type { z } from "zod";
import { longestAnswer } from "../rules/testing/answer-fields";
import { normalisedAnswer } from "../rules/testing/short-answer";
import type { quizFile } from "./content-schema";

type Written = z.output<typeof quizFile>["questions"][number];

/** What is wrong with a question. @param anchors headings and exercises of its lesson, when it has a text */
export function questionProblems(question: Written, anchors: ReadonlySet<string> | undefined): string[] {
  const problems = [...kindProblems(question)];
  if (anchors && !anchors.has(question.anchor)) problems.push(`the lesson has no heading ${question.anchor}`);
  return problems.map((problem) => `${question.id}: ${problem}`);
}

function kindProblems(question: Written): string[] {
  switch (question.kind) {
    case "ordering":
      return [
        ...repeated(ids(question.items), "items have the same id"),
        ...repeated(
          question.items.map(({ text }) => text),
          "items have the same text",
        ),
      ];
    case "matching":
      return [
        ...repeated(ids(question.pairs), "pairs have the same id"),
        ...repeated(
          question.pairs.map(({ left }) => left),
          "left sides are the same",
        ),
        ...repeated(
          question.pairs.map(({ right }) => right),
          "right sides are the same",
        ),
      ];
    case "short":
      return shortProblems(question.accepted);
    default:
      return choiceProblems(question);
  }
}

function shortProblems(accepted: readonly string[]): string[] {
  const normalised = accepted.map(normalisedAnswer);
  return [
    ...repeated(normalised, "accepted answers differ only in case, accents or spaces"),
    ...(normalised.includes("") ? ["an accepted answer has neither letters nor digits"] : []),
    ...(accepted.some(({ length }) => length > longestAnswer) ? ["an accepted answer is too long"] : []),
  ];
}

function choiceProblems({ kind, options }: Extract<Written, { options: unknown }>): string[] {
  const right = options.filter(({ correct }) => correct).length;
  const suits = kind === "multiple" ? right >= 2 && right < options.length : right === 1;
  return [
    ...repeated(ids(options), "options have the same id"),
    ...(kind === "truefalse" && options.length !== 2 ? ["true or false has two options"] : []),
    ...(kind !== "truefalse" && options.length < 3 ? ["at least three options are needed"] : []),
    ...(suits ? [] : [`${right} of ${options.length} options are right, which does not suit ${kind}`]),
  ];
}

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

function repeated(texts: readonly string[], problem: string): string[] {
  return new Set(texts).size === texts.length ? [] : [`two ${problem}`];
}
