/** Somebody's number on a waiting list. */
export interface ListPosition {
  id: string;
  position: number;
}

/**
 * Moves somebody to a place (counted from 1) of a waiting list. The numbers of the list stay as they are and
 * only change their holders, so everybody else keeps the order among themselves.
 * @returns those whose number changes, with the new one; empty when nothing moves
 * @throws RangeError when the person is not on the list or there is no such place
 */
export function moveTo(list: readonly ListPosition[], id: string, place: number): ListPosition[] {
  const order = inOrder(list);
  const from = order.findIndex((one) => one.id === id);
  if (from === -1 || !Number.isInteger(place) || place < 1 || place > order.length) {
    throw new RangeError("No such place on the waiting list");
  }
  const numbers = order.map(({ position }) => position);
  const [moved] = order.splice(from, 1);
  order.splice(place - 1, 0, moved!);
  return order.flatMap((one, index) =>
    one.position === numbers[index] ? [] : [{ id: one.id, position: numbers[index]! }],
  );
}

/** The list from its first place on. */
export function inOrder<Person extends { position: number }>(list: readonly Person[]): Person[] {
  return [...list].sort((a, b) => a.position - b.position);
}
