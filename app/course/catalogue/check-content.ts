import { questionProblems } from "./check-question";
import type {
  BankSourceFile,
  ContentFiles,
  LessonSourceFile,
  TrainingSourceFile,
} from "./read-content.server";
import type { ContentProblem, GlossaryTerm, PreparedText } from "./types";

/** Rules that hold across files; each broken one is told with the file to mend. */

const teachingHour = 45;
const courseHours = 60;
const leastQuestions = 4;
/** Pages that stand where a lesson would: /kurz/MODULE/test. */
const modulePages = ["test", "statistika"];

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
  // Units of trainings are lessons in all but hours; a question leads to either by its id.
  const lessons = [...content.lessons, ...content.trainings.flatMap(({ units }) => units)];
  return [
    ...checkPlan(content),
    ...checkGlossary(content.glossary),
    ...duplicates(
      lessons.map(({ file, value }) => ({ file, id: value.id })),
      "lesson",
    ),
    ...duplicates(
      content.pages.map(({ file, value }) => ({ file, id: value.id })),
      "page",
    ),
    ...checkQuestionIds(content),
    ...content.banks.flatMap((bank) => checkBank(bank, content, textOf)),
    ...content.trainings.flatMap(checkTraining),
    ...lessons.flatMap((lesson) => checkLesson(lesson, textOf.get(lesson.file), glossary)),
    ...[...lessons, ...content.pages].flatMap(({ file }) => {
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

/** A training has units in an order and enough questions for its test. */
function checkTraining({ file, value, units }: TrainingSourceFile): ContentProblem[] {
  const questions = units.reduce((sum, { quiz }) => sum + (quiz?.value.questions.length ?? 0), 0);
  const asked = value.finalTest.questions;
  return [
    ...(units.length === 0 ? [{ file, message: "the training has no units" }] : []),
    ...(questions < asked
      ? [{ file, message: `the test draws ${asked} questions, the units have only ${questions}` }]
      : []),
    ...duplicates(
      units.map((unit) => ({ file: unit.file, id: String(unit.value.order) })),
      "order",
    ),
  ];
}

function checkQuestionIds({ lessons, trainings, banks }: ContentFiles): ContentProblem[] {
  const units = trainings.flatMap((training) => training.units);
  const files = [...[...lessons, ...units].flatMap(({ quiz }) => quiz ?? []), ...banks];
  const questions = files.flatMap(({ file, value }) => value.questions.map(({ id }) => ({ file, id })));
  return duplicates(questions, "question");
}

/** Questions of a bank stand in lessons of its module. */
function checkBank(
  { file, moduleFolder, value }: BankSourceFile,
  { modules, lessons }: ContentFiles,
  textOf: ReadonlyMap<string, PreparedText>,
): ContentProblem[] {
  const messages: string[] = [];
  const module = modules.find(({ folder }) => folder === moduleFolder)?.value.id;
  if (value.module !== module) messages.push(`is for the module ${value.module}, but stands in ${module}`);
  for (const question of value.questions) {
    const lesson = lessons.find(
      (one) => one.moduleFolder === moduleFolder && one.value.id === question.lesson,
    );
    const text = lesson && textOf.get(lesson.file);
    messages.push(
      ...(lesson ? [] : [`${question.id}: the module has no lesson ${question.lesson}`]),
      ...questionProblems(question, text && anchorsOf(text)),
    );
  }
  return messages.map((message) => ({ file, message }));
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
  if (modulePages.includes(value.id))
    messages.push(`the address of ${value.id} belongs to a page of the module`);
  const problems = messages.map((message) => ({ file, message }));
  if (!quiz) return problems;
  const anchors = text && anchorsOf(text);
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
  messages.push(...quiz.questions.flatMap((question) => questionProblems(question, anchors)));
  return messages;
}

function anchorsOf(text: PreparedText): ReadonlySet<string> {
  return new Set([...text.headings.map(({ id }) => id), ...text.ids]);
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
