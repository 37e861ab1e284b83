import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { planSupervision } from "~/practice/operations/supervision/plan-session.server";
import type { RecordSupervisionInput } from "~/practice/operations/supervision/record-session.server";
import type { PlanInput } from "~/practice/supervision-schema";
import { db } from "~/platform/db/index.server";
import { makeMentorRow } from "./certification";
import { makeAccount, type MadeAccount } from "./people";
import { makeStudyRun, makeTrainee, studyNow, type MadeTrainee } from "./practice";

/** Supervision of the tests: everything happens on 12 June 2026 at 15:00 in Prague. */
export const supervisionContext = { now: studyNow };

export interface SupervisionScene {
  supervisor: Actor;
  trainer: Actor;
  coordinator: Actor;
  runId: string;
  trainee: MadeTrainee;
  mentor: MadeAccount & { mentorId: string };
}

/** A supervisor, a run with its trainer and a trainee, a mentor and a coordinator of one region. */
export async function makeSupervisionScene(): Promise<SupervisionScene> {
  const supervisor = (await makeAccount({ roles: ["supervisor"] })).actor;
  const coordinator = (await makeAccount({ roles: ["coordinator"] })).actor;
  const trainer = await makeAccount({ roles: ["trainer"] });
  const run = await makeStudyRun({ trainerIds: [trainer.accountId] });
  const trainee = await makeTrainee({ runId: run.id });
  return {
    supervisor,
    coordinator,
    trainer: trainer.actor,
    runId: run.id,
    trainee,
    mentor: await makeMentor(),
  };
}

/** A certified mentor with an account. */
export async function makeMentor(): Promise<MadeAccount & { mentorId: string }> {
  const account = await makeAccount({ roles: ["mentor"] });
  const { id: mentorId } = await makeMentorRow({ accountId: account.accountId });
  return { ...account, mentorId };
}

/** The form of a group session a week ahead. */
export function planOf(change: Partial<PlanInput> = {}): PlanInput {
  return {
    id: randomUUID(),
    day: "2026-06-19",
    from: 600,
    minutes: 90,
    place: "in_person",
    town: "Děčín, komunitní centrum",
    form: "group",
    trainee: [],
    mentor: [],
    ...change,
  };
}

/** A session of ninety minutes held yesterday, to be recorded. */
export function heldOf(change: Partial<RecordSupervisionInput> = {}): RecordSupervisionInput {
  return {
    id: randomUUID(),
    runId: null,
    day: "2026-06-11",
    startMinute: 600,
    minutes: 90,
    town: "Děčín",
    form: "group",
    traineeIds: [],
    mentorIds: [],
    note: null,
    ...change,
  };
}

/** Plans a session and gives back its row. */
export async function makePlanned(supervisor: Actor, change: Partial<PlanInput> = {}) {
  const { id } = await planSupervision(supervisor, planOf(change), supervisionContext);
  return db().supervisionSession.findUniqueOrThrow({ where: { id } });
}

/** The moment a week later when a planned session of the tests is over. */
export const afterSession = { now: new Date("2026-06-19T10:00:00Z") };
