import type { Actor } from "~/access/index.server";
import type { TraineeStanding } from "~/certification/index";
import { dayOf } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { practiceGateOpen, type LedgerSums } from "../../rules/ledger";
import type { AttendanceSum } from "../../rules/overview/attendance-sum";
import { ownSteps, type OwnStep } from "../../rules/overview/own-steps";
import { readCourse, type StudyOverview } from "../read-course.server";
import { countUnread } from "./inbox.server";
import type { ModuleTest } from "./tests-of-modules.server";
import { traineeFacts } from "./trainee-facts.server";

/** A trainee's own page; days are `YYYY-MM-DD`. */
export interface OwnOverview {
  run: StudyOverview["run"];
  goOn: StudyOverview["goOn"];
  sums: LedgerSums;
  steps: OwnStep[];
  standing: TraineeStanding;
  tests: ModuleTest[];
  attendance: AttendanceSum;
  nextSession: { startsAt: Date; topic: string; place: string } | null;
  /** Last day for this month's supervision; null when none is due. */
  supervisionBy: string | null;
  /** The next deadline of supervision, owed already or not; null when none runs. */
  supervisionDueOn: string | null;
  unread: number;
}

/** What the actor is to do, what is done and what is missing; null for somebody without an enrolment. */
export async function readOwnOverview(actor: Actor, { now }: { now: Date }): Promise<OwnOverview | null> {
  const { study, modules } = await readCourse(actor);
  if (!study) return null;
  const [facts] = await traineeFacts({ enrolmentIds: [study.enrolmentId] }, now);
  if (!facts) return null;
  const { run, sums, goOn } = study;
  const nextSession = facts.state === "active" ? await nextSessionOf(run.id, facts.enrolmentId, now) : null;
  const unread = await countUnread(actor.accountId);
  const flagged = facts.flags.some(({ code }) => code === "supervision");
  const supervisionBy = flagged ? (facts.supervisionOwed?.by ?? null) : null;
  const done = new Set(modules.filter(({ complete }) => complete).map(({ id }) => id));
  const pledge = facts.standing.graduation.requirements.find(({ code }) => code === "pledge");
  return {
    run,
    goOn,
    sums,
    steps: ownSteps({
      course: study.steps,
      unread,
      nextSession: nextSession && { day: dayOf(nextSession.startsAt), place: nextSession.place },
      pledgeSigned: pledge?.met ?? false,
      gateOpen: practiceGateOpen(sums, run.settings),
      supervisionBy,
      tests: facts.tests.map((test) => ({ ...test, moduleDone: done.has(test.moduleId) })),
    }),
    standing: facts.standing,
    tests: facts.tests,
    attendance: facts.attendance,
    nextSession,
    supervisionBy,
    supervisionDueOn: facts.supervisionDueOn,
    unread,
  };
}

/** The next session of the run that the trainee has not excused himself from. */
async function nextSessionOf(
  runId: string,
  enrolmentId: string,
  now: Date,
): Promise<OwnOverview["nextSession"]> {
  return db().teachingSession.findFirst({
    where: {
      runId,
      state: "planned",
      endsAt: { gt: now },
      attendance: { none: { enrolmentId, state: "excused" } },
    },
    select: { startsAt: true, topic: true, place: true },
    orderBy: { startsAt: "asc" },
  });
}
