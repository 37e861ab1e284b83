import type { Actor } from "~/access/index.server";
import { nameOf, namesOf } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { unseal } from "~/platform/crypto/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { openCaseCounts, whereCase } from "~/registry/index.server";
import { decisionPlace } from "../../mentor-place";
import { possibleDecisions } from "../../rules/mentors/decision";
import type { DecisionKind } from "../../rules/mentors/facts";
import { whereCertificate } from "../certificate-scope.server";
import { whereMentor } from "./mentor-scope.server";
import { mentorView, type MentorView } from "./mentor-view.server";
import { mentorsWithFacts } from "./standings.server";

/** A decision with its reason, which only coordinators read. */
export interface DecisionView {
  id: string;
  kind: DecisionKind;
  fromDay: string;
  /** ISO moment. */
  decidedAt: string;
  by: string | null;
  reason: string;
}

export interface MentorRecord extends MentorView {
  version: number;
  /** Null for a row of an older register. */
  name: string | null;
  hasAccount: boolean;
  own: boolean;
  /** The newest first. */
  decisions: DecisionView[];
  /** Open cases among those the coordinator may see; nothing about clients. */
  openCases: number;
  /** Trainees who go out with the mentor now. */
  guided: number;
  may: { decide: DecisionKind[]; seeCases: boolean; seeCertificate: boolean };
}

/**
 * Everything a coordinator decides from; that it was opened is an event, for it holds reasons.
 * @throws AppError notFound outside the coordinator's mentors
 */
export async function readMentor(
  actor: Actor,
  id: string | undefined,
  { now }: { now: Date },
): Promise<MentorRecord> {
  if (!isRowId(id)) throw new AppError("notFound");
  return inTransaction(async (tx) => {
    const [mentor] = await mentorsWithFacts({ AND: [{ id }, whereMentor(actor, "mentor:list")] }, tx);
    if (!mentor) throw new AppError("notFound");
    const today = dayOf(now);
    const own = mentor.accountId === actor.accountId;
    const mayDecide =
      !own && (await tx.mentor.count({ where: { AND: [{ id }, whereMentor(actor, "mentor:decide")] } })) > 0;
    const seeCases = actor.can("case:list");
    const openCases = seeCases ? await openCaseCounts([id], whereCase(actor, "case:list"), tx) : null;
    await audit(tx, {
      actor: actor.accountId,
      action: "mentor.read",
      subject: { kind: "mentor", id },
      at: now,
    });
    return {
      ...(await mentorView(mentor, today, tx)),
      version: mentor.version,
      name: (mentor.accountId && (await nameOf(mentor.accountId, tx))) || null,
      hasAccount: mentor.accountId !== null,
      own,
      decisions: await decisionsOf(tx, id),
      openCases: openCases?.get(id) ?? 0,
      guided: await tx.traineeGuide.count({ where: { mentorId: id, endedAt: null } }),
      may: {
        decide: mayDecide ? possibleDecisions(mentor.facts, today) : [],
        seeCases,
        seeCertificate: await maySee(tx, actor, mentor.certificate?.id),
      },
    };
  });
}

async function decisionsOf(tx: Tx, mentorId: string): Promise<DecisionView[]> {
  const rows = await tx.mentorDecision.findMany({
    where: { mentorId },
    orderBy: [{ fromDay: "desc" }, { decidedAt: "desc" }],
  });
  const names = await namesOf(
    rows.map(({ decidedById }) => decidedById),
    tx,
  );
  return rows.map(({ id, kind, fromDay, decidedAt, decidedById, reasonSealed }) => ({
    ...{ id, kind, fromDay: dateToDay(fromDay), decidedAt: decidedAt.toISOString() },
    by: names.get(decidedById) ?? null,
    reason: unseal(reasonSealed, decisionPlace(id)),
  }));
}

async function maySee(tx: Tx, actor: Actor, certificateId: string | undefined): Promise<boolean> {
  if (!certificateId || !actor.can("certificate:read")) return false;
  const where = { AND: [{ id: certificateId }, whereCertificate(actor, "certificate:read")] };
  return (await tx.certificate.count({ where })) > 0;
}
