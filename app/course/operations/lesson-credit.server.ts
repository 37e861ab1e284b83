import { audit } from "~/platform/audit/index.server";
import { dayOf } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { catalogue } from "../catalogue/catalogue.server";
import type { Lesson } from "../catalogue/types";
import { creditableMinutes, lessonSourceKey } from "../rules/ledger";
import { lessonEarned } from "../rules/lesson-rule";
import type { EnrolmentFacts } from "./enrolments.server";
import { keepVersion } from "./learning/lesson-versions.server";
import { addCredits, minutesInModule } from "./ledger.server";
import { lessonTestKey } from "./testing/test-definition.server";

/**
 * Credits a lesson when its rule is met. Whoever declares or passes the test calls it in the same
 * transaction, after `lockEnrolment`: otherwise two of them at once would each miss the other's half.
 * @returns minutes credited now
 */
export async function creditLesson(
  tx: Tx,
  enrolment: EnrolmentFacts,
  lesson: Lesson,
  now: Date,
): Promise<number> {
  const enrolmentId = enrolment.id;
  const sourceKey = lessonSourceKey(lesson.id);
  const [progress, passed, credited] = [
    await tx.lessonProgress.findUnique({
      where: { enrolmentId_lessonId: { enrolmentId, lessonId: lesson.id } },
    }),
    await tx.testAttempt.findFirst({
      where: { enrolmentId, testKey: lessonTestKey(lesson.id), passed: true },
      select: { id: true },
    }),
    await tx.ledgerEntry.findUnique({ where: { enrolmentId_sourceKey: { enrolmentId, sourceKey } } }),
  ];
  const facts = {
    opened: progress !== null,
    declared: Boolean(progress?.declaredAt),
    passed: passed !== null,
    credited: credited !== null,
  };
  if (!lessonEarned(facts)) return 0;
  const { teachingHour } = enrolment.run.settings;
  const moduleHours = catalogue().modules.find(({ id }) => id === lesson.moduleId)?.hours ?? 0;
  const already = await minutesInModule(tx, enrolmentId, lesson.moduleId);
  const minutes = creditableMinutes(teachingHour, already, moduleHours * teachingHour);
  if (minutes === 0) return 0;
  const added = await addCredits(tx, [
    {
      enrolmentId,
      unit: "theory",
      kind: "online_lesson",
      minutes,
      sourceKey,
      moduleId: lesson.moduleId,
      contentHash: lesson.contentHash,
      day: dayOf(now),
      actorId: null,
      now,
    },
  ]);
  if (added === 0) return 0;
  await keepVersion(lesson, now, tx);
  await audit(tx, {
    actor: enrolment.accountId,
    action: "lesson.credit",
    subject: { kind: "enrolment", id: enrolmentId },
    details: { lesson: lesson.id, minutes, contentHash: lesson.contentHash },
    at: now,
  });
  return minutes;
}
