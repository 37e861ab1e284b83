import { randomUUID } from "node:crypto";
import type { ExamPart } from "~/certification/schema";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import { dayToDate } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { makeAccount, testRegion, type MadeAccount } from "./people";
import {
  makeStudyRun,
  makeTrainee,
  type MadeTrainee,
  type StudyRunOverrides,
  type TraineeOverrides,
} from "./practice";

let made = 0;

/** A course of one module, for certificates to have a topic; for the `beforeAll` of a test file. */
export function useOneModule(): void {
  const role = { id: "role", order: 1, title: "Role mentora", hours: 60, summary: "Kdo je mentor." };
  setCatalogue({
    modules: [{ ...role, lessons: [], bank: [] }],
    lessons: new Map(),
    trainings: new Map(),
    glossary: new Map(),
    pages: new Map(),
  });
}

export interface MentorRowOverrides {
  code?: string;
  accountId?: string | null;
  regionCode?: string | null;
  certifiedOn?: string | null;
  endedOn?: string | null;
}

/** A row of the register of mentors, without any supervision. */
export async function makeMentorRow({
  certifiedOn = "2026-05-20",
  endedOn = null,
  ...values
}: MentorRowOverrides = {}) {
  made += 1;
  return db().mentor.create({
    data: {
      id: randomUUID(),
      code: `T-${made}`,
      regionCode: testRegion,
      createdAt: dayToDate("2026-01-05"),
      certifiedOn: certifiedOn && dayToDate(certifiedOn),
      endedOn: endedOn && dayToDate(endedOn),
      ...values,
    },
  });
}

/** Minutes of practice credited for a day, without an entry behind them. */
export async function creditPracticeMinutes(
  enrolmentId: string,
  minutes: number,
  day: string,
): Promise<void> {
  await db().ledgerEntry.create({
    data: {
      id: randomUUID(),
      enrolmentId,
      unit: "practice",
      kind: "practice",
      minutes,
      sourceKey: `practice:${randomUUID()}`,
      ruleVersion: 1,
      day: dayToDate(day),
      creditedAt: dayToDate(day),
    },
  });
}

/** A result of a part of the exam. */
export async function makeExamResult(
  enrolmentId: string,
  part: ExamPart,
  { passed = true, heldOn = "2026-06-08" }: { passed?: boolean; heldOn?: string } = {},
) {
  return db().examResult.create({
    data: {
      id: randomUUID(),
      enrolmentId,
      part,
      passed,
      heldOn: dayToDate(heldOn),
      identityChecked: true,
      recordedAt: dayToDate(heldOn),
      recordedById: randomUUID(),
    },
  });
}

/** Supervision a trainee or a mentor attended. */
export async function makeAttendance(who: { enrolmentId: string } | { mentorId: string }, day: string) {
  return db().supervisionSession.create({
    data: {
      id: randomUUID(),
      supervisorId: randomUUID(),
      day: dayToDate(day),
      startMinute: 600,
      minutes: 90,
      town: "Děčín",
      form: "group",
      createdAt: dayToDate(day),
      createdById: randomUUID(),
      attendances: { create: { id: randomUUID(), minutes: 90, recordedAt: dayToDate(day), ...who } },
    },
  });
}

/** A trainee who has done everything and waits for the certificate. */
export async function makeGraduand(overrides: TraineeOverrides = {}): Promise<MadeTrainee> {
  const trainee = await makeTrainee(overrides);
  await creditPracticeMinutes(trainee.enrolmentId, 2400, "2026-05-20");
  await makeExamResult(trainee.enrolmentId, "written");
  await makeExamResult(trainee.enrolmentId, "oral");
  return trainee;
}

/** A run with its trainer, and a graduand of it. */
export async function makeReadyClass(
  overrides: { run?: StudyRunOverrides; trainee?: TraineeOverrides } = {},
): Promise<{ trainer: MadeAccount; runId: string; graduand: MadeTrainee }> {
  const trainer = await makeAccount({ roles: ["trainer"] });
  const run = await makeStudyRun({ trainerIds: [trainer.accountId], ...overrides.run });
  const graduand = await makeGraduand({ runId: run.id, ...overrides.trainee });
  return { trainer, runId: run.id, graduand };
}
