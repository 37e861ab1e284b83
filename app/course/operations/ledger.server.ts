import { randomUUID } from "node:crypto";
import { audit } from "~/platform/audit/index.server";
import { dayOf, dayToDate } from "~/platform/days";
import { db, type LedgerKind, type LedgerUnit, type Tx } from "~/platform/db/index.server";
import {
  counterEntry,
  ledgerRuleVersion,
  practiceSourceKey,
  sumLedger,
  type LedgerSums,
} from "../rules/ledger";

/**
 * Writing and adding up the hour ledger. Entries are only added: the database refuses changes, and the
 * unique (enrolment, source) makes every credit happen once however often it is asked for.
 */

/** Sums of several trainees in one query; every id asked for is in the answer. */
export async function ledgerSums(
  enrolmentIds: readonly string[],
  reader: Tx = db(),
): Promise<Map<string, LedgerSums>> {
  const groups = await reader.ledgerEntry.groupBy({
    by: ["enrolmentId", "unit"],
    where: { enrolmentId: { in: [...enrolmentIds] } },
    _sum: { minutes: true },
  });
  return new Map(
    enrolmentIds.map((id) => [
      id,
      sumLedger(
        groups
          .filter(({ enrolmentId }) => enrolmentId === id)
          .map(({ unit, _sum }) => ({ unit, minutes: _sum.minutes ?? 0 })),
      ),
    ]),
  );
}

export interface Credit {
  enrolmentId: string;
  unit: LedgerUnit;
  kind: LedgerKind;
  minutes: number;
  sourceKey: string;
  /** Day the minutes belong to, `YYYY-MM-DD`. */
  day: string;
  note?: string;
  moduleId?: string;
  contentHash?: string;
  /** Null when the rule itself credited it. */
  actorId: string | null;
  now: Date;
}

/** Adds entries; one whose source was credited before is left out. Returns how many were added. */
export async function addCredits(tx: Tx, credits: readonly Credit[]): Promise<number> {
  if (credits.length === 0) return 0;
  const { count } = await tx.ledgerEntry.createMany({
    skipDuplicates: true,
    data: credits.map(({ actorId, now, day, ...entry }) => ({
      ...entry,
      id: randomUUID(),
      ruleVersion: ledgerRuleVersion,
      day: dayToDate(day),
      creditedAt: now,
      creditedById: actorId,
    })),
  });
  return count;
}

/**
 * Credits an approved practice entry, once.
 * @returns false when it was credited before
 */
export async function creditPractice(
  tx: Tx,
  input: { enrolmentId: string; entryId: string; minutes: number; day: string; actorId: string; now: Date },
): Promise<boolean> {
  const { enrolmentId, entryId, ...credit } = input;
  const added = await addCredits(tx, [
    { ...credit, enrolmentId, unit: "practice", kind: "practice", sourceKey: practiceSourceKey(entryId) },
  ]);
  return added === 1;
}

/** Minutes of theory a trainee has in a module, corrections included. */
export async function minutesInModule(tx: Tx, enrolmentId: string, moduleId: string): Promise<number> {
  const { _sum } = await tx.ledgerEntry.aggregate({
    where: { enrolmentId, moduleId, unit: "theory" },
    _sum: { minutes: true },
  });
  return _sum.minutes ?? 0;
}

/**
 * Takes a credit back by a counter-entry with a reason, once.
 * @returns false when there is no such credit or it was taken back before
 */
export async function reverseCredit(
  tx: Tx,
  input: { enrolmentId: string; sourceKey: string; reason: string; actorId: string; now: Date },
): Promise<boolean> {
  const { enrolmentId, sourceKey, reason, actorId, now } = input;
  const entry = await tx.ledgerEntry.findUnique({
    where: { enrolmentId_sourceKey: { enrolmentId, sourceKey } },
  });
  if (!entry || entry.kind === "correction") return false;
  const counter = counterEntry(entry);
  const added = await addCredits(tx, [
    {
      ...counter,
      enrolmentId,
      moduleId: entry.moduleId ?? undefined,
      day: dayOf(now),
      note: reason,
      actorId,
      now,
    },
  ]);
  if (added === 0) return false;
  await audit(tx, {
    actor: actorId,
    action: "ledger.reverse",
    subject: { kind: "enrolment", id: enrolmentId },
    details: { sourceKey, minutes: counter.minutes },
    at: now,
  });
  return true;
}
