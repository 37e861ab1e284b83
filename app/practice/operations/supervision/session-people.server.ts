import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import type { Prisma, Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import type { PersonKind } from "../../supervision-codes";
import { mentorsToSupervise, runsToSupervise } from "./supervision-scope.server";

/** Trainees by enrolment and certified mentors. */
export interface SessionPeople {
  traineeIds: readonly string[];
  mentorIds: readonly string[];
}

/** The same without repetition. */
export function distinctPeople({ traineeIds, mentorIds }: SessionPeople): {
  traineeIds: string[];
  mentorIds: string[];
} {
  return { traineeIds: [...new Set(traineeIds)], mentorIds: [...new Set(mentorIds)] };
}

/** How many people that is. */
export function countPeople({ traineeIds, mentorIds }: SessionPeople): number {
  return traineeIds.length + mentorIds.length;
}

/**
 * Everybody named must be somebody this supervisor may meet; trainees come with their run, so that trainers of
 * the run see the session.
 * @throws AppError notFound
 */
export async function requirePeople(
  tx: Tx,
  actor: Actor,
  runId: string | null,
  people: SessionPeople,
): Promise<void> {
  const { traineeIds, mentorIds } = distinctPeople(people);
  const run = runId
    ? await tx.courseRun.count({ where: { AND: [{ id: runId }, runsToSupervise(actor)] } })
    : 1;
  if (run === 0) throw new AppError("notFound");
  const trainees = await tx.enrolment.count({
    where: {
      id: { in: traineeIds },
      runId: runId ?? undefined,
      state: "active",
      run: runsToSupervise(actor),
      NOT: { accountId: actor.accountId },
    },
  });
  const mentors = await tx.mentor.count({
    where: { AND: [{ id: { in: mentorIds } }, mentorsToSupervise(actor)] },
  });
  const known = trainees === traineeIds.length && mentors === mentorIds.length;
  if (!known || (traineeIds.length > 0 && !runId)) throw new AppError("notFound");
}

/** Rows of invitations to a session. */
export function invitationRows(
  people: SessionPeople,
  row: Pick<Prisma.SupervisionInvitationCreateManyInput, "sessionId" | "state" | "invitedAt">,
): Prisma.SupervisionInvitationCreateManyInput[] {
  const { traineeIds, mentorIds } = distinctPeople(people);
  return [
    ...traineeIds.map((enrolmentId) => ({ ...row, id: randomUUID(), enrolmentId })),
    ...mentorIds.map((mentorId) => ({ ...row, id: randomUUID(), mentorId })),
  ];
}

/** Who a row is about. */
export interface PersonRow {
  enrolmentId: string | null;
  mentorId: string | null;
  enrolment: { accountId: string } | null;
  mentor: { accountId: string | null; code: string } | null;
}

export const personSelect = {
  enrolmentId: true,
  mentorId: true,
  enrolment: { select: { accountId: true } },
  mentor: { select: { accountId: true, code: true } },
} as const;

/** The person of a row: id of the enrolment or the mentor, the account where there is one. */
export function personOf(row: PersonRow): {
  personId: string;
  kind: PersonKind;
  accountId: string | null;
  code: string;
} {
  return {
    personId: row.enrolmentId ?? row.mentorId ?? "",
    kind: row.enrolmentId ? "trainee" : "mentor",
    accountId: row.enrolment?.accountId ?? row.mentor?.accountId ?? null,
    code: row.mentor?.code ?? "",
  };
}
