import { unseal } from "~/platform/crypto/index.server";
import type { Prisma } from "~/platform/db/index.server";

/** Where the sealed texts of a message live. */
export function messagePlace(column: "subjectSealed" | "textSealed", id: string) {
  return { table: "run_messages", column, row: id };
}

export function subjectOf(row: { id: string; subjectSealed: string }): string {
  return unseal(row.subjectSealed, messagePlace("subjectSealed", row.id));
}

export function textOf(row: { id: string; textSealed: string }): string {
  return unseal(row.textSealed, messagePlace("textSealed", row.id));
}

/** Enrolments a message to a whole run is for. */
export const recipientStates = ["active", "graduated"] as const;

/**
 * Messages an account may read: those to one of its enrolments, and those to a whole run it studies or studied
 * in. Somebody admitted later reads what was written before; somebody who left, only what was written until then.
 */
export function whereReadBy(
  enrolments: readonly { id: string; runId: string; state: string; endedAt: Date | null }[],
): Prisma.RunMessageWhereInput {
  // Within an AND an empty OR lets everything through.
  if (enrolments.length === 0) return { id: { in: [] } };
  return {
    OR: enrolments.flatMap(({ id, runId, state, endedAt }) => {
      const stays = recipientStates.some((one) => one === state);
      const toAll: Prisma.RunMessageWhereInput = { runId, enrolmentId: null };
      return [{ enrolmentId: id }, stays || !endedAt ? toAll : { ...toAll, sentAt: { lte: endedAt } }];
    }),
  };
}
