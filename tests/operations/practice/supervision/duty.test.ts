import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { practiceFactsOf } from "~/practice/operations/practice-facts.server";
import { dutyFile } from "~/practice/operations/supervision/duty-file.server";
import { listDuty } from "~/practice/operations/supervision/duty-list.server";
import { warnOfDuty } from "~/practice/operations/supervision/duty-warnings.server";
import { supervisionExemptionsOfMentors } from "~/practice/operations/supervision/exemption-days.server";
import { grantExemption, revokeExemption } from "~/practice/operations/supervision/exemptions.server";
import { readDuty, readOwnDuty } from "~/practice/operations/supervision/read-duty.server";
import { recordSupervision } from "~/practice/operations/supervision/record-session.server";
import { readDutyFilter } from "~/practice/rules/supervision/duty-filter";
import { waitingFor } from "~/practice/operations/waiting-for.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { makeMentorRow } from "../../../support/factories/certification";
import { makeAccount } from "../../../support/factories/people";
import { makeEntry, makeStudyRun, makeTrainee, studyNow } from "../../../support/factories/practice";
import {
  heldOf,
  makePlanned,
  makeSupervisionScene,
  supervisionContext as context,
} from "../../../support/factories/supervision";
import { queuedLetters } from "../../../support/letters";
import { refusalOf } from "../../../support/refusals";

withTestDatabase();
beforeEach(resetDatabase);

const everybody = readDutyFilter(new URLSearchParams());

const grant = (change: Partial<{ id: string; from: string; to: string; reason: string }> = {}) => ({
  id: randomUUID(),
  from: "2026-06-01",
  to: "2026-06-30",
  reason: "Zdravotní důvody",
  ...change,
});

describe("an exemption", () => {
  it("frees a mentor and a trainee for its days, and its reason opens for coordinators and the person", async () => {
    const { supervisor, coordinator, trainee, mentor } = await makeSupervisionScene();
    await makeEntry(trainee.actor);
    await db().practiceEntry.updateMany({ data: { state: "approved" } });
    const input = grant();
    await grantExemption(coordinator, mentor.mentorId, input, context);
    await grantExemption(coordinator, mentor.mentorId, input, context);
    await grantExemption(coordinator, trainee.enrolmentId, grant(), context);
    expect(await db().supervisionExemption.count()).toBe(2);
    expect((await db().supervisionExemption.findFirstOrThrow()).reasonSealed).not.toContain("Zdravotní");
    expect(await supervisionExemptionsOfMentors([mentor.mentorId])).toEqual(
      new Map([[mentor.mentorId, [{ fromDay: "2026-06-01", toDay: "2026-06-30" }]]]),
    );
    const facts = (await practiceFactsOf([trainee.enrolmentId])).get(trainee.enrolmentId);
    expect(facts?.supervision).toMatchObject({ required: 0, missing: 0 });
    const asCoordinator = await readDuty(coordinator, mentor.mentorId, studyNow);
    expect(asCoordinator).toMatchObject({ mayGrant: true, exemptions: [{ reason: "Zdravotní důvody" }] });
    // Certified on 20 May: two months, and the thirty exempt days on top.
    expect(asCoordinator.person.clock).toMatchObject({ state: "exempt", dueOn: "2026-08-19" });
    const asSupervisor = await readDuty(supervisor, mentor.mentorId, studyNow);
    expect(asSupervisor).toMatchObject({ mayGrant: false, exemptions: [{ reason: null }] });
    expect(await readOwnDuty(mentor.actor, studyNow)).toMatchObject([
      { exemptions: [{ reason: "Zdravotní důvody" }] },
    ]);
    await revokeExemption(coordinator, mentor.mentorId, input.id, context);
    await revokeExemption(coordinator, mentor.mentorId, input.id, context);
    expect(await supervisionExemptionsOfMentors([mentor.mentorId])).toEqual(new Map());
    const after = await readDuty(coordinator, mentor.mentorId, studyNow);
    expect(after.person.clock).toMatchObject({ state: "fine", dueOn: "2026-07-20" });
    expect(after.exemptions).toMatchObject([{ id: input.id, revokedAt: studyNow }]);
    expect(await db().auditEvent.count({ where: { action: "supervision.exemption-revoked" } })).toBe(1);
  });

  it.each([
    ["endsBeforeStart", "to", { to: "2026-05-31" }],
    ["tooLong", "to", { to: "2027-06-01" }],
    ["tooOld", "from", { from: "2025-06-11", to: "2025-07-01" }],
  ])("is refused: %s", async (code, field, change) => {
    const { coordinator, mentor } = await makeSupervisionScene();
    expect(await refusalOf(grantExemption(coordinator, mentor.mentorId, grant(change), context))).toEqual({
      code: "invalid",
      field,
      reason: `supervision:refusal.exemption.${code}`,
    });
  });

  it("is refused twice over the same days, to oneself, and outside the region", async () => {
    const { coordinator, supervisor, mentor } = await makeSupervisionScene();
    const results = await Promise.allSettled(
      [grant(), grant({ from: "2026-06-30", to: "2026-07-02" })].map((input) =>
        grantExemption(coordinator, mentor.mentorId, input, context),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const self = await makeAccount({ roles: ["coordinator", "mentor"] });
    const own = await makeMentorRow({ accountId: self.accountId });
    expect(await refusalOf(grantExemption(self.actor, own.id, grant(), context))).toMatchObject({
      reason: "supervision:refusal.exemption.own",
    });
    const far = (await makeAccount({ roles: [{ role: "coordinator", regionCode: "CZ051" }] })).actor;
    const row = await db().supervisionExemption.findFirstOrThrow();
    for (const actor of [far, supervisor, mentor.actor]) {
      expect(await refusalOf(grantExemption(actor, mentor.mentorId, grant(), context))).toMatchObject({
        code: "notFound",
      });
      expect(await refusalOf(revokeExemption(actor, mentor.mentorId, row.id, context))).toMatchObject({
        code: "notFound",
      });
    }
    for (const id of [randomUUID(), "x"])
      expect(await refusalOf(grantExemption(coordinator, id, grant(), context))).toMatchObject({
        code: "notFound",
      });
    expect(await refusalOf(revokeExemption(coordinator, own.id, row.id, context))).toMatchObject({
      code: "notFound",
    });
    expect(await refusalOf(readDuty(far, mentor.mentorId, studyNow))).toMatchObject({ code: "notFound" });
  });
});

describe("the list of the duty", () => {
  it("has everybody in scope, the most urgent first, and the file the same people", async () => {
    const { supervisor, coordinator, trainer, trainee, mentor } = await makeSupervisionScene();
    const late = await makeMentorRow({ certifiedOn: "2026-01-10" });
    await makeMentorRow({ regionCode: "CZ051", certifiedOn: "2026-01-10" });
    await makeMentorRow({ endedOn: "2026-02-01" });
    await makeMentorRow({ certifiedOn: null });
    const farRun = await makeStudyRun({ regionCode: "CZ051" });
    await makeTrainee({ runId: farRun.id });
    await makeEntry(trainee.actor);
    for (const actor of [coordinator, supervisor]) {
      const { rows, total, counts } = await listDuty(actor, everybody, studyNow);
      expect(rows.map(({ id, clock, daysLeft }) => [id, clock.state, daysLeft])).toEqual([
        [late.id, "overdue", -94],
        [trainee.enrolmentId, "fine", 18],
        [mentor.mentorId, "fine", 38],
      ]);
      expect(total).toBe(3);
      expect(counts).toEqual({ overdue: 1, fine: 2 });
    }
    const ids = async (address: string) =>
      (await listDuty(coordinator, readDutyFilter(new URLSearchParams(address)), studyNow)).rows.map(
        ({ id }) => id,
      );
    expect(await ids("kdo=trainee")).toEqual([trainee.enrolmentId]);
    expect(await ids("stav=overdue")).toEqual([late.id]);
    expect(await ids(`hledat=${late.code}`)).toEqual([late.id]);
    expect((await listDuty(trainer, everybody, studyNow)).total).toBe(0);
    const programme = (await makeAccount({ roles: [{ role: "coordinator", regionCode: null }] })).actor;
    expect((await listDuty(programme, everybody, studyNow)).total).toBe(5);

    const { csv, fileName } = await dutyFile(coordinator, everybody, { language: "cs", now: studyNow });
    expect(fileName).toBe("supervize-povinnost-2026-06-12.csv");
    const lines = csv.trim().split("\r\n");
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain(`${late.code};mentor`);
    expect(lines[1]).toContain("2026-03-10;-94");
    const [event] = await db().auditEvent.findMany({ where: { action: "supervision.duty-export" } });
    expect(event).toMatchObject({
      actorId: coordinator.accountId,
      details: { rows: 3, kind: null, state: null },
    });
  });
});

describe("warnings", () => {
  it("go out fourteen and three days before, each once, also when two workers come together", async () => {
    const { trainee, mentor } = await makeSupervisionScene();
    await makeEntry(trainee.actor);
    // A trainee has until 30 June, a mentor certified on 20 May until 20 July.
    expect(await warnOfDuty(studyNow)).toBe(0);
    const day = (date: string) => new Date(`${date}T08:00:00Z`);
    const together = await Promise.all([warnOfDuty(day("2026-06-16")), warnOfDuty(day("2026-06-16"))]);
    expect(together.reduce((sum, sent) => sum + sent, 0)).toBe(1);
    expect(await warnOfDuty(day("2026-06-20"))).toBe(0);
    expect(await warnOfDuty(day("2026-06-27"))).toBe(1);
    expect(await warnOfDuty(day("2026-06-30"))).toBe(0);
    expect(await warnOfDuty(day("2026-07-18"))).toBe(1);
    expect(await warnOfDuty(day("2026-07-19"))).toBe(0);
    const letters = await queuedLetters();
    expect(letters.map(({ to }) => to)).toEqual([trainee.email, trainee.email, mentor.email]);
    expect(letters[0]!.subject).toMatch(/30\.\s6\.\s2026/);
    expect(letters[2]!.subject).toMatch(/20\.\s7\.\s2026/);
    expect(letters.every(({ path }) => path === "/supervize")).toBe(true);
  });

  it("say when somebody is invited in time, and leave alone who was there or is exempt", async () => {
    const { supervisor, coordinator, runId, trainee, mentor } = await makeSupervisionScene();
    await makeEntry(trainee.actor);
    await makePlanned(supervisor, { run: runId, trainee: [trainee.enrolmentId] });
    await db().mail.deleteMany();
    const soon = new Date("2026-06-17T08:00:00Z");
    expect(await warnOfDuty(soon)).toBe(1);
    expect((await queuedLetters(trainee.email))[0]!.text).toMatch(/19\.\s6\.\s2026, 10:00/);
    await recordSupervision(supervisor, heldOf({ runId, traineeIds: [trainee.enrolmentId] }), context);
    expect(await warnOfDuty(new Date("2026-06-28T08:00:00Z"))).toBe(0);
    await grantExemption(
      coordinator,
      mentor.mentorId,
      grant({ from: "2026-07-15", to: "2026-07-25" }),
      context,
    );
    expect(await warnOfDuty(new Date("2026-07-18T08:00:00Z"))).toBe(0);
    expect(await warnOfDuty(new Date("2026-07-29T08:00:00Z"))).toBe(1);
  });

  it("stand on a trainee's home page too", async () => {
    const { trainee } = await makeSupervisionScene();
    await makeEntry(trainee.actor);
    const ofTrainee = async (date: string) =>
      (await waitingFor(trainee.actor, new Date(`${date}T08:00:00Z`))).filter(({ id }) =>
        id.startsWith("supervision-due"),
      );
    expect(await ofTrainee("2026-06-15")).toEqual([]);
    expect(await ofTrainee("2026-06-16")).toMatchObject([
      { text: "supervision:waiting.due", due: "2026-06-30", urgency: "soon" },
    ]);
    await db().practiceEntry.updateMany({ data: { state: "approved" } });
    expect(await ofTrainee("2026-07-02")).toMatchObject([
      { text: "supervision:waiting.missed", due: "2026-06-30", urgency: "overdue" },
    ]);
  });
});
