import type { Actor } from "~/access/index.server";
import { enrolmentOf } from "~/course/index.server";
import { dateToDay } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import type { DutyClock } from "../rules/supervision/duty-clock";
import type { SupervisionPlaceKind } from "../supervision-codes";
import { frameRefusal, type EntryRefusalCode } from "../rules/entry-limits";
import { openEntry, type Entry } from "./entry-content.server";
import { balanceOf, type TraineeBalance } from "./balance.server";
import { entryChoices, type EntryChoices } from "./entry-choices.server";
import { readGate } from "./practice-frame.server";
import { supervisionClocksOfTrainees } from "./supervision/duty-people.server";

export interface OwnPractice {
  enrolmentId: string;
  run: { name: string; endsOn: string };
  /** Newest first; withdrawn ones too. */
  entries: Entry[];
  balance: TraineeBalance;
  required: number;
  pledgeDay: string | null;
  /** Theory that opens practice, minutes, and the length of a teaching hour. */
  theory: { credited: number; needed: number; hour: number };
  /** Why nothing can be logged now, or null. */
  refusal: EntryRefusalCode | null;
  supervisions: { id: string; day: string; minutes: number; town: string; place: SupervisionPlaceKind }[];
  /** By when the next supervision is due. */
  supervisionClock: DutyClock | null;
}

/** A trainee's own practice; null for somebody without a course. */
export async function ownPractice(actor: Actor, now: Date): Promise<OwnPractice | null> {
  const enrolment = await enrolmentOf(actor.accountId);
  if (!enrolment) return null;
  const [gate, rows, attended] = await Promise.all([
    readGate(enrolment),
    db().practiceEntry.findMany({
      where: { enrolmentId: enrolment.id },
      orderBy: [{ day: "desc" }, { startMinute: "desc" }, { id: "asc" }],
    }),
    db().supervisionAttendance.findMany({
      where: { enrolmentId: enrolment.id, session: { state: "held" } },
      select: { minutes: true, session: { select: { id: true, day: true, town: true, place: true } } },
      orderBy: { session: { day: "desc" } },
    }),
  ]);
  const entries = rows.map(openEntry);
  const { settings, name, endsOn } = enrolment.run;
  return {
    enrolmentId: enrolment.id,
    run: { name, endsOn },
    entries,
    balance: await balanceOf(enrolment.id),
    required: settings.practiceMinutes,
    pledgeDay: gate.frame.pledgeDay,
    theory: { ...gate.theory, hour: settings.teachingHour },
    refusal: frameRefusal(gate.frame)?.code ?? null,
    supervisions: attended.map(({ minutes, session }) => ({
      ...session,
      day: dateToDay(session.day),
      minutes,
    })),
    supervisionClock: (await supervisionClocksOfTrainees([enrolment.id], now)).get(enrolment.id) ?? null,
  };
}

/** Whether the actor can log practice now, and if not, why; what the form offers. */
export async function ownGate(actor: Actor): Promise<{
  refusal: EntryRefusalCode | null;
  theory: { credited: number; needed: number };
  pledgeSigned: boolean;
  choices: EntryChoices;
}> {
  const enrolment = await enrolmentOf(actor.accountId);
  const choices = enrolment ? await entryChoices(actor, enrolment.id) : { cases: [], guides: [] };
  if (!enrolment)
    return { refusal: "closed", theory: { credited: 0, needed: 0 }, pledgeSigned: false, choices };
  const { frame, theory } = await readGate(enrolment);
  return {
    refusal: frameRefusal(frame)?.code ?? null,
    theory,
    pledgeSigned: frame.pledgeDay !== null,
    choices,
  };
}
