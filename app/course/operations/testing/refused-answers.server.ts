import { inTransaction, type Tx } from "~/platform/db/index.server";
import type { FieldError } from "~/platform/form-state";

/** Answers that cannot be taken, by field of the form. */
export interface RefusedAnswers {
  ok: false;
  errors: Record<string, FieldError[]>;
}

class Refusal extends Error {
  constructor(readonly errors: RefusedAnswers["errors"]) {
    super("answers refused");
  }
}

/** Ends the transaction with nothing written when there are errors. */
export function refuseOver(errors: RefusedAnswers["errors"]): void {
  if (Object.keys(errors).length > 0) throw new Refusal(errors);
}

/** One transaction that `refuseOver` may end: then its answer is the errors. */
export async function refusable<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result | RefusedAnswers> {
  try {
    return await inTransaction(work);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, errors: error.errors };
    throw error;
  }
}
