import { translator } from "~/i18n/i18n.server";
import { addressOf } from "~/people/index.server";
import { config } from "~/platform/config.server";
import { addDays, dateToDay, dayOf, dayToDate } from "~/platform/days";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { queueMail } from "~/platform/mail/index.server";
import { formatDay } from "~/ui/formatting";
import { dueWarning, warningKey } from "../../rules/supervision/duty-clock";
import { placeHolding } from "../../supervision-codes";
import { dutyOfMentors, dutyOfTrainees, type DutyPerson } from "./duty-people.server";
import { supervisionSettings } from "./supervision-settings.server";
import { whenInWords } from "./letters.server";

/**
 * Warns trainees and mentors before their supervision is due (fourteen and three days by default), each warning
 * once for a deadline: the key and the letter are one transaction. A portal that was off writes the nearer warning only.
 * @returns how many letters were queued
 */
export async function warnOfDuty(now: Date, signal?: AbortSignal): Promise<number> {
  const today = dayOf(now);
  const { warnDays } = await supervisionSettings();
  const people = [
    ...(await dutyOfTrainees({ state: "active", run: { state: { in: ["running", "exams"] } } }, now)),
    ...(await dutyOfMentors({ endedOn: null, accountId: { not: null } }, now)),
  ];
  let sent = 0;
  for (const person of people) {
    if (signal?.aborted) return sent;
    const which = dueWarning(person.clock, today, warnDays);
    if (which !== null && (await warnOnce(person, which, now))) sent += 1;
  }
  return sent;
}

async function warnOnce(person: DutyPerson, which: "first" | "last", now: Date): Promise<boolean> {
  const { id, accountId, clock } = person;
  const { owedBy } = clock;
  if (accountId === null || owedBy === null) return false;
  return inTransaction(async (tx) => {
    const to = await addressOf(accountId, tx);
    if (!to) return false;
    const { count } = await tx.reminder.createMany({
      data: [{ key: warningKey(id, owedBy, which), kind: "supervision-due", accountId, sentAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) return false;
    const t = await translator(to.language, "supervision");
    const next = await nextSession(tx, person, owedBy, now);
    const values = {
      day: formatDay(owedBy, to.language),
      when: next ? whenInWords(next, to.language) : "",
      link: `${config().publicUrl}/supervize`,
    };
    const kind = next ? "planned" : person.kind;
    await queueMail(tx, {
      to: to.address,
      subject: t(`warning.${kind}.subject`, values),
      text: t(`warning.${kind}.text`, values),
      kind: "supervision-due",
      at: now,
    });
    return true;
  });
}

/** A planned session the person was asked to and did not decline, in time for the deadline. */
async function nextSession(tx: Tx, { id, kind }: DutyPerson, owedBy: string, now: Date) {
  const who = kind === "trainee" ? { enrolmentId: id } : { mentorId: id };
  const session = await tx.supervisionSession.findFirst({
    where: {
      state: "planned",
      day: { gte: dayToDate(dayOf(now)), lt: dayToDate(addDays(owedBy, 1)) },
      invitations: { some: { ...who, state: { in: [...placeHolding] } } },
    },
    select: { day: true, startMinute: true },
    orderBy: [{ day: "asc" }, { startMinute: "asc" }],
  });
  return session && { day: dateToDay(session.day), startMinute: session.startMinute };
}
