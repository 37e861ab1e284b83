import type { Tx } from "~/platform/db/index.server";
import { dateToDay, dayOf } from "~/platform/days";

/** What a trainee did last and what waits, by enrolment; days are `YYYY-MM-DD`. */
export interface Activity {
  lastActiveOn: string | null;
  /** Last day with practice that was sent or approved. */
  lastPracticeOn: string | null;
  /** Day the longest waiting practice entry was sent. */
  practiceSentOn: string | null;
}

/**
 * Reads what trainees did themselves: opened a lesson, worked on a test, came to teaching, wrote practice
 * down. What others did about them (an approval, a correction) is not their activity. Five queries, however
 * many trainees there are.
 */
export async function activityOf(ids: readonly string[], reader: Tx): Promise<Map<string, Activity>> {
  const enrolmentId = { in: [...ids] };
  const opened = await reader.lessonProgress.groupBy({
    by: ["enrolmentId"],
    where: { enrolmentId },
    _max: { lastOpenedAt: true },
  });
  const tested = await reader.testAttempt.groupBy({
    by: ["enrolmentId"],
    where: { enrolmentId },
    _max: { savedAt: true },
  });
  const taught = await reader.ledgerEntry.groupBy({
    by: ["enrolmentId"],
    where: { enrolmentId, kind: { in: ["in_person_session", "make_up"] } },
    _max: { day: true },
  });
  const practised = await reader.practiceEntry.groupBy({
    by: ["enrolmentId"],
    where: { enrolmentId, state: { in: ["submitted", "approved"] } },
    _max: { day: true, createdAt: true },
  });
  const waiting = await reader.practiceEntry.groupBy({
    by: ["enrolmentId"],
    where: { enrolmentId, state: "submitted" },
    _min: { updatedAt: true },
  });
  const activity = new Map<string, Activity>(
    ids.map((id) => [id, { lastActiveOn: null, lastPracticeOn: null, practiceSentOn: null }]),
  );
  const note = (id: string | null, day: string | null) => {
    const known = id === null ? undefined : activity.get(id);
    if (known && day && (known.lastActiveOn === null || day > known.lastActiveOn)) known.lastActiveOn = day;
  };
  for (const row of opened) note(row.enrolmentId, row._max.lastOpenedAt && dayOf(row._max.lastOpenedAt));
  for (const row of tested) note(row.enrolmentId, row._max.savedAt && dayOf(row._max.savedAt));
  for (const row of taught) note(row.enrolmentId, row._max.day && dateToDay(row._max.day));
  for (const { enrolmentId: id, _max } of practised) {
    note(id, _max.createdAt && dayOf(_max.createdAt));
    activity.get(id)!.lastPracticeOn = _max.day && dateToDay(_max.day);
  }
  for (const { enrolmentId: id, _min } of waiting)
    activity.get(id)!.practiceSentOn = _min.updatedAt && dayOf(_min.updatedAt);
  return activity;
}
