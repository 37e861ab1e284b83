/** Joining marks of the public map that would lie over each other, so that each can be seen and pressed. */

/** A mark in pixels of the map at the present zoom. */
export interface CountedMark {
  x: number;
  y: number;
  count: number;
}

/** Marks that stand as one; the largest of them is the first and gives the place. */
export interface MergedMark<Mark> {
  marks: [Mark, ...Mark[]];
  count: number;
}

/**
 * Goes from the largest to the smallest; a mark that touches a larger one joins it. Joined marks grow, so it
 * is done again until nothing touches any more.
 * @param sizeOf diameter of a mark of this count, in pixels
 */
export function mergeMarks<Mark extends CountedMark>(
  marks: readonly Mark[],
  sizeOf: (count: number) => number,
): MergedMark<Mark>[] {
  let merged: MergedMark<Mark>[] = marks.map((mark) => ({ marks: [mark], count: mark.count }));
  for (;;) {
    const next = mergeOnce(merged, sizeOf);
    if (next.length === merged.length) return next;
    merged = next;
  }
}

function mergeOnce<Mark extends CountedMark>(
  groups: readonly MergedMark<Mark>[],
  sizeOf: (count: number) => number,
): MergedMark<Mark>[] {
  const kept: MergedMark<Mark>[] = [];
  for (const group of [...groups].sort((a, b) => b.count - a.count)) {
    const larger = kept.find((other) => touch(group, other, sizeOf));
    if (!larger) {
      kept.push({ marks: [...group.marks], count: group.count });
      continue;
    }
    larger.marks.push(...group.marks);
    larger.count += group.count;
  }
  return kept;
}

function touch<Mark extends CountedMark>(
  a: MergedMark<Mark>,
  b: MergedMark<Mark>,
  sizeOf: (count: number) => number,
): boolean {
  const [first, second] = [a.marks[0], b.marks[0]];
  return Math.hypot(first.x - second.x, first.y - second.y) < (sizeOf(a.count) + sizeOf(b.count)) / 2;
}
