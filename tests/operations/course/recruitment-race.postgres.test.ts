import { beforeEach, expect, test } from "vitest";
import type { Actor } from "~/access/index.server";
import { admitApplicant } from "~/course/operations/admit-applicant.server";
import { endEnrolment } from "~/course/operations/change-run.server";
import { acceptOffer, declineOffer } from "~/course/operations/recruitment/answer-offer.server";
import { expireOffers } from "~/course/operations/recruitment/expire-offers.server";
import { AppError } from "~/platform/errors";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { courseNow, makeApplication, makeRun, makeStudent } from "../../support/factories/course";
import { makeAccount } from "../../support/factories/people";

/** Many connections at once: what the embedded database, having one, cannot show. */
withTestDatabase();
beforeEach(resetDatabase);

const context = { now: courseNow };
const places = 15;
const holders = (runId: string) => db().enrolment.count({ where: { runId, state: "active" } });
const open = (runId: string) => db().placeOffer.count({ where: { runId, state: "open" } });

async function coordinators(): Promise<Actor[]> {
  const made = [];
  for (let index = 0; index < 4; index += 1) {
    made.push((await makeAccount({ roles: [{ role: "coordinator", regionCode: "CZ042" }] })).actor);
  }
  return made;
}

function refusals(outcomes: PromiseSettledResult<unknown>[]): AppError[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.status === "fulfilled") return [];
    if (outcome.reason instanceof AppError) return [outcome.reason];
    throw outcome.reason;
  });
}

test("50 admissions at once fill 15 places and not one more", { timeout: 120_000 }, async () => {
  const actors = await coordinators();
  const run = await makeRun({ state: "recruiting", places });
  const people = [];
  for (let index = 0; index < 50; index += 1) people.push(await makeApplication());
  const outcomes = await Promise.allSettled(
    people.map(({ id, version }, index) =>
      admitApplicant(actors[index % actors.length]!, { id, version, run: run.id }, context),
    ),
  );
  const refused = refusals(outcomes);
  expect(refused).toHaveLength(50 - places);
  expect(new Set(refused.map(({ reason }) => reason))).toEqual(new Set(["course:refusal.runFull"]));
  expect(await holders(run.id)).toBe(places);
  expect(await db().application.count({ where: { state: "admitted" } })).toBe(places);
  expect(await db().roleAssignment.count({ where: { role: "trainee", endedAt: null } })).toBe(places);
  expect(await db().mail.count({ where: { kind: "application-admitted" } })).toBe(places);
});

test(
  "50 answers, admissions, departures and expiries at once keep places and order",
  { timeout: 120_000 },
  async () => {
    const actors = await coordinators();
    const run = await makeRun({ state: "running", places });
    const students = [];
    for (let index = 0; index < places; index += 1) students.push(await makeStudent({ runId: run.id }));
    const waiting: Awaited<ReturnType<typeof makeApplication>>[] = [];
    for (let position = 1; position <= 20; position += 1) {
      waiting.push(await makeApplication({ state: "waiting", runId: run.id, waitingPosition: position }));
    }
    const newcomers = [];
    for (let index = 0; index < 10; index += 1) newcomers.push(await makeApplication());
    for (const { enrolmentId } of students.slice(0, 8)) {
      await endEnrolment(actors[0]!, { run: run.id, enrolment: enrolmentId, version: 1 }, context);
    }
    const actorOf = new Map<string, Actor>(waiting.map(({ id, applicant }) => [id, applicant.actor]));
    const offers = await db().placeOffer.findMany({ where: { state: "open" } });
    expect(offers).toHaveLength(8);
    const answers = offers.flatMap(({ id, applicationId }, index) => {
      const answer = () =>
        (index < 4 ? acceptOffer : declineOffer)(actorOf.get(applicationId)!, { offer: id }, context);
      return [answer, answer];
    });
    const departures = students.slice(8, 13).map(
      ({ enrolmentId }) =>
        () =>
          endEnrolment(actors[1]!, { run: run.id, enrolment: enrolmentId, version: 1 }, context),
    );
    const admissions = [...newcomers, ...waiting.slice(8, 18)].map(
      ({ id, version }, index) =>
        () =>
          admitApplicant(actors[index % actors.length]!, { id, version, run: run.id }, context),
    );
    const expiries = Array.from({ length: 9 }, () => () => expireOffers(courseNow));
    const work = [...answers, ...departures, ...admissions, ...expiries];
    expect(work).toHaveLength(50);
    refusals(await Promise.allSettled(work.map((start) => start())));
    const [taken, offered] = [await holders(run.id), await open(run.id)];
    expect(taken + offered).toBe(places);
    expect(await db().placeOffer.count({ where: { state: "accepted" } })).toBeGreaterThanOrEqual(4);
    expect(await db().placeOffer.count({ where: { state: "declined" } })).toBe(4);
    const newly = await db().application.findMany({
      where: { id: { in: newcomers.map(({ id }) => id) }, state: "admitted" },
    });
    // As long as somebody waits in turn, no newcomer gets a place.
    expect(newly).toEqual([]);
    const asked = await db().placeOffer.findMany({ distinct: ["applicationId"] });
    const positions = asked.map(({ applicationId }) => waiting.findIndex(({ id }) => id === applicationId));
    expect(positions.sort((a, b) => a - b)).toEqual(positions.map((_, index) => index));
    expect(await expireOffers(new Date(courseNow.getTime() + 4 * 86_400_000))).toBe(offered);
    expect((await holders(run.id)) + (await open(run.id))).toBeLessThanOrEqual(places);
  },
);
