import type { Actor } from "~/access/index.server";
import { runSettings, whereEnrolment } from "~/course/index.server";
import { namesOf } from "~/people/index.server";
import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { stateAfter } from "../rules/entry-states";
import { presenceRefusal, type PresenceRefusal } from "../rules/presence";
import { openStep, type EntryStepTaken } from "./entry-content.server";
import { entryChoices, type EntryChoices } from "./entry-choices.server";
import { entryViews, type EntryView } from "./entry-view.server";

export interface EntryDetail {
  entry: EntryView;
  /** The newest first. */
  history: (EntryStepTaken & { byName: string })[];
  trainee: { name: string; enrolmentId: string; runId: string };
  own: boolean;
  mayCorrect: boolean;
  mayWithdraw: boolean;
  mayReview: boolean;
  mayReverse: boolean;
  /** What approving needs a reason for; null when nothing stands in the way. */
  unconfirmed: PresenceRefusal | null;
  /** For the form of a correction; null for whoever does not correct. */
  choices: EntryChoices | null;
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
      enrolment: {
        select: { accountId: true, runId: true, state: true, run: { select: { settings: true } } },
      },
      decisions: { orderBy: [{ decidedAt: "desc" }, { id: "asc" }] },
      presences: true,
    },
  });
  if (!row) throw new AppError("notFound");
  const { accountId, runId, state, run } = row.enrolment;
  const names = await namesOf([accountId, ...row.decisions.map(({ decidedById }) => decidedById)]);
  const own = accountId === actor.accountId;
  const can = (step: Parameters<typeof stateAfter>[1]) => stateAfter(row.state, step) !== null;
  const reviews = !own && actor.can("practice:review");
  const [entry] = await entryViews(actor, [row]);
  const setting = runSettings(run).presenceConfirmation;
  const mayCorrect = own && can("resubmit");
  return {
    entry: entry!,
    history: row.decisions.map((step) => ({ ...openStep(step), byName: names.get(step.decidedById) ?? "" })),
    trainee: { name: names.get(accountId) ?? "", enrolmentId: row.enrolmentId, runId },
    own,
    mayCorrect,
    mayWithdraw: own && can("withdraw"),
    mayReview: reviews && can("approve"),
    mayReverse: reviews && can("reverse") && state !== "graduated",
    unconfirmed: presenceRefusal(setting, entry!.presence.state),
    choices: mayCorrect ? await entryChoices(actor, row.enrolmentId, row) : null,
  };
}
