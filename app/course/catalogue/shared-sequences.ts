/** How much two texts say in the same words: no two lessons may be made from one mould. */

export const sequenceWords = 8;
/** Share of the shorter text's sequences that may stand in another text too. */
export const mostShared = 0.05;

export interface SharedSequences {
  a: string;
  b: string;
  /** Of the sequences of the text that has fewer, 0–1. */
  share: number;
}

/** Different sequences of eight words, without punctuation and capital letters. */
export function sequencesOf(text: string, length = sequenceWords): Set<string> {
  const words = text.toLocaleLowerCase("cs").match(/[\p{L}\p{N}]+/gu) ?? [];
  const sequences = new Set<string>();
  for (let start = 0; start + length <= words.length; start += 1) {
    sequences.add(words.slice(start, start + length).join(" "));
  }
  return sequences;
}

/** Every pair of texts that share at least one sequence, those that share most first. */
export function sharedSequences(
  texts: ReadonlyMap<string, string>,
  length = sequenceWords,
): SharedSequences[] {
  const sizes = new Map<string, number>();
  const owners = new Map<string, string[]>();
  for (const [id, text] of texts) {
    const sequences = sequencesOf(text, length);
    sizes.set(id, sequences.size);
    for (const sequence of sequences) owners.set(sequence, [...(owners.get(sequence) ?? []), id]);
  }
  const shared = new Map<string, { a: string; b: string; count: number }>();
  for (const ids of owners.values()) {
    ids.forEach((a, index) => {
      for (const b of ids.slice(index + 1)) {
        const pair = shared.get(`${a} ${b}`) ?? { a, b, count: 0 };
        pair.count += 1;
        shared.set(`${a} ${b}`, pair);
      }
    });
  }
  return [...shared.values()]
    .map(({ a, b, count }) => ({ a, b, share: count / Math.min(sizes.get(a)!, sizes.get(b)!) }))
    .sort((one, other) => other.share - one.share || one.a.localeCompare(other.a));
}
