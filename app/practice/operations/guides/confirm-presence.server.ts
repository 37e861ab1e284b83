import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { lockEnrolment } from "~/course/index.server";
import { audit } from "~/platform/audit/index.server";
import { sealNullable } from "~/platform/crypto/index.server";
import { db, inTransaction, type Tx } from "~/platform/db/index.server";
import { presencePlace } from "../../places";
import type { SeenEntry } from "../../schema";
import { entriesOfGuide } from "./guide-scope.server";

export type PresenceVerdict = { present: true } | { present: false; reason: string };

/** Why one entry was left as it was; the others are confirmed all the same. */
export type PresenceProblem = "own" | "stale" | "decided" | "notFound";

export interface PresenceResult {
  id: string;
  refusal: PresenceProblem | null;
}

/**
 * The guide's word about entries that name him: the trainee was there, or was not and why. It belongs to the
 * version he saw. Each entry stands for itself; a word said again adds nothing.
 */
export async function confirmPresence(
  actor: Actor,
  entries: readonly SeenEntry[],
  verdict: PresenceVerdict,
  { now }: { now: Date },
): Promise<PresenceResult[]> {
  const found = await db().practiceEntry.findMany({
    where: { AND: [{ id: { in: entries.map(({ id }) => id) } }, entriesOfGuide(actor)] },
    select: { id: true, enrolmentId: true, enrolment: { select: { accountId: true } } },
  });
  const results: PresenceResult[] = [];
  for (const entry of entries) {
    const known = found.find(({ id }) => id === entry.id);
    const refusal = !known
      ? "notFound"
      : known.enrolment.accountId === actor.accountId
        ? "own"
        : await inTransaction((tx) => sayOf(tx, actor, { ...entry, ...known }, verdict, now));
    results.push({ id: entry.id, refusal });
  }
  return results;
}

async function sayOf(
  tx: Tx,
  actor: Actor,
  { id, version, enrolmentId }: SeenEntry & { enrolmentId: string },
  verdict: PresenceVerdict,
  now: Date,
): Promise<PresenceProblem | null> {
  await lockEnrolment(tx, enrolmentId);
  const row = await tx.practiceEntry.findFirst({
    where: { AND: [{ id }, entriesOfGuide(actor)] },
    include: { presences: { orderBy: { confirmedAt: "desc" } } },
  });
  if (!row?.guideId) return "notFound";
  if (row.version !== version) return "stale";
  if (row.state !== "submitted") return "decided";
  const said = row.presences.find(({ entryVersion }) => entryVersion === version);
  if (said?.present === true && verdict.present) return null;
  const wordId = randomUUID();
  await tx.presenceConfirmation.create({
    data: {
      id: wordId,
      entryId: id,
      entryVersion: version,
      mentorId: row.guideId,
      present: verdict.present,
      reasonSealed: sealNullable(verdict.present ? null : verdict.reason, presencePlace(wordId)),
      confirmedAt: now,
    },
  });
  await audit(tx, {
    actor: actor.accountId,
    action: verdict.present ? "practice.confirm" : "practice.deny",
    subject: { kind: "practice_entry", id },
    at: now,
  });
  return null;
}
