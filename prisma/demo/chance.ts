/** Things with how often each comes. */
export type Weighted<Item> = readonly (readonly [item: Item, weight: number])[];

/** One of them by chance. */
export function weighted<Item>(items: Weighted<Item>, random: () => number): Item {
  let rest = random() * items.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of items) {
    rest -= weight;
    if (rest < 0) return item;
  }
  return items.at(-1)![0];
}
