import type { Actor } from "~/access/index.server";
import { enrolmentOf } from "~/course/index.server";
import { dateToDay } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { frameRefusal, type EntryRefusalCode } from "../rules/entry-limits";
import { openEntry, type Entry } from "./entry-content.server";
import { readGate } from "./practice-frame.server";

export interface OwnPractice {
  enrolmentId: string;
  run: { name: string; endsOn: string };
  /** Newest first; withdrawn ones too. */
  entries: Entry[];
  sums: { approved: number; waiting: number; returned: number; required: number };
  pledgeDay: string | null;
  /** Theory that opens practice, minutes, and the length of a teaching hour. */
  theory: { credited: number; needed: number; hour: number };
  /** Why nothing can be logged now, or null. */
  refusal: EntryRefusalCode | null;
  supervisions: { day: string; minutes: number; town: string }[];
}

/** A trainee's own practice; null for somebody without a course. */
export async function ownPractice(actor: Actor): Promise<OwnPractice | null> {
  const enrolment = await enrolmentOf(actor.accountId);
  if (!enrolment) return null;
  const [gate, rows, attended] = await Promise.all([
    readGate(enrolment),
    db().practiceEntry.findMany({
      where: { enrolmentId: enrolment.id },
      orderBy: [{ day: "desc" }, { startMinute: "desc" }, { id: "asc" }],
    }),
    db().supervisionAttendance.findMany({
      where: { enrolmentId: enrolment.id },
      select: { minutes: true, session: { select: { day: true, town: true } } },
      orderBy: { session: { day: "desc" } },
    }),
  ]);
  const entries = rows.map(openEntry);
  const sumOf = (state: Entry["state"]) =>
    entries.filter((entry) => entry.state === state).reduce((sum, { minutes }) => sum + minutes, 0);
  const { settings, name, endsOn } = enrolment.run;
  return {
    enrolmentId: enrolment.id,
    run: { name, endsOn },
    entries,
    sums: {
      approved: sumOf("approved"),
      waiting: sumOf("submitted"),
      returned: sumOf("returned"),
      required: settings.practiceMinutes,
    },
    pledgeDay: gate.frame.pledgeDay,
    theory: { ...gate.theory, hour: settings.teachingHour },
    refusal: frameRefusal(gate.frame)?.code ?? null,
    supervisions: attended.map(({ minutes, session }) => ({
      day: dateToDay(session.day),
      minutes,
      town: session.town,
    })),
  };
}

/** Whether the actor can log practice now, and if not, why. */
export async function ownGate(actor: Actor): Promise<{
  refusal: EntryRefusalCode | null;
  theory: { credited: number; needed: number };
  pledgeSigned: boolean;
}> {
  const enrolment = await enrolmentOf(actor.accountId);
  if (!enrolment) return { refusal: "closed", theory: { credited: 0, needed: 0 }, pledgeSigned: false };
  const { frame, theory } = await readGate(enrolment);
  return { refusal: frameRefusal(frame)?.code ?? null, theory, pledgeSigned: frame.pledgeDay !== null };
}
