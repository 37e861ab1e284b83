import { dateToDay } from "~/platform/days";
import type { Prisma } from "~/platform/db/index.server";
import type { SupervisionForm } from "../../codes";
import { sessionStretch } from "../../rules/supervision/session-plan";
import {
  placeHolding,
  type InvitationStateKind,
  type SupervisionPlaceKind,
  type SupervisionStateKind,
} from "../../supervision-codes";

/** A session as lists show it; times are those of Prague. */
export interface SessionRow {
  id: string;
  state: SupervisionStateKind;
  day: string;
  startMinute: number;
  minutes: number;
  place: SupervisionPlaceKind;
  town: string;
  form: SupervisionForm;
  capacity: number | null;
  runName: string | null;
  supervisorName: string;
  /** People who were there; of a planned session those who hold a place. */
  people: number;
  /** Planned, and its time is over: it waits to be closed. */
  over: boolean;
  /** How the actor's own invitation stands; null for who was not asked. */
  ownState: InvitationStateKind | null;
}

export const rowInclude = {
  run: { select: { name: true } },
  invitations: {
    select: {
      state: true,
      enrolment: { select: { accountId: true } },
      mentor: { select: { accountId: true } },
    },
  },
  _count: { select: { attendances: true } },
} satisfies Prisma.SupervisionSessionInclude;

export type SessionWithPeople = Prisma.SupervisionSessionGetPayload<{ include: typeof rowInclude }>;

/** Makes the row of a session for somebody. */
export function sessionRow(
  session: SessionWithPeople,
  { names, accountId, now }: { names: ReadonlyMap<string, string>; accountId: string; now: Date },
): SessionRow {
  const { id, state, startMinute, minutes, place, town, capacity, invitations } = session;
  const day = dateToDay(session.day);
  const own = invitations.find(
    ({ enrolment, mentor }) => (enrolment?.accountId ?? mentor?.accountId) === accountId,
  );
  const holding = invitations.filter((one) => placeHolding.some((held) => held === one.state)).length;
  const stretch = sessionStretch({ day, startMinute, minutes });
  return {
    id,
    state,
    day,
    startMinute,
    minutes,
    place,
    town,
    form: session.form === "individual" ? "individual" : "group",
    capacity,
    runName: session.run?.name ?? null,
    supervisorName: names.get(session.supervisorId) ?? "",
    people: state === "planned" ? holding : session._count.attendances,
    over: state === "planned" && stretch !== null && stretch.endsAt <= now,
    ownState: own?.state ?? null,
  };
}
