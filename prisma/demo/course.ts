import { catalogue } from "~/course/catalogue/catalogue.server";
import type { Lesson } from "~/course/catalogue/types";
import { applicationPlace } from "~/course/operations/application-row.server";
import { enrolmentPlace } from "~/course/operations/enrolments.server";
import {
  lessonSourceKey,
  ledgerRuleVersion,
  practiceSourceKey,
  sessionSourceKey,
} from "~/course/rules/ledger";
import { programmeDefaults } from "~/course/rules/run-settings";
import { sealedPerson } from "~/people/account.server";
import { seal } from "~/platform/crypto/index.server";
import { addDays, addMonths, dayOf, dayToDate } from "~/platform/days";
import {
  db,
  inTransaction,
  type ApplicationState,
  type EnrolmentState,
  type Prisma,
} from "~/platform/db/index.server";
import { addLessonAttempt, addModuleAttempts } from "./course-tests";
import { creditOlderVersion } from "./learning";
import { demoRegion, type DemoWorld } from "./world";

/** Runs of the demo, for the parts that come after. */
export interface DemoCourse {
  runningRun: string;
  recruitingRun: string;
  closedRun: string;
}

/** Rows are gathered first and written in a few statements: the demo has to be ready soon. */
interface Rows {
  accounts: Prisma.AccountCreateManyInput[];
  roles: Prisma.RoleAssignmentCreateManyInput[];
  runs: Prisma.CourseRunCreateManyInput[];
  trainers: Prisma.RunTrainerCreateManyInput[];
  applications: Prisma.ApplicationCreateManyInput[];
  conditions: Prisma.EntryConditionCreateManyInput[];
  enrolments: Prisma.EnrolmentCreateManyInput[];
  ledger: Prisma.LedgerEntryCreateManyInput[];
  progress: Prisma.LessonProgressCreateManyInput[];
  attempts: Prisma.TestAttemptCreateManyInput[];
}

/** How far each of the fifteen is, as a share of the theory; the first is trainee@demo.test. */
const progressOfTrainees = [0.6, 1, 1, 1, 1, 0.95, 0.9, 0.8, 0.75, 0.7, 0.55, 0.5, 0.35, 0.2, 0.05];

const towns = [
  "Děčín",
  "Ústí nad Labem",
  "Teplice",
  "Most",
  "Chomutov",
  "Rumburk",
  "Šluknov",
  "Krupka",
  "Bílina",
];

const motivations = [
  "Bratr si prošel podmínkou a nikdo mu nevysvětlil, co má dělat. Chci, aby to další měli lehčí.",
  "V naší ulici za mnou lidé chodí s dopisy z úřadu. Chci jim umět poradit pořádně.",
  "Mám za sebou pár let terénní práce a vím, že důvěra je polovina úspěchu. Táhne mě to zpátky k lidem.",
  "V rodině máme zkušenost s obecně prospěšnými pracemi. Vím, jak snadno se to pokazí, a chci pomoct, aby se to nepokazilo.",
  "Děti už jsou velké a já mám čas. Baví mě naslouchat a umím mluvit s úřady.",
];

/** Makes the runs with their trainees, applications, hours and tests; the course content must be loaded. */
export async function fillCourse(world: DemoWorld): Promise<DemoCourse> {
  const rows: Rows = {
    accounts: [],
    roles: [],
    runs: [],
    trainers: [],
    applications: [],
    conditions: [],
    enrolments: [],
    ledger: [],
    progress: [],
    attempts: [],
  };
  const today = dayOf(world.now);
  const running = addRun(world, rows, {
    name: "Děčín – podzimní běh",
    town: "Děčín",
    startsOn: addDays(today, -84),
    endsOn: addDays(today, 60),
    state: "running",
    trainers: [0, 1],
    // This run lets people practise from the middle of the theory on, so that the demo shows both at once.
    practiceGateTheoryShare: 0.5,
  });
  const recruiting = addRun(world, rows, {
    name: "Most – jarní běh",
    town: "Most",
    startsOn: addDays(today, 45),
    endsOn: addDays(today, 200),
    state: "recruiting",
    places: 8,
    trainers: [1],
  });
  const closed = addRun(world, rows, {
    name: "Ústí nad Labem – první běh",
    town: "Ústí nad Labem",
    // Its graduates have worked with clients ever since.
    startsOn: addDays(today, -980),
    endsOn: addDays(today, -789),
    state: "closed",
    trainers: [0, 2],
  });
  fillRunning(world, rows, running);
  await fillRecruiting(world, rows, recruiting);
  fillClosed(world, rows, closed);
  creditOlderVersion(world, rows);
  await write(rows);
  return { runningRun: running.id, recruitingRun: recruiting.id, closedRun: closed.id };
}

interface DemoRun {
  id: string;
  startsOn: string;
  endsOn: string;
}

interface RunWish {
  name: string;
  town: string;
  startsOn: string;
  endsOn: string;
  state: "running" | "recruiting" | "closed";
  places?: number;
  trainers: number[];
  practiceGateTheoryShare?: number;
}

function addRun(world: DemoWorld, rows: Rows, wish: RunWish): DemoRun {
  const {
    trainers,
    places = programmeDefaults.places,
    practiceGateTheoryShare = 1,
    startsOn,
    endsOn,
    ...values
  } = wish;
  const id = world.uuid();
  const goal = Math.min(places, programmeDefaults.goal);
  rows.runs.push({
    ...values,
    id,
    regionCode: demoRegion,
    organisationId: world.organisations.rubikon,
    startsOn: dayToDate(startsOn),
    endsOn: dayToDate(endsOn),
    places,
    graduateGoal: goal,
    settings: { ...programmeDefaults, places, goal, practiceGateTheoryShare },
    createdAt: dayToDate(addDays(startsOn, -90)),
    createdById: world.accounts.coordinator,
  });
  rows.trainers.push(
    ...trainers.map((index) => ({ runId: id, accountId: world.members.trainer[index]!.accountId })),
  );
  return { id, startsOn, endsOn };
}

interface ApplicationWish {
  accountId: string;
  state: ApplicationState;
  submittedOn: string;
  runId?: string;
  waitingPosition?: number;
  reason?: string;
  conditions?: boolean;
}

function addApplication(
  world: DemoWorld,
  rows: Rows,
  wish: ApplicationWish,
): { birthDate: string; birthPlace: string } {
  const id = world.uuid();
  const at = momentOf(wish.submittedOn, 9, world);
  const birthDate = `${world.between(1968, 2003)}-${two(world.between(1, 12))}-${two(world.between(1, 28))}`;
  const birthPlace = world.pick(towns);
  const decided = wish.state !== "submitted";
  const decidedAt = decided ? momentOf(addDays(wish.submittedOn, 12), 14, world) : null;
  rows.applications.push({
    id,
    accountId: wish.accountId,
    state: wish.state,
    birthDateSealed: seal(birthDate, applicationPlace("birthDateSealed", id)),
    birthPlaceSealed: seal(birthPlace, applicationPlace("birthPlaceSealed", id)),
    town: world.pick(towns),
    regionCode: demoRegion,
    phoneSealed: seal(
      `777 ${world.between(100, 999)} ${world.between(100, 999)}`,
      applicationPlace("phoneSealed", id),
    ),
    motivationSealed: seal(world.pick(motivations), applicationPlace("motivationSealed", id)),
    consentAt: at,
    submittedAt: at,
    runId: wish.runId ?? null,
    waitingPosition: wish.waitingPosition ?? null,
    decidedAt,
    decidedById: decided && wish.state !== "withdrawn" ? world.accounts.coordinator : null,
    decisionReasonSealed: wish.reason
      ? seal(wish.reason, applicationPlace("decisionReasonSealed", id))
      : null,
    version: decided ? 2 : 1,
  });
  if (wish.conditions) {
    const attestedOn = addDays(wish.submittedOn, 8);
    for (const kind of ["age", "criminal_record", "roma_minority"] as const) {
      rows.conditions.push({
        id: world.uuid(),
        applicationId: id,
        kind,
        met: true,
        attestedAt: momentOf(attestedOn, 10, world),
        attestedById: world.accounts.coordinator,
        deleteOn: dayToDate(addMonths(attestedOn, programmeDefaults.conditionsKeptMonths)),
      });
    }
  }
  return { birthDate, birthPlace };
}

function addEnrolment(
  world: DemoWorld,
  rows: Rows,
  wish: {
    accountId: string;
    run: DemoRun;
    state?: EnrolmentState;
    applicationDaysBefore: number;
    conditions: boolean;
  },
): string {
  const { accountId, run, state = "active" } = wish;
  const submittedOn = addDays(run.startsOn, -wish.applicationDaysBefore);
  const birth = addApplication(world, rows, {
    accountId,
    state: "admitted",
    submittedOn,
    runId: run.id,
    conditions: wish.conditions,
  });
  const id = world.uuid();
  rows.enrolments.push({
    id,
    runId: run.id,
    accountId,
    state,
    enrolledAt: momentOf(addDays(submittedOn, 12), 14, world),
    birthDateSealed: seal(birth.birthDate, enrolmentPlace("birthDateSealed", id)),
    birthPlaceSealed: seal(birth.birthPlace, enrolmentPlace("birthPlaceSealed", id)),
    endedAt: state === "active" ? null : momentOf(run.endsOn, 15, world),
  });
  return id;
}

/** One day of teaching in person. */
interface Session {
  sourceKey: string;
  moduleId: string;
  topic: string;
  hours: number;
  day: string;
  trainerId: string;
}

/** Days of teaching in person, evenly over the first months of a run. */
function sessionsOf(world: DemoWorld, run: DemoRun, trainerIds: string[], parts: SessionPart[]): Session[] {
  const step = Math.max(1, Math.floor(80 / Math.max(1, parts.length)));
  return parts.map((part, index) => ({
    ...part,
    sourceKey: sessionSourceKey(world.uuid()),
    day: addDays(run.startsOn, 2 + index * step),
    trainerId: trainerIds[index % trainerIds.length]!,
  }));
}

type SessionPart = Pick<Session, "moduleId" | "topic" | "hours">;

/** Modules the running run studies together instead of online, by their place in the plan. */
const taughtTogether = [2, 8];

function modulesTaughtTogether() {
  return catalogue().modules.filter((_module, index) => taughtTogether.includes(index));
}

/** Those modules, each in two days. */
function hoursTaughtTogether(): SessionPart[] {
  return modulesTaughtTogether().flatMap(({ id, title, hours }) => {
    const first = Math.ceil(hours / 2);
    return [
      { moduleId: id, topic: `${title}, první část`, hours: first },
      { moduleId: id, topic: `${title}, druhá část`, hours: hours - first },
    ];
  });
}

/** Every module whole, as it was taught before there were lessons in the portal. */
function allHours(): SessionPart[] {
  return catalogue().modules.map(({ id, title, hours }) => ({ moduleId: id, topic: title, hours }));
}

function fillRunning(world: DemoWorld, rows: Rows, run: DemoRun): void {
  const trainerIds = world.members.trainer.slice(0, 2).map(({ accountId }) => accountId);
  const sessions = sessionsOf(world, run, trainerIds, hoursTaughtTogether());
  const together = new Set(modulesTaughtTogether().map(({ id }) => id));
  const lessons = [...catalogue().lessons.values()].filter(({ moduleId }) => !together.has(moduleId));
  const today = dayOf(world.now);
  world.members.trainee.forEach(({ accountId }, index) => {
    const share = progressOfTrainees[index] ?? 0.5;
    const enrolmentId = addEnrolment(world, rows, {
      accountId,
      run,
      applicationDaysBefore: 40,
      conditions: true,
    });
    for (const session of sessions.slice(0, Math.round(sessions.length * share))) {
      addSessionCredit(world, rows, enrolmentId, session);
    }
    const done = share === 1 ? lessons.length : Math.floor(lessons.length * share);
    lessons.slice(0, done).forEach((lesson, order) => {
      const day = addDays(run.startsOn, 3 + Math.floor((70 / lessons.length) * order));
      addLesson(world, rows, { enrolmentId, lesson, day, stage: "done" });
    });
    addModuleTests(world, rows, { accountId, enrolmentId, run, done: lessons.slice(0, done), index });
    const next = lessons[done];
    if (!next) return;
    const stage = index === 0 ? "reading" : world.pick(["reading", "declared", "failed"] as const);
    const daysAgo = index === 12 ? 24 : world.between(0, 6);
    addLesson(world, rows, { enrolmentId, lesson: next, day: addDays(today, -daysAgo), stage });
  });
}

interface ModuleTestsWish {
  accountId: string;
  enrolmentId: string;
  run: DemoRun;
  done: Lesson[];
  /** Place of the trainee in the run; the first is trainee@demo.test, who has two tests ahead. */
  index: number;
}

/** Tests of the modules whose lessons somebody has finished, the day after the last of them. */
function addModuleTests(
  world: DemoWorld,
  rows: Rows,
  { accountId, enrolmentId, run, done, index }: ModuleTestsWish,
): void {
  const { modules, lessons } = catalogue();
  const finished = modules.filter(
    (module) => module.lessons.length > 0 && module.lessons.every((lesson) => done.includes(lesson)),
  );
  const skill = 1 - ((index * 7) % 15) / 15;
  for (const module of index === 0 ? finished.slice(0, -2) : finished) {
    const last = done.indexOf(module.lessons.at(-1)!);
    const day = addDays(run.startsOn, 4 + Math.floor((70 / lessons.size) * last));
    const at = new Date(dayToDate(day).getTime() + (17 * 60 + index * 7) * 60_000);
    const who = {
      accountId,
      enrolmentId,
      at: new Date(Math.min(at.getTime(), world.now.getTime() - 60_000)),
    };
    addModuleAttempts(rows.attempts, { ...who, module, skill, before: world.now });
  }
}

function addSessionCredit(world: DemoWorld, rows: Rows, enrolmentId: string, session: Session): void {
  rows.ledger.push({
    id: world.uuid(),
    enrolmentId,
    unit: "theory",
    kind: "in_person_session",
    minutes: session.hours * programmeDefaults.teachingHour,
    sourceKey: session.sourceKey,
    note: session.topic,
    moduleId: session.moduleId,
    ruleVersion: ledgerRuleVersion,
    day: dayToDate(session.day),
    creditedAt: momentOf(session.day, 16, world),
    creditedById: session.trainerId,
  });
}

interface LessonWish {
  enrolmentId: string;
  lesson: Lesson;
  day: string;
  stage: "done" | "reading" | "declared" | "failed";
}

function addLesson(world: DemoWorld, rows: Rows, { enrolmentId, lesson, day, stage }: LessonWish): void {
  const openedAt = momentOf(day, 17, world);
  const later = (minutes: number) =>
    new Date(Math.min(openedAt.getTime() + minutes * 60_000, world.now.getTime()));
  const headings = lesson.text.headings;
  rows.progress.push({
    enrolmentId,
    lessonId: lesson.id,
    lastHeading:
      stage === "done"
        ? (headings.at(-1)?.id ?? null)
        : (headings[Math.floor(headings.length / 2)]?.id ?? null),
    openedAt,
    lastOpenedAt: later(30),
    declaredAt: stage === "reading" ? null : later(40),
  });
  if (stage === "failed" || (stage === "done" && world.random() < 0.15)) {
    addAttempt(rows, { enrolmentId, lesson, at: later(45), mistakes: 3 });
  }
  if (stage !== "done") return;
  addAttempt(rows, { enrolmentId, lesson, at: later(55), mistakes: world.random() < 0.4 ? 1 : 0 });
  addLessonCredit(world, rows, { enrolmentId, lesson, at: later(55) });
}

function addLessonCredit(
  world: DemoWorld,
  rows: Rows,
  { enrolmentId, lesson, at }: { enrolmentId: string; lesson: Lesson; at: Date },
): void {
  rows.ledger.push({
    id: world.uuid(),
    enrolmentId,
    unit: "theory",
    kind: "online_lesson",
    minutes: programmeDefaults.teachingHour,
    sourceKey: lessonSourceKey(lesson.id),
    moduleId: lesson.moduleId,
    contentHash: lesson.contentHash,
    ruleVersion: ledgerRuleVersion,
    day: dayToDate(dayOf(at)),
    creditedAt: at,
    creditedById: null,
  });
}

function addAttempt(
  rows: Rows,
  { enrolmentId, ...wish }: { enrolmentId: string; lesson: Lesson; at: Date; mistakes: number },
): void {
  const accountId = rows.enrolments.find(({ id }) => id === enrolmentId)!.accountId;
  addLessonAttempt(rows.attempts, { ...wish, accountId, enrolmentId });
}

/** Eight places and seven people: the eighth place is on offer, see recruitment.ts. */
async function fillRecruiting(world: DemoWorld, rows: Rows, run: DemoRun): Promise<void> {
  const like = await db().account.findUniqueOrThrow({ where: { id: world.accounts.trainee } });
  for (let index = 0; index < 7; index += 1) {
    const accountId = addNewcomer(world, rows, index, like.passwordHash);
    addEnrolment(world, rows, { accountId, run, applicationDaysBefore: 70 - index, conditions: true });
  }
}

function addNewcomer(world: DemoWorld, rows: Rows, index: number, passwordHash: string | null): string {
  const accountId = world.uuid();
  const since = new Date(world.now.getTime() - 40 * 86_400_000);
  const { name } = world.person();
  rows.accounts.push({
    id: accountId,
    ...sealedPerson(accountId, { name, email: `ucastnik.${index + 1}@demo.test` }),
    passwordHash,
    createdAt: since,
    emailConfirmedAt: since,
    passwordChangedAt: since,
  });
  rows.roles.push({
    id: world.uuid(),
    accountId,
    role: "trainee",
    regionCode: demoRegion,
    grantedAt: since,
    grantedById: world.accounts.coordinator,
  });
  return accountId;
}

/** A run that is over: twelve of its people work as mentors now, one had left. All was taught in person. */
function fillClosed(world: DemoWorld, rows: Rows, run: DemoRun): void {
  const trainerIds = [world.members.trainer[0]!.accountId];
  const sessions = sessionsOf(world, run, trainerIds, allHours());
  world.members.mentor.slice(0, 13).forEach(({ accountId }, index) => {
    const left = index === 12;
    const state = left ? "withdrawn" : "graduated";
    const enrolmentId = addEnrolment(world, rows, {
      accountId,
      run,
      state,
      applicationDaysBefore: 45,
      conditions: false,
    });
    for (const session of left ? sessions.slice(0, 3) : sessions)
      addSessionCredit(world, rows, enrolmentId, session);
    if (!left) addOldPractice(world, rows, enrolmentId, run);
  });
}

/** Practice of an old run: only its credits are kept, eight days of five hours. */
function addOldPractice(world: DemoWorld, rows: Rows, enrolmentId: string, run: DemoRun): void {
  for (let index = 0; index < 8; index += 1) {
    const day = addDays(run.startsOn, 100 + index * 7);
    rows.ledger.push({
      id: world.uuid(),
      enrolmentId,
      unit: "practice",
      kind: "practice",
      minutes: programmeDefaults.practiceMinutes / 8,
      sourceKey: practiceSourceKey(world.uuid()),
      ruleVersion: ledgerRuleVersion,
      day: dayToDate(day),
      creditedAt: momentOf(addDays(day, 3), 11, world),
      creditedById: world.members.trainer[0]!.accountId,
    });
  }
}

async function write(rows: Rows): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.account.createMany({ data: rows.accounts });
    await tx.roleAssignment.createMany({ data: rows.roles });
    await tx.courseRun.createMany({ data: rows.runs });
    await tx.runTrainer.createMany({ data: rows.trainers });
    await tx.application.createMany({ data: rows.applications });
    await tx.entryCondition.createMany({ data: rows.conditions });
    await tx.enrolment.createMany({ data: rows.enrolments });
    await tx.lessonProgress.createMany({ data: rows.progress });
    await tx.testAttempt.createMany({ data: rows.attempts });
    await tx.ledgerEntry.createMany({ data: rows.ledger });
  });
}

/** A moment of a day, about the hour, never in the future. */
function momentOf(day: string, hour: number, world: DemoWorld): Date {
  const moment = dayToDate(day).getTime() + (hour * 60 + world.between(0, 50)) * 60_000;
  return new Date(Math.min(moment, world.now.getTime() - 60_000));
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
