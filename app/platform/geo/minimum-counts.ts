/** Counts that may be shown to anybody, without letting small ones be read or worked out. */

export interface SafeCounts<K> {
  /** Counts of at least the minimum, in the order of first appearance. */
  cells: { key: K; count: number }[];
  /** True when something was left out; how many cells it was is never told. */
  incomplete: boolean;
  /** Sum of everything, left out counts included, or null when it would give a left out count away. */
  total: number | null;
}

/**
 * Leaves out counts below the minimum.
 *
 * A total beside the cells tells what the left out ones make together. It is therefore given only
 * when nothing was left out, or when what was left out makes at least the minimum together and no
 * single count could be worked out from the sum, even by somebody who knows which keys were left
 * out and that each of them has at least one: with n counts between 1 and minimum − 1, that is
 * n ≥ 2 and n < sum < n · (minimum − 1). A lone left out count is never covered by a total.
 *
 * The same holds between tables: publish one breakdown (for example municipalities) and do not put
 * totals of a coarser one, or of the same one for an overlapping period, beside it.
 *
 * @param counts pairs; a key given repeatedly is summed; zero is the same as not given
 * @param minimum smallest count that may be seen, an integer of at least 1
 * @throws RangeError for a minimum or count that is not such an integer
 */
export function aggregateWithMinimum<K>(
  counts: Iterable<readonly [key: K, count: number]>,
  minimum: number,
): SafeCounts<K> {
  if (!Number.isInteger(minimum) || minimum < 1) throw new RangeError(`minimum ${minimum} is not at least 1`);
  const sums = new Map<K, number>();
  for (const [key, count] of counts) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`count ${count} is not a whole number`);
    if (count > 0) sums.set(key, (sums.get(key) ?? 0) + count);
  }
  const all = [...sums].map(([key, count]) => ({ key, count }));
  const cells = all.filter(({ count }) => count >= minimum);
  const left = all.filter(({ count }) => count < minimum);
  const leftSum = sumOf(left);
  const cannotBeWorkedOut =
    left.length >= 2 && leftSum >= minimum && leftSum > left.length && leftSum < left.length * (minimum - 1);
  return {
    cells,
    incomplete: left.length > 0,
    total: left.length === 0 || cannotBeWorkedOut ? sumOf(all) : null,
  };
}

const sumOf = (cells: readonly { count: number }[]) => cells.reduce((sum, { count }) => sum + count, 0);
