import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "~/platform/db/index.server";
import { practiceFactsOf } from "~/practice/operations/practice-facts.server";
import {
  recordSupervision,
  type RecordSupervisionInput,
} from "~/practice/operations/record-supervision.server";
import { supervisionChoices } from "~/practice/operations/supervision-choices.server";
import { supervisionDaysOfMentors } from "~/practice/operations/supervision-days.server";
import { listSupervisions, readSupervision } from "~/practice/operations/supervisions.server";
import { waitingFor } from "~/practice/operations/waiting-for.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeAccount } from "../../support/factories/people";
import { makeEntry, makeStudyRun, makeTrainee, studyNow } from "../../support/factories/practice";
import { makeMentorRow } from "../../support/factories/certification";

withTestDatabase();
beforeEach(resetDatabase);

const context = { now: studyNow };

const session = (change: Partial<RecordSupervisionInput> = {}): RecordSupervisionInput => ({
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
});

async function scene() {
  const supervisor = (await makeAccount({ roles: ["supervisor"] })).actor;
  const trainer = await makeAccount({ roles: ["trainer"] });
  const run = await makeStudyRun({ trainerIds: [trainer.accountId] });
  const trainee = await makeTrainee({ runId: run.id });
  const mentorAccount = await makeAccount({ roles: ["mentor"] });
  const mentor = await makeMentorRow({ accountId: mentorAccount.accountId });
  return { supervisor, trainer: trainer.actor, run, trainee, mentor, mentorActor: mentorAccount.actor };
}

describe("recording supervision", () => {
  it("keeps who was there, once, and a note for its author alone", async () => {
    const { supervisor, trainer, run, trainee, mentor, mentorActor } = await scene();
    const input = session({
      runId: run.id,
      traineeIds: [trainee.enrolmentId],
      mentorIds: [mentor.id],
      note: "Únava ve skupině.",
    });
    await Promise.all([
      recordSupervision(supervisor, input, context),
      recordSupervision(supervisor, input, context),
    ]);
    expect(await db().supervisionSession.count()).toBe(1);
    expect(await db().supervisionAttendance.count()).toBe(2);
    expect((await db().supervisionSession.findFirstOrThrow()).noteSealed).not.toContain("Únava");

    expect(await readSupervision(supervisor, input.id)).toMatchObject({
      own: true,
      note: "Únava ve skupině.",
      present: 2,
    });
    expect(await readSupervision(trainer, input.id)).toMatchObject({ own: false, note: null });
    const coordinator = (await makeAccount({ roles: ["coordinator"] })).actor;
    const seen = await readSupervision(coordinator, input.id);
    expect(seen.note).toBeNull();
    expect(seen.attendees).toHaveLength(2);
    const asMentor = await readSupervision(mentorActor, input.id);
    expect(asMentor.attendees.map(({ name }) => name)).toEqual([mentorActor.name]);

    expect((await supervisionDaysOfMentors([mentor.id])).get(mentor.id)).toEqual(["2026-06-11"]);
    expect((await practiceFactsOf([trainee.enrolmentId])).get(trainee.enrolmentId)?.supervisionDays).toEqual([
      "2026-06-11",
    ]);
  });

  it.each([
    ["futureDay", { day: "2026-06-13" }],
    ["notOver", { day: "2026-06-12", startMinute: 840 }],
    ["nobody", { traineeIds: [], mentorIds: [] }],
  ])("is refused: %s", async (code, change) => {
    const { supervisor, mentor } = await scene();
    const refused = recordSupervision(supervisor, session({ mentorIds: [mentor.id], ...change }), context);
    await expect(refused).rejects.toMatchObject({
      code: "invalid",
      reason: `practice:supervision.refusal.${code}`,
    });
  });

  it("takes only people of the supervisor's region, trainees with their run", async () => {
    const { supervisor, run, trainee } = await scene();
    const far = await makeMentorRow({ regionCode: "CZ051" });
    const ended = await makeMentorRow({ endedOn: "2026-01-01" });
    const farRun = await makeStudyRun({ regionCode: "CZ051" });
    const farTrainee = await makeTrainee({ runId: farRun.id });
    const left = await makeTrainee({ runId: run.id, state: "withdrawn" });
    const wrong = [
      session({ mentorIds: [far.id] }),
      session({ mentorIds: [ended.id] }),
      session({ runId: farRun.id, traineeIds: [farTrainee.enrolmentId] }),
      session({ runId: run.id, traineeIds: [farTrainee.enrolmentId] }),
      session({ runId: run.id, traineeIds: [left.enrolmentId] }),
      session({ traineeIds: [trainee.enrolmentId] }),
    ];
    for (const input of wrong) {
      await expect(recordSupervision(supervisor, input, context)).rejects.toMatchObject({ code: "notFound" });
    }
    expect(await db().supervisionSession.count()).toBe(0);
    const programme = (await makeAccount({ roles: [{ role: "supervisor", regionCode: null }] })).actor;
    await recordSupervision(programme, session({ mentorIds: [far.id] }), context);
  });

  it("offers the runs and mentors of the region", async () => {
    const { supervisor, run, trainee, mentor } = await scene();
    await makeMentorRow({ regionCode: "CZ051" });
    await makeStudyRun({ regionCode: "CZ051" });
    await makeStudyRun({ state: "closed" });
    const before = await supervisionChoices(supervisor, null);
    expect(before.runs.map(({ id }) => id)).toEqual([run.id]);
    expect(before.trainees).toEqual([]);
    expect(before.mentors.map(({ id }) => id)).toEqual([mentor.id]);
    const chosen = await supervisionChoices(supervisor, run.id);
    expect(chosen.trainees).toEqual([{ id: trainee.enrolmentId, name: trainee.name }]);
  });
});

describe("lists of supervision", () => {
  it("show each person theirs", async () => {
    const { supervisor, trainer, run, trainee, mentor, mentorActor } = await scene();
    const other = (await makeAccount({ roles: ["supervisor"] })).actor;
    const withRun = session({ runId: run.id, traineeIds: [trainee.enrolmentId] });
    const withMentor = session({ mentorIds: [mentor.id], form: "individual" });
    await recordSupervision(supervisor, withRun, context);
    await recordSupervision(other, withMentor, context);
    const ids = async (actor: typeof supervisor) =>
      (await listSupervisions(actor, 1)).rows.map(({ id }) => id).sort();
    const region = (await makeAccount({ roles: ["coordinator"] })).actor;
    const elsewhere = (await makeAccount({ roles: [{ role: "coordinator", regionCode: "CZ051" }] })).actor;
    expect(await ids(supervisor)).toEqual([withRun.id]);
    expect(await ids(other)).toEqual([withMentor.id]);
    expect(await ids(trainer)).toEqual([withRun.id]);
    expect(await ids(mentorActor)).toEqual([withMentor.id]);
    expect(await ids(region)).toEqual([withRun.id, withMentor.id].sort());
    expect(await ids(elsewhere)).toEqual([]);
    await expect(readSupervision(elsewhere, withRun.id)).rejects.toMatchObject({ code: "notFound" });
    await expect(readSupervision(supervisor, withMentor.id)).rejects.toMatchObject({ code: "notFound" });
  });

  it("tell a supervisor who did practice this month without a session", async () => {
    const { supervisor, run, trainee } = await scene();
    expect(await waitingFor(supervisor, studyNow)).toEqual([]);
    await makeEntry(trainee.actor);
    expect(await waitingFor(supervisor, studyNow)).toMatchObject([
      { text: "practice:waiting.supervision", values: { count: 1 } },
    ]);
    await recordSupervision(
      supervisor,
      session({ runId: run.id, traineeIds: [trainee.enrolmentId] }),
      context,
    );
    expect(await waitingFor(supervisor, studyNow)).toEqual([]);
  });
});
