import { runSettings } from "~/course/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { db, type Tx } from "~/platform/db/index.server";
import { supervisionDuty, type SupervisionDuty } from "../rules/supervision/supervision-duty";
import { supervisionExemptionsOfTrainees } from "./supervision/exemption-days.server";

/** What practice and supervision of a trainee have come to. */
export interface PracticeFacts {
  pledgeSignedOn: string | null;
  approvedMinutes: number;
  submittedMinutes: number;
  /** Days of approved practice, each once, in order. */
  practiceDays: string[];
  supervisionDays: string[];
  supervision: SupervisionDuty;
}

/** Facts about several trainees in one query; unknown ids are absent. */
export async function practiceFactsOf(
  enrolmentIds: readonly string[],
  reader: Tx = db(),
): Promise<Map<string, PracticeFacts>> {
  if (enrolmentIds.length === 0) return new Map();
  const rows = await reader.enrolment.findMany({
    where: { id: { in: [...enrolmentIds] } },
    select: {
      id: true,
      run: { select: { settings: true } },
      pledges: { select: { signedAt: true } },
      practiceEntries: {
        where: { state: { in: ["approved", "submitted"] } },
        select: { day: true, minutes: true, state: true },
      },
      supervisions: {
        where: { session: { state: "held" } },
        select: { session: { select: { day: true } } },
      },
    },
  });
  const exemptions = await supervisionExemptionsOfTrainees(enrolmentIds, reader);
  return new Map(
    rows.map(({ id, run, pledges, practiceEntries, supervisions }) => {
      const approved = practiceEntries.filter(({ state }) => state === "approved");
      const practiceDays = [...new Set(approved.map(({ day }) => dateToDay(day)))].sort();
      const supervisionDays = supervisions.map(({ session }) => dateToDay(session.day)).sort();
      const signedAt = pledges[0]?.signedAt;
      const approvedMinutes = approved.reduce((sum, { minutes }) => sum + minutes, 0);
      const allMinutes = practiceEntries.reduce((sum, { minutes }) => sum + minutes, 0);
      return [
        id,
        {
          pledgeSignedOn: signedAt ? dayOf(signedAt) : null,
          approvedMinutes,
          submittedMinutes: allMinutes - approvedMinutes,
          practiceDays,
          supervisionDays,
          supervision: supervisionDuty(
            practiceDays,
            supervisionDays,
            runSettings(run).supervisionPerMonth,
            exemptions.get(id),
          ),
        },
      ];
    }),
  );
}

/** Entries and sessions of one trainee, for the page about them. The caller has checked the scope. */
export async function practiceOf(enrolmentId: string, reader: Tx = db()) {
  const [entries, attended] = [
    await reader.practiceEntry.findMany({
      where: { enrolmentId, state: { not: "withdrawn" } },
      select: {
        id: true,
        day: true,
        startMinute: true,
        endMinute: true,
        minutes: true,
        activity: true,
        state: true,
      },
      orderBy: [{ day: "desc" }, { startMinute: "desc" }],
    }),
    await reader.supervisionAttendance.findMany({
      where: { enrolmentId, session: { state: "held" } },
      select: {
        minutes: true,
        session: { select: { id: true, day: true, town: true, form: true, supervisorId: true } },
      },
      orderBy: { session: { day: "desc" } },
    }),
  ];
  return {
    entries: entries.map((entry) => ({ ...entry, day: dateToDay(entry.day) })),
    supervisions: attended.map(({ minutes, session }) => ({
      ...session,
      minutes,
      day: dateToDay(session.day),
    })),
  };
}
