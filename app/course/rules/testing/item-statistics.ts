/** How questions work: how many answer them right, and whether those who know more do. */

/** Fewer answers than this say nothing reliable about a question. */
export const fewestAnswers = 10;

/** Below this a question hardly tells those who know from those who do not (Ebel's usual bound). */
export const weakDiscrimination = 0.2;

export interface ItemStatistics {
  question: string;
  asked: number;
  correct: number;
  /** Share of right answers, 0–1 (classical difficulty index): the lower, the harder. */
  difficulty: number;
  /**
   * Point-biserial correlation of the question with the rest of its test, −1 to 1; null when everybody answered
   * alike or all had the same rest.
   */
  discrimination: number | null;
  /** Too few answers to judge by. */
  few: boolean;
}

/**
 * Statistics of questions over attempts. Discrimination is the corrected point-biserial correlation: Pearson's
 * correlation of the question's result (0 or 1) with the share of right answers among the attempt's *other*
 * questions, so that a question does not correlate with itself (Henrysson 1963, "Correction of item-total
 * correlations in item analysis", Psychometrika 28: 211–218). A share rather than a sum, because attempts may have
 * drawn different numbers of questions.
 * @param attempts results of each attempt: question id to whether it was right
 */
export function itemStatistics(attempts: readonly Record<string, boolean>[]): ItemStatistics[] {
  const answers = new Map<string, { right: number; rest: number | null }[]>();
  for (const results of attempts) {
    const entries = Object.entries(results);
    const total = entries.filter(([, right]) => right).length;
    for (const [question, right] of entries) {
      const others = entries.length - 1;
      const rest = others > 0 ? (total - Number(right)) / others : null;
      const list = answers.get(question) ?? [];
      list.push({ right: Number(right), rest });
      answers.set(question, list);
    }
  }
  return [...answers].map(([question, list]) => {
    const asked = list.length;
    const correct = list.filter(({ right }) => right === 1).length;
    const pairs = list.flatMap(({ right, rest }) => (rest === null ? [] : [[right, rest] as const]));
    return {
      question,
      asked,
      correct,
      difficulty: correct / asked,
      discrimination: correlation(pairs),
      few: asked < fewestAnswers,
    };
  });
}

/** Pearson's correlation; null when one side does not vary. */
function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const count = pairs.length;
  if (count < 2) return null;
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / count;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / count;
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  // Sums of rounding errors are not a spread.
  if (xx < 1e-12 || yy < 1e-12) return null;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}
