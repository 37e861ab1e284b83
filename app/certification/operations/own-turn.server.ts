let last: Promise<unknown> = Promise.resolve();

/**
 * Runs work after what came before it in this process. Certificates are numbered one after another anyway;
 * waiting here rather than at the database's lock leaves its connections to everybody else. The lock is what
 * makes the numbers right, this is courtesy only.
 */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work);
  last = turn.catch(() => undefined);
  return turn;
}
