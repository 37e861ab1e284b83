import { enrolmentById } from "~/course/index.server";
import { namesOf } from "~/people/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { db, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { practiceBalance, type Balance } from "../rules/balance";
import type { ActivityKind } from "../codes";
import { guideNames } from "./guides/guide-names.server";

/** An approved entry with whoever approved it. */
export interface Approval {
  id: string;
  day: string;
  minutes: number;
  activity: ActivityKind;
  approvedBy: string;
  approvedOn: string;
}

export interface TraineeBalance extends Balance {
  /** Minutes of practice the course asks for. */
  required: number;
  /** Newest day first. */
  approvals: Approval[];
  /** Guides now, by name. */
  guides: string[];
}

/** A trainee's practice against the plan of the run. The caller has checked the scope. @throws AppError notFound */
export async function balanceOf(enrolmentId: string, reader: Tx = db()): Promise<TraineeBalance> {
  const enrolment = await enrolmentById(enrolmentId, reader);
  if (!enrolment) throw new AppError("notFound");
  const entries = await reader.practiceEntry.findMany({
    where: { enrolmentId },
    select: {
      id: true,
      day: true,
      minutes: true,
      activity: true,
      state: true,
      decisions: {
        where: { state: "approved" },
        select: { decidedById: true, decidedAt: true },
        orderBy: { decidedAt: "desc" },
        take: 1,
      },
    },
    orderBy: [{ day: "desc" }, { startMinute: "desc" }],
  });
  const names = await namesOf(
    entries.flatMap(({ decisions }) => decisions.map(({ decidedById }) => decidedById)),
    reader,
  );
  const guides = await reader.traineeGuide.findMany({
    where: { enrolmentId, endedAt: null },
    select: { mentorId: true },
  });
  const guideName = await guideNames(
    guides.map(({ mentorId }) => mentorId),
    reader,
  );
  const { practicePlan, practiceMinutes } = enrolment.run.settings;
  return {
    ...practiceBalance(entries, practicePlan),
    required: practiceMinutes,
    guides: [...guideName.values()].sort((a, b) => a.localeCompare(b, "cs")),
    approvals: entries.flatMap(({ id, day, minutes, activity, state, decisions: [step] }) =>
      state === "approved" && step
        ? {
            id,
            day: dateToDay(day),
            minutes,
            activity,
            approvedBy: names.get(step.decidedById) ?? "",
            approvedOn: dayOf(step.decidedAt),
          }
        : [],
    ),
  };
}
