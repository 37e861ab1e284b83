import type { Actor } from "~/access/index.server";
import { endRole } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal } from "~/platform/crypto/index.server";
import { dayOf, dayToDate } from "~/platform/days";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { decisionRefusal, type DecisionRefusal } from "../../rules/mentors/decision";
import type { DecisionForm } from "../../mentor-schema";
import { formatDay } from "~/ui/formatting";
import { decisionPlace } from "../../mentor-place";
import { giveRoleBack } from "./give-role-back.server";
import { lockMentor } from "./lock-mentor.server";
import { whereMentor } from "./mentor-scope.server";
import { mentorsWithFacts, type MentorWithFacts } from "./standings.server";
import { tellMentor } from "./tell-mentor.server";

/**
 * Suspends, restores, ends or renews a mentor from a day on, with a reason; what was decided before stays. The
 * end takes the role away as a revoked certificate does, the renewal gives it back.
 * @param input.id made by the form: sent twice it has one effect
 * @throws AppError notFound outside the coordinator's mentors, forbidden about oneself, stale when somebody else
 *   has decided since, invalid (kind, fromDay, certifiedOn) when the rules do not allow it
 */
export async function decideAboutMentor(
  actor: Actor,
  mentorId: string,
  input: DecisionForm,
  { now }: { now: Date },
): Promise<void> {
  if (!isRowId(mentorId)) throw new AppError("notFound");
  await inTransaction((tx) => decide(tx, actor, mentorId, input, now));
}

async function decide(tx: Tx, actor: Actor, mentorId: string, input: DecisionForm, now: Date): Promise<void> {
  await lockMentor(tx, mentorId);
  const where = { AND: [{ id: mentorId }, whereMentor(actor, "mentor:decide")] };
  const [mentor] = await mentorsWithFacts(where, tx);
  if (!mentor) throw new AppError("notFound");
  if (mentor.accountId === actor.accountId) {
    throw new AppError("forbidden", { reason: "mentors:refusal.own" });
  }
  const earlier = await tx.mentorDecision.findUnique({
    where: { id: input.id },
    select: { mentorId: true },
  });
  if (earlier) {
    if (earlier.mentorId !== mentorId) throw new AppError("notFound");
    return;
  }
  if (mentor.version !== input.version) throw new AppError("stale");
  const refusal = decisionRefusal(mentor.facts, input, dayOf(now));
  if (refusal) throw refused(refusal, actor);
  await write(tx, actor, mentor, input, now);
}

async function write(
  tx: Tx,
  actor: Actor,
  mentor: MentorWithFacts,
  { id, kind, fromDay, reason, certifiedOn }: DecisionForm,
  now: Date,
): Promise<void> {
  const sealed = seal(reason, decisionPlace(id));
  await tx.mentorDecision.create({
    data: {
      ...{ id, kind, mentorId: mentor.id, reasonSealed: sealed },
      fromDay: dayToDate(fromDay),
      decidedAt: now,
      decidedById: actor.accountId,
    },
  });
  await tx.mentor.update({
    where: { id: mentor.id },
    data: {
      version: { increment: 1 },
      ...(kind === "ended" ? { endedOn: dayToDate(fromDay) } : {}),
      ...(kind === "renewed" ? { endedOn: null } : {}),
      ...(kind === "renewed" && certifiedOn && mentor.certifiedOn === null
        ? { certifiedOn: dayToDate(certifiedOn) }
        : {}),
    },
  });
  const { accountId } = mentor;
  if (accountId !== null) {
    if (kind === "ended") await endRole(tx, { accountId, role: "mentor", by: actor.accountId, now });
    if (kind === "renewed") await giveRoleBack(tx, actor, mentor, accountId, now);
    await tellMentor(tx, { accountId, kind, fromDay, now });
  }
  await audit(tx, {
    actor: actor.accountId,
    action: "mentor.decide",
    subject: { kind: "mentor", id: mentor.id },
    details: { decision: kind, fromDay },
    at: now,
  });
}

function refused({ code, field, day }: DecisionRefusal, actor: Actor): AppError {
  return new AppError("invalid", {
    ...(field ? { field } : {}),
    reason: `mentors:refusal.${code}`,
    values: day ? { day: formatDay(day, actor.language) } : {},
  });
}
