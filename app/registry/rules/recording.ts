/** The moment a row is recorded at: always after the row before it, so that their order can be told. */
export function momentAfter(before: Date | null | undefined, now: Date): Date {
  return before && before >= now ? new Date(before.getTime() + 1) : now;
}
