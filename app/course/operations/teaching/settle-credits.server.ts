import { dayOf } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { catalogue } from "../../catalogue/catalogue.server";
import { reversalSourceKey } from "../../rules/ledger";
import {
  creditSteps,
  sessionCreditKey,
  sessionCredits,
  sessionOfKey,
  type LiveCredit,
} from "../../rules/teaching/session-credits";
import { teachingMinutes } from "../../rules/teaching/session-time";
import { addCredits, reverseCredit, type Credit } from "../ledger.server";
import type { RunFacts } from "../runs.server";

/** What the ledger gained or lost, by enrolment, in minutes. */
export type Settlement = Map<string, number>;

/**
 * Brings the ledger of trainees in one module in line with their attendance: what is wrong is taken back by
 * a counter-entry and credited anew. The caller holds the lock of each enrolment.
 * @throws AppError conflict when the course no longer has the module
 */
export async function settleCredits(
  tx: Tx,
  input: {
    run: RunFacts;
    moduleId: string;
    enrolmentIds: readonly string[];
    reason: string;
    actorId: string;
    now: Date;
  },
): Promise<Settlement> {
  const { run, moduleId, enrolmentIds, reason, actorId, now } = input;
  const ids = [...enrolmentIds];
  const attended = await tx.sessionAttendance.findMany({
    where: { enrolmentId: { in: ids }, session: { moduleId, state: "held" } },
    select: { enrolmentId: true, minutes: true, session: { include: { makeUpFor: true } } },
  });
  const entries = await tx.ledgerEntry.findMany({
    where: { enrolmentId: { in: ids }, unit: "theory" },
    select: { id: true, enrolmentId: true, minutes: true, moduleId: true, sourceKey: true },
  });
  const module = catalogue().modules.find(({ id }) => id === moduleId);
  // Without its hours nothing can be said, and taking every credit back would be wrong.
  if (!module) throw new AppError("conflict", { reason: "teaching:refusal.moduleGone" });
  const settlement: Settlement = new Map();
  const credits: Credit[] = [];
  for (const enrolmentId of ids) {
    const own = entries.filter((entry) => entry.enrolmentId === enrolmentId);
    const rows = attended.filter((row) => row.enrolmentId === enrolmentId);
    const sessions = new Map(rows.map(({ session }) => [session.id, session]));
    const live = liveCredits(own, new Set(sessions.keys()));
    const total = minutesOf(own.filter((entry) => entry.moduleId === moduleId));
    const wanted = sessionCredits(
      rows.map(({ minutes, session }) => ({
        sessionId: session.id,
        startsAt: session.startsAt,
        makeUpForId: session.makeUpForId,
        teachingMinutes: teachingMinutes(session.makeUpFor ?? session),
        presentMinutes: minutes,
      })),
      {
        moduleMinutes: module.hours * run.settings.teachingHour,
        otherMinutes: total - minutesOf([...live.values()]),
      },
    );
    for (const { sessionId, takeBack, minutes } of creditSteps(wanted, live)) {
      const session = sessions.get(sessionId)!;
      const change = minutes - (takeBack?.minutes ?? 0);
      settlement.set(enrolmentId, (settlement.get(enrolmentId) ?? 0) + change);
      if (takeBack)
        await reverseCredit(tx, { enrolmentId, sourceKey: takeBack.sourceKey, reason, actorId, now });
      if (minutes === 0) continue;
      const number = own.filter(({ sourceKey }) => sessionOfKey(sourceKey) === sessionId).length + 1;
      credits.push({
        enrolmentId,
        unit: "theory",
        kind: session.makeUpForId ? "make_up" : "in_person_session",
        minutes,
        sourceKey: sessionCreditKey(sessionId, number),
        moduleId,
        note: session.topic,
        day: dayOf(session.startsAt),
        actorId,
        now,
      });
    }
  }
  await addCredits(tx, credits);
  return settlement;
}

interface Entry {
  id: string;
  minutes: number;
  sourceKey: string;
}

/** Credits of sessions that were not taken back; there is at most one for each. */
function liveCredits(entries: readonly Entry[], sessionIds: ReadonlySet<string>): Map<string, LiveCredit> {
  const keys = new Set(entries.map(({ sourceKey }) => sourceKey));
  return new Map(
    entries.flatMap(({ id, sourceKey, minutes }) => {
      const sessionId = sessionOfKey(sourceKey);
      if (!sessionId || !sessionIds.has(sessionId) || keys.has(reversalSourceKey(id))) return [];
      return [[sessionId, { sourceKey, minutes }] as const];
    }),
  );
}

function minutesOf(list: readonly { minutes: number }[]): number {
  return list.reduce((sum, { minutes }) => sum + minutes, 0);
}
