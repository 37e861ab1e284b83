import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { unsealNullable } from "~/platform/crypto/index.server";
import { dateToDay } from "~/platform/days";
import { db, type Prisma } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { sessionPlace } from "../places";
import type { SupervisionForm } from "../schema";
import { whereSession } from "./supervision-scope.server";

/** A session as lists show it. */
export interface SessionRow {
  id: string;
  day: string;
  startMinute: number;
  minutes: number;
  town: string;
  form: SupervisionForm;
  runName: string | null;
  supervisorName: string;
  present: number;
}

export interface SessionDetail extends SessionRow {
  attendees: { id: string; name: string; kind: "trainee" | "mentor"; minutes: number }[];
  /** The supervisor's private note; null for everybody else. */
  note: string | null;
  own: boolean;
}

const pageSize = 25;

const listInclude = {
  run: { select: { name: true } },
  _count: { select: { attendances: true } },
} satisfies Prisma.SupervisionSessionInclude;

/** Sessions the actor led, attended, or oversees; the newest first. */
export async function listSupervisions(
  actor: Actor,
  page: number,
): Promise<{ rows: SessionRow[]; page: number; pages: number; total: number }> {
  const where = whereSession(actor, "supervision:list");
  const total = await db().supervisionSession.count({ where });
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const shown = Math.min(Math.max(1, page), pages);
  const sessions = await db().supervisionSession.findMany({
    where,
    include: listInclude,
    orderBy: [{ day: "desc" }, { startMinute: "desc" }, { id: "asc" }],
    skip: (shown - 1) * pageSize,
    take: pageSize,
  });
  const names = await namesOf(sessions.map(({ supervisorId }) => supervisorId));
  return { rows: sessions.map((session) => sessionRow(session, names)), page: shown, pages, total };
}

/** One of them. Attendees of a session somebody merely attended are not named to them. @throws AppError notFound */
export async function readSupervision(actor: Actor, id: string | undefined): Promise<SessionDetail> {
  if (!isRowId(id)) throw new AppError("notFound");
  const session = await db().supervisionSession.findFirst({
    where: { AND: [{ id }, whereSession(actor, "supervision:list")] },
    include: {
      ...listInclude,
      attendances: {
        select: {
          id: true,
          minutes: true,
          enrolment: { select: { accountId: true } },
          mentor: { select: { accountId: true, code: true } },
        },
      },
    },
  });
  if (!session) throw new AppError("notFound");
  const own = session.supervisorId === actor.accountId;
  const oversees = own || actor.scopes("supervision:list").some(({ kind }) => kind !== "own");
  const people = session.attendances.map(({ id: row, minutes, enrolment, mentor }) => ({
    id: row,
    minutes,
    accountId: enrolment?.accountId ?? mentor?.accountId ?? null,
    code: mentor?.code ?? "",
    kind: enrolment ? ("trainee" as const) : ("mentor" as const),
  }));
  const visible = people.filter(({ accountId }) => oversees || accountId === actor.accountId);
  const names = await namesOf([
    session.supervisorId,
    ...visible.flatMap(({ accountId }) => (accountId ? [accountId] : [])),
  ]);
  const attendees = visible
    .map(({ accountId, code, ...person }) => ({
      ...person,
      name: (accountId && names.get(accountId)) || code,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "cs"));
  return {
    ...sessionRow(session, names),
    attendees,
    own,
    note: own ? unsealNullable(session.noteSealed, sessionPlace(session.id)) : null,
  };
}

function sessionRow(
  session: Prisma.SupervisionSessionGetPayload<{ include: typeof listInclude }>,
  names: Map<string, string>,
): SessionRow {
  const { id, startMinute, minutes, town, form } = session;
  return {
    id,
    day: dateToDay(session.day),
    startMinute,
    minutes,
    town,
    form: form === "individual" ? "individual" : "group",
    runName: session.run?.name ?? null,
    supervisorName: names.get(session.supervisorId) ?? "",
    present: session._count.attendances,
  };
}
