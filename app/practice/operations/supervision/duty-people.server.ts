import { runSettings } from "~/course/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { db, type Prisma, type Tx } from "~/platform/db/index.server";
import type { DutyClock } from "../../rules/supervision/duty-clock";
import type { ExemptDays } from "../../rules/supervision/exemption";
import { mentorClock } from "../../rules/supervision/mentor-clock";
import { traineeClock } from "../../rules/supervision/trainee-clock";
import type { PersonKind } from "../../supervision-codes";
import { supervisionExemptionsOfMentors, supervisionExemptionsOfTrainees } from "./exemption-days.server";
import { supervisionDaysOfMentors } from "./supervision-days.server";
import { supervisionSettings } from "./supervision-settings.server";

/** Somebody with the duty of supervision, and how their clock stands. */
export interface DutyPerson {
  /** Enrolment or mentor. */
  id: string;
  kind: PersonKind;
  accountId: string | null;
  /** Code of a mentor; null for a trainee. */
  code: string | null;
  regionCode: string | null;
  runName: string | null;
  clock: DutyClock;
  /** Not taken back, in order. */
  exemptions: ExemptDays[];
}

type WhereTrainees = Prisma.EnrolmentWhereInput;
type WhereMentors = Prisma.MentorWhereInput;

/** Trainees with their clocks, in one batch of queries however many there are. */
export async function dutyOfTrainees(
  where: WhereTrainees,
  now: Date,
  reader: Tx = db(),
): Promise<DutyPerson[]> {
  const rows = await reader.enrolment.findMany({
    where,
    select: {
      id: true,
      accountId: true,
      state: true,
      run: { select: { name: true, state: true, settings: true, regionCode: true } },
      practiceEntries: {
        where: { state: { in: ["approved", "submitted"] } },
        select: { day: true, minutes: true, state: true },
      },
      supervisions: {
        where: { session: { state: "held" } },
        select: { session: { select: { day: true } } },
      },
    },
    orderBy: { id: "asc" },
  });
  const { warnDays } = await supervisionSettings(reader);
  const exemptions = await supervisionExemptionsOfTrainees(
    rows.map(({ id }) => id),
    reader,
  );
  const today = dayOf(now);
  return rows.map(({ id, accountId, state, run, practiceEntries, supervisions }) => {
    const settings = runSettings(run);
    const daysOf = (wanted: "approved" | "submitted") =>
      practiceEntries.filter((entry) => entry.state === wanted).map(({ day }) => dateToDay(day));
    const approvedMinutes = practiceEntries
      .filter((entry) => entry.state === "approved")
      .reduce((sum, { minutes }) => sum + minutes, 0);
    const exempt = exemptions.get(id) ?? [];
    const goesOn = state === "active" && (run.state === "running" || run.state === "exams");
    const clock = traineeClock(
      {
        practising: goesOn && approvedMinutes < settings.practiceMinutes,
        practiceDays: daysOf("approved"),
        waitingDays: daysOf("submitted"),
        supervisionDays: supervisions.map(({ session }) => dateToDay(session.day)),
        perMonth: settings.supervisionPerMonth,
        exemptions: exempt,
        warnDays,
      },
      today,
    );
    const { regionCode, name: runName } = run;
    return { id, kind: "trainee", accountId, code: null, regionCode, runName, clock, exemptions: exempt };
  });
}

/** Clocks of given trainees, by enrolment. The caller has checked the scope. */
export async function supervisionClocksOfTrainees(
  enrolmentIds: readonly string[],
  now: Date,
  reader: Tx = db(),
): Promise<Map<string, DutyClock>> {
  const people = await dutyOfTrainees({ id: { in: [...enrolmentIds] } }, now, reader);
  return new Map(people.map(({ id, clock }) => [id, clock]));
}

/** Certified mentors with their clocks, in one batch of queries. */
export async function dutyOfMentors(
  where: WhereMentors,
  now: Date,
  reader: Tx = db(),
): Promise<DutyPerson[]> {
  const rows = await reader.mentor.findMany({
    where,
    include: { decisions: { where: { kind: "renewed" }, select: { fromDay: true } } },
    orderBy: { code: "asc" },
  });
  const ids = rows.map(({ id }) => id);
  const days = await supervisionDaysOfMentors(ids, reader);
  const exemptions = await supervisionExemptionsOfMentors(ids, reader);
  const { everyMonths, warnDays } = await supervisionSettings(reader);
  return rows.map(({ id, accountId, code, regionCode, certifiedOn, endedOn, decisions }) => {
    const exempt = exemptions.get(id) ?? [];
    const clock = mentorClock(
      {
        certifiedOn: certifiedOn && dateToDay(certifiedOn),
        endedOn: endedOn && dateToDay(endedOn),
        renewedOn: decisions.map(({ fromDay }) => dateToDay(fromDay)),
        supervisionDays: days.get(id) ?? [],
        everyMonths,
        exemptions: exempt,
        warnDays,
      },
      dayOf(now),
    );
    return { id, kind: "mentor", accountId, code, regionCode, runName: null, clock, exemptions: exempt };
  });
}

/** The clocks that run for somebody, as a trainee and as a mentor. */
export async function ownDuty(accountId: string, now: Date): Promise<DutyPerson[]> {
  const trainee = await dutyOfTrainees({ accountId, state: "active" }, now);
  const mentor = await dutyOfMentors({ accountId, endedOn: null }, now);
  return [...trainee, ...mentor];
}
