/** Which names fit on a drawn map without lying over each other. */

export interface LabelPlace {
  name: string;
  /** Pixels of the map at the present zoom. */
  x: number;
  y: number;
}

const CHARACTER = 7.5;
const HEIGHT = 18;
const GAP = 6;

/** Takes the places in their order, the most important first, and leaves out those with no room left. */
export function roomForLabels<Label extends LabelPlace>(labels: readonly Label[]): Label[] {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  return labels.filter(({ name, x, y }) => {
    const box = {
      left: x - GAP,
      right: x + name.length * CHARACTER + 12 + GAP,
      top: y - HEIGHT / 2,
      bottom: y + HEIGHT / 2,
    };
    const clash = taken.some(
      (other) =>
        box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top,
    );
    if (!clash) taken.push(box);
    return !clash;
  });
}

/** Fewest inhabitants of a town named at a zoom. */
export function smallestNamed(zoom: number): number {
  const steps = [40_000, 40_000, 9_000, 4_000, 1_500, 600];
  return steps[Math.max(0, Math.floor(zoom) - 7)] ?? 0;
}
