/** Longest activity and longest day of a mentor, in minutes. */
export const longestDay = 16 * 60;
/** How long after logging an activity may be corrected, in hours. */
export const correctionHours = 24;

export type ActivityRefusal =
  | { reason: "future"; field: "day" }
  | { reason: "beforeAssignment"; field: "day"; day: string }
  | { reason: "afterEnd"; field: "day"; day: string }
  | { reason: "notYet"; field: "start" }
  | { reason: "noDuration"; field: "duration" }
  | { reason: "tooLong"; field: "otherMinutes" }
  | { reason: "dayFull"; field: "duration"; logged: number };

export interface ActivityFacts {
  day: string;
  /** Minutes after midnight; null when not said. */
  startMinute: number | null;
  /** Null when not said, which only an activity that did not take place may do. */
  minutes: number | null;
  result: string;
}

export interface ActivityContext {
  today: string;
  /** Minutes after midnight of the present moment. */
  minuteNow: number;
  assignedOn: string;
  endedOn: string | null;
  /** Minutes the mentor has logged on that day in all cases, without this activity. */
  loggedMinutes: number;
}

/** Why an activity cannot be logged as it is; null when it can. */
export function activityRefusal(activity: ActivityFacts, context: ActivityContext): ActivityRefusal | null {
  if (activity.day > context.today) return { reason: "future", field: "day" };
  if (activity.day < context.assignedOn) {
    return { reason: "beforeAssignment", field: "day", day: context.assignedOn };
  }
  if (context.endedOn !== null && activity.day > context.endedOn) {
    return { reason: "afterEnd", field: "day", day: context.endedOn };
  }
  const isToday = activity.day === context.today;
  if (isToday && activity.startMinute !== null && activity.startMinute > context.minuteNow) {
    return { reason: "notYet", field: "start" };
  }
  if (activity.minutes === null && activity.result === "done")
    return { reason: "noDuration", field: "duration" };
  const minutes = activity.minutes ?? 0;
  if (minutes > longestDay) return { reason: "tooLong", field: "otherMinutes" };
  if (context.loggedMinutes + minutes > longestDay) {
    return { reason: "dayFull", field: "duration", logged: context.loggedMinutes };
  }
  return null;
}

/** A cancelled appointment is not work; a door nobody opened is. */
export function beginsWork(result: string): boolean {
  return result !== "cancelled";
}

/** May the activity still be corrected by whoever logged it? */
export function mayCorrect(loggedAt: Date, now: Date): boolean {
  return now.getTime() - loggedAt.getTime() <= correctionHours * 3_600_000;
}
