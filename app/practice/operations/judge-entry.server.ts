import { enrolmentById, lockEnrolment } from "~/course/index.server";
import { lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { judgeEntry } from "../rules/entry-limits";
import type { EntryContent } from "./entry-content.server";
import { knownTimes } from "./known-times.server";
import { readGate } from "./practice-frame.server";

/**
 * Decides whether a piece of practice can be taken, while nobody else writes to the same enrolment or logs
 * practice of the same person elsewhere.
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
  const { accountId } = enrolment;
  await lockRow(tx, `practice-of:${accountId}`);
  const { frame } = await readGate(enrolment, tx);
  const others = await knownTimes(tx, { accountId, day: content.day, except: exceptId });
  const verdict = judgeEntry(content, others, frame, now);
  if (verdict.ok) return verdict.minutes;
  const { code, field, values } = verdict.refusal;
  throw new AppError("invalid", { field, reason: `practice:refusal.${code}`, values });
}
