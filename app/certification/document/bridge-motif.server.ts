import {
  ARCH_WIDTH,
  archStones,
  BRIDGE_HEIGHT,
  pierPath,
  spandrelPath,
  waterPath,
} from "~/ui/bridge-geometry";

/** Colours of the printed certificate: the portal's own, on white paper. */
export const ink = {
  text: "#1b2a2d",
  soft: "#4d5b5d",
  river: "#0e5a5e",
  clay: "#a6471f",
  amber: "#e3a33a",
  stone: "#dcebe6",
  stoneWarm: "#f7e2d4",
  water: "#9cc4bf",
  line: "#c9bfae",
} as const;

const arches = 5;

/** Draws a finished bridge of the width given. */
export function drawBridge(doc: PDFKit.PDFDocument, x: number, y: number, width: number): void {
  const scale = width / (arches * ARCH_WIDTH);
  doc.save();
  doc.translate(x, y).scale(scale);
  doc.path(waterPath(arches)).lineWidth(1.5).stroke(ink.water);
  doc.path(pierPath(arches)).fill(ink.stone);
  for (let arch = 0; arch < arches; arch += 1) {
    const warm = arch % 2 === 1;
    doc.save();
    doc.translate(arch * ARCH_WIDTH, 0);
    doc.path(spandrelPath()).fill(warm ? ink.stoneWarm : ink.stone);
    archStones().forEach((stone, index, stones) => {
      const deck = index === stones.length - 1;
      const keystone = index === stones.length - 2;
      doc.path(stone).fill(keystone ? ink.amber : warm && !deck ? ink.clay : ink.river);
    });
    doc.restore();
  }
  doc.restore();
}

/** Height of the bridge at a width. */
export function bridgeHeight(width: number): number {
  return (BRIDGE_HEIGHT * width) / (arches * ARCH_WIDTH);
}
