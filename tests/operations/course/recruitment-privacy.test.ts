import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { rejectApplication } from "~/course/operations/decide-application.server";
import { listApplications } from "~/course/operations/list-applications.server";
import { listRuns } from "~/course/operations/list-runs.server";
import { ownApplication, withdrawApplication } from "~/course/operations/own-application.server";
import { readApplication } from "~/course/operations/read-application.server";
import { readRun } from "~/course/operations/read-run.server";
import { noteInterview } from "~/course/operations/recruitment/note-interview.server";
import { readRecruitment } from "~/course/operations/recruitment/read-recruitment.server";
import { applicationsByTown } from "~/course/operations/recruitment/towns.server";
import { waitingFor } from "~/course/operations/waiting.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { courseNow, makeApplication, makeRun } from "../../support/factories/course";
import { makeAccount } from "../../support/factories/people";
import { queuedLetters } from "../../support/letters";
import { refusalOf } from "../../support/refusals";

withTestDatabase();
beforeEach(resetDatabase);

const context = { now: courseNow };
const coordinator = async (regionCode: string | null = "CZ042") =>
  (await makeAccount({ roles: [{ role: "coordinator", regionCode }] })).actor;

describe("entry conditions", () => {
  it("make no difference in any list, overview, task or letter", async () => {
    const actor = await coordinator();
    const run = await makeRun({ state: "recruiting", places: 2 });
    const { id, version, applicant } = await makeApplication({
      state: "waiting",
      runId: run.id,
      waitingPosition: 1,
    });
    const everythingListed = async () =>
      JSON.stringify([
        await listApplications(actor, { state: "all", page: 1 }),
        await listApplications(actor, { state: "open", town: "děčín", page: 1 }),
        await applicationsByTown(actor),
        await listRuns(actor),
        await readRun(actor, run.id, context),
        await readRecruitment(actor, run.id),
        await waitingFor(actor, courseNow),
        await waitingFor(applicant.actor, courseNow),
        await ownApplication(applicant.actor),
      ]);
    const met = await everythingListed();
    expect(met).toContain(applicant.name);
    expect(met).not.toMatch(/criminal|roma_|minority|entryCondition|"met"/i);
    await db().entryCondition.updateMany({ where: { kind: "criminal_record" }, data: { met: false } });
    expect(await everythingListed()).toBe(met);
    await db().entryCondition.deleteMany();
    expect(await everythingListed()).toBe(met);
    const other = await makeApplication({ conditions: "notMet" });
    for (const one of [{ id, version }, other]) {
      await rejectApplication(actor, { ...one, reason: "Termíny se kryjí se směnami." }, context);
    }
    const letters = await queuedLetters();
    expect(new Set(letters.map(({ subject, text }) => subject + text)).size).toBe(1);
    expect(letters[0]!.text).not.toMatch(/rejstřík|menšin|podmínk|směn/i);
    const events = await db().auditEvent.findMany();
    expect(JSON.stringify(events.map(({ details }) => details))).not.toMatch(/met|criminal|roma/i);
  });

  it("are read from the database by these files only: none is a list, an export or a letter", () => {
    const readers = sources("app").filter((file) =>
      /\.entryCondition\b|\bentryCondition:|\bconditions: (true|\{)/.test(readFileSync(file, "utf8")),
    );
    expect(readers.map((file) => path.relative("app/course/operations", file)).sort()).toEqual([
      "application-row.server.ts",
      "attest-conditions.server.ts",
      "erase-conditions.server.ts",
      "own-application.server.ts",
      "recruitment/waiting-list.server.ts",
    ]);
  });
});

describe("notes of the interview", () => {
  const notes = "Mluví klidně, soboty má volné.";

  it("are sealed, say who wrote them and when, and are read by those who decide", async () => {
    const actor = await coordinator();
    const { id, version, applicant } = await makeApplication();
    const input = { id, version, day: "2026-06-12", notes };
    await noteInterview(actor, input, context);
    const row = await db().application.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain("soboty");
    expect((await readApplication(actor, id, context)).interview).toEqual({
      on: "2026-06-12",
      by: actor.name,
      notes,
    });
    expect(JSON.stringify(await ownApplication(applicant.actor))).not.toContain("soboty");
    expect(JSON.stringify(await listApplications(actor, { state: "all", page: 1 }))).not.toContain("soboty");
    expect(await refusalOf(noteInterview(actor, input, context))).toMatchObject({ code: "stale" });
    const events = await db().auditEvent.findMany({ where: { action: "application.interview" } });
    expect(events.map(({ details }) => details)).toEqual([{ day: "2026-06-12" }]);
  });

  it.each([
    { name: "a day to come", day: "2026-06-13", reason: "course:refusal.futureDay" },
    {
      name: "a day before the application",
      day: "2026-06-11",
      reason: "recruitment:error.beforeApplication",
    },
  ])("refuse $name", async ({ day, reason }) => {
    const { id, version } = await makeApplication();
    expect(
      await refusalOf(noteInterview(await coordinator(), { id, version, day, notes }, context)),
    ).toMatchObject({ code: "invalid", field: "day", reason });
  });

  it("belong to the region's coordinator while it is open, and go when the application is taken back", async () => {
    const actor = await coordinator();
    const { id, version, applicant } = await makeApplication();
    const input = { id, version, day: "2026-06-12", notes };
    expect(await refusalOf(noteInterview(await coordinator("CZ010"), input, context))).toMatchObject({
      code: "notFound",
    });
    await noteInterview(actor, input, context);
    await withdrawApplication(applicant.actor, { id, version: 2 }, context);
    expect((await readApplication(actor, id, context)).interview).toBeNull();
    expect(await refusalOf(noteInterview(actor, { ...input, version: 3 }, context))).toMatchObject({
      reason: "course:refusal.applicationDecided",
    });
  });
});

it("counts applications by town within the actor's region only", async () => {
  await makeApplication();
  await makeApplication({ state: "rejected" });
  await makeApplication({ regionCode: "CZ010" });
  expect(await applicationsByTown(await coordinator())).toMatchObject([
    { town: "Děčín", total: 2, byState: { submitted: 1, rejected: 1 } },
  ]);
  expect(await applicationsByTown(await coordinator(null))).toMatchObject([{ total: 3 }]);
});

/** Source files below a folder, generated ones and texts left out. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/generated|^i18n/.test(file))
    .map((file) => path.join(folder, file));
}
