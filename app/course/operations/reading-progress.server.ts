import { db } from "~/platform/db/index.server";

/**
 * Notes that a lesson was opened, and where it is being read. Two tabs may do so at once, so the row is
 * made only when there is none.
 */
export async function noteReading(
  key: { enrolmentId: string; lessonId: string },
  change: { lastOpenedAt: Date; lastHeading?: string | null; seenContentHash?: string },
): Promise<void> {
  const { count } = await db().lessonProgress.updateMany({ where: key, data: change });
  if (count > 0) return;
  await db().lessonProgress.createMany({
    data: { ...key, ...change, openedAt: change.lastOpenedAt },
    skipDuplicates: true,
  });
}
