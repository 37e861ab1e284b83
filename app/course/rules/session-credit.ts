import { creditableMinutes } from "./ledger";

/** How an in-person session is credited to those who were there. */

export interface Attendee {
  enrolmentId: string;
  /** Minutes of the module the trainee has already, from lessons and sessions. */
  moduleMinutes: number;
  /** Minutes of in-person teaching the trainee has on that day already. */
  dayMinutes: number;
}

export interface SessionFacts {
  /** Teaching hours of the session. */
  hours: number;
  teachingHour: number;
  moduleHours: number;
  maxTeachingHoursPerDay: number;
}

export type SessionRefusal = { reason: "dayFull"; hours: number; count: number };

/** Refuses a session that would make somebody's day longer than the run allows. */
export function sessionRefusal(session: SessionFacts, attendees: readonly Attendee[]): SessionRefusal | null {
  const limit = session.maxTeachingHoursPerDay * session.teachingHour;
  const minutes = session.hours * session.teachingHour;
  const over = attendees.filter(({ dayMinutes }) => dayMinutes + minutes > limit);
  return over.length === 0
    ? null
    : { reason: "dayFull", hours: session.maxTeachingHoursPerDay, count: over.length };
}

/** Minutes each attendee is credited: those who studied a part of the module alone get the rest of it. */
export function sessionCredits(
  session: SessionFacts,
  attendees: readonly Attendee[],
): { enrolmentId: string; minutes: number }[] {
  return attendees.map(({ enrolmentId, moduleMinutes }) => ({
    enrolmentId,
    minutes: creditableMinutes(
      session.hours * session.teachingHour,
      moduleMinutes,
      session.moduleHours * session.teachingHour,
    ),
  }));
}
