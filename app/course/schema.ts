import { z } from "zod";
import { clientId, day, optionalText, rowVersion, text, ticked } from "~/platform/form-fields";
import { regionCodes } from "~/platform/region-codes";
import { applicationStates } from "./rules/application-states";
import { runStates } from "./rules/run-states";
import { worksheetField, worksheetVersionField } from "./worksheet-field";

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
  z.object({ intent: z.literal("interview"), ...decided, day, notes: text(4000, 10) }),
  z.object({ intent: z.literal("admit"), ...decided, run: clientId, reason: optionalText(1000) }),
  z.object({ intent: z.literal("wait"), ...decided, run: clientId, reason: optionalText(1000) }),
  z.object({ intent: z.literal("reject"), ...decided, reason: text(1000, 10) }),
]);
export type DecisionForm = z.output<typeof decisionForm>;

const people = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(clientId).max(40),
);

/** What is done on a run's own page, told apart by `intent`. */
export const runForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("state"), version: rowVersion, state: z.enum(runStates) }),
  z.object({ intent: z.literal("trainers"), version: rowVersion, trainers: people }),
  z.object({ intent: z.literal("leave"), enrolment: clientId, version: rowVersion }),
]);

export const declarationForm = z.object({
  declared: z.literal("on", "course:error.declare"),
  /** Minutes the trainee says the lesson took. */
  minutes: z.coerce.number("errors:invalidValue").int("errors:invalidValue").min(1).max(600).optional(),
});

/** A page tells that it was being read. */
export const readingBeatForm = z.object({
  seconds: z.coerce.number("errors:invalidValue").int("errors:invalidValue").min(1),
});

/** One worksheet's answer as the page sends it while somebody types. */
export const answerForm = z.object({
  worksheet: z.string().min(1).max(160),
  text: z.string().default(""),
  version: z.coerce.number("errors:invalidValue").int("errors:invalidValue").min(-1),
  /** Whose page it was written in; somebody else may have signed in beside it. */
  owner: z.string().max(80),
});

/** All worksheets of a lesson as one form: an answer that is not in it is left as it is. */
export function worksheetsForm(worksheetIds: readonly string[]) {
  return z.looseObject({ owner: z.string().max(80) }).transform(({ owner, ...sent }) => ({
    owner,
    answers: worksheetIds.flatMap((worksheetId) => {
      const field = sent[worksheetField(worksheetId)];
      const version = Number(sent[worksheetVersionField(worksheetId)]);
      // An emptied field is not in the form any more; its version says that it was.
      if (field === undefined && !Number.isInteger(version)) return [];
      const text = typeof field === "string" ? field : "";
      return [{ worksheetId, text, version: Number.isInteger(version) ? version : -1 }];
    }),
  }));
}

/** Corrections of a trainee's hours, told apart by `intent`. */
export const hoursForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("reverse"), entry: clientId, reason: text(300, 5) }),
  z.object({
    intent: z.literal("adjust"),
    id: clientId,
    module: z.string("errors:required").min(1).max(80),
    minutes: z.coerce.number("errors:invalidValue").int("errors:invalidValue").min(-2700).max(2700),
    reason: text(300, 5),
  }),
]);
export type HoursCorrection = z.output<typeof hoursForm>;

export const readingPlaceForm = z.object({
  heading: z
    .string()
    .max(120)
    .regex(/^[a-z0-9-]*$/),
});

/** A message to one trainee of a run (an enrolment's id) or to all of them. */
export const messageForm = z.object({
  id: clientId,
  to: z.union([z.literal("all"), clientId], "errors:choose"),
  subject: text(120, 3),
  text: text(4000),
});
export type MessageForm = z.output<typeof messageForm>;

/** Address of the list of applications; what makes no sense falls back to the list as it opens. */
export const applicationListQuery = z.object({
  stav: z.enum(["open", "all", ...applicationStates]).catch("open"),
  kraj: region.optional().catch(undefined),
  obec: z.string().trim().max(80).optional().catch(undefined),
  strana: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** What a test's form says beside its answers, whose fields follow from the questions asked. */
export const testForm = z.object({ id: clientId });

/** Answers kept while a test is open; `test` is the key of the test. */
export const keptAnswersForm = z.object({ test: z.string().max(120) });
