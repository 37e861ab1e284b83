import { commissionSize } from "./codes";

/** How a commission decided about one part. */
export interface Tally {
  passed: number;
  failed: number;
}

export function tallyOf(votes: readonly boolean[]): Tally {
  const passed = votes.filter(Boolean).length;
  return { passed, failed: votes.length - passed };
}

/** The result by the majority of three; null until all of them voted. */
export function resultOf(votes: readonly boolean[]): boolean | null {
  if (votes.length !== commissionSize) return null;
  const { passed, failed } = tallyOf(votes);
  return passed > failed;
}
