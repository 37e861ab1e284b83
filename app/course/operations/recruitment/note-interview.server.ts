import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal } from "~/platform/crypto/index.server";
import { dayOf, dayToDate } from "~/platform/days";
import { inTransaction, lockRow } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isOpenApplication } from "../../rules/application-states";
import { applicationIn, applicationPlace } from "../application-row.server";

export interface InterviewNote {
  id: string;
  version: number;
  /** Day of the interview, `YYYY-MM-DD`. */
  day: string;
  notes: string;
}

/**
 * Writes down the selection interview: when, who led it and what was found. Only those who decide read it.
 * @throws AppError notFound, stale, conflict when the application is decided, invalid with the field
 */
export async function noteInterview(
  actor: Actor,
  input: InterviewNote,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockRow(tx, `application:${input.id}`);
    const row = await applicationIn(tx, actor, "application:decide", input.id);
    if (row.accountId === actor.accountId) throw new AppError("forbidden");
    if (!isOpenApplication(row.state)) {
      throw new AppError("conflict", { reason: "course:refusal.applicationDecided" });
    }
    if (input.day > dayOf(now)) {
      throw new AppError("invalid", { field: "day", reason: "course:refusal.futureDay" });
    }
    if (input.day < dayOf(row.submittedAt)) {
      throw new AppError("invalid", { field: "day", reason: "recruitment:error.beforeApplication" });
    }
    const { count } = await tx.application.updateMany({
      where: { id: row.id, version: input.version },
      data: {
        interviewedOn: dayToDate(input.day),
        interviewedById: actor.accountId,
        interviewNotesSealed: seal(input.notes, applicationPlace("interviewNotesSealed", row.id)),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new AppError("stale");
    await audit(tx, {
      actor: actor.accountId,
      action: "application.interview",
      subject: { kind: "application", id: row.id },
      details: { day: input.day },
      at: now,
    });
  });
}
