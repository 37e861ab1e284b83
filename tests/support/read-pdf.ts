import { inflateSync } from "node:zlib";

/** Looks into a PDF as its bytes are, for tests of its structure: objects by number, and what streams hold. */
export interface PdfObject {
  id: number;
  /** The dictionary, without the stream. */
  words: string;
  /** What the stream holds, unpacked; null without one. */
  stream: Buffer | null;
}

/** Every object of a file written without object streams. */
export function pdfObjects(file: Buffer): PdfObject[] {
  const text = file.toString("latin1");
  return [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)].map((match) => {
    const start = match.index + match[0].length;
    const end = text.indexOf("\nendobj", start);
    const marked = text.indexOf("stream\n", start);
    if (marked < 0 || marked > end) {
      return { id: Number(match[1]), words: text.slice(start, end), stream: null };
    }
    const words = text.slice(start, marked);
    const length = Number(/\/Length (\d+)/.exec(words)?.[1]);
    const raw = file.subarray(marked + 7, marked + 7 + length);
    return { id: Number(match[1]), words, stream: words.includes("/FlateDecode") ? inflateSync(raw) : raw };
  });
}

/** The trailer: what the file begins from. */
export function pdfTrailer(file: Buffer): string {
  const text = file.toString("latin1");
  return text.slice(text.lastIndexOf("trailer"));
}

/** Squares a page fills, as they are drawn, by their corner; other rectangles are left out. */
export function squaresOf(stream: Buffer): { x: number; y: number; side: number }[] {
  return [...stream.toString("latin1").matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re\b/g)].flatMap(
    (match) => {
      const [x, y, width, height] = match.slice(1).map(Number) as [number, number, number, number];
      return Math.abs(width - height) < 0.001 ? [{ x, y, side: width }] : [];
    },
  );
}
