import { dateToDay } from "~/platform/days";
import type { Prisma } from "~/platform/db/index.server";
import { isOpen } from "../rules/case-state";
import { evaluationDue, type EvaluationDue } from "../rules/evaluation-due";
import type { CaseState, ClientType } from "../schema";

/** The rows every view of a case needs: its newest type, its work, its last evaluation. */
export const caseFacts = {
  types: { orderBy: [{ judgedOn: "desc" }, { createdAt: "desc" }, { id: "desc" }], take: 1 },
  assignments: { select: { id: true, startedOn: true, openCaseId: true, mentor: true } },
  evaluations: {
    select: { signedOn: true, successful: true },
    orderBy: [{ signedOn: "desc" }, { signedAt: "desc" }, { id: "desc" }],
    take: 1,
  },
} satisfies Prisma.CaseInclude;

interface CaseWithFacts {
  state: CaseState;
  types: { type: ClientType }[];
  assignments: {
    startedOn: Date | null;
    openCaseId: string | null;
    mentor: { id: string; code: string; accountId: string | null };
  }[];
  evaluations: { signedOn: Date; successful: boolean }[];
}

export interface CaseFacts {
  type: ClientType | null;
  mentor: { id: string; code: string; accountId: string | null } | null;
  due: EvaluationDue;
}

/** What those rows say on a day. */
export function factsOf(row: CaseWithFacts, today: string): CaseFacts {
  const starts = row.assignments.flatMap(({ startedOn }) => (startedOn ? dateToDay(startedOn) : []));
  const [last] = row.evaluations;
  return {
    type: row.types[0]?.type ?? null,
    mentor: row.assignments.find(({ openCaseId }) => openCaseId !== null)?.mentor ?? null,
    due: evaluationDue(
      {
        startedOn: starts.length === 0 ? null : starts.reduce((a, b) => (a < b ? a : b)),
        lastEvaluatedOn: last ? dateToDay(last.signedOn) : null,
        ended: !isOpen(row.state),
      },
      today,
    ),
  };
}
