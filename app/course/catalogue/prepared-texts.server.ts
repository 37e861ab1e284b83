import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import texts from "~/i18n/cs/course";
import { log } from "~/platform/log.server";
import { compileText, endCompiler } from "./compile-text.server";
import { projectFolder } from "./content-folder.server";
import type { PreparedText } from "./types";

/**
 * Texts compiled once and kept in `build/content.json` by the hash of what they were made from: compiling
 * sixty lessons takes seconds, reading them takes milliseconds. `npm run build` fills it; a start that
 * finds a text missing compiles it and adds it.
 */

interface PreparedFile {
  /** What the compiler itself was like; texts made by another one are made again. */
  compiler: string;
  texts: Record<string, PreparedText>;
}

export class PreparedTexts {
  private made = 0;

  private constructor(
    private readonly file: string,
    private readonly stored: PreparedFile,
    private readonly keep: boolean,
    private readonly used = new Map<string, PreparedText>(),
  ) {}

  /** `fresh`: compile everything anew, whatever is stored; `keep`: store what was used. */
  static async open({ fresh = false, keep = true } = {}): Promise<PreparedTexts> {
    const root = projectFolder();
    const file = path.join(root, "build", "content.json");
    const stored = fresh ? null : await readStored(file);
    const compiler = await compilerFingerprint(root);
    // Without the sources beside it (an installed build) the build's own texts are the right ones.
    const usable = stored && (compiler === null || stored.compiler === compiler) ? stored : null;
    return new PreparedTexts(file, usable ?? { compiler: compiler ?? "unknown", texts: {} }, keep);
  }

  /** @throws Error when the text is not MDX */
  async of(body: string): Promise<PreparedText> {
    const key = createHash("sha256").update(body).digest("hex");
    const known = this.used.get(key) ?? this.stored.texts[key];
    const text = known ?? (await compileText(body));
    if (!known) this.made += 1;
    this.used.set(key, text);
    return text;
  }

  /** Keeps what was used; a folder that cannot be written only costs the next start its time. */
  async save(): Promise<void> {
    if (this.made === 0) return;
    await endCompiler();
    if (!this.keep) return;
    const content: PreparedFile = { compiler: this.stored.compiler, texts: Object.fromEntries(this.used) };
    try {
      await mkdir(path.dirname(this.file), { recursive: true });
      const aside = `${this.file}.${process.pid}`;
      await writeFile(aside, JSON.stringify(content));
      await rename(aside, this.file);
    } catch (error) {
      log.warn({ err: error }, "compiled lessons were not kept");
    }
  }
}

async function readStored(file: string): Promise<PreparedFile | null> {
  try {
    const content: unknown = JSON.parse(await readFile(file, "utf8"));
    return isPreparedFile(content) ? content : null;
  } catch {
    return null;
  }
}

/** The file is the portal's own; only its outline is checked. */
function isPreparedFile(content: unknown): content is PreparedFile {
  return (
    typeof content === "object" &&
    content !== null &&
    "compiler" in content &&
    typeof content.compiler === "string" &&
    "texts" in content &&
    typeof content.texts === "object"
  );
}

const compilerSources = [
  "../worksheet-field.ts",
  "compile-text.server.ts",
  "mdx-components.tsx",
  "read-structure.ts",
  "heading-slug.ts",
  "types.ts",
];

async function compilerFingerprint(root: string): Promise<string | null> {
  const hash = createHash("sha256").update(JSON.stringify(texts.content));
  try {
    for (const name of compilerSources) {
      hash.update(await readFile(path.join(root, "app", "course", "catalogue", name)));
    }
  } catch {
    return null;
  }
  return hash.digest("hex");
}
