import { db } from "~/platform/db/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import type { ExamPart } from "../../codes";
import { deadlinesOf, type ExamDeadlines } from "./exam-deadlines-of.server";
import { examPeople } from "./exam-people.server";

/** A trainee's own exam: the next day, what runs, and results; no names of the commission, no votes. */
export interface OwnExam {
  next: { day: string; startMinute: number; place: string; parts: ExamPart[] } | null;
  deadlines: ExamDeadlines;
  results: { part: ExamPart; heldOn: string; passed: boolean }[];
}

/** The exam of one enrolment; whose it is the caller has checked. Null before anything is known of it. */
export async function ownExam(enrolmentId: string, { now }: { now: Date }): Promise<OwnExam | null> {
  const person = (await examPeople({ enrolmentIds: [enrolmentId] })).get(enrolmentId);
  if (!person) return null;
  const today = dayOf(now);
  const rows = await db().examDay.findMany({
    where: { id: { in: person.waitingDays }, state: { in: ["planned", "open"] } },
    select: { heldOn: true, startMinute: true, place: true, parts: true },
    orderBy: { heldOn: "asc" },
  });
  const row = rows.find(({ heldOn }) => dateToDay(heldOn) >= today);
  const deadlines = deadlinesOf(person);
  const next = row ? { ...row, day: dateToDay(row.heldOn) } : null;
  if (!next && person.results.length === 0 && !person.missed) return null;
  return {
    next: next && { day: next.day, startMinute: next.startMinute, place: next.place, parts: next.parts },
    deadlines,
    results: [...person.results].sort((a, b) => b.heldOn.localeCompare(a.heldOn)),
  };
}
