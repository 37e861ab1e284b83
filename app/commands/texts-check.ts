import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Compares the catalogues: English has every Czech key and no other, each plural has the forms its
 * language needs, and both use the same placeholders.
 */
type Tree = { [key: string]: string | Tree };

const folder = path.resolve("app/i18n");
const pluralForms = { cs: ["one", "few", "many", "other"], en: ["one", "other"] } as const;
const pluralSuffix = /_(zero|one|two|few|many|other)$/;

function flatten(tree: Tree, prefix = ""): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

function placeholders(text: string): string {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]!))].sort().join(",");
}

function baseKeys(texts: Map<string, string>): Set<string> {
  return new Set([...texts.keys()].map((key) => key.replace(pluralSuffix, "")));
}

function problemsOf(namespace: string, cs: Map<string, string>, en: Map<string, string>): string[] {
  const problems: string[] = [];
  const say = (text: string) => problems.push(`${namespace}: ${text}`);
  for (const key of baseKeys(cs)) if (!baseKeys(en).has(key)) say(`"${key}" is missing in English`);
  for (const key of baseKeys(en)) if (!baseKeys(cs).has(key)) say(`"${key}" is only in English`);
  for (const [language, texts] of [
    ["cs", cs],
    ["en", en],
  ] as const) {
    for (const [key, text] of texts) {
      if (text.trim() === "") say(`"${key}" is empty in ${language}`);
      const base = key.replace(pluralSuffix, "");
      if (base === key) continue;
      for (const form of pluralForms[language]) {
        if (!texts.has(`${base}_${form}`)) say(`"${base}" lacks the plural form _${form} in ${language}`);
      }
    }
  }
  for (const [key, text] of cs) {
    const other = en.get(key);
    if (other !== undefined && placeholders(text) !== placeholders(other))
      say(`"${key}" has other placeholders`);
  }
  return problems;
}

async function load(language: string, file: string): Promise<Map<string, string>> {
  const module = (await import(pathToFileURL(path.join(folder, language, file)).href)) as { default: Tree };
  return flatten(module.default);
}

const files = new Set(["cs", "en"].flatMap((language) => readdirSync(path.join(folder, language))));
const problems: string[] = [];
let count = 0;
for (const file of [...files].sort()) {
  const [cs, en] = await Promise.all([load("cs", file), load("en", file)]);
  count += cs.size;
  problems.push(...problemsOf(path.basename(file, ".ts"), cs, en));
}
if (problems.length > 0) {
  console.log([...new Set(problems)].join("\n"));
  process.exitCode = 1;
} else {
  console.log(`${count} texts in ${files.size} catalogues, Czech and English agree`);
}
