import { randomUUID } from "node:crypto";
import type { Catalogue, CourseModule, Lesson } from "~/course/catalogue/types";
import { applicationPlace } from "~/course/operations/application-row.server";
import { enrolmentPlace } from "~/course/operations/enrolments.server";
import { entryConditionKinds } from "~/course/rules/entry-conditions";
import { programmeDefaults, type RunSettings } from "~/course/rules/run-settings";
import { answerField, type SentFields } from "~/course/rules/testing/answer-fields";
import type { ChoiceQuestion } from "~/course/rules/testing/question";
import { seal } from "~/platform/crypto/index.server";
import { addMonths, dayOf, dayToDate } from "~/platform/days";
import {
  db,
  type ApplicationState,
  type CourseRunState,
  type EnrolmentState,
} from "~/platform/db/index.server";
import { makeAccount, testRegion, type AccountOverrides, type MadeAccount } from "./people";

/** The moment of the course's tests: 12 June 2026, 15:00 in Prague. */
export const courseNow = new Date("2026-06-12T13:00:00Z");
export const courseDay = dayOf(courseNow);

let made = 0;

/** A question with one right option among four, `a`. */
export function makeQuestion(id: string, overrides: Partial<ChoiceQuestion> = {}): ChoiceQuestion {
  return {
    id,
    lessonId: "prvni",
    contentHash: `hash-${id}`,
    kind: "single",
    prompt: `Otázka ${id}?`,
    anchor: "prvni-cast",
    options: ["a", "b", "c", "d"].map((option) => ({
      id: option,
      text: `Možnost ${option}`,
      correct: option === "a",
      why: `Vysvětlení ${option}`,
    })),
    ...overrides,
  };
}

/** A lesson of two parts with a test of four questions. */
export function makeLesson(overrides: Partial<Lesson> & Pick<Lesson, "id" | "moduleId">): Lesson {
  const { id } = overrides;
  return {
    title: `Lekce ${id}`,
    order: 1,
    minutes: 45,
    goals: ["Umět to"],
    activities: [{ kind: "reading", title: "Čtení", minutes: 45 }],
    glossary: [],
    sources: [{ title: "Kniha", publisher: "Nakladatel", year: 2020 }],
    legal: [],
    lastReviewed: "2026-01-01",
    review: [],
    contentHash: `hash-${id}`,
    text: {
      html: "<h2 id='prvni-cast'>První část</h2><p>Text.</p>",
      headings: [
        { id: "prvni-cast", level: 2, text: "První část" },
        { id: "druha-cast", level: 2, text: "Druhá část" },
      ],
      terms: [],
      ids: ["prvni-cviceni", "prvni-list", "druhy-list"],
      worksheets: [
        { id: "prvni-list", label: "Co jste zjistili" },
        { id: "druhy-list", label: "Co uděláte" },
      ],
      paragraphs: [
        { heading: "První část", text: "První část" },
        { heading: "První část", text: "Text." },
      ],
      links: [],
      images: [],
      words: 1000,
      problems: [],
    },
    questions: ["1", "2", "3", "4"].map((number) => makeQuestion(`${id}-${number}`, { lessonId: id })),
    ...overrides,
  };
}

/** A course of two modules: `role` (2 hours, lessons `prvni` and `druha`) and `pravo` (3 hours, no lesson yet). */
export function makeCatalogue(changes: Partial<Record<string, Partial<Lesson>>> = {}): Catalogue {
  const lessons = ["prvni", "druha"].map((id, index) =>
    makeLesson({ id, moduleId: "role", order: index + 1, ...changes[id] }),
  );
  const modules: CourseModule[] = [
    { id: "role", order: 1, title: "Role mentora", hours: 2, summary: "Kdo je mentor.", lessons, bank: [] },
    {
      id: "pravo",
      order: 2,
      title: "Základy práva",
      hours: 3,
      summary: "Co je trest.",
      lessons: [],
      bank: [],
    },
  ];
  return {
    modules,
    lessons: new Map(lessons.map((lesson) => [lesson.id, lesson])),
    trainings: new Map(),
    glossary: new Map(),
    pages: new Map(),
  };
}

/** Fields of a lesson's test with the given number of mistakes. */
export function answersTo(lesson: Lesson, mistakes = 0): SentFields {
  return Object.fromEntries(
    lesson.questions.map(({ id }, index) => [answerField(id), index < mistakes ? "b" : "a"]),
  );
}

export interface RunOverrides {
  state?: CourseRunState;
  regionCode?: string;
  places?: number;
  startsOn?: string;
  endsOn?: string;
  settings?: Partial<RunSettings>;
  /** Accounts that teach in the run. */
  trainerIds?: string[];
  name?: string;
}

/** A run under way from March to December 2026. */
export async function makeRun(overrides: RunOverrides = {}) {
  made += 1;
  const { trainerIds = [], settings, startsOn = "2026-03-01", endsOn = "2026-12-31", ...values } = overrides;
  return db().courseRun.create({
    data: {
      id: randomUUID(),
      name: `Běh ${made}`,
      town: "Děčín",
      regionCode: testRegion,
      state: "running",
      createdAt: dayToDate("2026-01-10"),
      ...values,
      startsOn: dayToDate(startsOn),
      endsOn: dayToDate(endsOn),
      settings: { ...programmeDefaults, ...settings },
      trainers: { create: trainerIds.map((accountId) => ({ accountId })) },
    },
  });
}

export interface StudentOverrides {
  runId?: string;
  state?: EnrolmentState;
  account?: AccountOverrides;
  enrolledAt?: Date;
}

export interface MadeStudent extends MadeAccount {
  enrolmentId: string;
  runId: string;
}

/** A trainee of a run with no hours yet. */
export async function makeStudent(overrides: StudentOverrides = {}): Promise<MadeStudent> {
  const runId = overrides.runId ?? (await makeRun()).id;
  const account = await makeAccount({ roles: ["trainee"], ...overrides.account });
  const enrolmentId = randomUUID();
  await db().enrolment.create({
    data: {
      id: enrolmentId,
      runId,
      accountId: account.accountId,
      state: overrides.state ?? "active",
      enrolledAt: overrides.enrolledAt ?? dayToDate("2026-02-20"),
      birthDateSealed: seal("1990-05-03", enrolmentPlace("birthDateSealed", enrolmentId)),
      birthPlaceSealed: seal("Děčín", enrolmentPlace("birthPlaceSealed", enrolmentId)),
    },
  });
  return { ...account, enrolmentId, runId };
}

/** A lesson's test passed by a trainee, without the attempt's answers; it credits nothing by itself. */
export async function passTest(of: {
  accountId: string;
  enrolmentId: string;
  lessonId: string;
}): Promise<void> {
  const { accountId, enrolmentId, lessonId } = of;
  const testKey = `lesson:${lessonId}`;
  const number = 1 + (await db().testAttempt.count({ where: { accountId, testKey } }));
  await db().testAttempt.create({
    data: {
      id: randomUUID(),
      accountId,
      enrolmentId,
      testKey,
      number,
      drawn: [],
      answers: {},
      startedAt: courseNow,
      savedAt: courseNow,
      submittedAt: courseNow,
      passMark: programmeDefaults.passMark,
      correctCount: 4,
      questionCount: 4,
      passed: true,
    },
  });
}

export interface ApplicationOverrides {
  account?: AccountOverrides;
  state?: ApplicationState;
  regionCode?: string | null;
  birthDate?: string;
  runId?: string;
  waitingPosition?: number;
  submittedAt?: Date;
  /** Whether the three conditions are recorded, and how. */
  conditions?: "met" | "notMet" | "missing";
}

/** An application with its applicant; conditions are recorded as met unless said otherwise. */
export async function makeApplication(overrides: ApplicationOverrides = {}) {
  const {
    state = "submitted",
    birthDate = "1990-05-03",
    conditions = "met",
    submittedAt = courseNow,
  } = overrides;
  const applicant = await makeAccount({
    roles: [{ role: "applicant", regionCode: null }],
    ...overrides.account,
  });
  const id = randomUUID();
  await db().application.create({
    data: {
      id,
      accountId: applicant.accountId,
      state,
      birthDateSealed: seal(birthDate, applicationPlace("birthDateSealed", id)),
      birthPlaceSealed: seal("Most", applicationPlace("birthPlaceSealed", id)),
      town: "Děčín",
      regionCode: overrides.regionCode === undefined ? testRegion : overrides.regionCode,
      phoneSealed: seal("777 123 456", applicationPlace("phoneSealed", id)),
      motivationSealed: seal("Chci pomáhat lidem v našem městě.", applicationPlace("motivationSealed", id)),
      consentAt: submittedAt,
      submittedAt,
      runId: overrides.runId ?? null,
      waitingPosition: overrides.waitingPosition ?? null,
    },
  });
  if (conditions !== "missing") await recordConditions(id, conditions === "met");
  return { id, version: 1, applicant };
}

async function recordConditions(applicationId: string, met: boolean): Promise<void> {
  await db().entryCondition.createMany({
    data: entryConditionKinds.map((kind) => ({
      id: randomUUID(),
      applicationId,
      kind,
      met: kind === "criminal_record" ? met : true,
      attestedAt: courseNow,
      attestedById: randomUUID(),
      deleteOn: dayToDate(addMonths(courseDay, 6)),
    })),
  });
}
