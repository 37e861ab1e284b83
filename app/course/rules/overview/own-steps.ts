import type { NextStep } from "./next-steps";
import type { TestSum } from "./test-standing";

/** What a trainee does next besides the steps of the course itself; texts are `overview:step.<kind>`. */
export type OwnStep =
  | NextStep
  | { kind: "messages"; count: number }
  | { kind: "session"; day: string; place: string }
  | { kind: "pledge" }
  | { kind: "supervision"; by: string }
  | { kind: "test"; moduleId: string; title: string; left: number | null }
  | { kind: "askTrainer"; title: string };

export interface OwnStepFacts {
  /** Steps of the course, the most important first. */
  course: readonly NextStep[];
  unread: number;
  nextSession: { day: string; place: string } | null;
  pledgeSigned: boolean;
  /** Practice may begin by the hours of theory. */
  gateOpen: boolean;
  /** Last day for this month's supervision; null when none is due. */
  supervisionBy: string | null;
  /** Tests of modules, with whether all of the module is credited. */
  tests: readonly (Pick<TestSum, "state" | "left" | "nextAttemptAt"> & {
    moduleId: string;
    title: string;
    moduleDone: boolean;
  })[];
}

/** Everything there is to do now, in the order in which it is best done. */
export function ownSteps(facts: OwnStepFacts): OwnStep[] {
  const { course, unread, nextSession, pledgeSigned, gateOpen, supervisionBy } = facts;
  const messages: OwnStep[] = unread > 0 ? [{ kind: "messages", count: unread }] : [];
  if (course.some(({ kind }) => kind === "closed")) return [...messages, ...course];
  const started = !course.some(({ kind }) => kind === "wait");
  const lessons = course.filter(({ kind }) => kind === "lesson" || kind === "wait");
  const rest = course.filter((step) => !lessons.includes(step));
  return [
    ...messages,
    ...(nextSession ? [{ kind: "session", ...nextSession } as const] : []),
    ...(supervisionBy ? [{ kind: "supervision", by: supervisionBy } as const] : []),
    ...(started && gateOpen && !pledgeSigned ? [{ kind: "pledge" } as const] : []),
    ...lessons,
    ...(started ? testSteps(facts.tests) : []),
    // Without the pledge no practice is accepted: it would be a step into a closed door.
    ...rest.filter(({ kind }) => kind !== "practice" || pledgeSigned),
  ];
}

/** One test at a time: the one under way, then a failed one, then the first of a module that is done. */
function testSteps(tests: OwnStepFacts["tests"]): OwnStep[] {
  const next =
    tests.find(({ state }) => state === "underWay") ??
    tests.find(({ state, nextAttemptAt }) => state === "failed" && nextAttemptAt === null) ??
    tests.find(({ state, moduleDone }) => state === "none" && moduleDone);
  const stuck = tests.find(({ state }) => state === "exhausted");
  return [
    ...(next ? [{ kind: "test", moduleId: next.moduleId, title: next.title, left: next.left } as const] : []),
    ...(stuck ? [{ kind: "askTrainer", title: stuck.title } as const] : []),
  ];
}
