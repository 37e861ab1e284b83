import type { Actor } from "~/access/index.server";
import { enrolmentOf, whereRun } from "~/course/index.server";
import { dateToDay, dayOf, dayToDate, formatTime } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import type { WaitingTask } from "~/platform/waiting-task";
import { declarationVersion } from "../../rules/exam/codes";
import { standingKind } from "../../rules/trainee-standing";
import { examPeople } from "./exam-people.server";
import { ownExam } from "./own-exam.server";
import { readExamDay } from "./read-exam-day.server";

/** What exam days want from a person today. */
export async function examWaitingFor(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const tasks: Promise<WaitingTask[]>[] = [];
  if (actor.can("exam:record")) tasks.push(ofOrganiser(actor, now));
  if (actor.can("exam:judge")) tasks.push(ofMember(actor, now));
  if (actor.can("course:study")) tasks.push(ofTrainee(actor, now));
  return (await Promise.all(tasks)).flat();
}

async function ofOrganiser(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const today = dayOf(now);
  const runs = await db().courseRun.findMany({
    where: { AND: [{ state: { in: ["running", "exams"] } }, whereRun(actor, "exam:record")] },
    select: {
      id: true,
      name: true,
      examDays: {
        where: { state: { in: ["planned", "open"] } },
        select: { id: true, state: true, heldOn: true },
      },
    },
  });
  if (runs.length === 0) return [];
  const people = [...(await examPeople({ runIds: runs.map(({ id }) => id) })).values()];
  return runs.flatMap(({ id, name, examDays }) => {
    const count = people.filter(
      ({ standing, waitingDays, results, missed, accountId }) =>
        standing.runId === id &&
        accountId !== actor.accountId &&
        standingKind(standing) === "examined" &&
        waitingDays.length === 0 &&
        results.length === 0 &&
        !missed,
    ).length;
    const toPlan: WaitingTask = {
      id: `exam-${id}`,
      text: "exam:waiting.plan",
      values: { count, run: name },
      to: `/behy/${id}/zkouska`,
      urgency: "soon",
    };
    const days = examDays.flatMap((day): WaitingTask[] => {
      const heldOn = dateToDay(day.heldOn);
      if (day.state === "planned" && heldOn > today) return [];
      const text = day.state === "open" ? "close" : heldOn === today ? "open" : "passed";
      const urgency = text === "passed" ? "overdue" : "today";
      const to = `/zkousky/${day.id}`;
      return [
        {
          id: `exam-day-${day.id}`,
          text: `exam:waiting.${text}`,
          values: { run: name },
          to,
          due: heldOn,
          urgency,
        },
      ];
    });
    return [...(count > 0 ? [toPlan] : []), ...days];
  });
}

async function ofMember(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const seats = await db().examMember.findMany({
    where: {
      accountId: actor.accountId,
      examDay: {
        state: { in: ["planned", "open", "closed"] },
        candidates: { none: { enrolment: { accountId: actor.accountId } } },
      },
    },
    include: {
      examDay: { select: { id: true, state: true, heldOn: true, run: { select: { name: true } } } },
    },
  });
  const tasks = seats.map(async ({ examDay, declarationVersion: declared, signedAt }) => {
    const { id, state, heldOn, run } = examDay;
    const task = (text: string, urgency: WaitingTask["urgency"]): WaitingTask[] => [
      {
        id: `seat-${id}`,
        text: `exam:waiting.${text}`,
        values: { run: run.name },
        to: `/zkousky/${id}`,
        due: dateToDay(heldOn),
        urgency,
      },
    ];
    if (state === "planned") return declared === declarationVersion ? [] : task("declare", "soon");
    if (state === "closed") return signedAt ? [] : task("sign", "today");
    const view = await readExamDay(actor, id, { now });
    const open = view.candidates
      .filter((candidate) => candidate.state === "present")
      .some(({ parts }) => parts.some(({ own }) => own === null));
    return open ? task("vote", "today") : [];
  });
  return (await Promise.all(tasks)).flat();
}

async function ofTrainee(actor: Actor, now: Date): Promise<WaitingTask[]> {
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
