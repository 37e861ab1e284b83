import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import type { PlanExamForm } from "~/certification/exam-schema";
import { closeExamDay } from "~/certification/operations/exam/close-exam-day.server";
import { declareImpartial, listOfExamined } from "~/certification/operations/exam/declare.server";
import { planExamDay } from "~/certification/operations/exam/plan-exam-day.server";
import { letIn, openExamDay } from "~/certification/operations/exam/run-exam-day.server";
import { signProtocol } from "~/certification/operations/exam/sign-protocol.server";
import { castVotes } from "~/certification/operations/exam/vote.server";
import type { ExamPart } from "~/certification/codes";
import type { RunSettings } from "~/course/rules/run-settings";
import { db } from "~/platform/db/index.server";
import { creditPracticeMinutes } from "./certification";
import { makeAccount, testPassword, type MadeAccount } from "./people";
import { makeStudyRun, makeTrainee, studyNow, type MadeTrainee } from "./practice";

/** The day of the tests' exams: the Prague day of `studyNow`. */
export const examDay = "2026-06-12";
export const examContext = { now: studyNow };
/** Where signatures of the tests come from. */
export const signContext = { now: studyNow, network: "192.0.2.0/24" };

export interface ExamRoom {
  /** The trainer of the run: plans and organises, and has no seat. */
  organiser: MadeAccount;
  /** The chair first. */
  members: [MadeAccount, MadeAccount, MadeAccount];
  runId: string;
  trainees: MadeTrainee[];
  /** What the form of a new day sends: everybody, today. */
  form: (change?: Partial<PlanExamForm>) => PlanExamForm;
}

/** A run with a trainer, a commission to choose, and trainees who are admitted by exactly 80 %. */
export async function makeExamRoom({
  trainees: count = 1,
  settings = {},
}: { trainees?: number; settings?: Partial<RunSettings> } = {}): Promise<ExamRoom> {
  const organiser = await makeAccount({ roles: ["trainer"] });
  const run = await makeStudyRun({ trainerIds: [organiser.accountId], settings });
  const roles = ["supervisor", "trainer", "supervisor"] as const;
  const members: MadeAccount[] = [];
  for (const role of roles) members.push(await makeAccount({ roles: [role] }));
  const [chair, second, third] = members as ExamRoom["members"];
  const trainees: MadeTrainee[] = [];
  for (let index = 0; index < count; index += 1) trainees.push(await makeAdmitted(run.id));
  const form = (change: Partial<PlanExamForm> = {}): PlanExamForm => ({
    id: randomUUID(),
    kind: "regular",
    day: examDay,
    from: 540,
    place: "Děčín, učebna 2",
    parts: ["written", "oral"],
    chair: chair.accountId,
    second: second.accountId,
    third: third.accountId,
    candidates: trainees.map(({ enrolmentId }) => enrolmentId),
    ...change,
  });
  return { organiser, members: [chair, second, third], runId: run.id, trainees, form };
}

/** A trainee admitted to the exam by exactly 80 % of the minutes. */
export async function makeAdmitted(runId: string): Promise<MadeTrainee> {
  const trainee = await makeTrainee({ runId });
  await creditPracticeMinutes(trainee.enrolmentId, 1380, "2026-05-20");
  return trainee;
}

/** Plans a day in the room. */
export async function planned(room: ExamRoom, change: Partial<PlanExamForm> = {}): Promise<string> {
  return (await planExamDay(room.organiser.actor, room.runId, room.form(change), examContext)).id;
}

/** A member's declaration about the list as it stands. */
export async function declare(actor: Actor, id: string, now = studyNow): Promise<void> {
  const candidates = await db().examCandidate.findMany({ where: { examDayId: id } });
  const names = listOfExamined({ candidates });
  await declareImpartial(actor, { id, names }, { now });
}

/** Plans, declares by all three and opens. */
export async function opened(
  room: ExamRoom,
  change: Partial<PlanExamForm> = {},
  now = studyNow,
): Promise<string> {
  const form = room.form(change);
  const { id } = await planExamDay(room.organiser.actor, room.runId, form, { now });
  for (const { actor } of room.members) await declare(actor, id, now);
  await openExamDay(room.organiser.actor, id, { now });
  return id;
}

/** Candidate rows of a day by the enrolment. */
export async function candidateOf(id: string, { enrolmentId }: { enrolmentId: string }): Promise<string> {
  const where = { examDayId_enrolmentId: { examDayId: id, enrolmentId } };
  return (await db().examCandidate.findUniqueOrThrow({ where })).id;
}

/** Lets everybody of the room in. */
export async function letEverybodyIn(room: ExamRoom, id: string, now = studyNow): Promise<void> {
  for (const trainee of room.trainees) {
    const candidate = await candidateOf(id, trainee);
    await letIn(room.organiser.actor, { id, candidate, document: "identity_card" }, { now });
  }
}

/** All three vote about one person's parts; `votes` are the three votes of each part. */
export async function voteAll(
  room: ExamRoom,
  id: string,
  trainee: { enrolmentId: string },
  votes: Partial<Record<ExamPart, [boolean, boolean, boolean]>>,
  now = studyNow,
): Promise<void> {
  const candidateId = await candidateOf(id, trainee);
  for (const [index, { actor }] of room.members.entries()) {
    const ballots = Object.entries(votes).map(([part, given]) => ({
      candidateId,
      part: part as ExamPart,
      vote: given[index]!,
    }));
    await castVotes(actor, { id, votes: ballots }, { now });
  }
}

/** The hash the commission signs. */
export async function hashOf(id: string): Promise<string> {
  return (await db().examDay.findUniqueOrThrow({ where: { id } })).protocolContentSha256!;
}

/** One member signs with the password of the tests. */
export async function sign(member: MadeAccount, id: string, now = studyNow): Promise<{ locked: boolean }> {
  const input = { id, hash: await hashOf(id), password: testPassword, code: undefined };
  return signProtocol(member.actor, input, { ...signContext, now });
}

/** Closes by the chair and signs by all three. */
export async function closedAndSigned(room: ExamRoom, id: string, now = studyNow): Promise<void> {
  await closeExamDay(room.members[0].actor, id, { now });
  for (const member of room.members) await sign(member, id, now);
}

/** A whole day: everybody present, the given votes for all, closed and signed. */
export async function heldExam(
  room: ExamRoom,
  votes: Partial<Record<ExamPart, [boolean, boolean, boolean]>> = {
    written: [true, true, true],
    oral: [true, true, true],
  },
): Promise<string> {
  const id = await opened(room);
  await letEverybodyIn(room, id);
  for (const trainee of room.trainees) await voteAll(room, id, trainee, votes);
  await closedAndSigned(room, id);
  return id;
}
