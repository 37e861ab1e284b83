import { namesOf } from "~/people/index.server";
import { dayOf, formatTime, minuteOfDay } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { practiceClash } from "~/practice/index.server";

/** When somebody was at a session. */
export interface Presence {
  enrolmentId: string;
  arrivedAt: Date;
  leftAt: Date;
}

/**
 * Refuses attendance of somebody who has practice written down for that time: nobody was at two places. Take the
 * enrolments' locks first.
 * @param fieldOf field of the form the person stands in
 * @throws AppError invalid with the person named and the time of the practice
 */
export async function requireNoPractice(
  tx: Tx,
  presences: readonly Presence[],
  fieldOf: (enrolmentId: string) => string,
): Promise<void> {
  const clash = await practiceClash(presences.flatMap(timesOf), tx);
  if (!clash) return;
  const { enrolmentId, practice } = clash;
  const { accountId } = await tx.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    select: { accountId: true },
  });
  throw new AppError("invalid", {
    field: fieldOf(enrolmentId),
    reason: "teaching:refusal.practiceThen",
    values: {
      name: (await namesOf([accountId], tx)).get(accountId) ?? "",
      from: formatTime(practice.startMinute),
      to: formatTime(practice.endMinute),
    },
  });
}

/** The time somebody was there, day by day: a session may last past midnight. */
function timesOf({ enrolmentId, arrivedAt, leftAt }: Presence) {
  const [first, last] = [dayOf(arrivedAt), dayOf(leftAt)];
  const [startMinute, endMinute] = [minuteOfDay(arrivedAt), minuteOfDay(leftAt)];
  if (first === last) return [{ enrolmentId, day: first, startMinute, endMinute }];
  return [
    { enrolmentId, day: first, startMinute, endMinute: 24 * 60 },
    { enrolmentId, day: last, startMinute: 0, endMinute },
  ];
}
