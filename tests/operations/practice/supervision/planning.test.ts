import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { cancelSupervision } from "~/practice/operations/supervision/cancel-session.server";
import { changeSupervision } from "~/practice/operations/supervision/change-session.server";
import { planSupervision } from "~/practice/operations/supervision/plan-session.server";
import { readSupervision } from "~/practice/operations/supervision/read-session.server";
import { recordSupervision } from "~/practice/operations/supervision/record-session.server";
import type { ChangeInput } from "~/practice/supervision-schema";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { makeAccount } from "../../../support/factories/people";
import { makeStudyRun, makeTrainee, studyNow } from "../../../support/factories/practice";
import {
  heldOf,
  makePlanned,
  makeSupervisionScene,
  planOf,
  supervisionContext as context,
} from "../../../support/factories/supervision";
import { makeSession } from "../../../support/factories/teaching";
import { queuedLetters } from "../../../support/letters";
import { refusalOf } from "../../../support/refusals";

withTestDatabase();
beforeEach(resetDatabase);

describe("planning a session", () => {
  it("is done once and writes to those invited, without a word of what it is about", async () => {
    const { supervisor, runId, trainee, mentor } = await makeSupervisionScene();
    const input = planOf({
      run: runId,
      trainee: [trainee.enrolmentId],
      mentor: [mentor.mentorId],
      place: "video",
      link: "https://video.example.org/tajna-mistnost",
    });
    await Promise.all([
      planSupervision(supervisor, input, context),
      planSupervision(supervisor, input, context),
    ]);
    const row = await db().supervisionSession.findFirstOrThrow({ include: { invitations: true } });
    expect(row).toMatchObject({ state: "planned", sequence: 0, town: "" });
    expect(row.linkSealed).not.toContain("tajna");
    expect(row.invitations.map(({ state }) => state)).toEqual(["invited", "invited"]);
    expect(await db().supervisionAttendance.count()).toBe(0);
    const letters = await queuedLetters();
    expect(letters.map(({ to }) => to).sort()).toEqual([trainee.email, mentor.email].sort());
    for (const { subject, text, path } of letters) {
      expect(path).toBe(`/supervize/${input.id}`);
      expect(subject + text).not.toMatch(/tajna|video\.example/);
      expect(subject).toMatch(/19\.\s6\.\s2026, 10:00/);
    }
    const again = planSupervision((await makeAccount({ roles: ["supervisor"] })).actor, input, context);
    expect(await refusalOf(again)).toMatchObject({ code: "conflict" });
  });

  it.each([
    ["inPast", "day", { day: "2026-06-11" }],
    ["clockChange", "from", { day: "2027-03-28", from: 150 }],
    ["pastMidnight", "minutes", { from: 1400 }],
  ])("is refused: %s", async (code, field, change) => {
    const { supervisor } = await makeSupervisionScene();
    expect(await refusalOf(planSupervision(supervisor, planOf(change), context))).toEqual({
      code: "invalid",
      field,
      reason: `supervision:refusal.${code}`,
    });
  });

  it("is refused for more people than there are places", async () => {
    const { supervisor, runId, trainee } = await makeSupervisionScene();
    const other = await makeTrainee({ runId });
    const two = { run: runId, trainee: [trainee.enrolmentId, other.enrolmentId] };
    expect(
      await refusalOf(planSupervision(supervisor, planOf({ ...two, form: "individual" }), context)),
    ).toMatchObject({
      field: "form",
      reason: "supervision:refusal.oneOnly",
    });
    expect(
      await refusalOf(planSupervision(supervisor, planOf({ ...two, capacity: 1 }), context)),
    ).toMatchObject({
      field: "capacity",
      reason: "supervision:refusal.overCapacity",
    });
    expect(await db().supervisionSession.count()).toBe(0);
  });

  it("is refused over another session of one's own, held or planned, but not over a cancelled one", async () => {
    const { supervisor, mentor } = await makeSupervisionScene();
    const first = await makePlanned(supervisor, { mentor: [mentor.mentorId] });
    const same = planOf({ from: 660 });
    expect(await refusalOf(planSupervision(supervisor, same, context))).toMatchObject({
      field: "from",
      reason: "supervision:refusal.overlapOwn",
    });
    await planSupervision(supervisor, planOf({ from: 690 }), context);
    await cancelSupervision(supervisor, first.id, { version: 1, reason: "Nemoc supervizora" }, context);
    await planSupervision(supervisor, planOf({ from: 600, minutes: 60 }), context);
    // Another supervisor may meet at the same time.
    await planSupervision((await makeAccount({ roles: ["supervisor"] })).actor, same, context);
    await recordSupervision(supervisor, heldOf({ mentorIds: [mentor.mentorId] }), context);
    const over = recordSupervision(
      supervisor,
      heldOf({ mentorIds: [mentor.mentorId], startMinute: 680 }),
      context,
    );
    expect(await refusalOf(over)).toMatchObject({ reason: "supervision:refusal.overlapOwn" });
  });

  it("takes only people of the supervisor's regions, and never the supervisor", async () => {
    const { supervisor, runId, trainee } = await makeSupervisionScene();
    const farRun = await makeStudyRun({ regionCode: "CZ051" });
    const far = await makeTrainee({ runId: farRun.id });
    const self = await db().mentor.create({
      data: {
        id: randomUUID(),
        code: "S-1",
        accountId: supervisor.accountId,
        regionCode: "CZ042",
        createdAt: studyNow,
      },
    });
    for (const change of [
      { run: farRun.id, trainee: [far.enrolmentId] },
      { run: runId, trainee: [far.enrolmentId] },
      { trainee: [trainee.enrolmentId] },
      { mentor: [self.id] },
      { mentor: [randomUUID()] },
    ]) {
      expect(await refusalOf(planSupervision(supervisor, planOf(change), context))).toMatchObject({
        code: "notFound",
      });
    }
  });

  it("names who is elsewhere at that time", async () => {
    const { supervisor, runId, trainee, mentor } = await makeSupervisionScene();
    await makeSession(runId, { startsAt: new Date("2026-06-19T07:00:00Z"), state: "planned" });
    const taught = planSupervision(
      supervisor,
      planOf({ run: runId, trainee: [trainee.enrolmentId] }),
      context,
    );
    await expect(taught).rejects.toMatchObject({
      field: "trainee",
      reason: "supervision:refusal.overlap.teaching",
      values: { name: trainee.name },
    });
    const other = (await makeAccount({ roles: ["supervisor"] })).actor;
    await makePlanned(other, { mentor: [mentor.mentorId] });
    const twice = planSupervision(supervisor, planOf({ from: 640, mentor: [mentor.mentorId] }), context);
    await expect(twice).rejects.toMatchObject({
      field: "mentor",
      reason: "supervision:refusal.overlap.supervision",
      values: { name: mentor.name },
    });
  });
});

describe("changing a planned session", () => {
  const change = (values: Partial<ChangeInput> = {}): ChangeInput => ({
    version: 1,
    day: "2026-06-19",
    from: 600,
    minutes: 90,
    place: "in_person",
    town: "Děčín, komunitní centrum",
    ...values,
  });

  it("grows the sequence and writes letters when it moves, not for the number of places", async () => {
    const { supervisor, mentor } = await makeSupervisionScene();
    const { id } = await makePlanned(supervisor, { mentor: [mentor.mentorId] });
    await changeSupervision(supervisor, id, change({ capacity: 5 }), context);
    const kinds = async () => (await queuedLetters()).map(({ kind }) => kind);
    expect(await db().supervisionSession.findFirst()).toMatchObject({ sequence: 0, capacity: 5, version: 2 });
    expect(await kinds()).toEqual(["supervision-invited"]);
    await changeSupervision(supervisor, id, change({ version: 2, from: 660 }), context);
    await changeSupervision(supervisor, id, change({ version: 3, from: 660, town: "Most" }), context);
    expect(await db().supervisionSession.findFirst()).toMatchObject({
      sequence: 2,
      startMinute: 660,
      town: "Most",
    });
    expect(await kinds()).toEqual(["supervision-invited", "supervision-changed", "supervision-changed"]);
    const link = { place: "video" as const, link: "https://video.example.org/a" };
    await changeSupervision(supervisor, id, change({ version: 4, from: 660, ...link }), context);
    await changeSupervision(supervisor, id, change({ version: 5, from: 660, ...link }), context);
    expect(await db().supervisionSession.findFirst()).toMatchObject({ sequence: 3, version: 6 });
  });

  it("is refused: stale, others', held, cancelled, past, too few places", async () => {
    const { supervisor, runId, trainee, mentor } = await makeSupervisionScene();
    const { id } = await makePlanned(supervisor, {
      run: runId,
      trainee: [trainee.enrolmentId],
      mentor: [mentor.mentorId],
    });
    const stranger = (await makeAccount({ roles: ["supervisor"] })).actor;
    const refusal = (work: Promise<unknown>) => refusalOf(work);
    expect(await refusal(changeSupervision(supervisor, id, change({ version: 9 }), context))).toMatchObject({
      code: "stale",
    });
    expect(await refusal(changeSupervision(stranger, id, change(), context))).toMatchObject({
      code: "notFound",
    });
    expect(await refusal(changeSupervision(supervisor, "x", change(), context))).toMatchObject({
      code: "notFound",
    });
    expect(
      await refusal(changeSupervision(supervisor, id, change({ day: "2026-06-01" }), context)),
    ).toMatchObject({ field: "day" });
    expect(await refusal(changeSupervision(supervisor, id, change({ capacity: 1 }), context))).toMatchObject({
      field: "capacity",
      reason: "supervision:refusal.overCapacity",
    });
    await cancelSupervision(supervisor, id, { version: 1, reason: "Nemoc supervizora" }, context);
    expect(await refusal(changeSupervision(supervisor, id, change({ version: 2 }), context))).toMatchObject({
      reason: "supervision:refusal.cancelled",
    });
    const held = heldOf({ mentorIds: [mentor.mentorId] });
    await recordSupervision(supervisor, held, context);
    expect(await refusal(changeSupervision(supervisor, held.id, change(), context))).toMatchObject({
      reason: "supervision:refusal.held",
    });
  });
});

describe("cancelling", () => {
  it("tells those invited once, and the reason stays in the portal", async () => {
    const { supervisor, mentor } = await makeSupervisionScene();
    const { id } = await makePlanned(supervisor, { mentor: [mentor.mentorId] });
    const input = { version: 1, reason: "Supervizorka je nemocná" };
    await cancelSupervision(supervisor, id, input, context);
    await cancelSupervision(supervisor, id, input, context);
    expect(await db().supervisionSession.findFirst()).toMatchObject({ state: "cancelled", sequence: 1 });
    const [, letter, ...more] = await queuedLetters(mentor.email);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ kind: "supervision-cancelled" });
    expect(letter!.text).not.toContain("nemocná");
    expect(await readSupervision(mentor.actor, id, studyNow)).toMatchObject({
      state: "cancelled",
      cancelReason: "Supervizorka je nemocná",
      link: null,
      answerable: false,
    });
    const held = heldOf({ mentorIds: [mentor.mentorId] });
    await recordSupervision(supervisor, held, context);
    expect(await refusalOf(cancelSupervision(supervisor, held.id, input, context))).toMatchObject({
      code: "conflict",
    });
  });
});
