import type { ContentFiles, LessonSourceFile } from "./read-content.server";
import type { ContentProblem, GlossaryTerm, PreparedText } from "./types";

/** Rules that hold across files; each broken one is told with the file to mend. */

const teachingHour = 45;
const courseHours = 60;
const leastQuestions = 4;

export interface CheckedText {
  file: string;
  text: PreparedText;
}

/**
 * Checks the whole content.
 * @param textOf the compiled text of a lesson or page file; missing when it did not compile
 * @param pathExists whether a path of the portal, such as `/overeni`, has a page
 */
export function checkContent(
  content: ContentFiles,
  textOf: ReadonlyMap<string, PreparedText>,
  pathExists: (path: string) => boolean,
): ContentProblem[] {
  const glossary = new Map(content.glossary.map((term) => [term.id, term]));
  return [
    ...checkPlan(content),
    ...checkGlossary(content.glossary),
    ...duplicates(
      content.lessons.map(({ file, value }) => ({ file, id: value.id })),
      "lesson",
    ),
    ...duplicates(
      content.pages.map(({ file, value }) => ({ file, id: value.id })),
      "page",
    ),
    ...checkQuestionIds(content),
    ...content.lessons.flatMap((lesson) => checkLesson(lesson, textOf.get(lesson.file), glossary)),
    ...[...content.lessons, ...content.pages].flatMap(({ file }) => {
      const text = textOf.get(file);
      return text ? checkText({ file, text }, glossary, pathExists) : [];
    }),
  ];
}

function checkPlan({ plan, modules, lessons }: ContentFiles): ContentProblem[] {
  const file = "kurz/plan.yaml";
  const problems = duplicates(
    plan.map(({ id }) => ({ file, id })),
    "module",
  );
  const hours = plan.reduce((sum, module) => sum + module.hours, 0);
  if (plan.length > 0 && hours !== courseHours) {
    problems.push({ file, message: `plans ${hours} teaching hours, the course has ${courseHours}` });
  }
  for (const module of modules) {
    const planned = plan.find(({ id }) => id === module.value.id);
    const say = (message: string) => problems.push({ file: module.file, message });
    if (!planned) say(`the plan has no module ${module.value.id}`);
    else if (planned.hours !== module.value.hours)
      say(`has ${module.value.hours} hours, the plan ${planned.hours}`);
    else if (planned.order !== module.value.order)
      say(`has order ${module.value.order}, the plan ${planned.order}`);
    const own = lessons.filter(({ moduleFolder }) => moduleFolder === module.folder);
    if (own.length > module.value.hours) say(`has ${own.length} lessons in ${module.value.hours} hours`);
    problems.push(
      ...duplicates(
        own.map(({ file: lesson, value }) => ({ file: lesson, id: String(value.order) })),
        "order",
      ),
    );
  }
  return [
    ...problems,
    ...duplicates(
      modules.map((module) => ({ file: module.file, id: module.value.id })),
      "module",
    ),
  ];
}

function checkGlossary(glossary: readonly GlossaryTerm[]): ContentProblem[] {
  const file = "slovnik.yaml";
  return duplicates(
    glossary.map(({ id }) => ({ file, id })),
    "term",
  );
}

function checkQuestionIds({ lessons }: ContentFiles): ContentProblem[] {
  const questions = lessons.flatMap(({ quiz }) =>
    (quiz?.value.questions ?? []).map(({ id }) => ({ file: quiz!.file, id })),
  );
  return duplicates(questions, "question");
}

function checkLesson(
  { file, value, quiz }: LessonSourceFile,
  text: PreparedText | undefined,
  glossary: ReadonlyMap<string, GlossaryTerm>,
): ContentProblem[] {
  const messages: string[] = [];
  const minutes = value.activities.reduce((sum, activity) => sum + activity.minutes, 0);
  if (minutes !== teachingHour) messages.push(`activities take ${minutes} minutes, not ${teachingHour}`);
  for (const term of value.glossary) {
    if (!glossary.has(term)) messages.push(`glossary: the term ${term} is not in slovnik.yaml`);
  }
  if (text && text.ids.length === 0) messages.push("has no exercise");
  const problems = messages.map((message) => ({ file, message }));
  if (!quiz) return problems;
  const anchors = text && new Set([...text.headings.map(({ id }) => id), ...text.ids]);
  return [
    ...problems,
    ...checkQuiz(quiz.value, value.id, anchors).map((message) => ({ file: quiz.file, message })),
  ];
}

function checkQuiz(
  quiz: NonNullable<LessonSourceFile["quiz"]>["value"],
  lessonId: string,
  anchors: ReadonlySet<string> | undefined,
): string[] {
  const messages: string[] = [];
  if (quiz.lesson !== lessonId)
    messages.push(`is for the lesson ${quiz.lesson}, but stands beside ${lessonId}`);
  if (quiz.questions.length < leastQuestions) {
    messages.push(`has ${quiz.questions.length} questions, at least ${leastQuestions} are needed`);
  }
  for (const { id, kind, anchor, options } of quiz.questions) {
    const right = options.filter(({ correct }) => correct).length;
    const ids = new Set(options.map((option) => option.id));
    if (ids.size !== options.length) messages.push(`${id}: two options have the same id`);
    if (anchors && !anchors.has(anchor)) messages.push(`${id}: the lesson has no heading ${anchor}`);
    if (kind === "truefalse" && options.length !== 2) messages.push(`${id}: true or false has two options`);
    if (kind !== "truefalse" && options.length < 3) messages.push(`${id}: at least three options are needed`);
    if (kind === "multiple" ? right < 2 || right === options.length : right !== 1) {
      messages.push(`${id}: ${right} of ${options.length} options are right, which does not suit ${kind}`);
    }
  }
  return messages;
}

function checkText(
  { file, text }: CheckedText,
  glossary: ReadonlyMap<string, GlossaryTerm>,
  pathExists: (path: string) => boolean,
): ContentProblem[] {
  const messages = [...text.problems];
  for (const term of text.terms) {
    if (!glossary.has(term)) messages.push(`the term ${term} is not in slovnik.yaml`);
  }
  const headingIds = new Set(text.headings.map(({ id }) => id));
  for (const id of text.ids) {
    if (headingIds.has(id) || text.ids.indexOf(id) !== text.ids.lastIndexOf(id)) {
      messages.push(`the id ${id} stands twice in the text`);
    }
  }
  for (const link of text.links) {
    if (link.startsWith("#") ? !headingIds.has(link.slice(1)) : link.startsWith("/") && !pathExists(link)) {
      messages.push(`the link ${link} leads nowhere`);
    }
  }
  for (const image of text.images) {
    if (!image.startsWith("/") || !pathExists(image)) messages.push(`the picture ${image} is not in public/`);
  }
  return messages.map((message) => ({ file, message }));
}

function duplicates(things: readonly { file: string; id: string }[], kind: string): ContentProblem[] {
  const first = new Map<string, string>();
  return things.flatMap(({ file, id }) => {
    const other = first.get(id);
    if (other === undefined) first.set(id, file);
    return other === undefined ? [] : [{ file, message: `the ${kind} ${id} is already in ${other}` }];
  });
}
