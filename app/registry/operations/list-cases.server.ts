import type { Actor } from "~/access/index.server";
import { mentorsById, type MentorOption } from "~/certification/index.server";
import { namesOf } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { db, inTransaction, type Prisma } from "~/platform/db/index.server";
import { plainWords } from "../rules/client-code";
import { evaluationDue, type EvaluationDue } from "../rules/evaluation-due";
import type { CaseFilter } from "../rules/list-filter";
import { openStates, type CaseState, type ClientType } from "../schema";
import { caseFacts, factsOf } from "./case-facts.server";
import { coversCase, whereCase } from "./case-scope.server";
import { openName } from "./client-record.server";
import { casesInPeriod } from "./count-cases.server";
import type { ShownMentor } from "./read-case.server";

export const casesOnPage = 20;

export interface ListedCase {
  id: string;
  code: string;
  /** Null when unknown, and for those who may not open the case. */
  name: string | null;
  town: string | null;
  state: CaseState;
  type: ClientType | null;
  centre: string;
  /** The standing only for those who could hand the case over. */
  mentor: (ShownMentor & { standing: MentorOption["standing"] | null }) | null;
  referredOn: string;
  endedOn: string | null;
  due: EvaluationDue;
}

export interface CaseList {
  rows: ListedCase[];
  /** Cases that match, on all pages. */
  total: number;
  page: number;
  pages: number;
}

/** The cases somebody may see that match a filter, those waiting for a mentor first. */
export async function listCases(actor: Actor, filter: CaseFilter, { now }: { now: Date }): Promise<CaseList> {
  const today = dayOf(now);
  const where: Prisma.CaseWhereInput = {
    AND: [
      whereCase(actor, "case:list"),
      plainConditions(filter),
      ...(await idConditions(actor, filter, now)),
    ],
  };
  const total = await db().case.count({ where });
  const pages = Math.max(1, Math.ceil(total / casesOnPage));
  const page = Math.min(filter.page, pages);
  const rows = await db().case.findMany({
    where,
    include: { client: true, organisation: true, ...caseFacts },
    orderBy: [{ state: "asc" }, { referredOn: "desc" }, { id: "asc" }],
    skip: (page - 1) * casesOnPage,
    take: casesOnPage,
  });
  const listed = rows.map((row) => ({ row, facts: factsOf(row, today) }));
  const names = await namesOf(listed.flatMap(({ facts }) => facts.mentor?.accountId ?? []));
  const standings = actor.can("case:assign")
    ? await mentorsById(
        listed.flatMap(({ facts }) => facts.mentor?.id ?? []),
        today,
      )
    : null;
  return {
    total,
    page,
    pages,
    rows: listed.map(({ row, facts }) => {
      const { mentor, due, type } = facts;
      const { organisationId, organisation } = row;
      const mentorAccountId = mentor?.accountId ?? null;
      const readable = coversCase(actor, "case:read", {
        organisationId,
        regionCode: organisation.regionCode,
        mentorAccountId,
      });
      return {
        id: row.id,
        code: row.client.code,
        name: readable ? openName(row.client) : null,
        town: row.client.town,
        state: row.state,
        type,
        centre: organisation.name,
        mentor: mentor && {
          id: mentor.id,
          code: mentor.code,
          name: (mentor.accountId && names.get(mentor.accountId)) ?? null,
          standing: standings?.get(mentor.id)?.standing ?? null,
        },
        referredOn: dateToDay(row.referredOn),
        endedOn: row.endedOn && dateToDay(row.endedOn),
        due,
      };
    }),
  };
}

function plainConditions({ state, centreId, mentorId, report }: CaseFilter): Prisma.CaseWhereInput {
  return {
    ...(state === "open" ? { state: { in: [...openStates] } } : state ? { state } : {}),
    ...(centreId ? { organisationId: centreId } : {}),
    // In a report a mentor's cases are those he worked on in the period: see reportCondition.
    ...(mentorId && !report ? { assignments: { some: { mentorId, openCaseId: { not: null } } } } : {}),
  };
}

/** Conditions the database cannot decide alone: sealed names, and rules about days. */
async function idConditions(actor: Actor, filter: CaseFilter, now: Date): Promise<Prisma.CaseWhereInput[]> {
  const conditions: Prisma.CaseWhereInput[] = [];
  if (filter.report) conditions.push(await reportCondition(actor, filter));
  if (filter.type) conditions.push(await typeCondition(actor, filter.type));
  if (filter.due) conditions.push(await dueCondition(actor, filter.due, dayOf(now)));
  if (filter.search) conditions.push(await searchCondition(actor, filter.search, now));
  return conditions;
}

async function reportCondition(
  actor: Actor,
  { report, mentorId }: CaseFilter,
): Promise<Prisma.CaseWhereInput> {
  if (!report) return {};
  const counted = await casesInPeriod(whereCase(actor, "report:read"), report);
  const matching = counted.filter(
    (one) => (!report.successfulOnly || one.successful) && (!mentorId || one.mentorIds.includes(mentorId)),
  );
  return { id: { in: matching.map(({ id }) => id) } };
}

async function typeCondition(actor: Actor, type: ClientType): Promise<Prisma.CaseWhereInput> {
  const rows = await db().case.findMany({
    where: whereCase(actor, "case:list"),
    select: { id: true, types: { ...caseFacts.types, select: { type: true } } },
  });
  return { id: { in: rows.filter((row) => row.types[0]?.type === type).map(({ id }) => id) } };
}

async function dueCondition(
  actor: Actor,
  due: "soon" | "overdue",
  today: string,
): Promise<Prisma.CaseWhereInput> {
  const rows = await casesWithDue(whereCase(actor, "case:list"), today);
  return { id: { in: rows.filter((row) => row.due.state === due).map(({ id }) => id) } };
}

/** Open cases of a scope on which work has begun, with when their evaluation is due. */
export async function casesWithDue(
  where: Prisma.CaseWhereInput,
  today: string,
): Promise<{ id: string; code: string; due: EvaluationDue }[]> {
  const rows = await db().case.findMany({
    where: {
      AND: [where, { state: { in: [...openStates] }, assignments: { some: { startedOn: { not: null } } } }],
    },
    select: {
      id: true,
      client: { select: { code: true } },
      assignments: {
        where: { startedOn: { not: null } },
        select: { startedOn: true },
        orderBy: { startedOn: "asc" },
        take: 1,
      },
      evaluations: caseFacts.evaluations,
    },
  });
  return rows.map(({ id, client, assignments, evaluations }) => {
    const startedOn = assignments[0]?.startedOn ?? null;
    const [last] = evaluations;
    const due = evaluationDue(
      {
        startedOn: startedOn && dateToDay(startedOn),
        lastEvaluatedOn: last ? dateToDay(last.signedOn) : null,
        ended: false,
      },
      today,
    );
    return { id, code: client.code, due };
  });
}

/** Opens the names of every client the actor may read; that somebody searched is an event, what for is not kept. */
async function searchCondition(actor: Actor, search: string, now: Date): Promise<Prisma.CaseWhereInput> {
  const wanted = plainWords(search);
  if (wanted === "") return { id: { in: [] } };
  return inTransaction(async (tx) => {
    const byCode = await tx.case.findMany({
      where: {
        AND: [
          whereCase(actor, "case:list"),
          { client: { code: { contains: search.replace(/\s+/g, ""), mode: "insensitive" } } },
        ],
      },
      select: { id: true },
    });
    const readable = await tx.case.findMany({
      where: { AND: [whereCase(actor, "case:read"), { client: { nameSealed: { not: null } } }] },
      select: { id: true, client: { select: { id: true, nameSealed: true } } },
    });
    const byName = readable.filter(({ client }) => matchesName(openName(client) ?? "", wanted));
    const details = { found: byCode.length + byName.length };
    await audit(tx, { actor: actor.accountId, action: "case.search", details, at: now });
    return { id: { in: [...byCode, ...byName].map(({ id }) => id) } };
  });
}

/** Every word that was typed begins a word of the name. */
function matchesName(name: string, wanted: string): boolean {
  const words = plainWords(name).split(" ");
  return wanted.split(" ").every((part) => words.some((word) => word.startsWith(part)));
}
