/** Where the stones of one arch lie, in units of the drawing: an arch is 100 wide, the top of its deck is at 0. */
export const ARCH_WIDTH = 100;
export const BRIDGE_HEIGHT = 94;
/** Nine stones make the ring, the tenth is the deck laid over it. */
export const STONES_PER_ARCH = 10;

const RING_STONES = STONES_PER_ARCH - 1;
const DECK = 13;
const INNER = 33;
const OUTER = 47;
const CENTRE_X = ARCH_WIDTH / 2;
const CENTRE_Y = DECK + 2 + OUTER;
const WATER = 80;
/** Half of the joint between two stones, in radians. */
const JOINT = 0.016;

/** SVG paths of the ten stones in the order they are laid: from both feet up, the keystone, then the deck. */
export function archStones(): string[] {
  const ring = Array.from({ length: RING_STONES }, (_, index) => ringStone(index));
  const order: string[] = [];
  for (let low = 0, high = RING_STONES - 1; low <= high; low += 1, high -= 1) {
    order.push(ring[low] ?? "");
    if (high !== low) order.push(ring[high] ?? "");
  }
  order.push(`M1 1h${ARCH_WIDTH - 2}v${DECK - 1}h-${ARCH_WIDTH - 2}Z`);
  return order;
}

function ringStone(index: number): string {
  const step = Math.PI / RING_STONES;
  const from = Math.PI - index * step - JOINT;
  const to = Math.PI - (index + 1) * step + JOINT;
  const point = (radius: number, angle: number) =>
    `${round(CENTRE_X + radius * Math.cos(angle))} ${round(CENTRE_Y - radius * Math.sin(angle))}`;
  return `M${point(OUTER, from)}A${OUTER} ${OUTER} 0 0 1 ${point(OUTER, to)}L${point(INNER, to)}A${INNER} ${INNER} 0 0 0 ${point(INNER, from)}Z`;
}

/** The walls between ring and deck, there once an arch is finished. */
export function spandrelPath(): string {
  const top = DECK + 1;
  const edge = OUTER + 1.5;
  return `M1 ${top}H${ARCH_WIDTH - 1}V${CENTRE_Y}H${CENTRE_X + edge}A${edge} ${edge} 0 0 0 ${CENTRE_X - edge} ${CENTRE_Y}H1Z`;
}

/** The piers that wait in the water for their arches; half a pier at either end. */
export function pierPath(arches: number): string {
  const half = CENTRE_X - INNER;
  return Array.from({ length: arches + 1 }, (_, index) => {
    const left = index === 0 ? 0 : index * ARCH_WIDTH - half;
    const right = index === arches ? arches * ARCH_WIDTH : index * ARCH_WIDTH + half;
    return `M${left} ${CENTRE_Y + 2}H${right}V${WATER + 4}H${left}Z`;
  }).join("");
}

/** Two lines of water under a number of arches. */
export function waterPath(arches: number): string {
  const waves = (y: number, start: number, count: number) =>
    `M${start} ${y}${"q12.5 -5 25 0t25 0".repeat(count)}`;
  return waves(WATER + 3, 0, arches * 2) + waves(WATER + 10, 25, arches * 2 - 1);
}

/** How many stones of a span are laid; the last one only when everything is done. */
export function stonesLaid(done: number, total: number, stones: number): number {
  if (total <= 0 || done >= total) return stones;
  return Math.max(0, Math.min(stones - 1, Math.floor((done / total) * stones)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
