import { randomUUID } from "node:crypto";
import { declareImpartial, listOfExamined } from "~/certification/operations/exam/declare.server";
import { closeExamDay } from "~/certification/operations/exam/close-exam-day.server";
import { planExamDay } from "~/certification/operations/exam/plan-exam-day.server";
import { letIn, openExamDay } from "~/certification/operations/exam/run-exam-day.server";
import { signProtocol } from "~/certification/operations/exam/sign-protocol.server";
import { castVotes } from "~/certification/operations/exam/vote.server";
import type { ExamKind } from "~/certification/rules/exam/codes";
import type { ExamPart } from "~/certification/schema";
import { dayOf } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { mostPerDay, practiceNeeded } from "./paper";
import { makeAccount, testPassword, type MadeAccount } from "../factories/people";
import { makeStudyRun, makeTrainee, type MadeTrainee } from "../factories/practice";

/** A run short enough for a certificate to be reached by chance, and everybody who decides in it. */
export interface WayWorld {
  runId: string;
  trainer: MadeAccount;
  colleague: MadeAccount;
  supervisor: MadeAccount;
  coordinator: MadeAccount;
}

export async function makeWayWorld(): Promise<WayWorld> {
  const trainer = await makeAccount({ roles: ["trainer"] });
  const colleague = await makeAccount({ roles: ["trainer"] });
  const supervisor = await makeAccount({ roles: ["supervisor"] });
  const coordinator = await makeAccount({ roles: ["coordinator"] });
  const run = await makeStudyRun({
    trainerIds: [trainer.accountId, colleague.accountId],
    endsOn: "2027-08-31",
    settings: { practiceMinutes: practiceNeeded, maxPracticeMinutesPerDay: mostPerDay },
  });
  return { runId: run.id, trainer, colleague, supervisor, coordinator };
}

export function makeWalker({ runId }: WayWorld): Promise<MadeTrainee> {
  return makeTrainee({ runId });
}

/** Holds a whole exam day for one person through the operations its pages call; the day is that of `now`. */
export async function holdExam(
  world: WayWorld,
  { enrolmentId }: MadeTrainee,
  exam: { kind: ExamKind; votes: { part: ExamPart; passed: [boolean, boolean, boolean] }[] },
  now: Date,
): Promise<void> {
  const commission = [world.trainer, world.colleague, world.supervisor];
  const [chair, second, third] = commission.map(({ accountId }) => accountId) as [string, string, string];
  const parts = exam.votes.map(({ part }) => part);
  const plan = { kind: exam.kind, day: dayOf(now), from: 540, place: "Děčín, učebna", parts };
  const form = { id: randomUUID(), ...plan, chair, second, third, candidates: [enrolmentId] };
  const { id } = await planExamDay(world.trainer.actor, world.runId, form, { now });
  const { candidates } = await db().examDay.findUniqueOrThrow({
    where: { id },
    include: { candidates: true },
  });
  const candidateId = candidates[0]!.id;
  const names = listOfExamined({ candidates });
  for (const { actor } of commission) await declareImpartial(actor, { id, names }, { now });
  await openExamDay(world.trainer.actor, id, { now });
  await letIn(world.trainer.actor, { id, candidate: candidateId, document: "identity_card" }, { now });
  for (const [seat, { actor }] of commission.entries()) {
    const votes = exam.votes.map(({ part, passed }) => ({ candidateId, part, vote: passed[seat]! }));
    await castVotes(actor, { id, votes }, { now });
  }
  await closeExamDay(world.trainer.actor, id, { now });
  const { protocolContentSha256: hash } = await db().examDay.findUniqueOrThrow({ where: { id } });
  for (const { actor } of commission) {
    const signature = { id, hash: hash!, password: testPassword, code: undefined };
    await signProtocol(actor, signature, { now, network: "127.0.0.1" });
  }
}
