import { dayOf, minuteOfDay } from "~/platform/days";
import type { SupervisionForm } from "../codes";

/** A session as its supervisor writes it down. */
export interface HeldSession {
  day: string;
  startMinute: number;
  minutes: number;
  form: SupervisionForm;
  present: number;
}

export interface SupervisionRefusal {
  code: "futureDay" | "notOver" | "pastMidnight" | "nobody" | "oneOnly";
  field: "day" | "from" | "minutes" | "trainee" | "form";
}

/** Why a session cannot be written down, or null. */
export function supervisionRefusal(session: HeldSession, now: Date): SupervisionRefusal | null {
  const today = dayOf(now);
  const end = session.startMinute + session.minutes;
  if (session.day > today) return { code: "futureDay", field: "day" };
  if (end > 24 * 60) return { code: "pastMidnight", field: "minutes" };
  if (session.day === today && end > minuteOfDay(now)) return { code: "notOver", field: "from" };
  if (session.present === 0) return { code: "nobody", field: "trainee" };
  if (session.form === "individual" && session.present > 1) return { code: "oneOnly", field: "form" };
  return null;
}
