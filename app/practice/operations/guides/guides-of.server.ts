import { db, type Tx } from "~/platform/db/index.server";

/** Somebody who guided a trainee, now or earlier. */
export interface GuideOf {
  mentorId: string;
  /** Null for a mentor without an account. */
  accountId: string | null;
  current: boolean;
}

/**
 * Guides of several trainees, those of earlier times too; each mentor once. A trainee without a guide has
 * an empty list.
 * @param enrolmentIds enrolments whose scope the caller has checked
 */
export async function guidesOf(
  enrolmentIds: readonly string[],
  reader: Tx = db(),
): Promise<Map<string, GuideOf[]>> {
  const guides = new Map<string, GuideOf[]>(enrolmentIds.map((id) => [id, []]));
  if (enrolmentIds.length === 0) return guides;
  const rows = await reader.traineeGuide.findMany({
    where: { enrolmentId: { in: [...enrolmentIds] } },
    select: { enrolmentId: true, mentorId: true, endedAt: true, mentor: { select: { accountId: true } } },
    orderBy: [{ assignedAt: "desc" }, { id: "asc" }],
  });
  for (const { enrolmentId, mentorId, endedAt, mentor } of rows) {
    const known = guides.get(enrolmentId)!;
    const earlier = known.find((guide) => guide.mentorId === mentorId);
    if (earlier) earlier.current ||= endedAt === null;
    else known.push({ mentorId, accountId: mentor.accountId, current: endedAt === null });
  }
  return guides;
}
