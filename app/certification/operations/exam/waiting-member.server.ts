import type { Actor } from "~/access/index.server";
import { dateToDay } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import type { WaitingTask } from "~/platform/waiting-task";
import { declarationVersion } from "../../rules/exam/codes";
import { readExamDay } from "./read-exam-day.server";

/** What a member of commissions is to do: declare, vote, sign. */
export async function waitingMember(actor: Actor, now: Date): Promise<WaitingTask[]> {
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
