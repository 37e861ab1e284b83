import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal } from "~/platform/crypto/index.server";
import { addDays, dateToDay, dayOf, dayToDate } from "~/platform/days";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { excusePlace } from "../../exam-places";
import { excuseKeptDays } from "../../rules/exam/codes";
import { excuseUntil } from "../../rules/exam/deadlines";
import { lockExamDay, refusal, settingsOfDay } from "./exam-day-row.server";
import { writeAboutExam } from "./exam-letters.server";
import { isCzechHoliday } from "./holidays.server";

/**
 * The chair writes down an excuse that reached him, and decides about it, once. Its words go after a time.
 * @throws AppError notFound, forbidden for anybody but the chair, invalid when it came too late (with the last
 *   day), when the person was not absent or was decided about before
 */
export async function decideExcuse(
  actor: Actor,
  input: { id: string | undefined; candidate: string; excusedOn: string; reason: string; accepted: boolean },
  { now }: { now: Date },
): Promise<void> {
  const { id, excusedOn, reason, accepted } = input;
  await inTransaction(async (tx) => {
    const { day, seat } = await lockExamDay(tx, actor, id);
    if (!seat?.chair) throw new AppError("forbidden", { reason: "exam:refusal.chairOnly" });
    if (!["open", "closed", "locked"].includes(day.state)) throw refusal("state");
    const candidate = day.candidates.find((one) => one.id === input.candidate);
    if (!candidate) throw new AppError("notFound");
    if (candidate.state !== "absent") throw refusal("notAbsent", "candidate");
    if (candidate.excuseAccepted !== null) throw refusal("excuseDecided", "excusedOn");
    if (excusedOn > dayOf(now)) throw refusal("futureExcuse", "excusedOn");
    const last = excuseUntil(dateToDay(day.heldOn), settingsOfDay(day), isCzechHoliday);
    if (excusedOn > last) throw refusal("lateExcuse", "excusedOn", { day: dayToDate(last).getTime() });
    await tx.examCandidate.update({
      where: { id: candidate.id },
      data: {
        excusedOn: dayToDate(excusedOn),
        excuseSealed: seal(reason, excusePlace(candidate.id)),
        excuseDeleteOn: dayToDate(addDays(dayOf(now), excuseKeptDays)),
        excuseAccepted: accepted,
        excuseDecidedAt: now,
        excuseDecidedById: actor.accountId,
        version: { increment: 1 },
      },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "exam.excuse",
      subject: { kind: "enrolment", id: candidate.enrolmentId },
      details: { examDay: day.id, accepted },
      at: now,
    });
    const accountIds = [candidate.enrolment.accountId];
    await writeAboutExam(tx, { news: accepted ? "excuseAccepted" : "excuseRefused", accountIds, day, now });
  });
}

/** Erases the words of excuses whose day has come; that and how it was decided stays. Returns how many. */
export async function eraseExcuses(now: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const { count } = await tx.examCandidate.updateMany({
      where: { excuseDeleteOn: { lte: dayToDate(dayOf(now)) }, excuseSealed: { not: null } },
      data: { excuseSealed: null, excuseDeleteOn: null },
    });
    if (count > 0)
      await audit(tx, { actor: null, action: "exam.erase-excuses", details: { count }, at: now });
    return count;
  });
}
