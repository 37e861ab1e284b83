import { beforeEach, describe, expect, it } from "vitest";
import { closeExamDay, reopenExamDay } from "~/certification/operations/exam/close-exam-day.server";
import { downloadProtocol } from "~/certification/operations/exam/download-protocol.server";
import { readExamDay } from "~/certification/operations/exam/read-exam-day.server";
import { ownExamDays, readRunExam } from "~/certification/operations/exam/read-run-exam.server";
import { letIn, markAbsent } from "~/certification/operations/exam/run-exam-day.server";
import { signProtocol } from "~/certification/operations/exam/sign-protocol.server";
import { voidExamResult } from "~/certification/operations/exam/void-exam-result.server";
import { castVotes } from "~/certification/operations/exam/vote.server";
import { examWaitingFor } from "~/certification/operations/exam/waiting.server";
import { standingOfTrainees } from "~/certification/operations/standing.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { creditPracticeMinutes } from "../../../support/factories/certification";
import {
  candidateOf,
  closedAndSigned,
  examContext,
  examDay,
  hashOf,
  heldExam,
  letEverybodyIn,
  makeExamRoom,
  opened,
  planned,
  sign,
  signContext,
  voteAll,
} from "../../../support/factories/exam";
import { makeAccount, testPassword } from "../../../support/factories/people";

withTestDatabase();
beforeEach(resetDatabase);

const refused = (code: string) => ({ code: "invalid", reason: `exam:refusal.${code}` });
const all: [boolean, boolean, boolean] = [true, true, true];

describe("letting in", () => {
  it("keeps the kind of the document and the calculation of the admission", async () => {
    const room = await makeExamRoom();
    const id = await opened(room);
    await letEverybodyIn(room, id);
    const row = await db().examCandidate.findFirstOrThrow();
    expect(row).toMatchObject({ state: "present", identityDocument: "identity_card" });
    expect(row.identityCheckedById).toBe(room.organiser.accountId);
    expect(row.admission).toMatchObject({ inForce: "minutes", minutes: { admitted: true, done: 4080 } });
  });

  it("refuses somebody who is not admitted any more, but sends nobody away who is inside", async () => {
    const room = await makeExamRoom({ trainees: 2 });
    const id = await opened(room);
    const [first, second] = room.trainees;
    const input = async (trainee: { enrolmentId: string }) => ({
      id,
      candidate: await candidateOf(id, trainee),
      document: "passport" as const,
    });
    await letIn(room.organiser.actor, await input(first!), examContext);
    for (const { enrolmentId } of room.trainees) await creditPracticeMinutes(enrolmentId, -60, examDay);
    await expect(letIn(room.organiser.actor, await input(second!), examContext)).rejects.toMatchObject({
      reason: "exam:candidacy.notAdmittedIn.minutes",
      values: { missing: 60, name: second!.name },
    });
    await voteAll(room, id, first!, { written: all, oral: all });
    const view = await readExamDay(room.organiser.actor, id, examContext);
    const one = (enrolmentId: string) => view.candidates.find((row) => row.enrolmentId === enrolmentId);
    expect(one(first!.enrolmentId)?.parts.map(({ result }) => result)).toEqual([true, true]);
    expect(one(second!.enrolmentId)?.refusal?.code).toBe("notAdmitted");
  });

  it("is for those who lead, on an open day, and an absence takes votes back", async () => {
    const room = await makeExamRoom();
    const before = await planned(room);
    const trainee = room.trainees[0]!;
    const early = {
      id: before,
      candidate: await candidateOf(before, trainee),
      document: "passport" as const,
    };
    await expect(letIn(room.organiser.actor, early, examContext)).rejects.toMatchObject(refused("state"));
    await db().examDay.update({ where: { id: before }, data: { state: "cancelled" } });
    const id = await opened(room);
    const candidate = await candidateOf(id, trainee);
    const plain = room.members[1].actor;
    await expect(letIn(plain, { id, candidate, document: "passport" }, examContext)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(letIn(room.organiser.actor, { ...early, id }, examContext)).rejects.toMatchObject({
      code: "notFound",
    });
    await letIn(room.members[0].actor, { id, candidate, document: "passport" }, examContext);
    await voteAll(room, id, trainee, { written: all });
    await markAbsent(room.organiser.actor, { id, candidate }, examContext);
    expect(await db().examVote.count()).toBe(0);
    expect(await db().examCandidate.findFirstOrThrow({ where: { id: candidate } })).toMatchObject({
      state: "absent",
      identityDocument: null,
    });
  });
});

describe("voting", () => {
  it("is everybody's own, hidden until all three voted, and can be taken back", async () => {
    const room = await makeExamRoom();
    const id = await opened(room);
    await letEverybodyIn(room, id);
    const candidateId = await candidateOf(id, room.trainees[0]!);
    const [chair, second, third] = room.members;
    const vote = (actor: typeof chair.actor, value: boolean | null) =>
      castVotes(actor, { id, votes: [{ candidateId, part: "oral", vote: value }] }, examContext);
    await vote(chair.actor, true);
    await vote(second.actor, false);
    const seenBy = async (actor: typeof chair.actor) => {
      const view = await readExamDay(actor, id, examContext);
      return {
        oral: view.candidates[0]?.parts.find(({ part }) => part === "oral"),
        // Two members have no order between them.
        missing: [chair, second, third].map(
          ({ name }) => view.members.find((member) => member.name === name)?.missing,
        ),
      };
    };
    expect((await seenBy(third.actor)).oral).toEqual({
      part: "oral",
      attempt: 1,
      own: null,
      tally: null,
      result: null,
    });
    expect((await seenBy(second.actor)).oral).toMatchObject({ own: false, tally: null });
    expect((await seenBy(second.actor)).missing).toEqual([null, null, null]);
    expect((await seenBy(room.organiser.actor)).oral).toMatchObject({ own: null, tally: null });
    expect((await seenBy(chair.actor)).missing).toEqual([1, 1, 2]);
    await vote(third.actor, true);
    expect((await seenBy(second.actor)).oral).toMatchObject({
      own: false,
      tally: { passed: 2, failed: 1 },
      result: true,
    });
    await vote(third.actor, null);
    expect((await seenBy(second.actor)).oral).toMatchObject({ tally: null, result: null });
  });

  it("is refused without a seat, for who is not present, for other parts and other people", async () => {
    const room = await makeExamRoom();
    const id = await opened(room);
    const candidateId = await candidateOf(id, room.trainees[0]!);
    const ballot = { candidateId, part: "oral" as const, vote: true };
    const cast = (actor: typeof room.organiser.actor, change = {}) =>
      castVotes(actor, { id, votes: [{ ...ballot, ...change }] }, examContext);
    const member = room.members[1].actor;
    await expect(cast(member)).rejects.toMatchObject({
      ...refused("notPresent"),
      field: `vote-${candidateId}-oral`,
    });
    await letEverybodyIn(room, id);
    await expect(cast(room.organiser.actor)).rejects.toMatchObject({ code: "notFound" });
    await expect(cast(member, { part: "practical" })).rejects.toMatchObject(refused("otherPart"));
    await expect(cast(member, { candidateId: id })).rejects.toMatchObject({ code: "notFound" });
    const outsider = (await makeAccount({ roles: ["supervisor"] })).actor;
    await expect(cast(outsider)).rejects.toMatchObject({ code: "notFound" });
    await voteAll(room, id, room.trainees[0]!, { written: all, oral: all });
    await closeExamDay(room.members[0].actor, id, examContext);
    await expect(cast(member)).rejects.toMatchObject(refused("state"));
  });

  it("of all three at once loses none", async () => {
    const room = await makeExamRoom({ trainees: 2 });
    const id = await opened(room);
    await letEverybodyIn(room, id);
    const candidates = await Promise.all(room.trainees.map((trainee) => candidateOf(id, trainee)));
    await Promise.all(
      room.members.flatMap(({ actor }) =>
        candidates.flatMap((candidateId) =>
          (["written", "oral"] as const).map((part) =>
            castVotes(actor, { id, votes: [{ candidateId, part, vote: true }] }, examContext),
          ),
        ),
      ),
    );
    expect(await db().examVote.count()).toBe(12);
    await closeExamDay(room.organiser.actor, id, examContext);
  });
});

describe("closing, signing, opening again", () => {
  it("closes only when everybody is decided and every vote is there", async () => {
    const room = await makeExamRoom({ trainees: 2 });
    const id = await opened(room);
    const close = (actor = room.organiser.actor) => closeExamDay(actor, id, examContext);
    await expect(close()).rejects.toMatchObject({ ...refused("undecided"), values: { count: 2 } });
    await letEverybodyIn(room, id);
    await voteAll(room, id, room.trainees[0]!, { written: all, oral: all });
    await voteAll(room, id, room.trainees[1]!, { written: all });
    await expect(close()).rejects.toMatchObject({ ...refused("votesMissing"), values: { count: 3 } });
    await expect(close(room.members[2].actor)).rejects.toMatchObject({ code: "forbidden" });
    await voteAll(room, id, room.trainees[1]!, { oral: [false, false, true] });
    await Promise.all([close(), close(room.members[0].actor)]);
    expect(await db().auditEvent.count({ where: { action: "exam.close" } })).toBe(1);
    expect(await db().mail.count({ where: { kind: "exam-sign" } })).toBe(3);
    expect(await db().examResult.count()).toBe(0);
  });

  it("asks for the right password each time, and for the content that was shown", async () => {
    const room = await makeExamRoom();
    const id = await opened(room);
    await letEverybodyIn(room, id);
    await voteAll(room, id, room.trainees[0]!, { written: all, oral: all });
    const [chair] = room.members;
    const shown = { id, hash: "0".repeat(64), password: testPassword, code: undefined };
    await expect(signProtocol(chair.actor, shown, signContext)).rejects.toMatchObject(refused("state"));
    await closeExamDay(chair.actor, id, examContext);
    await expect(signProtocol(chair.actor, shown, signContext)).rejects.toMatchObject({ code: "stale" });
    const right = { ...shown, hash: await hashOf(id) };
    await expect(signProtocol(room.organiser.actor, right, signContext)).rejects.toMatchObject({
      code: "notFound",
    });
    const wrong = { ...right, password: "jiné heslo" };
    await expect(signProtocol(chair.actor, wrong, signContext)).rejects.toMatchObject({
      code: "invalid",
      field: "password",
    });
    for (let tries = 0; tries < 12; tries += 1)
      await signProtocol(chair.actor, wrong, signContext).catch(() => undefined);
    await expect(signProtocol(chair.actor, right, signContext)).rejects.toMatchObject({
      code: "tooManyRequests",
    });
    expect(await db().examMember.count({ where: { signedAt: { not: null } } })).toBe(0);
  });

  it("asks for the code where an account has a second factor", async () => {
    const room = await makeExamRoom();
    const officer = await makeAccount({ roles: ["probation_officer"] });
    room.members[2] = officer;
    const form = room.form({ third: officer.accountId });
    const id = await opened({ ...room, form: () => form });
    await letEverybodyIn(room, id);
    await voteAll(room, id, room.trainees[0]!, { written: all, oral: all });
    await closeExamDay(room.members[0].actor, id, examContext);
    await expect(sign(officer, id)).rejects.toMatchObject({ code: "invalid", field: "code" });
    const input = { id, hash: await hashOf(id), password: testPassword, code: "000000" };
    await expect(signProtocol(officer.actor, input, signContext)).rejects.toMatchObject({ field: "code" });
  });

  it("falls back with a reason by the chair, signatures too, and says so ever after", async () => {
    const room = await makeExamRoom();
    const id = await opened(room);
    await letEverybodyIn(room, id);
    await voteAll(room, id, room.trainees[0]!, { written: all, oral: all });
    const [chair, second] = room.members;
    await closeExamDay(chair.actor, id, examContext);
    const before = await hashOf(id);
    await sign(second, id);
    const wish = { id, reason: "Přehlédli jsme jednu otázku." };
    await expect(reopenExamDay(room.organiser.actor, wish, examContext)).rejects.toMatchObject({
      code: "forbidden",
    });
    await reopenExamDay(chair.actor, wish, examContext);
    expect(await db().examMember.count({ where: { signedAt: { not: null } } })).toBe(0);
    await voteAll(room, id, room.trainees[0]!, { oral: [false, false, true] });
    await closedAndSigned(room, id);
    expect(await hashOf(id)).not.toBe(before);
    const view = await readExamDay(second.actor, id, examContext);
    expect(view.reopenings).toMatchObject([{ by: chair.name, reason: wish.reason }]);
    await expect(reopenExamDay(chair.actor, wish, examContext)).rejects.toMatchObject(refused("state"));
    const row = await db().examDay.findUniqueOrThrow({ where: { id } });
    expect(row.reopeningsSealed).not.toContain("otázku");
  });

  it("writes results with the third signature, once, even when the last two come together", async () => {
    const room = await makeExamRoom({ trainees: 2 });
    const id = await opened(room);
    await letEverybodyIn(room, id);
    await voteAll(room, id, room.trainees[0]!, { written: all, oral: all });
    await voteAll(room, id, room.trainees[1]!, { written: all, oral: [true, false, false] });
    const [chair, second, third] = room.members;
    await closeExamDay(chair.actor, id, examContext);
    expect(await sign(chair, id)).toEqual({ locked: false });
    expect(await db().examResult.count()).toBe(0);
    const answers = await Promise.all([sign(second, id), sign(third, id), sign(third, id)]);
    expect(answers.some(({ locked }) => locked)).toBe(true);
    expect(await db().examResult.count()).toBe(4);
    expect(await db().auditEvent.count({ where: { action: "exam.lock" } })).toBe(1);
    expect(await db().auditEvent.count({ where: { action: "exam.sign" } })).toBe(3);
    const results = await db().examResult.findMany({ where: { passed: false } });
    expect(results).toMatchObject([
      { part: "oral", enrolmentId: room.trainees[1]!.enrolmentId, examDayId: id, identityChecked: true },
    ]);
    const standings = await standingOfTrainees({ runIds: [room.runId] });
    expect(room.trainees.map(({ enrolmentId }) => standings.get(enrolmentId)?.examPassedOn)).toEqual([
      examDay,
      null,
    ]);
  });

  it("changes nothing once it is locked; a coordinator takes a result back beside it", async () => {
    const room = await makeExamRoom();
    const id = await heldExam(room, { written: all, oral: [false, false, false] });
    const [chair] = room.members;
    const file = () => downloadProtocol(chair.actor, id, examContext);
    const before = Buffer.from((await file()).bytes);
    const trainee = room.trainees[0]!;
    const candidate = await candidateOf(id, trainee);
    await expect(
      letIn(room.organiser.actor, { id, candidate, document: "passport" }, examContext),
    ).rejects.toMatchObject(refused("state"));
    await expect(closeExamDay(chair.actor, id, examContext)).rejects.toMatchObject(refused("state"));
    const { id: result } = await db().examResult.findFirstOrThrow({ where: { part: "oral" } });
    const wish = { id: result, reason: "Hlasy byly prohozené s jiným účastníkem." };
    await expect(voidExamResult(room.organiser.actor, wish, examContext)).rejects.toMatchObject({
      code: "notFound",
    });
    const coordinator = (await makeAccount({ roles: ["coordinator"] })).actor;
    const elsewhere = (await makeAccount({ roles: [{ role: "coordinator", regionCode: "CZ064" }] })).actor;
    await expect(voidExamResult(elsewhere, wish, examContext)).rejects.toMatchObject({ code: "notFound" });
    await voidExamResult(coordinator, wish, examContext);
    await voidExamResult(coordinator, wish, examContext);
    expect(await db().auditEvent.count({ where: { action: "exam.void" } })).toBe(1);
    const view = await readExamDay(chair.actor, id, examContext);
    expect(view.voided).toMatchObject([{ name: trainee.name, part: "oral", reason: wish.reason }]);
    expect(Buffer.from((await file()).bytes).equals(before)).toBe(true);
    // The part can be examined on another day, as if for the first time.
    const again = await planned(room, { day: "2026-06-20" });
    const next = await readExamDay(room.organiser.actor, again, examContext);
    expect(next.candidates[0]?.parts).toMatchObject([{ part: "oral", attempt: 1 }]);
  });
});

describe("who sees a day", () => {
  it("the organiser, coordinators of the region and its members, and nobody else", async () => {
    const room = await makeExamRoom();
    const id = await opened(room);
    const coordinator = (await makeAccount({ roles: ["coordinator"] })).actor;
    for (const actor of [room.organiser.actor, coordinator, ...room.members.map((one) => one.actor)])
      expect((await readExamDay(actor, id, examContext)).id).toBe(id);
    const strangers = [
      (await makeAccount({ roles: ["trainer"] })).actor,
      (await makeAccount({ roles: ["supervisor"] })).actor,
      (await makeAccount({ roles: [{ role: "coordinator", regionCode: "CZ064" }] })).actor,
      room.trainees[0]!.actor,
    ];
    for (const actor of strangers) {
      await expect(readExamDay(actor, id, examContext)).rejects.toMatchObject({ code: "notFound" });
      await expect(downloadProtocol(actor, id, examContext)).rejects.toMatchObject({ code: "notFound" });
    }
    await expect(downloadProtocol(coordinator, id, examContext)).rejects.toMatchObject({ code: "notFound" });
    await expect(readExamDay(coordinator, "nic", examContext)).rejects.toMatchObject({ code: "notFound" });
    expect((await ownExamDays(room.members[1].actor)).map((day) => day.id)).toEqual([id]);
    expect(await ownExamDays(room.organiser.actor)).toEqual([]);
  });

  it("tells everybody at home what waits for them", async () => {
    const room = await makeExamRoom();
    const textsOf = async (actor: typeof room.organiser.actor, now = examContext.now) =>
      (await examWaitingFor(actor, now)).map(({ text }) => text);
    const [chair, second] = room.members;
    const trainee = room.trainees[0]!;
    expect(await textsOf(room.organiser.actor)).toEqual(["exam:waiting.plan"]);
    const id = await planned(room);
    expect(await textsOf(room.organiser.actor)).toEqual(["exam:waiting.open"]);
    expect(await textsOf(room.organiser.actor, new Date("2026-06-14T08:00:00Z"))).toEqual([
      "exam:waiting.passed",
    ]);
    expect(await textsOf(chair.actor)).toEqual(["exam:waiting.declare"]);
    expect(await textsOf(trainee.actor)).toEqual(["exam:waiting.own"]);
    await db().examDay.update({ where: { id }, data: { state: "cancelled" } });
    const held = await opened(room);
    expect(await textsOf(room.organiser.actor)).toEqual(["exam:waiting.close"]);
    expect(await textsOf(second.actor)).toEqual([]);
    await letEverybodyIn(room, held);
    expect(await textsOf(second.actor)).toEqual(["exam:waiting.vote"]);
    await voteAll(room, held, trainee, { written: all, oral: [false, false, true] });
    expect(await textsOf(second.actor)).toEqual([]);
    await closeExamDay(chair.actor, held, examContext);
    expect(await textsOf(second.actor)).toEqual(["exam:waiting.sign"]);
    for (const member of room.members) await sign(member, held);
    expect(await textsOf(second.actor)).toEqual([]);
    expect(await examWaitingFor(trainee.actor, examContext.now)).toMatchObject([
      { text: "exam:waiting.resit.oral", due: "2026-07-12" },
    ]);
    const page = await readRunExam(room.organiser.actor, room.runId);
    expect(page.examinees[0]?.deadlines.resits).toEqual([{ part: "oral", until: "2026-07-12" }]);
  });
});
