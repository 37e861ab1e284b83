import { beforeEach, describe, expect, it } from "vitest";
import { practiceFactsOf } from "~/practice/operations/practice-facts.server";
import { listSupervisions } from "~/practice/operations/supervision/list-sessions.server";
import { readSupervision } from "~/practice/operations/supervision/read-session.server";
import { recordSupervision } from "~/practice/operations/supervision/record-session.server";
import { supervisionChoices } from "~/practice/operations/supervision/supervision-choices.server";
import { supervisionDaysOfMentors } from "~/practice/operations/supervision/supervision-days.server";
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
import { refusalOf } from "../../../support/refusals";

withTestDatabase();
beforeEach(resetDatabase);

describe("recording supervision", () => {
  it("keeps who was there, once, and a note for its author alone", async () => {
    const { supervisor, trainer, coordinator, runId, trainee, mentor } = await makeSupervisionScene();
    const input = heldOf({
      runId,
      traineeIds: [trainee.enrolmentId],
      mentorIds: [mentor.mentorId],
      note: "Únava ve skupině.",
    });
    await Promise.all([
      recordSupervision(supervisor, input, context),
      recordSupervision(supervisor, input, context),
    ]);
    expect(await db().supervisionSession.count()).toBe(1);
    expect(await db().supervisionAttendance.count()).toBe(2);
    const row = await db().supervisionSession.findFirstOrThrow();
    expect(row.noteSealed).not.toContain("Únava");
    expect(row).toMatchObject({ state: "held", noteDeleteOn: new Date("2027-06-11T00:00:00Z") });

    expect(await readSupervision(supervisor, input.id, studyNow)).toMatchObject({
      own: true,
      note: { text: "Únava ve skupině.", deleteOn: "2027-06-11" },
      people: 2,
    });
    for (const actor of [trainer, coordinator]) {
      const seen = await readSupervision(actor, input.id, studyNow);
      expect(seen).toMatchObject({ own: false, note: null });
      expect(seen.attendees).toHaveLength(2);
      expect(JSON.stringify(seen)).not.toContain("Únava");
    }
    for (const actor of [mentor.actor, trainee.actor]) {
      const seen = await readSupervision(actor, input.id, studyNow);
      expect(seen.attendees.map(({ name }) => name)).toEqual([actor.name]);
      expect(JSON.stringify(seen)).not.toContain("Únava");
    }
    expect((await supervisionDaysOfMentors([mentor.mentorId])).get(mentor.mentorId)).toEqual(["2026-06-11"]);
    expect((await practiceFactsOf([trainee.enrolmentId])).get(trainee.enrolmentId)?.supervisionDays).toEqual([
      "2026-06-11",
    ]);
  });

  it.each([
    ["futureDay", { day: "2026-06-13" }],
    ["notOver", { day: "2026-06-12", startMinute: 840 }],
    ["clockChange", { day: "2026-03-29", startMinute: 150 }],
    ["nobody", { traineeIds: [], mentorIds: [] }],
  ])("is refused: %s", async (code, change) => {
    const { supervisor, mentor } = await makeSupervisionScene();
    const refused = recordSupervision(
      supervisor,
      heldOf({ mentorIds: [mentor.mentorId], ...change }),
      context,
    );
    expect(await refusalOf(refused)).toMatchObject({
      code: "invalid",
      reason: `supervision:refusal.${code}`,
    });
  });

  it("is refused over somebody's practice, naming the person", async () => {
    const { supervisor, runId, trainee } = await makeSupervisionScene();
    await makeEntry(trainee.actor, { day: "2026-06-11", from: 11, to: 13 });
    const input = heldOf({ runId, traineeIds: [trainee.enrolmentId] });
    await expect(recordSupervision(supervisor, input, context)).rejects.toMatchObject({
      field: "trainee",
      reason: "supervision:refusal.overlap.practice",
      values: { name: trainee.name, from: "11:00", to: "13:00" },
    });
    await recordSupervision(supervisor, { ...input, minutes: 60 }, context);
  });

  it("takes only people of the supervisor's region, trainees with their run", async () => {
    const { supervisor, runId, trainee } = await makeSupervisionScene();
    const far = await makeMentorRow({ regionCode: "CZ051" });
    const ended = await makeMentorRow({ endedOn: "2026-01-01" });
    const farRun = await makeStudyRun({ regionCode: "CZ051" });
    const farTrainee = await makeTrainee({ runId: farRun.id });
    const left = await makeTrainee({ runId, state: "withdrawn" });
    const wrong = [
      heldOf({ mentorIds: [far.id] }),
      heldOf({ mentorIds: [ended.id] }),
      heldOf({ runId: farRun.id, traineeIds: [farTrainee.enrolmentId] }),
      heldOf({ runId, traineeIds: [farTrainee.enrolmentId] }),
      heldOf({ runId, traineeIds: [left.enrolmentId] }),
      heldOf({ traineeIds: [trainee.enrolmentId] }),
    ];
    for (const input of wrong) {
      expect(await refusalOf(recordSupervision(supervisor, input, context))).toMatchObject({
        code: "notFound",
      });
    }
    expect(await db().supervisionSession.count()).toBe(0);
    const programme = (await makeAccount({ roles: [{ role: "supervisor", regionCode: null }] })).actor;
    await recordSupervision(programme, heldOf({ mentorIds: [far.id] }), context);
  });

  it("offers the runs and mentors of the region with the day they need it by", async () => {
    const { supervisor, runId, trainee, mentor } = await makeSupervisionScene();
    await makeMentorRow({ regionCode: "CZ051" });
    await makeStudyRun({ regionCode: "CZ051" });
    await makeStudyRun({ state: "closed" });
    const before = await supervisionChoices(supervisor, null, studyNow);
    expect(before.runs.map(({ id }) => id)).toEqual([runId]);
    expect(before.trainees).toEqual([]);
    expect(before.mentors).toMatchObject([{ id: mentor.mentorId, dueOn: "2026-07-20" }]);
    const chosen = await supervisionChoices(supervisor, runId, studyNow);
    expect(chosen.trainees).toEqual([
      { id: trainee.enrolmentId, name: trainee.name, dueOn: null, state: "none" },
    ]);
  });
});

describe("lists of supervision", () => {
  it("show each person theirs", async () => {
    const { supervisor, trainer, coordinator, runId, trainee, mentor } = await makeSupervisionScene();
    const other = (await makeAccount({ roles: ["supervisor"] })).actor;
    const withRun = heldOf({ runId, traineeIds: [trainee.enrolmentId] });
    const withMentor = heldOf({ mentorIds: [mentor.mentorId], form: "individual" });
    await recordSupervision(supervisor, withRun, context);
    await recordSupervision(other, withMentor, context);
    const planned = await makePlanned(other, { run: runId, trainee: [trainee.enrolmentId] });
    const ids = async (actor: typeof supervisor) => {
      const { coming, past } = await listSupervisions(actor, 1, studyNow);
      return [...coming, ...past].map(({ id }) => id).sort();
    };
    const elsewhere = (await makeAccount({ roles: [{ role: "coordinator", regionCode: "CZ051" }] })).actor;
    expect(await ids(supervisor)).toEqual([withRun.id]);
    expect(await ids(other)).toEqual([withMentor.id, planned.id].sort());
    expect(await ids(trainer)).toEqual([withRun.id, planned.id].sort());
    expect(await ids(trainee.actor)).toEqual([withRun.id, planned.id].sort());
    expect(await ids(mentor.actor)).toEqual([withMentor.id]);
    expect(await ids(coordinator)).toEqual([withRun.id, withMentor.id, planned.id].sort());
    expect(await ids(elsewhere)).toEqual([]);
    for (const [actor, id] of [
      [elsewhere, withRun.id],
      [supervisor, withMentor.id],
      [mentor.actor, planned.id],
      [supervisor, "x"],
    ] as const) {
      expect(await refusalOf(readSupervision(actor, id, studyNow))).toMatchObject({ code: "notFound" });
    }
  });

  it("name others only to who leads or oversees the session, not to a trainer who was merely there", async () => {
    const { supervisor, mentor } = await makeSupervisionScene();
    const both = await makeAccount({ roles: ["mentor", "trainer"] });
    const row = await makeMentorRow({ accountId: both.accountId });
    const input = heldOf({ mentorIds: [mentor.mentorId, row.id] });
    await recordSupervision(supervisor, input, context);
    const seen = await readSupervision(both.actor, input.id, studyNow);
    expect(seen.attendees.map(({ name }) => name)).toEqual([both.name]);
  });

  it("tell a supervisor who did practice this month without a session", async () => {
    const { supervisor, runId, trainee } = await makeSupervisionScene();
    const texts = async () => (await waitingFor(supervisor, studyNow)).map(({ text }) => text);
    expect(await texts()).toEqual([]);
    await makeEntry(trainee.actor);
    expect(await waitingFor(supervisor, studyNow)).toMatchObject([
      { text: "supervision:waiting.month", values: { count: 1 }, due: "2026-06-30" },
    ]);
    await recordSupervision(supervisor, heldOf({ runId, traineeIds: [trainee.enrolmentId] }), context);
    expect(await texts()).toEqual([]);
  });
});
