import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import type { EvaluationDue } from "../rules/evaluation-due";
import type { CaseState, ReferringKind } from "../schema";
import { caseFacts, factsOf } from "./case-facts.server";
import { whereCase, type CasePermission } from "./case-scope.server";
import { openName } from "./client-record.server";
import type { ShownMentor } from "./read-case.server";

/** As much of a case as the head of a form about it needs. */
export interface CaseBrief {
  id: string;
  version: number;
  state: CaseState;
  code: string;
  name: string | null;
  organisation: { name: string; kind: ReferringKind };
  referredOn: string;
  /** First day of any mentor's work. */
  startedOn: string | null;
  lastEvaluatedOn: string | null;
  due: EvaluationDue;
  current: (ShownMentor & { assignedOn: string; startedOn: string | null }) | null;
}

/**
 * Opens a case for a form; it shows the client's name, so it is a reading like any other.
 * @throws AppError notFound outside the cases of the permission
 */
export function readCaseBrief(
  actor: Actor,
  permission: CasePermission,
  caseId: string,
  { now }: { now: Date },
): Promise<CaseBrief> {
  return inTransaction((tx) => caseBrief(tx, actor, permission, caseId, now));
}

/** The same inside a transaction that reads more. */
export async function caseBrief(
  tx: Tx,
  actor: Actor,
  permission: CasePermission,
  caseId: string,
  now: Date,
): Promise<CaseBrief> {
  const row = await tx.case.findFirst({
    where: { AND: [{ id: caseId }, whereCase(actor, permission)] },
    include: {
      client: true,
      organisation: true,
      types: caseFacts.types,
      evaluations: caseFacts.evaluations,
      assignments: { include: { mentor: true }, orderBy: { assignedOn: "asc" } },
    },
  });
  if (!row) throw new AppError("notFound");
  await audit(tx, {
    actor: actor.accountId,
    action: "case.read",
    subject: { kind: "case", id: caseId },
    details: { for: permission },
    at: now,
  });
  const current = row.assignments.find(({ openCaseId }) => openCaseId !== null);
  const names = await namesOf(current?.mentor.accountId ? [current.mentor.accountId] : [], tx);
  const starts = row.assignments.flatMap(({ startedOn }) => (startedOn ? dateToDay(startedOn) : []));
  const [last] = row.evaluations;
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    code: row.client.code,
    name: openName(row.client),
    organisation: {
      name: row.organisation.name,
      kind: row.organisation.kind === "municipality" ? "municipality" : "probation_centre",
    },
    referredOn: dateToDay(row.referredOn),
    startedOn: starts.sort()[0] ?? null,
    lastEvaluatedOn: last ? dateToDay(last.signedOn) : null,
    due: factsOf(row, dayOf(now)).due,
    current: current
      ? {
          id: current.mentor.id,
          code: current.mentor.code,
          name: (current.mentor.accountId && names.get(current.mentor.accountId)) ?? null,
          assignedOn: dateToDay(current.assignedOn),
          startedOn: current.startedOn && dateToDay(current.startedOn),
        }
      : null,
  };
}
