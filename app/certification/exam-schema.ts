import { z } from "zod";
import { clientId, day, rowId, rowVersion, severalOf, text, ticked, timeOfDay } from "~/platform/form-fields";
import { examParts, reasonLength } from "./codes";
import { examKinds, examReasonLength, identityDocuments, placeLength } from "./rules/exam/codes";

/** Forms of exam days. Messages are catalogue keys; lengths are characters. */

const person = rowId("errors:choose");

const planFields = {
  kind: z.enum(examKinds),
  day,
  from: timeOfDay,
  place: text(placeLength, 2),
  parts: severalOf(examParts),
  chair: person,
  second: person,
  third: person,
  candidates: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(person).min(1, "errors:chooseSome").max(60),
  ),
};

export const planExamForm = z.object({ id: clientId, ...planFields });
export type PlanExamForm = z.output<typeof planExamForm>;

export const changeExamForm = z.object({ version: rowVersion, ...planFields });
export type ChangeExamForm = z.output<typeof changeExamForm>;

const reason = text(examReasonLength, 5);
const candidate = rowId("errors:invalidValue");

/** Fields of votes carry the candidate and the part in their names: `vote-<candidate>-<part>`. */
const voteField = new RegExp(`^vote-([0-9a-f-]{36})-(${examParts.join("|")})$`);

const votes = z.looseObject({ intent: z.literal("vote") }).transform(({ intent, ...fields }, context) => {
  const given = Object.entries(fields).flatMap(([name, value]) => {
    const match = voteField.exec(name);
    if (!match) return [];
    if (value !== "passed" && value !== "failed" && value !== "none") {
      context.addIssue({ code: "custom", path: [name], message: "errors:choose" });
      return [];
    }
    const part = examParts.find((one) => one === match[2])!;
    return [{ candidateId: match[1]!, part, vote: value === "none" ? null : value === "passed" }];
  });
  return { intent, votes: given };
});

/** What can be done on the page of a day, told apart by `intent`. */
export const examDayAction = z.discriminatedUnion(
  "intent",
  [
    votes,
    z.object({ intent: z.literal("declare"), agree: ticked, names: z.string().max(64).default("") }),
    z.object({ intent: z.literal("open") }),
    z.object({
      intent: z.literal("present"),
      candidate,
      document: z.enum(identityDocuments, "errors:choose"),
    }),
    z.object({ intent: z.literal("absent"), candidate }),
    z.object({ intent: z.literal("close") }),
    z.object({ intent: z.literal("reopen"), reason }),
    z.object({
      intent: z.literal("sign"),
      hash: z.string("errors:required").length(64, "errors:invalidValue"),
      password: z.string("errors:required").min(1).max(1024),
      code: z.string().trim().max(40).optional(),
    }),
    z.object({ intent: z.literal("cancel"), reason }),
    z.object({
      intent: z.literal("excuse"),
      candidate,
      excusedOn: day,
      reason,
      decision: z.enum(["accepted", "refused"], "errors:choose"),
    }),
  ],
  "errors:invalidValue",
);
export type ExamDayAction = z.output<typeof examDayAction>;

/** A coordinator takes back a result. */
export const voidResultForm = z.object({
  intent: z.literal("void", "errors:invalidValue"),
  result: rowId("errors:invalidValue"),
  reason: text(reasonLength, 5),
});
