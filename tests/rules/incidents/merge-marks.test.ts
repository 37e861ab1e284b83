import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeMarks } from "~/incidents/rules/merge-marks";

const sizeOf = (count: number) => 20 + Math.sqrt(count);
const mark = fc.record({
  x: fc.integer({ min: 0, max: 300 }),
  y: fc.integer({ min: 0, max: 300 }),
  count: fc.integer({ min: 5, max: 60 }),
});

describe("marks of the public map", () => {
  test("stay apart where there is room", () => {
    const far = [
      { x: 0, y: 0, count: 5 },
      { x: 100, y: 0, count: 9 },
    ];
    expect(mergeMarks(far, sizeOf).map(({ count }) => count)).toEqual([9, 5]);
  });

  test("join the largest of those they lie over", () => {
    const near = [
      { x: 5, y: 0, count: 5 },
      { x: 0, y: 0, count: 9 },
    ];
    expect(mergeMarks(near, sizeOf)).toEqual([{ marks: [near[1], near[0]], count: 14 }]);
  });

  test("lose nothing and leave no two that touch", () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 25 }), (marks) => {
        const merged = mergeMarks(marks, sizeOf);
        const sum = (counts: { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);
        expect(sum(merged)).toBe(sum(marks));
        expect(merged.flatMap((group) => group.marks)).toHaveLength(marks.length);
        for (const group of merged) expect(sum(group.marks)).toBe(group.count);
        merged.forEach((a, index) => {
          for (const b of merged.slice(index + 1)) {
            const apart = Math.hypot(a.marks[0].x - b.marks[0].x, a.marks[0].y - b.marks[0].y);
            expect(apart).toBeGreaterThanOrEqual((sizeOf(a.count) + sizeOf(b.count)) / 2);
          }
        });
      }),
    );
  });
});
