import { existsSync } from "node:fs";
import path from "node:path";
import { log } from "~/platform/log.server";
import { StartError } from "~/platform/start-error";
import { checkContent } from "./check-content";
import { checkWhole } from "./check-whole";
import { contentFolder, projectFolder } from "./content-folder.server";
import { writtenQuestion } from "./written-question.server";
import { PreparedTexts } from "./prepared-texts.server";
import { readContent, type ContentFiles, type LessonSourceFile } from "./read-content.server";
import type { Catalogue, ContentProblem, CourseModule, Lesson, PreparedText, Training } from "./types";

export interface LoadedContent {
  catalogue: Catalogue;
  problems: ContentProblem[];
}

interface LoadOptions {
  folder?: string;
  /** Compile everything anew. */
  fresh?: boolean;
  /** Tell also what shows only over all texts together; it leaves no text out. */
  whole?: boolean;
  /** Whether a path of the portal has a page; left out, links to other pages are not checked. */
  pageExists?: (path: string) => boolean;
}

/** Reads, compiles and checks the content; what is wrong is told, not thrown. */
export async function loadContent(options: LoadOptions = {}): Promise<LoadedContent> {
  const content = await readContent(options.folder ?? contentFolder());
  // What is compiled of another folder is not the portal's and is not kept.
  const prepared = await PreparedTexts.open({ fresh: options.fresh, keep: options.folder === undefined });
  const texts = new Map<string, PreparedText>();
  const problems = [...content.problems];
  for (const { file, body } of [...lessonFilesOf(content), ...content.pages]) {
    try {
      texts.set(file, await prepared.of(body));
    } catch (error) {
      problems.push({ file, message: `is not MDX: ${firstLine(error)}` });
    }
  }
  await prepared.save();
  problems.push(...checkContent(content, texts, pathChecker(content, options.pageExists)));
  const catalogue = catalogueOf(withoutBroken(content, problems), texts);
  if (options.whole) problems.push(...checkWhole(lessonFilesOf(content), content.banks, texts));
  return { catalogue, problems };
}

/** Lessons and units of trainings. */
function lessonFilesOf({ lessons, trainings }: ContentFiles): LessonSourceFile[] {
  return [...lessons, ...trainings.flatMap(({ units }) => units)];
}

/** The content without the lessons and pages something is wrong with. */
function withoutBroken(content: ContentFiles, problems: ContentProblem[]): ContentFiles {
  const broken = new Set(problems.map(({ file }) => file));
  const whole = ({ file, quiz }: { file: string; quiz?: { file: string } | null }) =>
    !broken.has(file) && !broken.has(quiz?.file ?? file.replace(/\.mdx$/, ".kviz.yaml"));
  const { lessons, trainings, banks, pages } = content;
  return {
    ...content,
    lessons: lessons.filter(whole),
    trainings: trainings.map((training) => ({ ...training, units: training.units.filter(whole) })),
    banks: banks.filter(whole),
    pages: pages.filter(whole),
  };
}

function pathChecker(content: ContentFiles, pageExists: (path: string) => boolean = () => true) {
  const pages = new Set(content.pages.map(({ value }) => `/stranky/${value.id}`));
  return (link: string): boolean => {
    const target = link.replace(/[?#].*$/, "");
    if (target.startsWith("/stranky/")) return pages.has(target);
    return pageExists(target) || existsSync(path.join(projectFolder(), "public", target));
  };
}

function catalogueOf(content: ContentFiles, texts: ReadonlyMap<string, PreparedText>): Catalogue {
  const modules = content.plan.map((planned): CourseModule => {
    const written = content.modules.find(({ value }) => value.id === planned.id);
    const own = content.lessons.filter(({ moduleFolder }) => moduleFolder === written?.folder);
    const lessons = lessonsOf(own, planned.id, texts);
    const bank = content.banks
      .filter(({ moduleFolder }) => moduleFolder === written?.folder)
      .flatMap(({ value }) => value.questions)
      // A question about a lesson that was left out would have nowhere to send its reader.
      .filter(({ lesson }) => lessons.some(({ id }) => id === lesson))
      .map(({ lesson, ...question }) => writtenQuestion(question, lesson));
    return { ...planned, ...written?.value, lessons, bank };
  });
  modules.sort((a, b) => a.order - b.order);
  return {
    modules,
    lessons: new Map(modules.flatMap(({ lessons }) => lessons.map((lesson) => [lesson.id, lesson] as const))),
    trainings: new Map(
      content.trainings.map(({ value, units }) => [
        value.id,
        { ...value, units: lessonsOf(units, value.id, texts) },
      ]),
    ),
    glossary: new Map(content.glossary.map((term) => [term.id, term])),
    pages: new Map(
      content.pages.flatMap(({ file, value, contentHash }) => {
        const text = texts.get(file);
        return text ? [[value.id, { ...value, contentHash, text }] as const] : [];
      }),
    ),
  };
}

/** Lessons in their order, or units of a training, which takes the module's place. */
function lessonsOf(
  sources: readonly LessonSourceFile[],
  moduleId: string,
  texts: ReadonlyMap<string, PreparedText>,
): Lesson[] {
  return sources
    .flatMap(({ file, value, contentHash, quiz }): Lesson[] => {
      const text = texts.get(file);
      if (!text) return [];
      const minutes = value.activities.reduce((sum, activity) => sum + activity.minutes, 0);
      const questions = (quiz?.value.questions ?? []).map((question) => writtenQuestion(question, value.id));
      return [{ ...value, moduleId, minutes, contentHash, text, questions }];
    })
    .sort((a, b) => a.order - b.order);
}

// On globalThis because the development server loads modules anew after an edit.
const stateKey = Symbol.for("mentor-portal.catalogue");
const globals: typeof globalThis & { [stateKey]?: Catalogue } = globalThis;

/**
 * Loads the content for this process. A lesson or page with a mistake in it is left out and the mistake logged:
 * it must not close the case registry. `npm run content:check` finds it before it gets that far.
 * @throws StartError when there is no course plan to go by
 */
export async function setUpCourse(): Promise<void> {
  const { catalogue: loaded, problems } = await loadContent();
  for (const { file, message } of problems)
    log.error({ file: `content/${file}`, problem: message }, "broken content");
  if (loaded.modules.length === 0) {
    const reason = problems.map(({ file, message }) => `content/${file} ${message}`)[0] ?? "no modules";
    throw new StartError(`The course plan cannot be read: ${reason}`);
  }
  setCatalogue(loaded);
}

/** The course content. @throws Error when `setUpCourse()` has not finished */
export function catalogue(): Catalogue {
  const current = globals[stateKey];
  if (!current) throw new Error("The course content is not loaded: setUpCourse() must finish first.");
  return current;
}

/** Puts a catalogue in place; tests give their own. */
export function setCatalogue(replacement: Catalogue | undefined): void {
  globals[stateKey] = replacement;
}

/** The lesson at an address, or null: both parts must fit together. */
export function lessonAt(moduleId: string | undefined, lessonId: string | undefined): Lesson | null {
  const lesson = lessonId === undefined ? undefined : catalogue().lessons.get(lessonId);
  return lesson && lesson.moduleId === moduleId ? lesson : null;
}

/** A training by its id, or null. */
export function trainingBy(trainingId: string | undefined): Training | null {
  return (trainingId !== undefined && catalogue().trainings.get(trainingId)) || null;
}

/** A unit of any training; the ids of lessons and units differ. */
export function trainingUnitBy(unitId: string): Lesson | undefined {
  for (const { units } of catalogue().trainings.values()) {
    const unit = units.find(({ id }) => id === unitId);
    if (unit) return unit;
  }
  return undefined;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0]!;
}
