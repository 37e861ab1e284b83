import type { Actor } from "~/access/index.server";
import { mentorsById, type MentorOption } from "~/certification/index.server";
import { namesOf } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { unsealNullable } from "~/platform/crypto/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { inTransaction, type Prisma, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isOpen, mayReopen } from "../rules/case-state";
import type { EvaluationDue } from "../rules/evaluation-due";
import type { CaseState, ClientType, Outcome, ReferringKind, Sanction } from "../schema";
import { factsOf } from "./case-facts.server";
import { caseEvents, type CaseEvent } from "./case-events.server";
import { coversCase, isInsider, whereCase, type ScopedCase } from "./case-scope.server";
import { openClient, type ClientDetails } from "./client-record.server";
import { lastEnd } from "./reopen-case.server";

/** A mentor as shown: rows from older registers have only a code. */
export interface ShownMentor {
  id: string;
  code: string;
  name: string | null;
}

/** Who works on the case; the standing only for those who could hand it over. */
export interface CurrentMentor extends ShownMentor {
  assignedOn: string;
  startedOn: string | null;
  standing: MentorOption["standing"] | null;
}

export interface CaseView {
  id: string;
  version: number;
  state: CaseState;
  sanction: Sanction;
  referredOn: string;
  endedOn: string | null;
  outcome: Outcome | null;
  organisation: { id: string; name: string; kind: ReferringKind };
  client: ClientDetails & { version: number; code: string };
  /** What the referring body asks the mentor to help with. */
  help: string | null;
  type: ClientType | null;
  mentor: CurrentMentor | null;
  due: EvaluationDue;
  /** The newest first. */
  events: CaseEvent[];
  may: {
    log: boolean;
    evaluate: boolean;
    assign: boolean;
    close: boolean;
    reopen: boolean;
    judge: boolean;
    editClient: boolean;
  };
}

const whole = {
  client: true,
  organisation: true,
  types: { orderBy: [{ judgedOn: "desc" }, { createdAt: "desc" }, { id: "desc" }] },
  assignments: { include: { mentor: true }, orderBy: [{ assignedOn: "desc" }, { createdAt: "desc" }] },
  activities: { include: { revisions: { orderBy: { version: "desc" } } } },
  evaluations: { orderBy: [{ signedOn: "desc" }, { signedAt: "desc" }, { id: "desc" }] },
  stateChanges: { orderBy: [{ recordedAt: "asc" }, { id: "asc" }] },
} satisfies Prisma.CaseInclude;

export type WholeCase = Prisma.CaseGetPayload<{ include: typeof whole }>;

/**
 * Opens the record of a case; that it was read is an event. Its mentor does not see what the body and the
 * coordinator wrote for each other: comments of evaluations, notes on changes of mentors, why the case ended.
 * @throws AppError notFound outside the actor's cases
 */
export async function readCase(actor: Actor, caseId: string, { now }: { now: Date }): Promise<CaseView> {
  return inTransaction(async (tx) => {
    const where = { AND: [{ id: caseId }, whereCase(actor, "case:read")] };
    const row = await tx.case.findFirst({ where, include: whole });
    if (!row) throw new AppError("notFound");
    await audit(tx, {
      actor: actor.accountId,
      action: "case.read",
      subject: { kind: "case", id: caseId },
      at: now,
    });
    return viewOf(tx, actor, row, now);
  });
}

async function viewOf(tx: Tx, actor: Actor, row: WholeCase, now: Date): Promise<CaseView> {
  const names = await namesOf(accountsIn(row), tx);
  const today = dayOf(now);
  const facts = factsOf(row, today);
  const current = row.assignments.find(({ openCaseId }) => openCaseId !== null);
  const scoped: ScopedCase = {
    organisationId: row.organisationId,
    regionCode: row.organisation.regionCode,
    mentorAccountId: facts.mentor?.accountId ?? null,
  };
  const insider = isInsider(actor, scoped);
  const shown = (mentor: WholeCase["assignments"][number]["mentor"]): ShownMentor => ({
    id: mentor.id,
    code: mentor.code,
    name: (mentor.accountId && names.get(mentor.accountId)) ?? null,
  });
  const may = await permissionsOn(tx, actor, row, scoped, today);
  const standings = current && may.assign ? await mentorsById([current.mentorId], today, tx) : null;
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    // Codes are written by this domain only.
    sanction: row.sanction as Sanction,
    referredOn: dateToDay(row.referredOn),
    endedOn: row.endedOn && dateToDay(row.endedOn),
    outcome: row.outcome as Outcome | null,
    organisation: {
      id: row.organisation.id,
      name: row.organisation.name,
      kind: row.organisation.kind === "municipality" ? "municipality" : "probation_centre",
    },
    client: { ...openClient(row.client), version: row.client.version, code: row.client.code },
    help: unsealNullable(row.reasonSealed, { table: "cases", column: "reasonSealed", row: row.id }),
    type: facts.type,
    mentor: current
      ? {
          ...shown(current.mentor),
          assignedOn: dateToDay(current.assignedOn),
          startedOn: current.startedOn && dateToDay(current.startedOn),
          standing: standings?.get(current.mentorId)?.standing ?? null,
        }
      : null,
    due: facts.due,
    events: caseEvents(row, { names, shown, insider, actorId: actor.accountId, now }),
    may,
  };
}

async function permissionsOn(
  tx: Tx,
  actor: Actor,
  row: WholeCase,
  scoped: ScopedCase,
  today: string,
): Promise<CaseView["may"]> {
  const open = isOpen(row.state);
  const closes = coversCase(actor, "case:close", scoped);
  const assigns = coversCase(actor, "case:assign", scoped);
  const refers = coversCase(actor, "case:refer", scoped);
  const end = open || !closes ? null : await lastEnd(tx, row.id);
  return {
    log: coversCase(actor, "activity:log", scoped),
    evaluate:
      coversCase(actor, "evaluation:sign", scoped) &&
      row.assignments.some(({ startedOn }) => startedOn !== null),
    assign: open && assigns,
    close: open && closes,
    reopen: end !== null && mayReopen({ ...end, actorId: actor.accountId, today, isCoordinator: assigns }),
    judge: open && refers,
    editClient: refers,
  };
}

function accountsIn(row: WholeCase): Set<string> {
  const ids = [
    ...row.types.map(({ judgedById }) => judgedById),
    ...row.assignments.flatMap(({ assignedById, endedById, mentor }) => [
      assignedById,
      endedById,
      mentor.accountId,
    ]),
    ...row.activities.map(({ createdById }) => createdById),
    ...row.evaluations.map(({ signedById }) => signedById),
    ...row.stateChanges.map(({ recordedById }) => recordedById),
  ];
  return new Set(ids.filter((id) => id !== null));
}
