import type { Actor } from "~/access/index.server";
import { db } from "~/platform/db/index.server";
import type { Lesson } from "../../catalogue/types";
import { lessonSourceKey } from "../../rules/ledger";
import { paragraphChanges, sameText, type ParagraphChange } from "../../rules/learning/text-changes";
import { requireLesson, requireStudent, type LessonAddress } from "../studying.server";
import { noteReading } from "../reading-progress.server";
import { keepVersion, versionOf } from "./lesson-versions.server";

export interface ChangesReading {
  lesson: Lesson;
  /** `none`: nothing changed since; `unknown`: the older text was never kept. */
  state: "none" | "unknown" | "testOnly" | "changed";
  changes: ParagraphChange[];
  /** The trainee has an hour for the older text; it stays whatever changed. */
  credited: boolean;
  /** The trainee said that the new text was read. */
  seen: boolean;
}

/**
 * What changed in a lesson since the trainee read it, or since the hour for it was credited.
 * @throws AppError notFound, or conflict without a course
 */
export async function readChanges(actor: Actor, address: LessonAddress): Promise<ChangesReading> {
  const lesson = requireLesson(address);
  const { enrolmentId } = await requireStudent(actor);
  const key = { enrolmentId, lessonId: lesson.id };
  const [credit, progress] = [
    await db().ledgerEntry.findUnique({
      where: { enrolmentId_sourceKey: { enrolmentId, sourceKey: lessonSourceKey(lesson.id) } },
      select: { contentHash: true },
    }),
    await db().lessonProgress.findUnique({
      where: { enrolmentId_lessonId: key },
      select: { seenContentHash: true },
    }),
  ];
  // What was read last comes first; the credited text stays worth comparing once the new one was read.
  const since = [progress?.seenContentHash, credit?.contentHash].find(
    (hash) => hash && hash !== lesson.contentHash,
  );
  const reading = {
    lesson,
    changes: [],
    credited: credit !== null,
    seen: progress?.seenContentHash === lesson.contentHash,
  };
  if (!since) return { ...reading, state: "none" };
  const older = await versionOf(lesson.id, since);
  if (!older) return { ...reading, state: "unknown" };
  const changes = paragraphChanges(older.paragraphs, lesson.text.paragraphs);
  return { ...reading, changes, state: sameText(changes) ? "testOnly" : "changed" };
}

/** Remembers that the trainee knows the present text. Credits are not touched. */
export async function noteVersionSeen(
  actor: Actor,
  address: LessonAddress,
  { now }: { now: Date },
): Promise<void> {
  const lesson = requireLesson(address);
  const { enrolmentId } = await requireStudent(actor);
  await keepVersion(lesson, now);
  await noteReading(
    { enrolmentId, lessonId: lesson.id },
    { lastOpenedAt: now, seenContentHash: lesson.contentHash },
  );
}
