import { namesOf } from "~/people/index.server";
import { formatTime, minuteOfDay } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import {
  freeMinutes,
  overlaps,
  sessionStretch,
  type SessionWhen,
} from "../../rules/supervision/session-plan";
import { practiceOf, supervisionsOf, teachingOf } from "./busy-times.server";
import { refused } from "./session-checks.server";

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
