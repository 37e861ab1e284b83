import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { changeExamDay } from "~/certification/operations/exam/change-exam-day.server";
import { cancelExamDay } from "~/certification/operations/exam/cancel-exam-day.server";
import { examOptions } from "~/certification/operations/exam/exam-options.server";
import { planExamDay } from "~/certification/operations/exam/plan-exam-day.server";
import { readExamDay } from "~/certification/operations/exam/read-exam-day.server";
import { readRunExam } from "~/certification/operations/exam/read-run-exam.server";
import { openExamDay } from "~/certification/operations/exam/run-exam-day.server";
import { db } from "~/platform/db/index.server";
import { dayToDate } from "~/platform/days";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { makeExamResult, makeMentorRow } from "../../../support/factories/certification";
import {
  declare,
  examContext,
  examDay,
  makeAdmitted,
  makeExamRoom,
  planned,
  type ExamRoom,
} from "../../../support/factories/exam";
import { makeAccount } from "../../../support/factories/people";
import { makeTrainee } from "../../../support/factories/practice";

withTestDatabase();
beforeEach(resetDatabase);

const refused = (reason: string, field?: string) => ({
  code: "invalid",
  reason: `exam:${reason}`,
  ...(field ? { field } : {}),
});
const plan = (room: ExamRoom, change = {}) =>
  planExamDay(room.organiser.actor, room.runId, room.form(change), examContext);
const guideOf = async (accountId: string, enrolmentId: string, endedAt: Date | null = null) => {
  const mentor = await makeMentorRow({ accountId });
  await db().traineeGuide.create({
    data: {
      id: randomUUID(),
      enrolmentId,
      mentorId: mentor.id,
      assignedAt: dayToDate("2026-03-10"),
      assignedById: accountId,
      endedAt,
    },
  });
};

describe("planning an exam day", () => {
  it("puts people and a commission together once, however often the form is sent, and writes to all", async () => {
    const room = await makeExamRoom({ trainees: 2 });
    const form = room.form();
    const send = () => planExamDay(room.organiser.actor, room.runId, form, examContext);
    await Promise.all([send(), send()]);
    expect(await db().examDay.count()).toBe(1);
    expect(await db().examMember.count({ where: { chair: true } })).toBe(1);
    expect(await db().examMember.count()).toBe(3);
    expect(await db().examCandidate.count()).toBe(2);
    const kinds = await db().mail.groupBy({ by: ["kind"], _count: true, orderBy: { kind: "asc" } });
    expect(kinds.map(({ kind, _count }) => [kind, _count])).toEqual([
      ["exam-declare", 3],
      ["exam-invited", 2],
    ]);
    expect(await db().auditEvent.count({ where: { action: "exam.plan" } })).toBe(1);
  });

  it("refuses who is not admitted, with what is missing by the basis in force", async () => {
    const room = await makeExamRoom();
    const late = await makeTrainee({ runId: room.runId });
    const candidates = [late.enrolmentId];
    await expect(plan(room, { candidates })).rejects.toMatchObject({
      ...refused("candidacy.notAdmittedIn.minutes", "candidates"),
      values: { name: late.name, missing: 1380 },
    });
    const { candidates: options } = await examOptions(
      room.organiser.actor,
      { runId: room.runId, kind: "regular" },
      examContext,
    );
    const option = options.find(({ enrolmentId }) => enrolmentId === late.enrolmentId);
    expect(option?.refusal?.code).toBe("notAdmitted");
    expect(option?.admission.minutes.missing).toBe(1380);
    expect(option?.admission.teachingHours.missing).toBe(20);
    const byHours = await makeExamRoom({ settings: { examBasis: "teachingHours" } });
    const other = await makeTrainee({ runId: byHours.runId });
    await expect(plan(byHours, { candidates: [other.enrolmentId] })).rejects.toMatchObject({
      ...refused("candidacy.notAdmittedIn.teachingHours"),
      values: { missing: 20 },
    });
  });

  it("refuses bad days, parts, lists and commissions, each at its field", async () => {
    const room = await makeExamRoom();
    const [chair, second] = room.members;
    const trainee = room.trainees[0]!;
    await guideOf(second.accountId, trainee.enrolmentId, dayToDate("2026-04-01"));
    const mentor = await makeAccount({ roles: ["mentor"] });
    const elsewhere = await makeAccount({ roles: [{ role: "supervisor", regionCode: "CZ064" }] });
    const cases: [Parameters<typeof room.form>[0], string, string][] = [
      [{ day: "2026-06-11" }, "refusal.pastDay", "day"],
      [{ parts: ["written", "practical"] }, "refusal.otherPart", "parts"],
      [{ third: chair.accountId }, "refusal.commission.size", "third"],
      [{}, "refusal.commission.guide", "second"],
      [{ second: trainee.accountId }, "refusal.commission.examinee", "second"],
      [{ second: mentor.accountId }, "refusal.commission.notEligible", "second"],
      [{ second: elsewhere.accountId }, "refusal.commission.notEligible", "second"],
    ];
    for (const [change, reason, field] of cases) {
      await expect(plan(room, change)).rejects.toMatchObject(refused(reason, field));
    }
    const foreign = await makeAdmitted((await makeExamRoom()).runId);
    await expect(plan(room, { candidates: [foreign.enrolmentId] })).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(plan(room, { candidates: [randomUUID()] })).rejects.toMatchObject({ code: "notFound" });
    await expect(
      plan(room, { candidates: [trainee.enrolmentId, trainee.enrolmentId] }),
    ).rejects.toMatchObject({ code: "notFound" });
    expect(await db().examDay.count()).toBe(0);
  });

  it("puts nobody on two lists, not even at once", async () => {
    const room = await makeExamRoom();
    const answers = await Promise.allSettled([plan(room), plan(room)]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({
      reason: refused("candidacy.onOtherDay", "candidates"),
    });
  });

  it("keeps a resit to what failed, and to its days", async () => {
    const room = await makeExamRoom();
    const { enrolmentId } = room.trainees[0]!;
    await makeExamResult(enrolmentId, "written", { heldOn: "2026-05-13" });
    await makeExamResult(enrolmentId, "oral", { heldOn: "2026-05-13", passed: false });
    await expect(plan(room)).rejects.toMatchObject(refused("candidacy.examinedBefore"));
    await expect(plan(room, { kind: "resit", day: "2026-06-13" })).rejects.toMatchObject(
      refused("candidacy.resitTooLate"),
    );
    await expect(plan(room, { kind: "substitute" })).rejects.toMatchObject(
      refused("candidacy.nothingMissed"),
    );
    const { id } = await plan(room, { kind: "resit" });
    const view = await readExamDay(room.organiser.actor, id, examContext);
    expect(view.candidates[0]?.parts).toMatchObject([{ part: "oral", attempt: 2 }]);
    expect(view.candidates[0]?.deadlines.resits).toEqual([{ part: "oral", until: "2026-06-12" }]);
  });

  it("is for the trainers of the run and coordinators of its region, never about oneself", async () => {
    const room = await makeExamRoom();
    const stranger = (await makeAccount({ roles: ["trainer"] })).actor;
    const elsewhere = (await makeAccount({ roles: [{ role: "coordinator", regionCode: "CZ064" }] })).actor;
    for (const actor of [stranger, elsewhere, room.members[0].actor]) {
      await expect(planExamDay(actor, room.runId, room.form(), examContext)).rejects.toMatchObject({
        code: "notFound",
      });
      await expect(readRunExam(actor, room.runId)).rejects.toMatchObject({ code: "notFound" });
    }
    const here = (await makeAccount({ roles: ["coordinator"] })).actor;
    await planExamDay(here, room.runId, room.form(), examContext);
    const both = await makeAccount({ roles: ["coordinator", "trainee"] });
    const own = await makeExamRoom();
    await db().enrolment.update({
      where: { id: own.trainees[0]!.enrolmentId },
      data: { accountId: both.accountId },
    });
    await expect(planExamDay(both.actor, own.runId, own.form(), examContext)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("changing a planned day", () => {
  it("asks for declarations again when the list changes, and keeps them when it does not", async () => {
    const room = await makeExamRoom({ trainees: 1 });
    const id = await planned(room);
    for (const { actor } of room.members) await declare(actor, id);
    const { id: _id, ...same } = room.form({ place: "Most, sál" });
    await changeExamDay(room.organiser.actor, id, { ...same, version: 1 }, examContext);
    expect(await db().examMember.count({ where: { declaredAt: { not: null } } })).toBe(3);
    expect(await db().mail.count({ where: { kind: "exam-moved" } })).toBe(1);
    const another = await makeAdmitted(room.runId);
    const candidates = [...same.candidates, another.enrolmentId];
    await changeExamDay(room.organiser.actor, id, { ...same, candidates, version: 2 }, examContext);
    expect(await db().examMember.count({ where: { declaredAt: { not: null } } })).toBe(0);
    await expect(openExamDay(room.organiser.actor, id, examContext)).rejects.toMatchObject({
      reason: "exam:refusal.declarations",
      values: { count: 3 },
    });
  });

  it("replaces a member who cannot declare; the others' declarations stay", async () => {
    const room = await makeExamRoom();
    const id = await planned(room);
    await declare(room.members[0].actor, id);
    const other = await makeAccount({ roles: ["probation_officer"] });
    const { id: _id, ...form } = room.form({ third: other.accountId });
    await changeExamDay(room.organiser.actor, id, { ...form, version: 1 }, examContext);
    const members = await db().examMember.findMany({ where: { examDayId: id } });
    expect(members.map(({ accountId }) => accountId).sort()).toEqual(
      [room.members[0].accountId, room.members[1].accountId, other.accountId].sort(),
    );
    expect(members.filter(({ declaredAt }) => declaredAt !== null)).toHaveLength(1);
    await expect(readExamDay(room.members[2].actor, id, examContext)).rejects.toMatchObject({
      code: "notFound",
    });
  });

  it("refuses a form drawn before another change, and anybody but the organiser", async () => {
    const room = await makeExamRoom();
    const id = await planned(room);
    const { id: _id, ...form } = room.form();
    const change = (version: number, actor = room.organiser.actor) =>
      changeExamDay(actor, id, { ...form, version }, examContext);
    await change(1);
    await expect(change(1)).rejects.toMatchObject({ code: "stale" });
    await expect(change(2, room.members[0].actor)).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("a declaration", () => {
  it("is about the list that was shown, and refused to a guide and without a seat", async () => {
    const room = await makeExamRoom();
    const id = await planned(room);
    const [chair, second] = room.members;
    await guideOf(second.accountId, room.trainees[0]!.enrolmentId);
    await expect(declare(second.actor, id)).rejects.toMatchObject(refused("refusal.commission.guide"));
    await expect(declare(room.organiser.actor, id)).rejects.toMatchObject({ code: "notFound" });
    await declare(chair.actor, id);
    await declare(chair.actor, id);
    expect(await db().auditEvent.count({ where: { action: "exam.declare" } })).toBe(1);
  });

  it("of a member who became a guide since does not open the day", async () => {
    const room = await makeExamRoom();
    const id = await planned(room);
    for (const { actor } of room.members) await declare(actor, id);
    await guideOf(room.members[1].accountId, room.trainees[0]!.enrolmentId);
    await expect(openExamDay(room.organiser.actor, id, examContext)).rejects.toMatchObject(
      refused("refusal.commission.guide"),
    );
  });
});

describe("opening and cancelling", () => {
  it("opens on the Prague day only", async () => {
    const room = await makeExamRoom();
    const id = await planned(room, { day: "2026-06-13" });
    for (const { actor } of room.members) await declare(actor, id);
    const open = (at: string) => openExamDay(room.members[0].actor, id, { now: new Date(at) });
    // Midnight in Prague is ten in the evening in UTC.
    await expect(open("2026-06-12T21:59:59Z")).rejects.toMatchObject(refused("refusal.notYet"));
    await expect(open("2026-06-13T22:00:00Z")).rejects.toMatchObject(refused("refusal.dayPassed"));
    await expect(openExamDay(room.members[1].actor, id, examContext)).rejects.toMatchObject({
      code: "forbidden",
    });
    await open("2026-06-12T22:00:00Z");
    await open("2026-06-12T22:00:01Z");
    expect(await db().auditEvent.count({ where: { action: "exam.open" } })).toBe(1);
    expect((await db().examDay.findUniqueOrThrow({ where: { id } })).state).toBe("open");
  });

  it("cancels with a reason, by the organiser, and frees the people for another day", async () => {
    const room = await makeExamRoom();
    const id = await planned(room);
    const wish = { id, reason: "Lektor onemocněl." };
    await expect(cancelExamDay(room.members[0].actor, wish, examContext)).rejects.toMatchObject({
      code: "forbidden",
    });
    await cancelExamDay(room.organiser.actor, wish, examContext);
    await cancelExamDay(room.organiser.actor, wish, examContext);
    expect(await db().mail.count({ where: { kind: "exam-cancelled" } })).toBe(1);
    expect(await db().mail.count({ where: { kind: "exam-memberCancelled" } })).toBe(3);
    await planned(room);
    const { days } = await readRunExam(room.organiser.actor, room.runId);
    expect(days.map(({ state, heldOn }) => [state, heldOn])).toEqual(
      expect.arrayContaining([
        ["cancelled", examDay],
        ["planned", examDay],
      ]),
    );
    for (const { actor } of room.members)
      await expect(declare(actor, id)).rejects.toMatchObject(refused("refusal.state"));
  });
});
