/**
 * Reads an undamaged QR code of versions 2 to 6 at error correction level M (ISO/IEC 18004), for tests: it
 * shares nothing with the library that draws codes. Corrections are not computed, for nothing is damaged.
 */
type Matrix = readonly (readonly boolean[])[];

/** Blocks and data codewords of each at level M, by version. */
const blocksAtM: Record<number, { blocks: number; data: number }> = {
  2: { blocks: 1, data: 28 },
  3: { blocks: 1, data: 44 },
  4: { blocks: 2, data: 32 },
  5: { blocks: 2, data: 43 },
  6: { blocks: 4, data: 27 },
};

const masks: ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/** @throws Error when it is not such a code */
export function readQr(matrix: Matrix): string {
  const size = matrix.length;
  const shape = blocksAtM[(size - 17) / 4];
  if (!shape) throw new Error(`Unknown size ${size}`);
  const mask = masks[maskOf(matrix)]!;
  const bits: number[] = [];
  for (const [row, column] of dataModules(size)) {
    bits.push(matrix[row]![column]! === mask(row, column) ? 0 : 1);
  }
  const codewords = Array.from({ length: Math.floor(bits.length / 8) }, (_, index) =>
    parseInt(bits.slice(index * 8, index * 8 + 8).join(""), 2),
  );
  const { blocks, data } = shape;
  const ordered = Array.from({ length: blocks }, (_, block) =>
    Array.from({ length: data }, (_, index) => codewords[index * blocks + block]!),
  ).flat();
  return textOf(ordered.map((byte) => byte.toString(2).padStart(8, "0")).join(""));
}

/** Format information beside the upper left finder; two bits of level (M is 00), three of the mask. */
function maskOf(matrix: Matrix): number {
  const places: [number, number][] = [
    [8, 0],
    [8, 1],
    [8, 2],
    [8, 3],
    [8, 4],
  ];
  const format =
    parseInt(places.map(([row, column]) => (matrix[row]![column]! ? 1 : 0)).join(""), 2) ^ 0b10101;
  if (format >> 3 !== 0) throw new Error("Not level M");
  return format & 7;
}

/** Modules that carry data, in their order: columns in pairs from the right, up and down in turn. */
function* dataModules(size: number): Generator<[number, number]> {
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const row = upwards ? size - 1 - step : step;
      for (const column of [right, right - 1]) if (!isFunction(row, column, size)) yield [row, column];
    }
    upwards = !upwards;
  }
}

function isFunction(row: number, column: number, size: number): boolean {
  const finder =
    (row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9);
  const alignment = Math.abs(row - (size - 7)) <= 2 && Math.abs(column - (size - 7)) <= 2;
  return finder || alignment || row === 6 || column === 6;
}

function textOf(bits: string): string {
  let at = 0;
  const take = (count: number) => parseInt(bits.slice(at, (at += count)), 2);
  let text = "";
  for (;;) {
    const mode = at + 4 <= bits.length ? take(4) : 0;
    if (mode === 0) return text;
    if (mode === 4) {
      const bytes = Array.from({ length: take(8) }, () => take(8));
      text += Buffer.from(bytes).toString("utf8");
    } else if (mode === 2) {
      for (let left = take(9); left > 0; left -= 2) {
        const value = take(left === 1 ? 6 : 11);
        text += left === 1 ? letters[value] : letters[Math.floor(value / 45)]! + letters[value % 45]!;
      }
    } else if (mode === 1) {
      for (let left = take(10); left > 0; left -= 3) {
        const digits = Math.min(left, 3);
        text += String(take([0, 4, 7, 10][digits]!)).padStart(digits, "0");
      }
    } else throw new Error(`Unknown mode ${mode}`);
  }
}
