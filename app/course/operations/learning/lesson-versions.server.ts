import { z } from "zod";
import { db, type Tx } from "~/platform/db/index.server";
import type { Lesson } from "../../catalogue/types";
import type { Paragraph } from "../../rules/learning/text-changes";

/** Versions of lessons somebody read or was credited for, so that it can be said later what has changed. */

export interface LessonVersionText {
  contentHash: string;
  title: string;
  paragraphs: Paragraph[];
}

const storedParagraphs = z.array(z.object({ heading: z.string(), text: z.string() }));

/** Keeps a lesson as it is now; once per content. */
export async function keepVersion(lesson: Lesson, now: Date, writer: Tx = db()): Promise<void> {
  const { contentHash, id: lessonId, title, text } = lesson;
  await writer.lessonVersion.createMany({
    data: { contentHash, lessonId, title, paragraphs: text.paragraphs, firstSeenAt: now },
    skipDuplicates: true,
  });
}

/** A kept version of a lesson, or null: credits older than this record have none. */
export async function versionOf(lessonId: string, contentHash: string): Promise<LessonVersionText | null> {
  const row = await db().lessonVersion.findFirst({ where: { contentHash, lessonId } });
  return row && { contentHash, title: row.title, paragraphs: storedParagraphs.parse(row.paragraphs) };
}
