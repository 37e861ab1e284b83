import { beforeEach, describe, expect, it } from "vitest";
import { ownExam } from "~/certification/operations/exam/own-exam.server";
import { decideExcuse, eraseExcuses } from "~/certification/operations/exam/excuse.server";
import { planExamDay } from "~/certification/operations/exam/plan-exam-day.server";
import { readExamDay } from "~/certification/operations/exam/read-exam-day.server";
import { markAbsent } from "~/certification/operations/exam/run-exam-day.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { candidateOf, closedAndSigned, makeExamRoom, opened, planned } from "../../../support/factories/exam";

withTestDatabase();
beforeEach(resetDatabase);

/** The exam of these tests is on Friday 13 November 2026; Tuesday the 17th is a holiday. */
const heldOn = "2026-11-13";
const at = (day: string) => ({ now: new Date(`${day}T10:00:00Z`) });
const refused = (code: string, field?: string) => ({
  code: "invalid",
  reason: `exam:refusal.${code}`,
  ...(field ? { field } : {}),
});

/** A day on which nobody came. */
async function missedExam() {
  const room = await makeExamRoom();
  const id = await opened(room, { day: heldOn }, at(heldOn).now);
  const candidate = await candidateOf(id, room.trainees[0]!);
  const absent = () => markAbsent(room.organiser.actor, { id, candidate }, at(heldOn));
  const excuse = (
    excusedOn: string,
    change: { accepted?: boolean; actor?: typeof room.organiser.actor } = {},
  ) =>
    decideExcuse(
      change.actor ?? room.members[0].actor,
      { id, candidate, excusedOn, reason: "Zlomená noha.", accepted: change.accepted ?? true },
      at("2026-11-30"),
    );
  return { room, id, candidate, absent, excuse };
}

describe("an absence", () => {
  it("is excused to the chair until the third working day, holidays left out", async () => {
    const { room, id, candidate, absent, excuse } = await missedExam();
    await expect(excuse("2026-11-16")).rejects.toMatchObject(refused("notAbsent"));
    await absent();
    await expect(excuse("2026-11-20")).rejects.toMatchObject({
      ...refused("lateExcuse", "excusedOn"),
      values: { day: Date.UTC(2026, 10, 19) },
    });
    await expect(excuse("2026-12-01")).rejects.toMatchObject(refused("futureExcuse", "excusedOn"));
    for (const actor of [room.organiser.actor, room.members[1].actor])
      await expect(excuse("2026-11-19", { actor })).rejects.toMatchObject({ code: "forbidden" });
    const view = await readExamDay(room.members[0].actor, id, at("2026-11-16"));
    expect(view.candidates[0]?.deadlines).toMatchObject({ excuseUntil: "2026-11-19", substituteUntil: null });
    await excuse("2026-11-19");
    await expect(excuse("2026-11-19")).rejects.toMatchObject(refused("excuseDecided"));
    const row = await db().examCandidate.findUniqueOrThrow({ where: { id: candidate } });
    expect(row.excuseAccepted).toBe(true);
    expect(row.excuseSealed).not.toContain("noha");
    expect(await db().mail.count({ where: { kind: "exam-excuseAccepted" } })).toBe(1);
    const after = await readExamDay(room.members[0].actor, id, at("2026-11-30"));
    expect(after.candidates[0]).toMatchObject({
      excuse: { on: "2026-11-19", accepted: true, reason: "Zlomená noha." },
      deadlines: { excuseUntil: null, substituteUntil: "2026-12-13" },
    });
  });

  it("with an accepted excuse leads to a substitute exam within its days, and to no other", async () => {
    const { room, id, absent, excuse } = await missedExam();
    await absent();
    await closedAndSigned(room, id, at(heldOn).now);
    expect(await db().examResult.count()).toBe(0);
    const plan = (change: object, day = "2026-11-30") =>
      planExamDay(room.organiser.actor, room.runId, room.form({ day, ...change }), at(day));
    await expect(plan({ kind: "regular" })).rejects.toMatchObject({ reason: "exam:candidacy.missedBefore" });
    await expect(plan({ kind: "substitute" })).rejects.toMatchObject({ reason: "exam:candidacy.notExcused" });
    expect((await ownExam(room.trainees[0]!.enrolmentId, at("2026-11-18")))?.deadlines.excuseUntil).toBe(
      "2026-11-19",
    );
    await excuse("2026-11-14");
    await expect(plan({ kind: "substitute", day: "2026-12-14" })).rejects.toMatchObject({
      reason: "exam:candidacy.substituteTooLate",
    });
    const { id: substitute } = await plan({ kind: "substitute", day: "2026-12-13" });
    const view = await readExamDay(room.organiser.actor, substitute, at("2026-11-30"));
    expect(view.candidates[0]?.parts.map(({ part }) => part)).toEqual(["written", "oral"]);
    expect((await ownExam(room.trainees[0]!.enrolmentId, at("2026-12-01")))?.next).toMatchObject({
      day: "2026-12-13",
    });
  });

  it("that was not accepted leads nowhere", async () => {
    const { room, id, absent, excuse } = await missedExam();
    await absent();
    await closedAndSigned(room, id, at(heldOn).now);
    await excuse("2026-11-16", { accepted: false });
    expect(await db().mail.count({ where: { kind: "exam-excuseRefused" } })).toBe(1);
    const form = room.form({ kind: "substitute", day: "2026-12-01" });
    await expect(planExamDay(room.organiser.actor, room.runId, form, at("2026-12-01"))).rejects.toMatchObject(
      { reason: "exam:candidacy.notExcused" },
    );
  });

  it("keeps the words of an excuse for a time only, and what was decided for good", async () => {
    const { room, id, candidate, absent, excuse } = await missedExam();
    await absent();
    await excuse("2026-11-16");
    const { excuseDeleteOn } = await db().examCandidate.findUniqueOrThrow({ where: { id: candidate } });
    expect(await eraseExcuses(new Date(excuseDeleteOn!.getTime() - 86_400_000))).toBe(0);
    expect(await eraseExcuses(excuseDeleteOn!)).toBe(1);
    expect(await eraseExcuses(excuseDeleteOn!)).toBe(0);
    const view = await readExamDay(room.members[0].actor, id, at("2026-11-30"));
    expect(view.candidates[0]?.excuse).toEqual({ on: "2026-11-16", accepted: true, reason: null });
  });

  it("is nothing before the day is open", async () => {
    const room = await makeExamRoom();
    const id = await planned(room);
    const candidate = await candidateOf(id, room.trainees[0]!);
    const input = { id, candidate, excusedOn: "2026-06-12", reason: "Nemoc", accepted: true };
    await expect(decideExcuse(room.members[0].actor, input, at("2026-06-12"))).rejects.toMatchObject(
      refused("state"),
    );
  });
});
