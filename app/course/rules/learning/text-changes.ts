/** What changed between two versions of a lesson's text, paragraph by paragraph. */

export interface Paragraph {
  /** Heading it stands under; empty before the first one. */
  heading: string;
  text: string;
}

/** A run of words that stayed, or that only one of the versions has. */
export interface WordRun {
  kind: "same" | "removed" | "added";
  text: string;
}

export type ParagraphChange =
  | { kind: "same"; heading: string; text: string }
  | { kind: "removed"; heading: string; text: string }
  | { kind: "added"; heading: string; text: string }
  | { kind: "changed"; heading: string; before: string; after: string; words: WordRun[] };

/** Two paragraphs with at least this share of common words are one that was edited. */
const likeness = 0.4;

/** Every paragraph of both versions in reading order: same, removed, added, or changed with its words. */
export function paragraphChanges(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
): ParagraphChange[] {
  const steps = align(before, after, (one, other) => one.text === other.text);
  const changes: ParagraphChange[] = [];
  let removed: Paragraph[] = [];
  let added: Paragraph[] = [];
  const flush = () => {
    changes.push(...pairUp(removed, added));
    removed = [];
    added = [];
  };
  for (const { kind, item } of steps) {
    if (kind === "removed") removed.push(item);
    else if (kind === "added") added.push(item);
    else {
      flush();
      changes.push({ kind: "same", ...item });
    }
  }
  flush();
  return changes;
}

/** True when no paragraph differs: only the test, the goals or the sources were edited. */
export function sameText(changes: readonly ParagraphChange[]): boolean {
  return changes.every(({ kind }) => kind === "same");
}

/** Words of an edited paragraph, what stayed and what did not. */
export function wordChanges(before: string, after: string): WordRun[] {
  const runs: WordRun[] = [];
  for (const { kind, item } of align(before.split(/\s+/), after.split(/\s+/), (a, b) => a === b)) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += ` ${item}`;
    else runs.push({ kind, text: item });
  }
  return runs;
}

/** Paragraphs replaced at one place: those alike are pairs, the others went away or are new. */
function pairUp(removed: readonly Paragraph[], added: readonly Paragraph[]): ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let next = 0;
  for (const old of removed) {
    const match = added.findIndex((one, index) => index >= next && alike(old.text, one.text));
    if (match === -1) {
      changes.push({ kind: "removed", ...old });
      continue;
    }
    for (; next < match; next += 1) changes.push({ kind: "added", ...added[next]! });
    const { heading, text } = added[match]!;
    const words = wordChanges(old.text, text);
    changes.push({ kind: "changed", heading, before: old.text, after: text, words });
    next = match + 1;
  }
  for (; next < added.length; next += 1) changes.push({ kind: "added", ...added[next]! });
  return changes;
}

function alike(one: string, other: string): boolean {
  const words = one.split(/\s+/);
  const others = other.split(/\s+/);
  const common = align(words, others, (a, b) => a === b).filter(({ kind }) => kind === "same").length;
  return common >= likeness * Math.max(words.length, others.length);
}

interface Step<Item> {
  kind: "same" | "removed" | "added";
  item: Item;
}

/** The longest common subsequence, as steps from one list to the other; removals come before additions. */
function align<Item>(
  before: readonly Item[],
  after: readonly Item[],
  equal: (one: Item, other: Item) => boolean,
): Step<Item>[] {
  const width = after.length + 1;
  // common[i * width + j]: how much before[i..] and after[j..] have in common.
  const common = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = equal(before[i]!, after[j]!)
        ? common[(i + 1) * width + j + 1]! + 1
        : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const steps: Step<Item>[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && equal(before[i]!, after[j]!)) {
      steps.push({ kind: "same", item: after[j]! });
      i += 1;
      j += 1;
    } else if (
      j >= after.length ||
      (i < before.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
    ) {
      steps.push({ kind: "removed", item: before[i]! });
      i += 1;
    } else {
      steps.push({ kind: "added", item: after[j]! });
      j += 1;
    }
  }
  return steps;
}
