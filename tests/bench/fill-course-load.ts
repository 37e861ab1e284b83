import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { setUpCourse } from "~/course/index.server";
import { catalogue } from "~/course/catalogue/catalogue.server";
import { enrolmentPlace } from "~/course/operations/enrolments.server";
import { moduleQuestions } from "~/course/operations/testing/test-definition.server";
import { programmeDefaults } from "~/course/rules/run-settings";
import { sealedPerson } from "~/people/account.server";
import { seal, setUpKeys } from "~/platform/crypto/index.server";
import { addDays, dayOf, dayToDate } from "~/platform/days";
import { db, startDatabase, stopDatabase } from "~/platform/db/index.server";
import { signedInCookie, testRegion } from "../support/factories/people";
import type { CourseLoad } from "./course-load";

/**
 * `tsx tests/bench/fill-course-load.ts FILE`: runs with 15, 150 and 200 people and sessions for them, in the
 * configured database while no portal uses it; writes what the load needs to know to FILE.
 */
const now = new Date();
const today = dayOf(now);

async function fillRun(people: number, trainerId: string): Promise<{ runId: string; accounts: string[] }> {
  const runId = randomUUID();
  const rows = Array.from({ length: people }, (_, index) => ({
    index,
    accountId: randomUUID(),
    enrolmentId: randomUUID(),
  }));
  await db().courseRun.create({
    data: {
      id: runId,
      name: `Běh se ${people} lidmi`,
      town: "Děčín",
      regionCode: testRegion,
      startsOn: dayToDate(addDays(today, -60)),
      endsOn: dayToDate(addDays(today, 60)),
      places: people,
      state: "running",
      settings: { ...programmeDefaults },
      createdAt: now,
      startedAt: now,
      trainers: { create: [{ accountId: trainerId }] },
    },
  });
  await db().account.createMany({
    data: rows.map(({ accountId, index }) => ({
      id: accountId,
      ...sealedPerson(accountId, {
        name: `Zátěž ${people} ${index}`,
        email: `zatez.${people}.${index}@priklad.test`,
      }),
      createdAt: now,
      emailConfirmedAt: now,
    })),
  });
  await db().roleAssignment.createMany({
    data: rows.map(({ accountId }) => ({
      id: randomUUID(),
      accountId,
      role: "trainee",
      regionCode: testRegion,
      grantedAt: now,
    })),
  });
  await db().enrolment.createMany({
    data: rows.map(({ enrolmentId: id, accountId }) => ({
      id,
      runId,
      accountId,
      enrolledAt: dayToDate(addDays(today, -70)),
      birthDateSealed: seal("1990-05-03", enrolmentPlace("birthDateSealed", id)),
    })),
  });
  await db().ledgerEntry.createMany({
    data: rows.flatMap(({ enrolmentId, index }) =>
      Array.from({ length: 20 }, (_, lesson) => ({
        id: randomUUID(),
        enrolmentId,
        unit: "theory" as const,
        kind: "in_person_session" as const,
        minutes: 45,
        sourceKey: `session:${randomUUID()}`,
        ruleVersion: 1,
        day: dayToDate(addDays(today, -50 + lesson + (index % 5))),
        creditedAt: now,
      })),
    ),
  });
  return { runId, accounts: rows.map(({ accountId }) => accountId) };
}

/** The session cookies of several people. */
async function cookiesOf(accounts: readonly string[]): Promise<string[]> {
  const cookies: string[] = [];
  for (const accountId of accounts) cookies.push(await signedInCookie(accountId));
  return cookies;
}

async function fill(file: string): Promise<void> {
  await startDatabase();
  setUpKeys();
  await setUpCourse();
  const trainer = await db().roleAssignment.findFirstOrThrow({
    where: { role: "trainer", endedAt: null },
    select: { accountId: true },
  });
  const module = catalogue().modules.find(
    (one) => moduleQuestions(one).length >= programmeDefaults.moduleTestQuestions,
  );
  if (!module) throw new Error("No module has questions enough for a test.");
  const tables = [];
  for (const people of [15, 150]) tables.push({ people, ...(await fillRun(people, trainer.accountId)) });
  const { accounts } = await fillRun(200, trainer.accountId);
  const load: CourseLoad = {
    moduleId: module.id,
    questions: programmeDefaults.moduleTestQuestions,
    trainees: await cookiesOf(accounts),
    trainer: await signedInCookie(trainer.accountId),
    tables: tables.map(({ people, runId }) => ({ people, runId })),
  };
  writeFileSync(file, JSON.stringify(load));
}

try {
  await fill(process.argv[2] ?? "course-load.json");
} finally {
  await stopDatabase();
}
