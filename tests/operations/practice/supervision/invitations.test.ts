import { beforeEach, describe, expect, it } from "vitest";
import { answerInvitation } from "~/practice/operations/supervision/answer-invitation.server";
import { eraseOldReasons } from "~/practice/operations/supervision/erase-words.server";
import { invitePeople, takeInvitationBack } from "~/practice/operations/supervision/invite-people.server";
import { readSupervision } from "~/practice/operations/supervision/read-session.server";
import { sessionFile, supervisionEvents } from "~/practice/operations/supervision/session-calendar.server";
import { changeSupervision } from "~/practice/operations/supervision/change-session.server";
import { waitingFor } from "~/practice/operations/waiting-for.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { makeAccount } from "../../../support/factories/people";
import { makeTrainee, studyNow } from "../../../support/factories/practice";
import {
  afterSession,
  makeMentor,
  makePlanned,
  makeSupervisionScene,
  supervisionContext as context,
} from "../../../support/factories/supervision";
import { queuedLetters } from "../../../support/letters";
import { refusalOf } from "../../../support/refusals";

withTestDatabase();
beforeEach(resetDatabase);

const people = (change: { traineeIds?: string[]; mentorIds?: string[]; runId?: string | null }) => ({
  runId: null,
  traineeIds: [],
  mentorIds: [],
  ...change,
});

describe("an invited person", () => {
  it("answers, changes the answer, and the reason opens for the supervisor alone", async () => {
    const { supervisor, coordinator, trainer, runId, trainee, mentor } = await makeSupervisionScene();
    const { id } = await makePlanned(supervisor, {
      run: runId,
      trainee: [trainee.enrolmentId],
      mentor: [mentor.mentorId],
      capacity: 2,
      place: "video",
      link: "https://video.example.org/a",
    });
    expect(await waitingFor(trainee.actor, studyNow)).toContainEqual(
      expect.objectContaining({ text: "supervision:waiting.answer", to: `/supervize/${id}` }),
    );
    const seen = await readSupervision(trainee.actor, id, studyNow);
    expect(seen).toMatchObject({
      ownState: "invited",
      answerable: true,
      link: "https://video.example.org/a",
      note: null,
      own: false,
    });
    expect(seen.attendees.map(({ name }) => name)).toEqual([trainee.name]);
    await answerInvitation(trainee.actor, id, { come: true }, context);
    await answerInvitation(trainee.actor, id, { come: false, reason: "Mám vyšetření" }, context);
    const row = await db().supervisionInvitation.findFirstOrThrow({
      where: { enrolmentId: trainee.enrolmentId },
    });
    expect(row.state).toBe("declined");
    expect(row.reasonSealed).not.toContain("vyšetření");
    const reasonFor = async (actor: typeof supervisor) =>
      (await readSupervision(actor, id, studyNow)).attendees.find(
        ({ personId }) => personId === trainee.enrolmentId,
      )?.reason;
    expect(await reasonFor(supervisor)).toBe("Mám vyšetření");
    expect(await reasonFor(trainee.actor)).toBe("Mám vyšetření");
    expect(await reasonFor(coordinator)).toBeNull();
    expect(await reasonFor(trainer)).toBeNull();
    expect((await readSupervision(trainee.actor, id, studyNow)).link).toBeNull();
    expect((await readSupervision(coordinator, id, studyNow)).link).toBeNull();
    expect((await readSupervision(supervisor, id, studyNow)).free).toBe(1);
    await answerInvitation(trainee.actor, id, { come: true }, context);
    expect((await readSupervision(supervisor, id, studyNow)).free).toBe(0);
  });

  it("cannot come back to a place somebody else took, nor answer late or for others", async () => {
    const { supervisor, runId, trainee, mentor } = await makeSupervisionScene();
    const { id } = await makePlanned(supervisor, {
      run: runId,
      trainee: [trainee.enrolmentId],
      form: "individual",
    });
    await answerInvitation(trainee.actor, id, { come: false, reason: "Práce" }, context);
    await invitePeople(supervisor, id, people({ mentorIds: [mentor.mentorId] }), context);
    expect(await refusalOf(answerInvitation(trainee.actor, id, { come: true }, context))).toMatchObject({
      code: "conflict",
      reason: "supervision:refusal.full",
    });
    const late = answerInvitation(
      mentor.actor,
      id,
      { come: true },
      { now: new Date("2026-06-19T08:00:00Z") },
    );
    expect(await refusalOf(late)).toMatchObject({ reason: "supervision:refusal.begun" });
    const stranger = (await makeMentor()).actor;
    for (const who of [stranger, supervisor]) {
      expect(await refusalOf(answerInvitation(who, id, { come: true }, context))).toMatchObject({
        code: "notFound",
      });
    }
    expect(await refusalOf(answerInvitation(mentor.actor, "x", { come: true }, context))).toMatchObject({
      code: "notFound",
    });
  });

  it("has the reason erased three months after the session, the excuse stays", async () => {
    const { supervisor, mentor } = await makeSupervisionScene();
    const { id } = await makePlanned(supervisor, { mentor: [mentor.mentorId] });
    await answerInvitation(mentor.actor, id, { come: false, reason: "Rehabilitace" }, context);
    expect(await eraseOldReasons(new Date("2026-09-18T21:59:00Z"))).toBe(0);
    expect(await eraseOldReasons(new Date("2026-09-18T22:01:00Z"))).toBe(1);
    expect(await eraseOldReasons(new Date("2026-09-19T22:01:00Z"))).toBe(0);
    expect(await db().supervisionInvitation.findFirst()).toMatchObject({
      state: "declined",
      reasonSealed: null,
      reasonDeleteOn: null,
    });
  });
});

describe("inviting more people", () => {
  it("never gives a place twice, however many come at once", async () => {
    const { supervisor } = await makeSupervisionScene();
    const { id } = await makePlanned(supervisor, { capacity: 2 });
    const mentors = await Promise.all([1, 2, 3, 4].map(() => makeMentor()));
    const results = await Promise.allSettled(
      mentors.map(({ mentorId }) => invitePeople(supervisor, id, people({ mentorIds: [mentorId] }), context)),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    for (const result of results) {
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({ reason: "supervision:refusal.overCapacity" });
    }
    expect(await db().supervisionInvitation.count()).toBe(2);
    expect(await queuedLetters()).toHaveLength(2);
  });

  it("leaves those invited already as they are and takes an invitation back with a letter", async () => {
    const { supervisor, runId, trainee, mentor } = await makeSupervisionScene();
    const { id } = await makePlanned(supervisor, { mentor: [mentor.mentorId] });
    await answerInvitation(mentor.actor, id, { come: true }, context);
    const both = people({ runId, traineeIds: [trainee.enrolmentId], mentorIds: [mentor.mentorId] });
    await invitePeople(supervisor, id, both, context);
    await invitePeople(supervisor, id, both, context);
    expect(await db().supervisionSession.findFirst()).toMatchObject({ runId });
    expect((await queuedLetters()).map(({ to }) => to)).toEqual([mentor.email, trainee.email]);
    expect(await refusalOf(invitePeople(supervisor, id, people({}), context))).toMatchObject({
      field: "trainee",
      reason: "supervision:refusal.nobodyInvited",
    });
    await takeInvitationBack(supervisor, id, mentor.mentorId, context);
    await takeInvitationBack(supervisor, id, mentor.mentorId, context);
    expect((await queuedLetters(mentor.email)).at(-1)?.kind).toBe("supervision-uninvited");
    expect(await refusalOf(readSupervision(mentor.actor, id, studyNow))).toMatchObject({ code: "notFound" });
    const stranger = (await makeAccount({ roles: ["supervisor"] })).actor;
    expect(await refusalOf(invitePeople(stranger, id, both, context))).toMatchObject({ code: "notFound" });
  });

  it("adds who came unasked once the session is over, without a letter", async () => {
    const { supervisor, runId } = await makeSupervisionScene();
    const { id } = await makePlanned(supervisor);
    const late = await makeTrainee({ runId });
    await invitePeople(supervisor, id, people({ runId, traineeIds: [late.enrolmentId] }), afterSession);
    expect(await db().supervisionInvitation.count()).toBe(1);
    expect(await queuedLetters()).toEqual([]);
  });
});

describe("calendars", () => {
  it("have the session with its sequence and place, and nothing that is behind the sign-in", async () => {
    const { supervisor, trainer, trainee, runId, mentor } = await makeSupervisionScene();
    const { id } = await makePlanned(supervisor, {
      run: runId,
      trainee: [trainee.enrolmentId],
      mentor: [mentor.mentorId],
      place: "video",
      link: "https://video.example.org/tajna",
    });
    const file = await sessionFile(trainee.actor, id, { language: "cs", now: studyNow });
    expect(file).toContain(`UID:supervision-${id}@`);
    expect(file).toContain("DTSTART:20260619T080000Z");
    expect(file).toContain("DTEND:20260619T093000Z");
    expect(file).toContain("SEQUENCE:0");
    expect(file.replaceAll("\r\n ", "")).not.toMatch(/tajna|video\.example/);
    for (const name of [trainee.name, mentor.name, supervisor.name]) expect(file).not.toContain(name);
    await changeSupervision(
      supervisor,
      id,
      { version: 1, day: "2026-06-19", from: 660, minutes: 60, place: "in_person", town: "Most" },
      context,
    );
    const moved = await sessionFile(mentor.actor, id, { language: "en", now: studyNow });
    expect(moved).toContain("SEQUENCE:1");
    expect(moved).toContain("LOCATION:Most");
    expect(await sessionFile(trainer, id, { language: "cs", now: studyNow })).toContain(id);
    const stranger = (await makeMentor()).actor;
    const foreign = sessionFile(stranger, id, { language: "cs", now: studyNow });
    expect(await refusalOf(foreign)).toMatchObject({ code: "notFound" });
  });

  it("follow somebody's roles and leave out what was declined", async () => {
    const { supervisor, mentor } = await makeSupervisionScene();
    const { id } = await makePlanned(supervisor, { mentor: [mentor.mentorId] });
    const options = { since: studyNow, language: "cs" as const };
    const owner = { accountId: mentor.accountId, trainee: true, mentor: true, supervisor: true };
    const uids = async (who: typeof owner) => (await supervisionEvents(who, options)).map(({ uid }) => uid);
    expect(await uids(owner)).toEqual([expect.stringContaining(id)]);
    expect(await uids({ ...owner, mentor: false })).toEqual([]);
    expect(await uids({ ...owner, accountId: supervisor.accountId })).toHaveLength(1);
    await answerInvitation(mentor.actor, id, { come: false, reason: "Práce" }, context);
    expect(await uids(owner)).toEqual([]);
  });
});
