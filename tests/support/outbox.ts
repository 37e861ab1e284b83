import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** A letter the portal wrote to its outbox. */
export interface WrittenLetter {
  to: string;
  body: string;
}

/** Letters to an address, the newest first. */
export function lettersTo(dataDir: string, address: string): WrittenLetter[] {
  const folder = path.join(dataDir, "outbox");
  return readdirSync(folder)
    .map((name) => path.join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
    .map((file) => parse(readFileSync(file, "latin1")))
    .filter(({ to }) => to.includes(address));
}

/** Waits for a letter with a link whose path begins so. @returns the link's path */
export async function linkInLetter(dataDir: string, address: string, beginning: string): Promise<string> {
  const pattern = new RegExp(`https?://[^/\\s]+(${beginning}\\S*)`);
  for (let attempt = 0; attempt < 100; attempt++) {
    const found = waiting(dataDir, address).flatMap(({ body }) => pattern.exec(body)?.[1] ?? [])[0];
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No letter to ${address} leads to ${beginning}`);
}

function waiting(dataDir: string, address: string): WrittenLetter[] {
  try {
    return lettersTo(dataDir, address);
  } catch {
    return [];
  }
}

function parse(message: string): WrittenLetter {
  const end = message.indexOf("\r\n\r\n");
  const to = /^To: (.*)$/im.exec(message.slice(0, end))?.[1]?.trim() ?? "";
  const quoted = message.slice(end + 4).replace(/=\r\n/g, "");
  const bytes = quoted.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return { to, body: Buffer.from(bytes, "latin1").toString("utf8") };
}
