import { dayOf, dayToDate, formatTime, minuteOfDay } from "~/platform/days";
import type { PracticeState } from "../codes";
import { elapsedMinutes } from "./elapsed";
import { holdsTime } from "./entry-states";

/** When an entry can be taken, and the precise reason why not. */

export interface EntryTimes {
  day: string;
  /** Minutes after midnight, Europe/Prague. */
  startMinute: number;
  endMinute: number;
}

/** Another entry of the same person, in whichever run. */
export interface KnownEntry extends EntryTimes {
  kind: "entry";
  id: string;
  minutes: number;
  state: PracticeState;
}

/** Teaching or supervision the same person attended: nobody is at two places at once. */
export interface KnownSession extends EntryTimes {
  kind: "teaching" | "supervision";
}

export type KnownTime = KnownEntry | KnownSession;

/** What the trainee's course allows. */
export interface PracticeFrame {
  /** The trainee studies and the run credits hours. */
  open: boolean;
  runStartsOn: string;
  runEndsOn: string;
  /** Day of the signed pledge, or null. */
  pledgeDay: string | null;
  /** Day from which practice is allowed by theory, or null. */
  gateDay: string | null;
  maxMinutesPerDay: number;
}

export type EntryRefusalCode =
  | "closed"
  | "noPledge"
  | "beforeTheory"
  | "futureDay"
  | "futureTime"
  | "endBeforeStart"
  | "clockChange"
  | "beforePledge"
  | "beforeGate"
  | "beforeRun"
  | "afterRun"
  | "overlap"
  | "overlapTeaching"
  | "overlapSupervision"
  | "tooMuch";

export interface EntryRefusal {
  code: EntryRefusalCode;
  /** Field of the form the reason belongs to; "" is the whole form. */
  field: "" | "day" | "from" | "to";
  values: Record<string, string | number>;
}

export type EntryVerdict = { ok: true; minutes: number } | { ok: false; refusal: EntryRefusal };

/** Why practice cannot be logged at all yet (or any more), or null. */
export function frameRefusal(frame: PracticeFrame): EntryRefusal | null {
  if (!frame.open) return refuse("closed", "");
  if (frame.gateDay === null) return refuse("beforeTheory", "");
  if (frame.pledgeDay === null) return refuse("noPledge", "");
  return null;
}

/**
 * Decides about an entry. Days in the values are milliseconds of the day's midnight in UTC, so that each
 * language writes them its own way.
 * @param others other times of the same person, without the entry being corrected
 */
export function judgeEntry(
  entry: EntryTimes,
  others: readonly KnownTime[],
  frame: PracticeFrame,
  now: Date,
): EntryVerdict {
  const refusal = frameRefusal(frame) ?? timeRefusal(entry, now) ?? dayRefusal(entry, frame);
  if (refusal) return { ok: false, refusal };
  const minutes = elapsedMinutes(entry.day, entry.startMinute, entry.endMinute);
  if (minutes === null)
    return { ok: false, refusal: refuse("clockChange", "from", { day: dayValue(entry.day) }) };
  const clash = crowdRefusal(entry, minutes, others, frame);
  return clash ? { ok: false, refusal: clash } : { ok: true, minutes };
}

function timeRefusal({ day, startMinute, endMinute }: EntryTimes, now: Date): EntryRefusal | null {
  const today = dayOf(now);
  if (day > today) return refuse("futureDay", "day", { today: dayValue(today) });
  if (endMinute <= startMinute) {
    return refuse("endBeforeStart", "to", { from: formatTime(startMinute), to: formatTime(endMinute) });
  }
  if (day === today && endMinute > minuteOfDay(now)) {
    return refuse("futureTime", "to", { to: formatTime(endMinute), now: formatTime(minuteOfDay(now)) });
  }
  return null;
}

function dayRefusal({ day }: EntryTimes, frame: PracticeFrame): EntryRefusal | null {
  if (day < frame.runStartsOn) return refuse("beforeRun", "day", { day: dayValue(frame.runStartsOn) });
  if (day > frame.runEndsOn) return refuse("afterRun", "day", { day: dayValue(frame.runEndsOn) });
  if (frame.gateDay !== null && day < frame.gateDay) {
    return refuse("beforeGate", "day", { day: dayValue(frame.gateDay) });
  }
  if (frame.pledgeDay !== null && day < frame.pledgeDay) {
    return refuse("beforePledge", "day", { day: dayValue(frame.pledgeDay) });
  }
  return null;
}

function crowdRefusal(
  entry: EntryTimes,
  minutes: number,
  others: readonly KnownTime[],
  frame: PracticeFrame,
): EntryRefusal | null {
  const taken = others.filter((other) => other.kind !== "entry" || holdsTime(other.state));
  const clash = taken.find((other) => overlap(entry, other));
  if (clash) {
    return refuse(overlapCodes[clash.kind], "from", {
      day: dayValue(clash.day),
      from: formatTime(clash.startMinute),
      to: formatTime(clash.endMinute),
    });
  }
  const sameDay = taken.flatMap((other) => (other.kind === "entry" && other.day === entry.day ? other : []));
  const before = sameDay.reduce((sum, other) => sum + other.minutes, 0);
  if (before + minutes <= frame.maxMinutesPerDay) return null;
  return refuse("tooMuch", "to", {
    day: dayValue(entry.day),
    limit: hours(frame.maxMinutesPerDay),
    before: hours(before),
    left: hours(Math.max(0, frame.maxMinutesPerDay - before)),
  });
}

const overlapCodes = {
  entry: "overlap",
  teaching: "overlapTeaching",
  supervision: "overlapSupervision",
} as const;

/** Whether two times have a minute in common; an end that touches a beginning has none. */
export function overlap(one: EntryTimes, other: EntryTimes): boolean {
  return one.day === other.day && one.startMinute < other.endMinute && other.startMinute < one.endMinute;
}

function refuse(
  code: EntryRefusalCode,
  field: EntryRefusal["field"],
  values: EntryRefusal["values"] = {},
): EntryRefusal {
  return { code, field, values };
}

function dayValue(day: string): number {
  return dayToDate(day).getTime();
}

/** 630 → "10:30": the same in every language. */
function hours(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
