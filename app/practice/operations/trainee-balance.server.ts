import type { Actor } from "~/access/index.server";
import { enrolmentById, enrolmentOf, whereEnrolment, type EnrolmentFacts } from "~/course/index.server";
import { namesOf } from "~/people/index.server";
import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { balanceOf, type TraineeBalance } from "./balance.server";

export interface BalanceSheet {
  name: string;
  run: { id: string; name: string };
  enrolmentId: string;
  balance: TraineeBalance;
}

/** The actor's own balance. @throws AppError notFound for somebody without a course */
export async function ownBalance(actor: Actor): Promise<BalanceSheet> {
  const enrolment = await enrolmentOf(actor.accountId);
  if (!enrolment) throw new AppError("notFound");
  return sheetOf(enrolment);
}

/** A trainee's balance for whoever reviews the practice. @throws AppError notFound */
export async function traineeBalance(
  actor: Actor,
  { runId, enrolmentId }: { runId: string | undefined; enrolmentId: string | undefined },
): Promise<BalanceSheet> {
  if (!isRowId(runId) || !isRowId(enrolmentId)) throw new AppError("notFound");
  const visible = { AND: [{ id: enrolmentId, runId }, whereEnrolment(actor, "practice:review")] };
  const seen = (await db().enrolment.count({ where: visible })) > 0;
  const enrolment = seen ? await enrolmentById(enrolmentId) : null;
  if (!enrolment) throw new AppError("notFound");
  return sheetOf(enrolment);
}

async function sheetOf({ id, accountId, run }: EnrolmentFacts): Promise<BalanceSheet> {
  const names = await namesOf([accountId]);
  return {
    name: names.get(accountId) ?? "",
    run: { id: run.id, name: run.name },
    enrolmentId: id,
    balance: await balanceOf(id),
  };
}
