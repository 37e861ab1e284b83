import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { unsealNullable } from "~/platform/crypto/index.server";
import { dateToDay } from "~/platform/days";
import { db, type Prisma } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { sessionPlace } from "../../places";
import { freePlaces, sessionStretch } from "../../rules/supervision/session-plan";
import { placeHolding, type InvitationStateKind, type PersonKind } from "../../supervision-codes";
import { invitationPlace, linkPlace } from "../../supervision-places";
import { personOf, personSelect } from "./session-people.server";
import { rowInclude, sessionRow, type SessionRow } from "./session-row.server";
import { whereOverseen, whereSession } from "./supervision-scope.server";

/** Somebody asked to a session or written down at it. */
export interface SessionPerson {
  personId: string;
  kind: PersonKind;
  name: string;
  state: InvitationStateKind;
  /** Minutes of somebody who was there, else null. */
  minutes: number | null;
  /** Why they cannot or could not come: for the supervisor and themselves. */
  reason: string | null;
}

export interface SessionDetail extends SessionRow {
  version: number;
  runId: string | null;
  cancelReason: string | null;
  /** Where to join a video: for the supervisor and those who are to come. */
  link: string | null;
  /** Who oversees a session sees everybody, who was merely asked only themselves. */
  attendees: SessionPerson[];
  /** Places nobody holds; null without a limit. */
  free: number | null;
  /** The actor leads it. */
  own: boolean;
  /** The actor's invitation can be answered now. */
  answerable: boolean;
  /** The supervisor's private note and the day it is erased; null for everybody else. */
  note: { text: string | null; deleteOn: string | null } | null;
}

const include = {
  ...rowInclude,
  invitations: { select: { id: true, state: true, reasonSealed: true, ...personSelect } },
  attendances: { select: { minutes: true, ...personSelect } },
} satisfies Prisma.SupervisionSessionInclude;

type Reading = Prisma.SupervisionSessionGetPayload<{ include: typeof include }>;

/** One session as the actor may see it. @throws AppError notFound */
export async function readSupervision(
  actor: Actor,
  id: string | undefined,
  now: Date,
): Promise<SessionDetail> {
  if (!isRowId(id)) throw new AppError("notFound");
  const session = await db().supervisionSession.findFirst({
    where: { AND: [{ id }, whereSession(actor, "supervision:list")] },
    include,
  });
  if (!session) throw new AppError("notFound");
  const { accountId } = actor;
  const own = session.supervisorId === accountId;
  const oversees =
    own || (await db().supervisionSession.count({ where: { AND: [{ id }, whereOverseen(actor)] } })) > 0;
  const everybody = peopleOf(session);
  const visible = everybody.filter((person) => oversees || person.accountId === accountId);
  const names = await namesOf([session.supervisorId, ...visible.flatMap((person) => person.accountId ?? [])]);
  const row = sessionRow(session, { names, accountId, now });
  const mayJoin = own || row.ownState === "invited" || row.ownState === "accepted";
  const stretch = sessionStretch(row);
  const people = visible
    .map(({ accountId: account, code, reasonOf, ...person }) => ({
      ...person,
      name: (account && names.get(account)) || code,
      reason: own || account === accountId ? reasonOf() : null,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "cs"));
  return {
    ...row,
    version: session.version,
    runId: session.runId,
    cancelReason: session.cancelReason,
    link: mayJoin ? unsealNullable(session.linkSealed, linkPlace(session.id)) : null,
    attendees: people,
    free: freePlaces(
      row,
      everybody.filter(({ state }) => placeHolding.some((held) => held === state)).length,
    ),
    own,
    answerable:
      row.ownState !== null && row.state === "planned" && stretch !== null && stretch.startsAt > now,
    note: own
      ? {
          text: unsealNullable(session.noteSealed, sessionPlace(session.id)),
          deleteOn: session.noteDeleteOn && dateToDay(session.noteDeleteOn),
        }
      : null,
  };
}

/** Everybody of a session once; who was there without an invitation too. */
function peopleOf(session: Reading) {
  const minutesOf = new Map(session.attendances.map((row) => [personOf(row).personId, row.minutes]));
  const asked = session.invitations.map(({ id, state, reasonSealed, ...row }) => {
    const person = personOf(row);
    return {
      ...person,
      state: minutesOf.has(person.personId) ? ("present" as const) : state,
      minutes: minutesOf.get(person.personId) ?? null,
      reasonOf: () => unsealNullable(reasonSealed, invitationPlace(id)),
    };
  });
  const known = new Set(asked.map(({ personId }) => personId));
  const others = session.attendances
    .map((row) => ({
      ...personOf(row),
      state: "present" as const,
      minutes: row.minutes,
      reasonOf: () => null,
    }))
    .filter(({ personId }) => !known.has(personId));
  return [...asked, ...others];
}
