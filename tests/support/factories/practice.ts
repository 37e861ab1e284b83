import { randomUUID } from "node:crypto";
import { enrolmentPlace } from "~/course/operations/enrolments.server";
import { programmeDefaults, type RunSettings } from "~/course/rules/run-settings";
import { logEntry, type LogEntryInput } from "~/practice/operations/log-entry.server";
import { pledgePlace } from "~/practice/places";
import type { Actor } from "~/access/index.server";
import { seal } from "~/platform/crypto/index.server";
import { dayToDate } from "~/platform/days";
import { db, type CourseRunState, type EnrolmentState } from "~/platform/db/index.server";
import { makeAccount, testRegion, type AccountOverrides, type MadeAccount } from "./people";

/** The moment of the tests of practice and certification: 12 June 2026, 15:00 in Prague. */
export const studyNow = new Date("2026-06-12T13:00:00Z");

let made = 0;

export interface StudyRunOverrides {
  state?: CourseRunState;
  regionCode?: string;
  startsOn?: string;
  endsOn?: string;
  settings?: Partial<RunSettings>;
  organisationId?: string | null;
  accreditationNumber?: string | null;
  /** Accounts that teach in the run. */
  trainerIds?: string[];
}

/** A run under way from March to August 2026. */
export async function makeStudyRun(overrides: StudyRunOverrides = {}) {
  made += 1;
  const { trainerIds = [], settings, startsOn = "2026-03-01", endsOn = "2026-08-31", ...values } = overrides;
  return db().courseRun.create({
    data: {
      id: randomUUID(),
      name: `Běh ${made}`,
      town: "Děčín",
      regionCode: testRegion,
      state: "running",
      createdAt: dayToDate("2026-01-10"),
      ...values,
      startsOn: dayToDate(startsOn),
      endsOn: dayToDate(endsOn),
      // Who has a guide is said by the tests about guides.
      settings: { ...programmeDefaults, presenceConfirmation: "optional", ...settings },
      trainers: { create: trainerIds.map((accountId) => ({ accountId })) },
    },
  });
}

export interface TraineeOverrides {
  runId?: string;
  account?: AccountOverrides;
  state?: EnrolmentState;
  /** Minutes of theory credited on `theoryOn`; all of it unless said otherwise. */
  theoryMinutes?: number;
  theoryOn?: string;
  /** Day of the signed pledge; null is unsigned. */
  pledgedOn?: string | null;
  birthDate?: string;
  birthPlace?: string | null;
}

export interface MadeTrainee extends MadeAccount {
  enrolmentId: string;
  runId: string;
}

/** A trainee who may practise: theory done, pledge signed. */
export async function makeTrainee(overrides: TraineeOverrides = {}): Promise<MadeTrainee> {
  const {
    theoryMinutes = 2700,
    theoryOn = "2026-04-30",
    pledgedOn = "2026-05-01",
    state = "active",
  } = overrides;
  const { birthDate = "1990-05-03", birthPlace = "Děčín" } = overrides;
  const runId = overrides.runId ?? (await makeStudyRun()).id;
  const account = await makeAccount({ roles: ["trainee"], ...overrides.account });
  const enrolmentId = randomUUID();
  await db().enrolment.create({
    data: {
      id: enrolmentId,
      runId,
      accountId: account.accountId,
      state,
      enrolledAt: dayToDate("2026-02-20"),
      birthDateSealed: seal(birthDate, enrolmentPlace("birthDateSealed", enrolmentId)),
      birthPlaceSealed:
        birthPlace === null ? null : seal(birthPlace, enrolmentPlace("birthPlaceSealed", enrolmentId)),
    },
  });
  if (theoryMinutes !== 0) await creditTheory(enrolmentId, theoryMinutes, theoryOn);
  if (pledgedOn !== null) await signFor(enrolmentId, account.name, pledgedOn);
  return { ...account, enrolmentId, runId };
}

/** Minutes of theory credited for a day; negative ones are a correction. */
export async function creditTheory(enrolmentId: string, minutes: number, day: string): Promise<void> {
  await db().ledgerEntry.create({
    data: {
      id: randomUUID(),
      enrolmentId,
      unit: "theory",
      kind: minutes < 0 ? "correction" : "in_person_session",
      minutes,
      sourceKey: `session:${randomUUID()}`,
      ruleVersion: 1,
      day: dayToDate(day),
      creditedAt: dayToDate(day),
    },
  });
}

/** A signed pledge. */
export async function signFor(enrolmentId: string, signature: string, day: string): Promise<void> {
  const id = randomUUID();
  await db().confidentialityPledge.create({
    data: {
      id,
      enrolmentId,
      textVersion: 1,
      signatureSealed: seal(signature, pledgePlace(id)),
      signedAt: new Date(`${day}T08:00:00Z`),
    },
  });
}

export interface EntryOverrides extends Partial<Omit<LogEntryInput, "startMinute" | "endMinute">> {
  /** Hours of the day. */
  from?: number;
  to?: number;
}

/** What a form of practice sends; two hours of a morning unless said otherwise. */
export function entryInput({ from = 9, to = 11, ...overrides }: EntryOverrides = {}): LogEntryInput {
  return {
    id: randomUUID(),
    day: "2026-06-10",
    startMinute: from * 60,
    endMinute: to * 60,
    activity: "home_visit",
    place: "client_home",
    note: "Návštěva u klienta, probrali jsme splátky.",
    ...overrides,
  };
}

/** An entry logged by its author. */
export async function makeEntry(actor: Actor, overrides: EntryOverrides = {}) {
  const { id } = await logEntry(actor, entryInput(overrides), { now: studyNow });
  return db().practiceEntry.findUniqueOrThrow({ where: { id } });
}
