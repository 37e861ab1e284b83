import { dateToDay, dayToDate, momentsOf } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { sessionStretch, type SessionWhen, type Stretch } from "../../rules/supervision/session-plan";
import { placeHolding } from "../../supervision-codes";
import { practiceTimesOf } from "../practice-times.server";

/** Something else somebody does at the time of a session. */
export interface Busy extends Stretch {
  personId: string;
  accountId: string;
  what: "practice" | "teaching" | "supervision";
}

/** A trainee whose time is asked for. */
export interface Enrolment {
  id: string;
  accountId: string;
  runId: string;
}

/** Practice of trainees on a day. */
export async function practiceOf(tx: Tx, enrolments: readonly Enrolment[], day: string): Promise<Busy[]> {
  const ids = enrolments.map(({ id }) => id);
  const times = await practiceTimesOf(ids, [day], tx);
  return enrolments.flatMap(({ id, accountId }) =>
    (times.get(id) ?? []).flatMap(({ startMinute, endMinute }): Busy[] => {
      const [startsAt] = momentsOf(day, startMinute);
      if (!startsAt) return [];
      const length = (endMinute - startMinute) * 60_000;
      const endsAt = momentsOf(day, endMinute).at(-1) ?? new Date(startsAt.getTime() + length);
      return [{ personId: id, accountId, what: "practice", startsAt, endsAt }];
    }),
  );
}

/** Teaching of trainees at a time: what they were at, or what is planned and not excused. */
export async function teachingOf(
  tx: Tx,
  enrolments: readonly Enrolment[],
  { startsAt, endsAt }: Stretch,
  state: "planned" | "held",
): Promise<Busy[]> {
  const sessions = await tx.teachingSession.findMany({
    where: {
      runId: { in: enrolments.map(({ runId }) => runId) },
      state: state === "held" ? "held" : { not: "cancelled" },
      startsAt: { lt: endsAt },
      endsAt: { gt: startsAt },
    },
    include: { attendance: { select: { enrolmentId: true, state: true, arrivedAt: true, leftAt: true } } },
  });
  return sessions.flatMap((session) =>
    enrolments
      .filter(({ runId }) => runId === session.runId)
      .flatMap(({ id, accountId }): Busy[] => {
        const own = session.attendance.find(({ enrolmentId }) => enrolmentId === id);
        // What was taught counts for those who were there; what is planned for all who sent no excuse.
        const there = session.state === "held" ? own?.state === "present" : own?.state !== "excused";
        if (!there) return [];
        const from = own?.arrivedAt ?? session.startsAt;
        const to = own?.leftAt ?? session.endsAt;
        return [{ personId: id, accountId, what: "teaching", startsAt: from, endsAt: to }];
      }),
  );
}

/** Other supervision of people on the day of a session: attended, or they hold a place at it. */
export async function supervisionsOf(
  tx: Tx,
  ids: string[],
  session: SessionWhen & { id: string },
  state: "planned" | "held",
): Promise<Busy[]> {
  const who = { OR: [{ enrolmentId: { in: ids } }, { mentorId: { in: ids } }] };
  const select = {
    enrolmentId: true,
    mentorId: true,
    enrolment: { select: { accountId: true } },
    mentor: { select: { accountId: true } },
    session: { select: { day: true, startMinute: true, minutes: true } },
  } as const;
  const at = { id: { not: session.id }, day: dayToDate(session.day) };
  const rows = [
    ...(await tx.supervisionAttendance.findMany({
      where: { ...who, session: { ...at, state: "held" } },
      select,
    })),
    ...(state === "planned"
      ? await tx.supervisionInvitation.findMany({
          where: { ...who, state: { in: [...placeHolding] }, session: { ...at, state: "planned" } },
          select,
        })
      : []),
  ];
  return rows.flatMap(({ enrolmentId, mentorId, enrolment, mentor, session: other }): Busy[] => {
    const stretch = sessionStretch({ ...other, day: dateToDay(other.day) });
    const personId = enrolmentId ?? mentorId;
    const accountId = enrolment?.accountId ?? mentor?.accountId ?? "";
    return stretch && personId ? [{ ...stretch, personId, accountId, what: "supervision" }] : [];
  });
}
