import { optionIds, type DrawnQuestion, type Question } from "./question";

/**
 * Draws questions from a bank and shuffles their options; the same seed gives the same draw.
 * @param count how many; null draws all of them in the author's order
 */
export function drawQuestions(
  bank: readonly Question[],
  count: number | null,
  seed: string,
): DrawnQuestion[] {
  const chosen = count === null ? bank : shuffled(bank, seed).slice(0, count);
  return chosen.map((question) => ({
    question: question.id,
    contentHash: question.contentHash,
    options: shownOrder(question, `${seed}/${question.id}`),
  }));
}

/** True and false keep their places; an ordering is never shown already in order. */
function shownOrder(question: Question, seed: string): string[] {
  const ids = optionIds(question);
  if (question.kind === "truefalse") return ids;
  const order = shuffled(ids, seed);
  const inOrder = order.every((id, index) => id === ids[index]);
  return question.kind === "ordering" && inOrder ? [...order.slice(1), order[0]!] : order;
}

/** The same things in an order that follows from the seed (Fisher–Yates). */
export function shuffled<Item>(items: readonly Item[], seed: string): Item[] {
  const next = randomFrom(seed);
  const list = [...items];
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [list[last], list[other]] = [list[other]!, list[last]!];
  }
  return list;
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
