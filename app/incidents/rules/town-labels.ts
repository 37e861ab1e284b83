/** Where names go on a drawn map: beside their place, off the marks, and not over each other. */

/** A named place in pixels of the map at the present zoom. */
export interface LabelPlace {
  name: string;
  x: number;
  y: number;
}

/** A round mark that must stay free. */
export interface Obstacle {
  x: number;
  y: number;
  radius: number;
}

export type LabelSide = "right" | "left" | "below" | "above";

export interface LabelSpot {
  side: LabelSide;
  /** Pixels from the place to the nearest edge of its name. */
  away: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const CHARACTER = 7;
const HEIGHT = 16;
const BESIDE_DOT = 7;
const GAP = 3;
const SIDES: readonly LabelSide[] = ["right", "left", "below", "above"];

/** Size of the map in pixels. */
export interface Frame {
  width: number;
  height: number;
}

/**
 * Finds a spot for each name in the order given, the most important first; those without room are left out,
 * and so are those that would be cut by the frame.
 */
export function labelSpots<Label extends LabelPlace>(
  labels: readonly Label[],
  obstacles: readonly Obstacle[],
  frame: Frame,
): (Label & LabelSpot)[] {
  const taken: Box[] = [];
  return labels.flatMap((label) => {
    const over = obstacles.filter(({ x, y, radius }) => Math.hypot(label.x - x, label.y - y) < radius + GAP);
    for (const side of SIDES) {
      const away = Math.max(BESIDE_DOT, ...over.map((mark) => reach(label, mark, side)));
      const box = boxOf(label, side, away);
      const cut = box.left < 0 || box.top < 0 || box.right > frame.width || box.bottom > frame.height;
      if (cut || taken.some((other) => overlap(box, other))) continue;
      if (obstacles.some((mark) => touches(box, mark))) continue;
      taken.push(box);
      return [{ ...label, side, away: Math.round(away) }];
    }
    return [];
  });
}

/** Distance from the place to the far edge of a mark that lies over it. */
function reach({ x, y }: LabelPlace, mark: Obstacle, side: LabelSide): number {
  const edge = mark.radius + GAP + 1;
  switch (side) {
    case "right":
      return mark.x - x + edge;
    case "left":
      return x - mark.x + edge;
    case "below":
      return mark.y - y + edge;
    case "above":
      return y - mark.y + edge;
  }
}

function boxOf({ name, x, y }: LabelPlace, side: LabelSide, away: number): Box {
  const width = name.length * CHARACTER;
  switch (side) {
    case "right":
      return { left: x + away, right: x + away + width, top: y - HEIGHT / 2, bottom: y + HEIGHT / 2 };
    case "left":
      return { left: x - away - width, right: x - away, top: y - HEIGHT / 2, bottom: y + HEIGHT / 2 };
    case "below":
      return { left: x - width / 2, right: x + width / 2, top: y + away, bottom: y + away + HEIGHT };
    case "above":
      return { left: x - width / 2, right: x + width / 2, top: y - away - HEIGHT, bottom: y - away };
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right + GAP && a.right > b.left - GAP && a.top < b.bottom + GAP && a.bottom > b.top - GAP;
}

function touches({ left, right, top, bottom }: Box, { x, y, radius }: Obstacle): boolean {
  const nearestX = Math.min(Math.max(x, left), right);
  const nearestY = Math.min(Math.max(y, top), bottom);
  return Math.hypot(x - nearestX, y - nearestY) < radius;
}

/** Fewest inhabitants of a town named at a zoom. */
export function smallestNamed(zoom: number): number {
  const steps = [40_000, 15_000, 9_000, 4_000, 1_500, 600];
  return steps[Math.max(0, Math.floor(zoom) - 7)] ?? 0;
}
