import { namesOf } from "~/people/index.server";
import { db, type Tx } from "~/platform/db/index.server";

/** Names of guides by mentor id; the code of a mentor without an account. */
export async function guideNames(
  mentorIds: Iterable<string | null>,
  reader: Tx = db(),
): Promise<Map<string, string>> {
  const ids = [...new Set(mentorIds)].filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const mentors = await reader.mentor.findMany({
    where: { id: { in: ids } },
    select: { id: true, code: true, accountId: true },
  });
  const names = await namesOf(
    mentors.flatMap(({ accountId }) => accountId ?? []),
    reader,
  );
  return new Map(mentors.map(({ id, code, accountId }) => [id, (accountId && names.get(accountId)) || code]));
}

/** A guide as a choice. */
export interface GuideChoice {
  mentorId: string;
  name: string;
}

/** Guides a trainee has now, by name. */
export async function currentGuides(enrolmentId: string, reader: Tx = db()): Promise<GuideChoice[]> {
  const rows = await reader.traineeGuide.findMany({
    where: { enrolmentId, endedAt: null },
    select: { mentorId: true },
  });
  const names = await guideNames(
    rows.map(({ mentorId }) => mentorId),
    reader,
  );
  return [...names]
    .map(([mentorId, name]) => ({ mentorId, name }))
    .sort((a, b) => a.name.localeCompare(b.name, "cs"));
}
