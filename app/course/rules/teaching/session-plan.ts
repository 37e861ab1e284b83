import { dayOf } from "~/platform/days";
import type { RunSettings } from "../run-settings";
import { minutesBetween, teachingMinutes, type SessionTimes } from "./session-time";

/** What a session of a run must keep to, apart from other people's calendars. */

export interface PlannedTeaching extends SessionTimes {
  breakMinutes: number;
}

export interface PlanFacts {
  run: { startsOn: string; endsOn: string };
  settings: Pick<RunSettings, "maxTeachingHoursPerDay" | "teachingHour">;
  /** Minutes of teaching the run has on that day already, without this session. */
  sameDayMinutes: number;
  now: Date;
}

export type PlanRefusal = {
  field: "day" | "to" | "breakMinutes";
  reason: "beyondRun" | "inPast" | "notOver" | "breakTooLong" | "dayFull";
  values?: Record<string, number>;
};

/**
 * Why a session cannot be, or null. A session belongs to the day it begins on; `planned` lies in the future,
 * `held` is over.
 */
export function planRefusal(
  session: PlannedTeaching,
  state: "planned" | "held",
  { run, settings, sameDayMinutes, now }: PlanFacts,
): PlanRefusal | null {
  if (dayOf(session.startsAt) < run.startsOn || dayOf(session.endsAt) > run.endsOn)
    return { field: "day", reason: "beyondRun" };
  if (state === "planned" && session.startsAt <= now) return { field: "day", reason: "inPast" };
  if (state === "held" && session.endsAt > now) return { field: "to", reason: "notOver" };
  if (session.breakMinutes >= minutesBetween(session.startsAt, session.endsAt))
    return { field: "breakMinutes", reason: "breakTooLong" };
  const { maxTeachingHoursPerDay: hours, teachingHour } = settings;
  if (sameDayMinutes + teachingMinutes(session) > hours * teachingHour)
    return { field: "to", reason: "dayFull", values: { hours } };
  return null;
}
