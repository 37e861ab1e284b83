import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";

/** DejaVu has every Czech letter, and its subsets keep the texts readable by machines. */
const files = {
  serifBold: "DejaVuSerif-Bold.ttf",
  sans: "DejaVuSans.ttf",
  sansBold: "DejaVuSans-Bold.ttf",
} as const;

export type FontName = keyof typeof files;

let loaded: [FontName, Buffer][] | undefined;

/** The fonts of certificates, read once per process. */
export function certificateFonts(): [FontName, Buffer][] {
  loaded ??= readFonts();
  return loaded;
}

function readFonts(): [FontName, Buffer][] {
  const { resolve } = createRequire(import.meta.url);
  const folder = path.join(path.dirname(resolve("dejavu-fonts-ttf/package.json")), "ttf");
  return Object.entries(files).map(([name, file]) => [
    name as FontName,
    readFileSync(path.join(folder, file)),
  ]);
}
