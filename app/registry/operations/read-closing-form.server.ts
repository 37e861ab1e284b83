import type { Actor } from "~/access/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isOpen } from "../rules/case-state";
import { closingOutcomes, decliningOutcomes, type Outcome } from "../schema";
import { earliestEnd } from "./close-case.server";
import { caseForWriting } from "./case-scope.server";
import { caseBrief, type CaseBrief } from "./read-case-brief.server";

export interface ClosingFormView {
  brief: CaseBrief;
  /** Outcomes possible now: of work, or of a referral nobody worked on. */
  outcomes: Outcome[];
  /** The case cannot end before this day. */
  earliest: string;
}

/** @throws AppError notFound outside the actor's cases, conflict when the case has ended */
export async function readClosingForm(
  actor: Actor,
  caseId: string,
  { now }: { now: Date },
): Promise<ClosingFormView> {
  return inTransaction(async (tx) => {
    const brief = await caseBrief(tx, actor, "case:close", caseId, now);
    if (!isOpen(brief.state)) throw new AppError("conflict", { reason: "registry:refusal.caseEnded" });
    const found = await caseForWriting(tx, actor, "case:close", caseId);
    const outcomes: readonly Outcome[] = brief.startedOn === null ? decliningOutcomes : closingOutcomes;
    return { brief, outcomes: [...outcomes], earliest: await earliestEnd(tx, found) };
  });
}
