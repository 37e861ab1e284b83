import type { Actor } from "~/access/index.server";
import { db, type Prisma } from "~/platform/db/index.server";

/** How many entries wait for the actor's word, and since when the oldest does. */
export async function waitingPresences(actor: Actor): Promise<{ count: number; oldest: Date | null }> {
  const rows = await db().practiceEntry.findMany({
    where: waitingForGuide(actor),
    select: { version: true, updatedAt: true, presences: { select: { entryVersion: true } } },
  });
  const waiting = rows.filter(
    ({ version, presences }) => !presences.some(({ entryVersion }) => entryVersion === version),
  );
  const oldest = waiting.reduce<Date | null>(
    (first, { updatedAt }) => (first === null || updatedAt < first ? updatedAt : first),
    null,
  );
  return { count: waiting.length, oldest };
}

/** Submitted entries that name the actor as the guide, confirmed or not. */
export function waitingForGuide(actor: Actor): Prisma.PracticeEntryWhereInput {
  return {
    AND: [entriesOfGuide(actor), { state: "submitted", enrolment: { accountId: { not: actor.accountId } } }],
  };
}

/** Entries that name the actor as the guide. */
export function entriesOfGuide(actor: Actor): Prisma.PracticeEntryWhereInput {
  const mine = actor.scopes("practice:confirm").some(({ kind }) => kind === "own");
  return mine ? { guide: { accountId: actor.accountId, endedOn: null } } : { id: { in: [] } };
}
