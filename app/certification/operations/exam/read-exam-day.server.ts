import type { Actor } from "~/access/index.server";
import { hasSecondFactor, namesOf } from "~/people/index.server";
import { unsealNullable } from "~/platform/crypto/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { examResultPlace } from "../../places";
import type { ExamPart } from "../../codes";
import { declarationVersion } from "../../rules/exam/codes";
import { closeRefusal, openRefusal } from "../../rules/exam/exam-day-steps";
import { candidateViews, type ExamCandidateView } from "./candidate-views.server";
import { listOfExamined } from "./declare.server";
import { readExamDayRow, type ExamDayRow } from "./exam-day-row.server";
import type { ExamDayView, VoidedResult } from "./exam-day-view";
import { examPeople } from "./exam-people.server";
import { readContent, readReopenings } from "./protocol-store.server";
import { stepFacts } from "./step-facts.server";

/** A day as the organiser, the chair or a member may see it. @throws AppError notFound */
export async function readExamDay(
  actor: Actor,
  id: string | undefined,
  { now }: { now: Date },
): Promise<ExamDayView> {
  const { day, organiser, seat } = await readExamDayRow(db(), actor, id);
  const people = await examPeople({ enrolmentIds: day.candidates.map((one) => one.enrolmentId) });
  const names = await namesOf([
    ...day.members.map(({ accountId }) => accountId),
    ...day.candidates.flatMap(({ identityCheckedById }) => identityCheckedById ?? []),
  ]);
  const content = readContent(day);
  const candidates = candidateViews({ day, people, names, content, seat });
  const parts = new Map(candidates.map((one) => [one.id, one.parts.map(({ part }) => part)]));
  const facts = stepFacts(day, parts);
  const { run, protocolContentSha256 } = day;
  return {
    id: day.id,
    run: { id: run.id, name: run.name, town: run.town },
    kind: day.kind,
    state: day.state,
    heldOn: dateToDay(day.heldOn),
    startMinute: day.startMinute,
    place: day.place,
    parts: day.parts,
    cancelReason: day.cancelReason,
    you: {
      organiser,
      chair: seat?.chair ?? false,
      member: seat !== null,
      declared: seat?.declarationVersion === declarationVersion,
      signed: seat?.signedAt != null,
      secondFactor: seat !== null && (await hasSecondFactor(actor.accountId)),
      mayVoid: organiser && actor.can("run:manage"),
    },
    names: listOfExamined(day),
    members: day.members.map(({ id: memberId, accountId, chair, declaredAt, signedAt }) => ({
      id: memberId,
      name: names.get(accountId) ?? "–",
      chair,
      own: memberId === seat?.id,
      declaredAt: declaredAt?.toISOString() ?? null,
      signedAt: signedAt?.toISOString() ?? null,
      missing: seat?.chair && day.state === "open" ? missingOf(day, memberId, parts) : null,
    })),
    candidates,
    openRefusal: openRefusal(facts, dayOf(now)),
    closeRefusal: closeRefusal(facts),
    protocol: protocolContentSha256
      ? {
          sha256: protocolContentSha256,
          fileSha256: day.protocolSha256,
          lockedAt: day.lockedAt?.toISOString() ?? null,
        }
      : null,
    reopenings: readReopenings(day),
    voided: await voidedResults(day, candidates),
  };
}

/** How many votes one member has not given yet. */
function missingOf(
  day: ExamDayRow,
  memberId: string,
  parts: ReadonlyMap<string, readonly ExamPart[]>,
): number {
  return day.candidates
    .filter(({ state }) => state === "present")
    .reduce((sum, { id, votes }) => {
      const given = votes.filter((vote) => vote.memberId === memberId).length;
      return sum + (parts.get(id)?.length ?? 0) - given;
    }, 0);
}

async function voidedResults(
  day: ExamDayRow,
  candidates: readonly ExamCandidateView[],
): Promise<VoidedResult[]> {
  if (day.state !== "locked") return [];
  const rows = await db().examResult.findMany({
    where: { examDayId: day.id, voidedAt: { not: null } },
    orderBy: { voidedAt: "asc" },
  });
  const names = await namesOf(rows.flatMap(({ voidedById }) => voidedById ?? []));
  return rows.map(({ id, enrolmentId, part, voidedAt, voidedById, voidReasonSealed }) => ({
    id,
    name: candidates.find((one) => one.enrolmentId === enrolmentId)?.name ?? "–",
    part,
    at: voidedAt!.toISOString(),
    by: (voidedById && names.get(voidedById)) || "–",
    reason: unsealNullable(voidReasonSealed, examResultPlace(id)) ?? "",
  }));
}
