import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { labelSpots, smallestNamed } from "~/incidents/rules/town-labels";

const frame = { width: 400, height: 300 };
const place = fc.record({
  name: fc.constantFrom("Most", "Louny", "Ústí nad Labem"),
  x: fc.integer({ min: 0, max: 400 }),
  y: fc.integer({ min: 0, max: 300 }),
});

describe("names on the map", () => {
  test("stand to the right of a free place", () => {
    expect(labelSpots([{ name: "Most", x: 100, y: 100 }], [], frame)).toMatchObject([{ side: "right" }]);
  });

  test("go to the other side where the frame would cut them", () => {
    expect(labelSpots([{ name: "Varnsdorf", x: 390, y: 100 }], [], frame)).toMatchObject([{ side: "left" }]);
  });

  test("stand beside a mark that lies over their place", () => {
    const [spot] = labelSpots([{ name: "Most", x: 100, y: 100 }], [{ x: 100, y: 100, radius: 25 }], frame);
    expect(spot).toMatchObject({ side: "right" });
    expect(spot!.away).toBeGreaterThan(25);
  });

  test("the first of two at one place is named on the better side", () => {
    const spots = labelSpots(
      [
        { name: "Most", x: 100, y: 100 },
        { name: "Lom", x: 101, y: 100 },
      ],
      [],
      frame,
    );
    expect(spots.map(({ name, side }) => [name, side])).toEqual([
      ["Most", "right"],
      ["Lom", "left"],
    ]);
  });

  test("keep their order, and no more are named than there are", () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 30 }), (labels) => {
        const spots = labelSpots(labels, [{ x: 200, y: 150, radius: 40 }], frame);
        const indexes = spots.map(({ name, x, y }) =>
          labels.findIndex((label) => label.name === name && label.x === x && label.y === y),
        );
        expect(indexes).toEqual([...indexes].sort((a, b) => a - b));
        expect(spots.length).toBeLessThanOrEqual(labels.length);
      }),
    );
  });

  test("nearer maps name smaller towns", () => {
    const zooms = [5, 7, 8, 9, 10, 11, 12, 13, 17];
    const smallest = zooms.map(smallestNamed);
    expect(smallest).toEqual([...smallest].sort((a, b) => b - a));
    expect(smallest.at(-1)).toBe(0);
  });
});
