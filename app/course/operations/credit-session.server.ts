import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { dayOf, dayToDate } from "~/platform/days";
import { inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { catalogue } from "../catalogue/catalogue.server";
import { reversalSourceKey, sessionSourceKey } from "../rules/ledger";
import { runCredits } from "../rules/run-states";
import { sessionCredits, sessionRefusal, type Attendee } from "../rules/session-credit";
import type { SessionCredit } from "../schema";
import { lockEnrolment } from "./enrolments.server";
import { addCredits, reverseCredit } from "./ledger.server";
import { runOf, type RunFacts } from "./runs.server";

export interface SessionOutcome {
  /** Trainees credited the whole session. */
  whole: number;
  /** Trainees who had a part of the module already and were credited less. */
  less: number;
}

/**
 * Credits a session of in-person teaching to the trainees who were there, once per session and trainee.
 * @throws AppError notFound, conflict when the run is not running, invalid with the field
 */
export async function creditSession(
  actor: Actor,
  runId: string,
  input: Omit<SessionCredit, "intent">,
  { now }: { now: Date },
): Promise<SessionOutcome> {
  const present = [...new Set(input.present)].sort();
  return inTransaction(async (tx) => {
    const run = await runOf(actor, "theory:credit", runId, tx);
    const module = checkSession(run, input, dayOf(now));
    await requireTrainees(tx, run.id, present);
    await lockRow(tx, `session:${input.id}`);
    // Always in the same order, so that two sessions credited at once do not wait for each other in a ring.
    for (const enrolmentId of present) await lockEnrolment(tx, enrolmentId);
    const sourceKey = sessionSourceKey(input.id);
    const minutes = input.hours * run.settings.teachingHour;
    const before = await tx.ledgerEntry.findMany({
      where: { sourceKey, enrolment: { runId: run.id } },
      select: { minutes: true },
    });
    if (before.length > 0) return outcomeOf(before, minutes);
    const session = { ...run.settings, hours: input.hours, moduleHours: module.hours };
    const attendees = await readAttendees(tx, present, module.id, input.day);
    const refusal = sessionRefusal(session, attendees);
    if (refusal) {
      const { reason, ...values } = refusal;
      throw new AppError("invalid", { field: "hours", reason: `course:refusal.${reason}`, values });
    }
    const credits = sessionCredits(session, attendees).filter((credit) => credit.minutes > 0);
    if (credits.length === 0) {
      throw new AppError("invalid", { field: "module", reason: "course:refusal.moduleFull" });
    }
    await addCredits(
      tx,
      credits.map((credit) => ({
        ...credit,
        unit: "theory",
        kind: "in_person_session",
        sourceKey,
        moduleId: module.id,
        note: input.topic,
        day: input.day,
        actorId: actor.accountId,
        now,
      })),
    );
    await audit(tx, {
      actor: actor.accountId,
      action: "session.credit",
      subject: { kind: "run", id: run.id },
      details: {
        session: input.id,
        module: module.id,
        day: input.day,
        hours: input.hours,
        trainees: credits.length,
      },
      at: now,
    });
    return outcomeOf(credits, minutes);
  });
}

function checkSession(run: RunFacts, input: Omit<SessionCredit, "intent">, today: string) {
  if (!runCredits(run.state)) throw new AppError("conflict", { reason: "course:refusal.runNotRunning" });
  if (input.day > today) throw new AppError("invalid", { field: "day", reason: "course:refusal.futureDay" });
  if (input.day < run.startsOn)
    throw new AppError("invalid", { field: "day", reason: "course:refusal.beforeRun" });
  if (input.hours > run.settings.maxTeachingHoursPerDay) {
    const maximum = run.settings.maxTeachingHoursPerDay;
    throw new AppError("invalid", { field: "hours", reason: "errors:tooBig", values: { maximum } });
  }
  const module = catalogue().modules.find(({ id }) => id === input.module);
  if (!module) throw new AppError("invalid", { field: "module", reason: "errors:choose" });
  return module;
}

async function requireTrainees(tx: Tx, runId: string, ids: readonly string[]): Promise<void> {
  const known = await tx.enrolment.count({ where: { id: { in: [...ids] }, runId, state: "active" } });
  if (known !== ids.length)
    throw new AppError("invalid", { field: "present", reason: "errors:invalidValue" });
}

async function readAttendees(
  tx: Tx,
  ids: readonly string[],
  moduleId: string,
  day: string,
): Promise<Attendee[]> {
  const entries = await tx.ledgerEntry.findMany({
    where: { enrolmentId: { in: [...ids] }, unit: "theory" },
    select: {
      id: true,
      enrolmentId: true,
      kind: true,
      minutes: true,
      moduleId: true,
      day: true,
      sourceKey: true,
    },
  });
  const keys = new Set(entries.map(({ enrolmentId, sourceKey }) => `${enrolmentId}/${sourceKey}`));
  const sum = (list: typeof entries) => list.reduce((minutes, entry) => minutes + entry.minutes, 0);
  return ids.map((enrolmentId) => {
    const own = entries.filter((entry) => entry.enrolmentId === enrolmentId);
    const thatDay = own.filter(
      (entry) =>
        entry.kind === "in_person_session" &&
        entry.day.getTime() === dayToDate(day).getTime() &&
        !keys.has(`${enrolmentId}/${reversalSourceKey(entry.id)}`),
    );
    return {
      enrolmentId,
      moduleMinutes: sum(own.filter((entry) => entry.moduleId === moduleId)),
      dayMinutes: sum(thatDay),
    };
  });
}

function outcomeOf(credits: readonly { minutes: number }[], minutes: number): SessionOutcome {
  const whole = credits.filter((credit) => credit.minutes === minutes).length;
  return { whole, less: credits.length - whole };
}

/**
 * Takes a trainee's credit for a session back by a counter-entry.
 * @throws AppError notFound, conflict when it was taken back before
 */
export async function reverseSessionCredit(
  actor: Actor,
  runId: string,
  input: { entry: string; reason: string },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const run = await runOf(actor, "theory:credit", runId, tx);
    const entry = await tx.ledgerEntry.findFirst({
      where: { id: input.entry, kind: "in_person_session", enrolment: { runId: run.id } },
    });
    if (!entry) throw new AppError("notFound");
    if (run.state === "closed") throw new AppError("conflict", { reason: "course:refusal.runNotRunning" });
    await lockEnrolment(tx, entry.enrolmentId);
    const reversed = await reverseCredit(tx, {
      enrolmentId: entry.enrolmentId,
      sourceKey: entry.sourceKey,
      reason: input.reason,
      actorId: actor.accountId,
      now,
    });
    if (!reversed) throw new AppError("conflict", { reason: "course:refusal.reversedBefore" });
  });
}
