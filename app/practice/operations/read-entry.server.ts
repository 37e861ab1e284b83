import type { Actor } from "~/access/index.server";
import { whereEnrolment } from "~/course/index.server";
import { namesOf } from "~/people/index.server";
import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { stateAfter } from "../rules/entry-states";
import { openEntry, openStep, type Entry, type EntryStepTaken } from "./entry-content.server";

export interface EntryDetail {
  entry: Entry;
  /** The newest first. */
  history: (EntryStepTaken & { byName: string })[];
  trainee: { name: string; enrolmentId: string; runId: string };
  own: boolean;
  mayCorrect: boolean;
  mayWithdraw: boolean;
  mayReview: boolean;
}

/** An own entry, or one of a trainee the actor reviews. @throws AppError notFound */
export async function readEntry(actor: Actor, id: string | undefined): Promise<EntryDetail> {
  if (!isRowId(id)) throw new AppError("notFound");
  const row = await db().practiceEntry.findFirst({
    where: {
      id,
      enrolment: { OR: [{ accountId: actor.accountId }, whereEnrolment(actor, "practice:review")] },
    },
    include: {
      enrolment: { select: { accountId: true, runId: true } },
      decisions: { orderBy: [{ decidedAt: "desc" }, { id: "asc" }] },
    },
  });
  if (!row) throw new AppError("notFound");
  const { accountId, runId } = row.enrolment;
  const names = await namesOf([accountId, ...row.decisions.map(({ decidedById }) => decidedById)]);
  const own = accountId === actor.accountId;
  const can = (step: Parameters<typeof stateAfter>[1]) => stateAfter(row.state, step) !== null;
  return {
    entry: openEntry(row),
    history: row.decisions.map((step) => ({ ...openStep(step), byName: names.get(step.decidedById) ?? "" })),
    trainee: { name: names.get(accountId) ?? "", enrolmentId: row.enrolmentId, runId },
    own,
    mayCorrect: own && can("resubmit"),
    mayWithdraw: own && can("withdraw"),
    mayReview: !own && actor.can("practice:review") && can("approve"),
  };
}
