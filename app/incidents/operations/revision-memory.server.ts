/**
 * A few results kept in memory as long as a revision stays the same. Ask for the revision before the work, so
 * that what is written meanwhile is at worst kept under the older one and dropped with it.
 */
export function makeRevisionMemory<Result>(most: number) {
  let revision: string | undefined;
  const kept = new Map<string, Promise<Result>>();

  return {
    /** The result kept under this key and revision, or that of the work; work that fails is not kept. */
    get(key: string, current: string, work: () => Promise<Result>): Promise<Result> {
      if (revision !== current) {
        kept.clear();
        revision = current;
      }
      const known = kept.get(key);
      const result = known ?? work();
      // Written again, so that the oldest in the map is the one longest unused.
      kept.delete(key);
      kept.set(key, result);
      if (!known) result.catch(() => kept.get(key) === result && kept.delete(key));
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return result;
    },
  };
}
