import type { Actor } from "~/access/index.server";
import { lockEnrolment } from "~/course/index.server";
import { audit } from "~/platform/audit/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { inTransaction, type Prisma } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { canStep, openRefusal } from "../../rules/exam/exam-day-steps";
import type { IdentityDocument } from "../../rules/exam/codes";
import { guideAccounts } from "./exam-checks.server";
import { lockExamDay, refusal, type ExamDayAccess } from "./exam-day-row.server";
import { stepFacts } from "./step-facts.server";
import { examPeople } from "./exam-people.server";
import { candidacyOnDay } from "./parts-of-candidate.server";
import { storedAdmission } from "./stored-admission.server";

type Id = string | undefined;

/** The organiser and the chair lead the day. */
export function requireLead({ organiser, seat }: ExamDayAccess): void {
  if (!organiser && !seat?.chair) throw new AppError("forbidden", { reason: "exam:refusal.lead" });
}

/**
 * Opens a day on that day (Europe/Prague), after three declarations.
 * @throws AppError notFound, forbidden for a plain member, invalid with the reason
 */
export async function openExamDay(actor: Actor, id: Id, { now }: { now: Date }): Promise<void> {
  await inTransaction(async (tx) => {
    const access = await lockExamDay(tx, actor, id);
    const { day } = access;
    requireLead(access);
    if (day.state === "open") return;
    const refused = openRefusal(stepFacts(day, new Map()), dayOf(now));
    if (refused) throw refusal(refused.code, "", refused.values);
    const guides = await guideAccounts(
      tx,
      day.candidates.map(({ enrolmentId }) => enrolmentId),
    );
    if (day.members.some(({ accountId }) => guides.has(accountId))) throw refusal("commission.guide");
    const examined = new Set(day.candidates.map(({ enrolment }) => enrolment.accountId));
    if (day.members.some(({ accountId }) => examined.has(accountId))) throw refusal("commission.examinee");
    await tx.examDay.update({ where: { id: day.id }, data: { state: "open", version: { increment: 1 } } });
    const subject = { kind: "exam-day", id: day.id };
    await audit(tx, { actor: actor.accountId, action: "exam.open", subject, at: now });
  });
}

/**
 * Lets somebody in: the identity is checked and the admission is counted once more, and kept.
 * @throws AppError notFound, invalid when somebody is not admitted (any more)
 */
export async function letIn(
  actor: Actor,
  input: { id: Id; candidate: string; document: IdentityDocument },
  { now }: { now: Date },
): Promise<void> {
  await attend(actor, input, now, {
    state: "present",
    identityDocument: input.document,
    identityCheckedAt: now,
    identityCheckedById: actor.accountId,
  });
}

/** Writes down that somebody did not come; votes about them, if there are any, fall. */
export async function markAbsent(
  actor: Actor,
  input: { id: Id; candidate: string },
  { now }: { now: Date },
): Promise<void> {
  await attend(actor, input, now, {
    state: "absent",
    identityDocument: null,
    identityCheckedAt: null,
    identityCheckedById: null,
  });
}

async function attend(
  actor: Actor,
  { id, candidate: candidateId }: { id: Id; candidate: string },
  now: Date,
  data: Prisma.ExamCandidateUpdateInput & { state: "present" | "absent" },
): Promise<void> {
  await inTransaction(async (tx) => {
    const access = await lockExamDay(tx, actor, id);
    const { day } = access;
    requireLead(access);
    if (!canStep(day.state, "vote")) throw refusal("state");
    const candidate = day.candidates.find((one) => one.id === candidateId);
    if (!candidate) throw new AppError("notFound");
    await lockEnrolment(tx, candidate.enrolmentId);
    const person = (await examPeople({ enrolmentIds: [candidate.enrolmentId] }, tx)).get(
      candidate.enrolmentId,
    );
    if (!person) throw new AppError("notFound");
    const letsIn = data.state === "present";
    const { refusal: refused } = letsIn ? candidacyOnDay(day, candidate, person) : { refusal: null };
    if (refused) {
      const { missing, basis } = person.standing.admission;
      const detail = refused.code === "notAdmitted" ? `notAdmittedIn.${basis}` : refused.code;
      throw new AppError("invalid", {
        field: "document",
        reason: `exam:candidacy.${detail}`,
        values: { ...refused.values, name: person.name, missing: Math.ceil(missing * 100) / 100 },
      });
    }
    if (!letsIn) await tx.examVote.deleteMany({ where: { candidateId } });
    await tx.examCandidate.update({
      where: { id: candidateId },
      data: {
        ...data,
        ...(letsIn ? { admission: storedAdmission(person.admission) } : {}),
        version: { increment: 1 },
      },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: letsIn ? "exam.let-in" : "exam.absent",
      subject: { kind: "enrolment", id: candidate.enrolmentId },
      details: { examDay: day.id, day: dateToDay(day.heldOn) },
      at: now,
    });
  });
}
