import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { lockEnrolment } from "./enrolments.server";
import { creditLesson } from "./lesson-credit.server";
import { requireEarningEnrolment, requireLesson, type LessonAddress } from "./studying.server";

/**
 * The trainee says that the lesson was read and its exercise done, and may say how many minutes it took:
 * kept beside what was measured and what is credited. Saying it again changes nothing.
 * @returns minutes credited by it
 * @throws AppError notFound, or conflict when no run of the trainee counts hours now
 */
export async function declareLesson(
  actor: Actor,
  { minutes, ...address }: LessonAddress & { minutes?: number },
  { now }: { now: Date },
): Promise<{ credited: number }> {
  const lesson = requireLesson(address);
  const enrolment = await requireEarningEnrolment(actor);
  return inTransaction(async (tx) => {
    await lockEnrolment(tx, enrolment.id);
    const key = { enrolmentId: enrolment.id, lessonId: lesson.id };
    const { count: opened } = await tx.lessonProgress.createMany({
      data: { ...key, openedAt: now, lastOpenedAt: now, declaredAt: now, declaredMinutes: minutes },
      skipDuplicates: true,
    });
    const { count: declared } = await tx.lessonProgress.updateMany({
      where: { ...key, declaredAt: null },
      data: { declaredAt: now, declaredMinutes: minutes },
    });
    if (opened + declared > 0) {
      await audit(tx, {
        actor: actor.accountId,
        action: "lesson.declare",
        subject: { kind: "enrolment", id: enrolment.id },
        details: { lesson: lesson.id },
        at: now,
      });
    }
    return { credited: await creditLesson(tx, enrolment, lesson, now) };
  });
}
