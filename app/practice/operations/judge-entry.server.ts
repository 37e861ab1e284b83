import { enrolmentById, lockEnrolment } from "~/course/index.server";
import { dayToDate } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { judgeEntry } from "../rules/entry-limits";
import { knownEntry, type EntryContent } from "./entry-content.server";
import { readGate } from "./practice-frame.server";

/**
 * Decides whether a piece of practice can be taken, while nobody else writes to the same enrolment.
 * @param input.exceptId the entry being corrected
 * @returns its length in minutes
 * @throws AppError invalid with the precise reason
 */
export async function requireTakeable(
  tx: Tx,
  input: { enrolmentId: string; content: EntryContent; exceptId?: string; now: Date },
): Promise<number> {
  const { enrolmentId, content, exceptId, now } = input;
  await lockEnrolment(tx, enrolmentId);
  const enrolment = await enrolmentById(enrolmentId, tx);
  if (!enrolment) throw new AppError("notFound");
  const { frame } = await readGate(enrolment, tx);
  const sameDay = await tx.practiceEntry.findMany({
    where: { enrolmentId, day: dayToDate(content.day), id: { not: exceptId } },
  });
  const verdict = judgeEntry(content, sameDay.map(knownEntry), frame, now);
  if (verdict.ok) return verdict.minutes;
  const { code, field, values } = verdict.refusal;
  throw new AppError("invalid", { field, reason: `practice:refusal.${code}`, values });
}
