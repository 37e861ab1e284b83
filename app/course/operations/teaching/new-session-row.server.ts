import type { Actor } from "~/access/index.server";
import type { Prisma } from "~/platform/db/index.server";
import type { SessionTimes } from "../../rules/teaching/session-time";
import type { SessionFields } from "../../teaching-schema";

/** The row of a session that somebody plans or writes down; planned unless told otherwise. */
export function newSessionRow(
  actor: Actor,
  runId: string,
  input: SessionFields & { id: string; makeUpFor?: string },
  times: SessionTimes,
  now: Date,
): Prisma.TeachingSessionUncheckedCreateInput {
  return {
    id: input.id,
    runId,
    moduleId: input.module,
    topic: input.topic,
    place: input.place,
    trainerId: input.trainer ?? null,
    ...times,
    breakMinutes: input.breakMinutes,
    makeUpForId: input.makeUpFor ?? null,
    createdAt: now,
    createdById: actor.accountId,
    changedAt: now,
  };
}
