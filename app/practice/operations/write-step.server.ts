import { randomUUID } from "node:crypto";
import { seal, sealNullable } from "~/platform/crypto/index.server";
import type { Tx } from "~/platform/db/index.server";
import { decisionPlace } from "../places";
import type { PracticeState } from "../schema";
import type { WrittenEntry } from "./entry-content.server";

/** Adds a row to an entry's history: who, when, what came of it, why, and what was submitted. */
export async function writeStep(
  tx: Tx,
  step: {
    entryId: string;
    state: PracticeState;
    by: string;
    now: Date;
    reason?: string;
    content?: WrittenEntry;
  },
): Promise<void> {
  const id = randomUUID();
  await tx.practiceDecision.create({
    data: {
      id,
      entryId: step.entryId,
      state: step.state,
      decidedAt: step.now,
      decidedById: step.by,
      reasonSealed: sealNullable(step.reason, decisionPlace("reasonSealed", id)),
      contentSealed: step.content
        ? seal(JSON.stringify(step.content), decisionPlace("contentSealed", id))
        : null,
    },
  });
}
