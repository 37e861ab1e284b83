import type { Actor } from "~/access/index.server";
import { enrolmentOf } from "~/course/index.server";
import { dayOf, dayToDate, formatTime } from "~/platform/days";
import type { WaitingTask } from "~/platform/waiting-task";
import { ownExam } from "./own-exam.server";

/** What a trainee is to know: the day of the exam, and deadlines that run after one. */
export async function waitingTrainee(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const enrolment = await enrolmentOf(actor.accountId);
  if (!enrolment || enrolment.state !== "active") return [];
  const exam = await ownExam(enrolment.id, { now });
  if (!exam) return [];
  const today = dayOf(now);
  const to = "/kurz/muj-prehled";
  const tasks: WaitingTask[] = [];
  if (exam.next) {
    const { day, startMinute, place } = exam.next;
    const values = { day: dayToDate(day).getTime(), time: formatTime(startMinute), place };
    tasks.push({ id: "own-exam", text: "exam:waiting.own", values, to, due: day, urgency: "soon" });
  } else {
    for (const { part, until } of exam.deadlines.resits.filter((one) => one.until >= today)) {
      tasks.push({
        id: `resit-${part}`,
        text: `exam:waiting.resit.${part}`,
        to,
        due: until,
        urgency: "soon",
      });
    }
    const { excuseUntil, substituteUntil } = exam.deadlines;
    if (excuseUntil && excuseUntil >= today)
      tasks.push({ id: "own-excuse", text: "exam:waiting.excuse", to, due: excuseUntil, urgency: "today" });
    if (substituteUntil && substituteUntil >= today)
      tasks.push({
        id: "own-substitute",
        text: "exam:waiting.substitute",
        to,
        due: substituteUntil,
        urgency: "soon",
      });
  }
  return tasks;
}
