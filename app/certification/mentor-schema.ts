import { z } from "zod";
import { clientId, day, rowVersion, text } from "~/platform/form-fields";
import { regionCodes } from "~/platform/region-codes";
import { reasonLength } from "./codes";
import { decisionKinds } from "./rules/mentors/facts";
import { mentorStates } from "./rules/mentors/standing";

/** Forms of the register of mentors. */

/** A coordinator's decision about a mentor; `certifiedOn` only for rows of older registers. */
export const decisionForm = z.object({
  id: clientId,
  version: rowVersion,
  kind: z.enum(decisionKinds),
  fromDay: day,
  reason: text(reasonLength, 5),
  certifiedOn: day.optional(),
});

export type DecisionForm = z.output<typeof decisionForm>;

export const mentorOrders = ["urgency", "name", "cases"] as const;

/** Filter of the board, from the address: whatever does not fit is left out. */
export const mentorFilter = z.object({
  hledat: z.string().trim().max(100).catch("").default(""),
  stav: z
    .enum(["working", "all", ...mentorStates])
    .catch("working")
    .default("working"),
  kraj: z.enum(regionCodes).optional().catch(undefined),
  razeni: z.enum(mentorOrders).catch("urgency").default("urgency"),
});

export type MentorFilter = z.output<typeof mentorFilter>;
