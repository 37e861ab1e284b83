import { beforeEach, describe, expect, it } from "vitest";
import { answerInvitation } from "~/practice/operations/supervision/answer-invitation.server";
import { cancelSupervision } from "~/practice/operations/supervision/cancel-session.server";
import { eraseOldNotes, eraseOldReasons } from "~/practice/operations/supervision/erase-words.server";
import { invitePeople } from "~/practice/operations/supervision/invite-people.server";
import { eraseNote, writeNote } from "~/practice/operations/supervision/private-note.server";
import { readSupervision } from "~/practice/operations/supervision/read-session.server";
import { recordAttendance } from "~/practice/operations/supervision/record-attendance.server";
import { recordSupervision } from "~/practice/operations/supervision/record-session.server";
import { supervisionDaysOfMentors } from "~/practice/operations/supervision/supervision-days.server";
import { waitingFor } from "~/practice/operations/waiting-for.server";
import type { AttendanceInput } from "~/practice/supervision-schema";
import { dayToDate } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { makeAccount } from "../../../support/factories/people";
import { entryInput, studyNow } from "../../../support/factories/practice";
import { logEntry } from "~/practice/operations/log-entry.server";
import {
  afterSession,
  heldOf,
  makePlanned,
  makeSupervisionScene,
  supervisionContext as context,
} from "../../../support/factories/supervision";
import { refusalOf } from "../../../support/refusals";

withTestDatabase();
beforeEach(resetDatabase);

type Row = AttendanceInput["rows"][number];

const present = (personId: string, minutes: number | null = null): Row => ({
  personId,
  state: "present",
  minutes,
  reason: null,
});
const absent = (personId: string): Row => ({ personId, state: "absent", minutes: null, reason: null });
const excused = (personId: string, reason: string | null = "Nemoc"): Row => ({
  personId,
  state: "excused",
  minutes: null,
  reason,
});

/** A planned session a week ahead with a trainee and a mentor, and who they are. */
async function plannedScene() {
  const scene = await makeSupervisionScene();
  const session = await makePlanned(scene.supervisor, {
    run: scene.runId,
    trainee: [scene.trainee.enrolmentId],
    mentor: [scene.mentor.mentorId],
  });
  return { ...scene, id: session.id, traineeId: scene.trainee.enrolmentId, mentorId: scene.mentor.mentorId };
}

describe("closing a session", () => {
  it("counts from then on, in minutes, and says how it ended for everybody", async () => {
    const { supervisor, trainee, mentor, id, traineeId, mentorId } = await plannedScene();
    expect((await waitingFor(supervisor, afterSession.now)).map(({ text }) => text)).toContain(
      "supervision:waiting.close",
    );
    expect(await supervisionDaysOfMentors([mentorId])).toEqual(new Map());
    const input = { version: 1, rows: [present(traineeId), present(mentorId, 45)] };
    await recordAttendance(supervisor, id, input, afterSession);
    await recordAttendance(supervisor, id, input, afterSession);
    const rows = await db().supervisionAttendance.findMany({ orderBy: { minutes: "asc" } });
    expect(rows.map(({ minutes }) => minutes)).toEqual([45, 90]);
    expect(await db().supervisionSession.findFirst()).toMatchObject({
      state: "held",
      heldAt: afterSession.now,
      version: 2,
    });
    expect((await supervisionDaysOfMentors([mentorId])).get(mentorId)).toEqual(["2026-06-19"]);
    expect((await readSupervision(trainee.actor, id, afterSession.now)).ownState).toBe("present");
    expect((await readSupervision(mentor.actor, id, afterSession.now)).attendees).toMatchObject([
      { minutes: 45 },
    ]);
    expect((await waitingFor(supervisor, afterSession.now)).map(({ text }) => text)).not.toContain(
      "supervision:waiting.close",
    );
    expect(await db().auditEvent.count({ where: { action: "supervision.close" } })).toBe(1);
  });

  it("keeps an excuse sealed, for the supervisor and the person", async () => {
    const { supervisor, coordinator, trainee, id, traineeId, mentorId } = await plannedScene();
    await answerInvitation(trainee.actor, id, { come: false, reason: "Mám vyšetření" }, context);
    const rows = [excused(traineeId, "Vyšetření v nemocnici"), absent(mentorId)];
    await recordAttendance(supervisor, id, { version: 1, rows }, afterSession);
    expect(await db().supervisionAttendance.count()).toBe(0);
    const reasonFor = async (actor: typeof supervisor) =>
      (await readSupervision(actor, id, afterSession.now)).attendees.find(
        ({ personId }) => personId === traineeId,
      );
    expect(await reasonFor(supervisor)).toMatchObject({ state: "excused", reason: "Vyšetření v nemocnici" });
    expect(await reasonFor(trainee.actor)).toMatchObject({ reason: "Vyšetření v nemocnici" });
    expect(await reasonFor(coordinator)).toMatchObject({ state: "excused", reason: null });
    await eraseOldReasons(new Date("2026-09-20T08:00:00Z"));
    // The same said again after the reason was erased is no correction, and needs no reason.
    await recordAttendance(
      supervisor,
      id,
      { version: 2, rows: [excused(traineeId, null), absent(mentorId)] },
      afterSession,
    );
    expect(await db().supervisionSession.findFirst()).toMatchObject({ version: 2 });
  });

  it("is refused: early, stale, others', cancelled, too long, without a reason, for other people", async () => {
    const { supervisor, id, traineeId, mentorId } = await plannedScene();
    const rows = [present(traineeId), present(mentorId)];
    const refusal = (input: AttendanceInput, who = supervisor, at = afterSession) =>
      refusalOf(recordAttendance(who, id, input, at));
    expect(await refusal({ version: 1, rows }, supervisor, context)).toMatchObject({
      reason: "supervision:refusal.notOverYet",
    });
    expect(await refusal({ version: 7, rows })).toMatchObject({ code: "stale" });
    expect(await refusal({ version: 1, rows: [present(traineeId)] })).toMatchObject({ code: "stale" });
    expect(await refusal({ version: 1, rows: [present(traineeId), present(id)] })).toMatchObject({
      code: "stale",
    });
    expect(await refusal({ version: 1, rows: [present(traineeId, 91), absent(mentorId)] })).toMatchObject({
      field: `minutes-${traineeId}`,
      reason: "supervision:refusal.tooLong",
    });
    expect(await refusal({ version: 1, rows: [present(traineeId, 0), absent(mentorId)] })).toMatchObject({
      reason: "supervision:refusal.noMinutes",
    });
    expect(await refusal({ version: 1, rows: [excused(traineeId, null), absent(mentorId)] })).toMatchObject({
      field: `reason-${traineeId}`,
      reason: "errors:required",
    });
    const stranger = (await makeAccount({ roles: ["supervisor"] })).actor;
    expect(await refusal({ version: 1, rows }, stranger)).toMatchObject({ code: "notFound" });
    await cancelSupervision(supervisor, id, { version: 1, reason: "Nemoc supervizora" }, context);
    expect(await refusal({ version: 2, rows })).toMatchObject({ reason: "supervision:refusal.cancelled" });
    expect(await db().supervisionAttendance.count()).toBe(0);
  });

  it("is refused over practice of somebody, unless they were there for what it leaves", async () => {
    const { supervisor, trainee, id, traineeId, mentorId } = await plannedScene();
    const entry = entryInput({ day: "2026-06-19", from: 11, to: 12 });
    await logEntry(trainee.actor, entry, { now: new Date("2026-06-19T10:30:00Z") });
    const later = { now: new Date("2026-06-19T11:00:00Z") };
    const whole = { version: 1, rows: [present(traineeId), absent(mentorId)] };
    await expect(recordAttendance(supervisor, id, whole, later)).rejects.toMatchObject({
      field: `minutes-${traineeId}`,
      reason: "supervision:refusal.overlap.practice",
      values: { name: trainee.name },
    });
    await recordAttendance(
      supervisor,
      id,
      { version: 1, rows: [present(traineeId, 60), absent(mentorId)] },
      later,
    );
  });
});

describe("correcting attendance", () => {
  it("keeps in the audit what was changed, and changes nothing of who was certified from it", async () => {
    const { supervisor, id, trainee, traineeId, mentorId } = await plannedScene();
    await recordAttendance(
      supervisor,
      id,
      { version: 1, rows: [present(traineeId), absent(mentorId)] },
      afterSession,
    );
    await recordAttendance(
      supervisor,
      id,
      { version: 2, rows: [present(traineeId, 60), present(mentorId)] },
      afterSession,
    );
    const [correction] = await db().auditEvent.findMany({ where: { action: "supervision.correct" } });
    expect(correction!.details).toEqual({
      changes: [
        { person: traineeId, from: "present:90", to: "present:60" },
        { person: mentorId, from: "absent:0", to: "present:90" },
      ],
    });
    await db().enrolment.update({ where: { id: traineeId }, data: { state: "graduated" } });
    const taken = { version: 3, rows: [absent(traineeId), present(mentorId)] };
    await expect(recordAttendance(supervisor, id, taken, afterSession)).rejects.toMatchObject({
      field: `state-${traineeId}`,
      reason: "supervision:refusal.certified",
      values: { name: trainee.name },
    });
    // Others of the same session can still be corrected.
    await recordAttendance(
      supervisor,
      id,
      { version: 3, rows: [present(traineeId, 60), absent(mentorId)] },
      afterSession,
    );
    expect(await db().supervisionAttendance.findMany()).toMatchObject([
      { enrolmentId: traineeId, minutes: 60 },
    ]);
  });

  it("works for sessions written down directly", async () => {
    const { supervisor, runId, trainee, mentor } = await makeSupervisionScene();
    const held = heldOf({ runId, traineeIds: [trainee.enrolmentId], mentorIds: [mentor.mentorId] });
    await recordSupervision(supervisor, held, context);
    const rows = [absent(trainee.enrolmentId), present(mentor.mentorId, 30)];
    await recordAttendance(supervisor, held.id, { version: 1, rows }, context);
    expect(await db().supervisionAttendance.findMany()).toMatchObject([
      { mentorId: mentor.mentorId, minutes: 30 },
    ]);
    const more = { runId, traineeIds: [], mentorIds: [mentor.mentorId] };
    expect(await refusalOf(invitePeople(supervisor, held.id, more, context))).toMatchObject({
      reason: "supervision:refusal.held",
    });
  });

  it("keeps an individual session to one person", async () => {
    const { supervisor, runId, trainee, mentor } = await makeSupervisionScene();
    const { id } = await makePlanned(supervisor, {
      run: runId,
      trainee: [trainee.enrolmentId],
      form: "individual",
    });
    await answerInvitation(trainee.actor, id, { come: false, reason: "Práce" }, context);
    await invitePeople(supervisor, id, { runId, traineeIds: [], mentorIds: [mentor.mentorId] }, context);
    const both = { version: 1, rows: [present(trainee.enrolmentId), present(mentor.mentorId)] };
    expect(await refusalOf(recordAttendance(supervisor, id, both, afterSession))).toMatchObject({
      reason: "supervision:refusal.oneOnly",
    });
  });
});

describe("the private note", () => {
  it("is written, changed and erased by its author alone, and goes on its day by itself", async () => {
    const { supervisor, id } = await plannedScene();
    await writeNote(supervisor, id, { version: 1, note: "Skupina je unavená." }, context);
    await writeNote(supervisor, id, { version: 2, note: "Skupina je klidnější." }, context);
    expect((await readSupervision(supervisor, id, studyNow)).note).toEqual({
      text: "Skupina je klidnější.",
      deleteOn: "2027-06-19",
    });
    expect(await refusalOf(writeNote(supervisor, id, { version: 1, note: "x" }, context))).toMatchObject({
      code: "stale",
    });
    const stranger = (await makeAccount({ roles: ["supervisor"] })).actor;
    expect(await refusalOf(writeNote(stranger, id, { version: 3, note: "x" }, context))).toMatchObject({
      code: "notFound",
    });
    expect(await refusalOf(eraseNote(stranger, id, { version: 3 }, context))).toMatchObject({
      code: "notFound",
    });
    expect(await eraseOldNotes(new Date("2027-06-18T20:00:00Z"))).toBe(0);
    expect(await eraseOldNotes(new Date("2027-06-19T02:00:00Z"))).toBe(1);
    expect(await eraseOldNotes(new Date("2027-06-20T02:00:00Z"))).toBe(0);
    expect((await readSupervision(supervisor, id, studyNow)).note).toEqual({ text: null, deleteOn: null });
    expect(await db().auditEvent.count({ where: { action: "supervision.note-expired" } })).toBe(1);
  });

  it("can be erased earlier, once", async () => {
    const { supervisor, id } = await plannedScene();
    await writeNote(supervisor, id, { version: 1, note: "Skupina je unavená." }, context);
    await eraseNote(supervisor, id, { version: 2 }, context);
    await eraseNote(supervisor, id, { version: 2 }, context);
    expect(await db().supervisionSession.findFirst()).toMatchObject({
      noteSealed: null,
      noteDeleteOn: null,
      version: 3,
    });
  });

  it("gets its day where an older one has none, from the session and the programme's setting", async () => {
    const { supervisor, coordinator, mentor } = await makeSupervisionScene();
    await db().programmeSettings.create({
      data: {
        id: crypto.randomUUID(),
        settings: { supervisionNoteMonths: 6 },
        reason: "Kratší doba",
        createdAt: dayToDate("2026-01-01"),
        createdById: coordinator.accountId,
      },
    });
    const held = heldOf({ mentorIds: [mentor.mentorId], note: "Poznámka" });
    await recordSupervision(supervisor, held, context);
    expect((await readSupervision(supervisor, held.id, studyNow)).note?.deleteOn).toBe("2026-12-11");
    await db().supervisionSession.updateMany({ data: { noteDeleteOn: null } });
    expect(await eraseOldNotes(studyNow)).toBe(0);
    expect((await readSupervision(supervisor, held.id, studyNow)).note).toEqual({
      text: "Poznámka",
      deleteOn: "2026-12-11",
    });
  });
});
