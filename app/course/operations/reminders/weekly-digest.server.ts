import { config } from "~/platform/config.server";
import { addDays, dayOf, momentsOf } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { formatDateTime, formatMinutesAsHours, formatTeachingHours } from "~/ui/formatting";
import { digestKey } from "../../rules/reminders/reminder-keys";
import { ledgerSums } from "../ledger.server";
import { digestToken } from "./digest-choice.server";
import { idleTrainees } from "./idle-reminders.server";
import { remindOnce } from "./remind.server";
import { translator } from "~/i18n/i18n.server";

/** What the week brings to one person, before it is put in words. */
interface Week {
  /** The nearest teaching of the week, or null. */
  next: Date | null;
  sessions: number;
  /** Hours so far, for a trainee. */
  sums: { theoryMinutes: number; practiceMinutes: number } | null;
  /** Trainees without activity, for a trainer. */
  idle: number;
}

/**
 * Sends the weekly summary to trainees and trainers of running runs who have not turned it off: numbers and
 * times, nobody's name.
 * @returns how many letters were queued
 */
export async function sendDigests(now: Date, signal?: AbortSignal): Promise<number> {
  const today = dayOf(now);
  const weeks = await weeksOf(now, today);
  const wanted = await db().account.findMany({
    where: { id: { in: [...weeks.keys()] }, weeklyDigest: true, disabledAt: null },
    select: { id: true, language: true },
    orderBy: { id: "asc" },
  });
  let sent = 0;
  for (const { id: accountId, language } of wanted) {
    if (signal?.aborted) return sent;
    const summary = await summaryOf(weeks.get(accountId)!, language === "en" ? "en" : "cs");
    const { publicUrl } = config();
    const reminded = await remindOnce({
      key: digestKey(accountId, today),
      kind: "digest",
      accountId,
      values: () => ({
        summary,
        link: publicUrl,
        offLink: `${publicUrl}/tydenni-prehled/${digestToken(accountId)}`,
      }),
      now,
    });
    if (reminded) sent += 1;
  }
  return sent;
}

async function weeksOf(now: Date, today: string): Promise<Map<string, Week>> {
  const end = momentsOf(addDays(today, 7), 0)[0];
  const runs = await db().courseRun.findMany({
    where: { state: "running" },
    select: {
      id: true,
      trainers: { select: { accountId: true } },
      enrolments: { where: { state: "active" }, select: { id: true, accountId: true } },
      teachingSessions: {
        where: { state: "planned", startsAt: { gt: now, lt: end } },
        orderBy: { startsAt: "asc" },
        select: { startsAt: true, trainerId: true },
      },
    },
  });
  const idle = await idleTrainees(now);
  const sums = await ledgerSums(runs.flatMap(({ enrolments }) => enrolments.map(({ id }) => id)));
  const weeks = new Map<string, Week>();
  const weekOf = (accountId: string) => {
    const week = weeks.get(accountId) ?? { next: null, sessions: 0, sums: null, idle: 0 };
    weeks.set(accountId, week);
    return week;
  };
  const note = (week: Week, sessions: readonly { startsAt: Date }[]) => {
    week.sessions += sessions.length;
    const first = sessions[0]?.startsAt ?? null;
    if (first && (!week.next || first < week.next)) week.next = first;
  };
  for (const { id, trainers, enrolments, teachingSessions } of runs) {
    for (const enrolment of enrolments) {
      const week = weekOf(enrolment.accountId);
      week.sums = sums.get(enrolment.id)!;
      note(week, teachingSessions);
    }
    for (const { accountId } of trainers) {
      const week = weekOf(accountId);
      week.idle += idle.filter(({ runId }) => runId === id).length;
      note(
        week,
        teachingSessions.filter(({ trainerId }) => trainerId === accountId),
      );
    }
  }
  return weeks;
}

async function summaryOf({ next, sessions, sums, idle }: Week, language: "cs" | "en"): Promise<string> {
  const t = await translator(language, "teaching");
  return [
    next
      ? t("digest.sessions", { count: sessions, when: formatDateTime(next, language) })
      : t("digest.noSessions"),
    ...(sums
      ? [
          t("digest.hours", {
            theory: formatTeachingHours(sums.theoryMinutes, language),
            practice: formatMinutesAsHours(sums.practiceMinutes),
          }),
        ]
      : []),
    ...(idle > 0 ? [t("digest.idle", { count: idle })] : []),
  ].join("\n");
}
