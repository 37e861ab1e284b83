import { z } from "zod";
import { clientId, day, optionalText, rowVersion, severalOf, text, ticked } from "~/platform/form-fields";
import { regionCodes } from "~/platform/region-codes";
import { applicationStates } from "./rules/application-states";
import type { QuizQuestion } from "./rules/quiz";
import { runStates } from "./rules/run-states";

/** Forms of the course. Messages are catalogue keys; lengths are characters. */

const region = z.enum(regionCodes);
const phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 ]{7,19}$/, "course:error.phone");

export const applicationForm = z.object({
  id: clientId,
  birthDate: day,
  birthPlace: optionalText(120),
  town: text(80),
  region,
  phone,
  motivation: text(2000, 20),
  consent: ticked,
});
export type ApplicationForm = z.output<typeof applicationForm>;

export const withdrawForm = z.object({ id: clientId, version: rowVersion });

const met = z.enum(["met", "notMet"]);
const decided = { id: clientId, version: rowVersion };

/** Everything a coordinator does with an application, told apart by `intent`. */
export const decisionForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("attest"), ...decided, criminalRecord: met, romaMinority: met }),
  z.object({ intent: z.literal("admit"), ...decided, run: clientId }),
  z.object({ intent: z.literal("wait"), ...decided, run: clientId }),
  z.object({ intent: z.literal("reject"), ...decided, reason: text(1000, 10) }),
]);
export type DecisionForm = z.output<typeof decisionForm>;

const people = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(clientId).max(40),
);

export const newRunForm = z
  .object({
    id: clientId,
    name: text(120, 3),
    town: text(80),
    region,
    startsOn: day,
    endsOn: day,
    places: z.coerce.number("errors:invalidValue").int("errors:invalidValue").min(1).max(60),
    goal: z.coerce.number("errors:invalidValue").int("errors:invalidValue").min(0).max(60),
    accreditationNumber: optionalText(60),
    organisation: clientId.optional(),
    trainers: people,
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ["endsOn"],
    message: "course:error.endsBeforeStart",
  })
  .refine(({ places, goal }) => goal <= places, { path: ["goal"], message: "course:error.goalOverPlaces" });
export type NewRunForm = z.output<typeof newRunForm>;

/** What is done on a run's own page, told apart by `intent`. */
export const runForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("state"), version: rowVersion, state: z.enum(runStates) }),
  z.object({ intent: z.literal("trainers"), version: rowVersion, trainers: people }),
  z.object({ intent: z.literal("leave"), enrolment: clientId, version: rowVersion }),
]);

export const sessionForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("credit"),
    id: clientId,
    day,
    module: z.string("errors:required").min(1).max(80),
    topic: text(200, 3),
    hours: z.coerce.number("errors:invalidValue").int("errors:invalidValue").min(1).max(16),
    present: people.pipe(z.array(clientId).min(1, "errors:chooseSome")),
  }),
  z.object({ intent: z.literal("reverse"), entry: clientId, reason: text(300, 5) }),
]);
export type SessionCredit = Extract<z.output<typeof sessionForm>, { intent: "credit" }>;

export const declarationForm = z.object({ declared: z.literal("on", "course:error.declare") });

export const readingPlaceForm = z.object({
  heading: z
    .string()
    .max(120)
    .regex(/^[a-z0-9-]*$/),
});

/** Address of the list of applications; what makes no sense falls back to the list as it opens. */
export const applicationListQuery = z.object({
  stav: z.enum(["open", "all", ...applicationStates]).catch("open"),
  kraj: region.optional().catch(undefined),
  strana: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** Field of a question in the test's form. */
export const answerField = (questionId: string) => `q-${questionId}`;

/** The form of one test: an answer to every question, and only options it has. */
export function quizForm(questions: readonly QuizQuestion[]) {
  const answers = questions.map(({ id, kind, options }) => {
    const ids = options.map((option) => option.id) as [string, ...string[]];
    return [answerField(id), kind === "multiple" ? severalOf(ids) : z.enum(ids)] as const;
  });
  return z.object({ id: clientId, ...Object.fromEntries(answers) }).transform(({ id, ...sent }) => ({
    attemptId: id,
    answers: Object.fromEntries(
      questions.map((question) => [
        question.id,
        [(sent as Record<string, string | string[]>)[answerField(question.id)] ?? []].flat(),
      ]),
    ),
  }));
}
