import type { Actor } from "~/access/index.server";
import { inTransaction, lockRow } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { countedSeconds, longestBeat } from "../../rules/learning/reading-time";
import { requireLesson, studentOf, type LessonAddress } from "../studying.server";

/**
 * Adds what a page says was read since it said so last. The portal's own clock decides how much of it can be
 * true: time is counted once over all lessons, tabs and devices. It earns nothing; readers without a course
 * and lessons that were not opened leave no trace.
 * @returns seconds added
 * @throws AppError notFound, or invalid when a beat claims more than one can
 */
export async function measureReading(
  actor: Actor,
  address: LessonAddress,
  claimed: number,
  { now }: { now: Date },
): Promise<number> {
  const lesson = requireLesson(address);
  if (claimed > longestBeat) {
    throw new AppError("invalid", {
      field: "seconds",
      reason: "errors:tooBig",
      values: { maximum: longestBeat },
    });
  }
  const student = await studentOf(actor);
  if (!student) return 0;
  const key = { enrolmentId: student.enrolmentId, lessonId: lesson.id };
  return inTransaction(async (tx) => {
    await lockRow(tx, `reading:${key.enrolmentId}`);
    const where = { enrolmentId_lessonId: key };
    const progress = await tx.lessonProgress.findUnique({ where, select: { openedAt: true } });
    if (!progress) return 0;
    const { _max } = await tx.lessonProgress.aggregate({
      where: { enrolmentId: key.enrolmentId },
      _max: { measuredUntil: true },
    });
    const { openedAt } = progress;
    const seconds = countedSeconds({ claimed, now, openedAt, countedUntil: _max.measuredUntil });
    if (seconds === 0) return 0;
    await tx.lessonProgress.update({
      where,
      data: { measuredSeconds: { increment: seconds }, measuredUntil: now },
    });
    return seconds;
  });
}
