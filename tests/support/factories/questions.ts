import type {
  ChoiceQuestion,
  MatchingQuestion,
  OrderingQuestion,
  ShortQuestion,
} from "~/course/rules/testing/question";
import { makeQuestion } from "./course";

export { makeQuestion };

/** Questions of the other kinds; their right answers follow from their ids. */

function core(id: string) {
  const { lessonId, contentHash, prompt, anchor } = makeQuestion(id);
  return { id, lessonId, contentHash, prompt, anchor };
}

/** Four options, of which `a` and `c` are right. */
export function makeSeveral(id: string): ChoiceQuestion {
  return makeQuestion(id, {
    kind: "multiple",
    options: ["a", "b", "c", "d"].map((option) => ({
      id: option,
      text: option,
      correct: option === "a" || option === "c",
      why: option,
    })),
  });
}

/** Items `i1` to `i4`, right in this order. */
export function makeOrdering(id: string): OrderingQuestion {
  const items = ["i1", "i2", "i3", "i4"].map((item) => ({ id: item, text: `Krok ${item.slice(1)}` }));
  return { ...core(id), kind: "ordering", items, why: "Protože." };
}

/** Pairs `p1` to `p3`. */
export function makeMatching(id: string): MatchingQuestion {
  const pairs = ["p1", "p2", "p3"].map((pair) => ({
    id: pair,
    left: `Vlevo ${pair.slice(1)}`,
    right: `Vpravo ${pair.slice(1)}`,
  }));
  return { ...core(id), kind: "matching", pairs, why: "Protože." };
}

export function makeShort(id: string, accepted: string[]): ShortQuestion {
  return { ...core(id), kind: "short", accepted, why: "Protože." };
}
