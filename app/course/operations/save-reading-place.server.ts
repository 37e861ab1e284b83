import type { Actor } from "~/access/index.server";
import { enrolmentOf } from "./enrolments.server";
import { noteReading } from "./reading-progress.server";
import { requireLesson, type LessonAddress } from "./studying.server";

/**
 * Remembers the heading a trainee reads at, to go on from there on any device. It earns nothing; a heading
 * the lesson no longer has is forgotten, and a reader without an enrolment leaves no trace.
 * @throws AppError notFound
 */
export async function saveReadingPlace(
  actor: Actor,
  address: LessonAddress,
  heading: string,
  { now }: { now: Date },
): Promise<void> {
  const lesson = requireLesson(address);
  const enrolment = await enrolmentOf(actor.accountId);
  if (enrolment?.state !== "active") return;
  const lastHeading = lesson.text.headings.some(({ id }) => id === heading) ? heading : null;
  await noteReading({ enrolmentId: enrolment.id, lessonId: lesson.id }, { lastOpenedAt: now, lastHeading });
}
