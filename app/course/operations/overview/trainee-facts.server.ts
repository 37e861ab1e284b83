import { standingOfTrainees, type StandingOf } from "~/certification/index.server";
import type { DutyClock } from "~/practice/index";
import { supervisionClocksOfTrainees } from "~/practice/index.server";
import type { TraineeStanding } from "~/certification/index";
import { dateToDay, dayOf } from "~/platform/days";
import { db, type EnrolmentState } from "~/platform/db/index.server";
import type { AttendanceSum } from "../../rules/overview/attendance-sum";
import { flagsOf, type Flag } from "../../rules/overview/flags";
import { outlookOf, type Outlook } from "../../rules/overview/forecast";
import type { LedgerSums } from "../../rules/ledger";
import type { RunSettings } from "../../rules/run-settings";
import { runSettings } from "../runs.server";
import { activityOf, type Activity } from "./activity.server";
import { attendanceOf } from "./attendance.server";
import { testsOfModules, type ModuleTest } from "./tests-of-modules.server";

/** All that the overviews say of one trainee. */
export interface TraineeFacts extends Activity {
  enrolmentId: string;
  accountId: string;
  runId: string;
  version: number;
  state: EnrolmentState;
  settings: RunSettings;
  sums: LedgerSums;
  standing: TraineeStanding;
  /** Sessions of supervision owed this month and by when; null when none is. */
  supervisionOwed: { count: number; by: string } | null;
  /** Next deadline of supervision, owed or not; null when the duty does not run. */
  supervisionDueOn: string | null;
  tests: ModuleTest[];
  attendance: AttendanceSum;
  flags: Flag[];
  outlook: Outlook;
}

const select = {
  id: true,
  accountId: true,
  runId: true,
  version: true,
  state: true,
  enrolledAt: true,
  run: { select: { state: true, startsOn: true, endsOn: true, settings: true } },
} as const;

/**
 * Facts of everybody of some runs, or of some trainees, in one batch: the number of queries is the same for
 * three people and for three hundred. Scope is the caller's business.
 */
export async function traineeFacts(of: StandingOf, now: Date): Promise<TraineeFacts[]> {
  const reader = db();
  const where = "runIds" in of ? { runId: { in: [...of.runIds] } } : { id: { in: [...of.enrolmentIds] } };
  const rows = (await reader.enrolment.findMany({ where, select })).map((row) => ({
    ...row,
    settings: runSettings(row.run),
  }));
  const ids = rows.map(({ id }) => id);
  const standings = await standingOfTrainees(of, reader);
  const activity = await activityOf(ids, reader);
  const attendance = await attendanceOf(rows, reader);
  const tests = await testsOfModules(ids, { now });
  const today = dayOf(now);
  const clocks = await supervisionClocksOfTrainees(ids, now, reader);
  return rows.map(({ id, accountId, runId, version, state, enrolledAt, run, settings }) => {
    const standing = standings.get(id)!;
    const done = activity.get(id)!;
    const shared = {
      enrolmentId: id,
      settings,
      supervisionOwed: owedOf(clocks.get(id)),
      supervisionDueOn: clocks.get(id)?.dueOn ?? null,
      attendance: attendance.get(id)!,
      ...done,
    };
    const flags = flagsOf(
      {
        ...shared,
        run: { state: run.state, startsOn: dateToDay(run.startsOn), endsOn: dateToDay(run.endsOn) },
        active: state === "active" && standing.certificate === null,
        enrolledOn: dayOf(enrolledAt),
        doneShare: standing.admission.share,
        exhaustedTests: tests
          .get(id)!
          .filter((test) => test.state === "exhausted")
          .map(({ title }) => title),
      },
      today,
    );
    const complete = standing.graduation.complete;
    return {
      ...shared,
      accountId,
      runId,
      version,
      state,
      standing,
      sums: sumsOf(standing),
      tests: tests.get(id)!,
      flags,
      outlook: outlookOf({ runState: run.state, enrolment: state, complete, flags }),
    };
  });
}

function owedOf(clock: DutyClock | undefined): TraineeFacts["supervisionOwed"] {
  return clock?.owedBy ? { count: clock.owedCount, by: clock.owedBy } : null;
}

/** Credited minutes as the graduation counted them: the ledger is read once. */
function sumsOf({ graduation }: TraineeStanding): LedgerSums {
  const done = (code: "theory" | "practice") =>
    graduation.requirements.find((requirement) => requirement.code === code)?.done ?? 0;
  return { theoryMinutes: done("theory"), practiceMinutes: done("practice") };
}
