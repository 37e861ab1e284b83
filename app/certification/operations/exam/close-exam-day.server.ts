import type { Actor } from "~/access/index.server";
import { nameOf } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { canStep, closeRefusal } from "../../rules/exam/exam-day-steps";
import { lockExamDay, refusal } from "./exam-day-row.server";
import { writeAboutExam } from "./exam-letters.server";
import { examPeople } from "./exam-people.server";
import { partsOnDay } from "./parts-of-candidate.server";
import { protocolContent } from "./protocol-content.server";
import { readReopenings, storedContent, storedReopenings } from "./protocol-store.server";
import { requireLead } from "./run-exam-day.server";
import { stepFacts } from "./step-facts.server";

/**
 * Closes a day: the results are counted and the content of the protocol is frozen with its hash.
 * @throws AppError notFound, forbidden for a plain member, invalid while somebody is undecided or a vote missing
 */
export async function closeExamDay(
  actor: Actor,
  id: string | undefined,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const access = await lockExamDay(tx, actor, id);
    const { day } = access;
    requireLead(access);
    if (day.state === "closed") return;
    const people = await examPeople({ enrolmentIds: day.candidates.map((one) => one.enrolmentId) }, tx);
    const parts = day.candidates.map(
      (candidate) => [candidate.id, partsOnDay(day, candidate, people.get(candidate.enrolmentId)!)] as const,
    );
    const refused = closeRefusal(stepFacts(day, new Map(parts)));
    if (refused) throw refusal(refused.code, "", refused.values);
    const content = await protocolContent(tx, day, { closedById: actor.accountId, now });
    const stored = storedContent(day.id, content);
    await tx.examDay.update({
      where: { id: day.id },
      data: { state: "closed", closedAt: now, ...stored, version: { increment: 1 } },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "exam.close",
      subject: { kind: "exam-day", id: day.id },
      details: { sha256: stored.protocolContentSha256 },
      at: now,
    });
    const accountIds = day.members.map(({ accountId }) => accountId);
    await writeAboutExam(tx, { news: "sign", accountIds, day, now });
  });
}

/**
 * Opens a closed day again, before the last signature; signatures given so far fall.
 * @throws AppError notFound, forbidden for anybody but the chair, invalid in another state
 */
export async function reopenExamDay(
  actor: Actor,
  { id, reason }: { id: string | undefined; reason: string },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const { day, seat } = await lockExamDay(tx, actor, id);
    if (!seat?.chair) throw new AppError("forbidden", { reason: "exam:refusal.chairOnly" });
    if (!canStep(day.state, "reopen")) throw refusal("state");
    const by = (await nameOf(actor.accountId, tx)) ?? "–";
    const reopenings = [...readReopenings(day), { at: now.toISOString(), by, reason }];
    await tx.examMember.updateMany({
      where: { examDayId: day.id },
      data: { signedAt: null, signedSha256: null, version: { increment: 1 } },
    });
    await tx.examDay.update({
      where: { id: day.id },
      data: {
        state: "open",
        closedAt: null,
        protocolContentSealed: null,
        protocolContentSha256: null,
        reopeningsSealed: storedReopenings(day.id, reopenings),
        version: { increment: 1 },
      },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "exam.reopen",
      subject: { kind: "exam-day", id: day.id },
      details: { times: reopenings.length },
      at: now,
    });
    const accountIds = day.members.map(({ accountId }) => accountId);
    await writeAboutExam(tx, { news: "reopened", accountIds, day, reason, now });
  });
}
