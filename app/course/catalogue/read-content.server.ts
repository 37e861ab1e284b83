import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import type { z } from "zod";
import {
  bankFile,
  glossaryFile,
  lessonFrontMatter,
  moduleFile,
  pageFrontMatter,
  planFile,
  quizFile,
  trainingFile,
} from "./content-schema";
import type { ContentProblem } from "./types";

/** A content file as far as it could be read: `value` is null when its problems forbid using it. */
interface Source<Value> {
  /** Path from the content folder, with slashes. */
  file: string;
  value: Value;
}

export interface LessonSourceFile extends Source<z.output<typeof lessonFrontMatter>> {
  moduleFolder: string;
  body: string;
  quiz: Source<z.output<typeof quizFile>> | null;
  contentHash: string;
}

/** A training's own file; the units stand beside it. */
export interface TrainingSourceFile extends Source<z.output<typeof trainingFile>> {
  folder: string;
  units: LessonSourceFile[];
}

export interface BankSourceFile extends Source<z.output<typeof bankFile>> {
  moduleFolder: string;
}

export interface ContentFiles {
  plan: z.output<typeof planFile>["modules"];
  modules: (Source<z.output<typeof moduleFile>> & { folder: string })[];
  lessons: LessonSourceFile[];
  trainings: TrainingSourceFile[];
  banks: BankSourceFile[];
  glossary: z.output<typeof glossaryFile>;
  pages: (Source<z.output<typeof pageFrontMatter>> & { body: string; contentHash: string })[];
  problems: ContentProblem[];
}

/** Reads every file of the course and the public pages; what cannot be read is told in `problems`. */
export async function readContent(folder: string): Promise<ContentFiles> {
  const problems: ContentProblem[] = [];
  const reader = new ContentReader(folder, problems);
  const plan = await reader.yaml("kurz/plan.yaml", planFile);
  const glossary = await reader.yaml("slovnik.yaml", glossaryFile);
  const files: ContentFiles = {
    plan: plan?.modules ?? [],
    modules: [],
    lessons: [],
    trainings: [],
    banks: [],
    glossary: glossary ?? [],
    pages: [],
    problems,
  };
  for (const name of await reader.folders("kurz")) await readModule(reader, `kurz/${name}`, files);
  for (const folder of await reader.folders("")) {
    for (const file of await reader.files(folder, "skoleni.yaml")) {
      const units = await readLessons(reader, folder);
      const value = await reader.yaml(file, trainingFile);
      if (value) files.trainings.push({ file, folder, value, units });
    }
  }
  for (const file of await reader.files("stranky", ".mdx")) {
    const page = await reader.mdx(file, pageFrontMatter);
    if (page) files.pages.push({ file, ...page, contentHash: hashOf(page.source) });
  }
  return files;
}

async function readModule(reader: ContentReader, folder: string, files: ContentFiles): Promise<void> {
  const file = `${folder}/modul.yaml`;
  const value = await reader.yaml(file, moduleFile);
  if (value) files.modules.push({ file, folder, value });
  for (const bank of await reader.files(folder, "banka.yaml")) {
    const questions = await reader.yaml(bank, bankFile);
    if (questions) files.banks.push({ file: bank, moduleFolder: folder, value: questions });
  }
  files.lessons.push(...(await readLessons(reader, folder)));
}

/** Lessons of a module or units of a training, each with its questions. */
async function readLessons(reader: ContentReader, folder: string): Promise<LessonSourceFile[]> {
  const lessons: LessonSourceFile[] = [];
  for (const lessonFile of await reader.files(folder, ".mdx")) {
    const lesson = await reader.mdx(lessonFile, lessonFrontMatter);
    const quizName = lessonFile.replace(/\.mdx$/, ".kviz.yaml");
    const quizText = await reader.text(quizName);
    const quiz = quizText === null ? null : reader.parseYaml(quizName, quizText, quizFile);
    if (!lesson) continue;
    lessons.push({
      file: lessonFile,
      moduleFolder: folder,
      value: lesson.value,
      body: lesson.body,
      quiz: quiz && { file: quizName, value: quiz },
      contentHash: hashOf(`${lesson.source}\0${quizText ?? ""}`),
    });
  }
  return lessons;
}

class ContentReader {
  constructor(
    private readonly root: string,
    private readonly problems: ContentProblem[],
  ) {}

  async folders(folder: string): Promise<string[]> {
    const entries = await readdir(path.join(this.root, folder), { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  }

  async files(folder: string, extension: string): Promise<string[]> {
    const names = await readdir(path.join(this.root, folder)).catch(() => []);
    return names
      .filter((name) => name.endsWith(extension))
      .sort()
      .map((name) => `${folder}/${name}`);
  }

  async text(file: string): Promise<string | null> {
    try {
      // A check-out may give other line ends; the content and its hash stay the same.
      return (await readFile(path.join(this.root, file), "utf8")).replaceAll("\r\n", "\n");
    } catch {
      this.problems.push({ file, message: "is missing" });
      return null;
    }
  }

  async yaml<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.output<Schema> | null> {
    const text = await this.text(file);
    return text === null ? null : this.parseYaml(file, text, schema);
  }

  async mdx<Schema extends z.ZodType>(file: string, schema: Schema) {
    const source = await this.text(file);
    if (source === null) return null;
    const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source);
    if (!match) {
      this.problems.push({ file, message: "has no front matter between --- lines" });
      return null;
    }
    const value = this.parseYaml(file, match[1]!, schema);
    return value === null ? null : { value, body: match[2]!, source };
  }

  parseYaml<Schema extends z.ZodType>(file: string, text: string, schema: Schema): z.output<Schema> | null {
    let parsed: unknown;
    try {
      parsed = parse(text);
    } catch (error) {
      const reason = error instanceof Error ? error.message.split("\n", 1)[0]! : String(error);
      this.problems.push({ file, message: `is not YAML: ${reason}` });
      return null;
    }
    const result = schema.safeParse(parsed);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      this.problems.push({ file, message: `${issue.path.join(".") || "file"}: ${issue.message}` });
    }
    return null;
  }
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
