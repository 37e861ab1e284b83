import { namesOf } from "~/people/index.server";
import { dateToDay, dayToDate, formatTime, minuteOfDay, momentsOf } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import {
  freeMinutes,
  overlaps,
  sessionStretch,
  type SessionWhen,
  type Stretch,
} from "../../rules/supervision/session-plan";
import { practiceTimesOf } from "../practice-times.server";
import { refused } from "./session-checks.server";

/** Something else somebody does at the time of a session. */
interface Busy extends Stretch {
  personId: string;
  accountId: string;
  what: "practice" | "teaching" | "supervision";
}

interface Enrolment {
  id: string;
  accountId: string;
  runId: string;
}

/**
 * Refuses people who are somewhere else at the time of a session, naming the first.
 * @param people minutes each is at the session, by enrolment or mentor; the whole session when planned
 * @throws AppError invalid
 */
export async function requireFreePeople(
  tx: Tx,
  session: SessionWhen & { id: string },
  people: ReadonlyMap<string, number>,
  { state, fieldOf }: { state: "planned" | "held"; fieldOf: (personId: string) => string },
): Promise<void> {
  const stretch = sessionStretch(session);
  if (!stretch || people.size === 0) return;
  const ids = [...people.keys()];
  const enrolments = await tx.enrolment.findMany({
    where: { id: { in: ids } },
    select: { id: true, accountId: true, runId: true },
  });
  const busy = [
    ...(state === "held" ? await practiceOf(tx, enrolments, session.day) : []),
    ...(await teachingOf(tx, enrolments, stretch, state)),
    ...(await supervisionsOf(tx, ids, session, state)),
  ].filter((other) => overlaps(stretch, other));
  const clash = busy.find(({ personId }) => {
    const others = busy.filter((other) => other.personId === personId);
    return (people.get(personId) ?? 0) > freeMinutes(stretch, others);
  });
  if (!clash) return;
  const name = (await namesOf([clash.accountId], tx)).get(clash.accountId) ?? "";
  throw refused(fieldOf(clash.personId), `overlap.${clash.what}`, {
    name,
    from: formatTime(minuteOfDay(clash.startsAt)),
    to: formatTime(minuteOfDay(clash.endsAt)),
  });
}

async function practiceOf(tx: Tx, enrolments: readonly Enrolment[], day: string): Promise<Busy[]> {
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

async function teachingOf(
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

async function supervisionsOf(
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
          where: { ...who, state: { in: ["invited", "accepted"] }, session: { ...at, state: "planned" } },
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
