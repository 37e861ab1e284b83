import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/index.server";
import { db } from "~/platform/db/index.server";
import { decideAboutMentor } from "~/certification/operations/mentors/decide.server";
import { assignMentor, unassignMentor } from "~/registry/operations/assign-mentor.server";
import { closeCase } from "~/registry/operations/close-case.server";
import { logActivity } from "~/registry/operations/log-activity.server";
import { closedCaseCounts, mentorExperience } from "~/registry/operations/mentor-work.server";
import { readActivityForm } from "~/registry/operations/read-activity-form.server";
import { readAssignmentForm } from "~/registry/operations/read-assignment-form.server";
import { readCase } from "~/registry/operations/read-case.server";
import { reopenCase } from "~/registry/operations/reopen-case.server";
import { signEvaluation } from "~/registry/operations/sign-evaluation.server";
import type { ActivityInput, ClosingInput, EvaluationInput } from "~/registry/schema";
import { listCases } from "~/registry/operations/list-cases.server";
import { waitingFor } from "~/registry/operations/waiting-for.server";
import { noFilter } from "~/registry/rules/list-filter";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeDecision, makeProgrammeSettings } from "../../support/factories/mentors";
import { makeCase, makeEvaluation, makeMentor, makeWork } from "../../support/factories/registry";
import { makeScenery, now, today, type Scenery } from "./scenery";

withTestDatabase();

let scene: Scenery;
let caseId: string;
beforeEach(async () => {
  await resetDatabase();
  scene = await makeScenery();
  caseId = (await makeCase({ organisationId: scene.centre.id })).id;
});

const hoursLater = (hours: number) => ({ now: new Date(now.getTime() + hours * 3_600_000) });
const versionOf = async (id = caseId) => (await db().case.findUniqueOrThrow({ where: { id } })).version;
const current = () => db().assignment.findMany({ where: { openCaseId: caseId } });
const stateOf = async (id = caseId) => (await db().case.findUniqueOrThrow({ where: { id } })).state;

async function assign(mentorId: string, actor: Actor = scene.coordinator, more: object = {}) {
  await assignMentor(
    actor,
    caseId,
    { id: randomUUID(), version: await versionOf(), mentorId, ...more },
    { now },
  );
}

const visit = (overrides: Partial<ActivityInput> = {}): ActivityInput => ({
  id: randomUUID(),
  day: today,
  start: 14 * 60,
  minutes: 45,
  kind: "home_visit",
  place: "client_home",
  result: "done",
  note: "Domluvili jsme nástup.",
  nextStep: "Ve středu na úřad.",
  ...overrides,
});

const evaluation = (overrides: Partial<EvaluationInput> = {}): EvaluationInput => ({
  id: randomUUID(),
  answers: { cooperation: true, sentence: false, skills: true, information: true },
  successful: true,
  comment: undefined,
  signedOn: today,
  ...overrides,
});

const closing = async (overrides: Partial<ClosingInput> = {}): Promise<ClosingInput> => ({
  version: await versionOf(),
  outcome: "sentence_served",
  endedOn: today,
  reason: "Odpracováno.",
  ...overrides,
});

describe("assigning", () => {
  it("gives the case to a mentor, who then sees it", async () => {
    await assign(scene.mentor.id);
    expect(await stateOf()).toBe("assigned");
    expect((await readCase(scene.mentorActor, caseId, { now })).may).toMatchObject({
      log: true,
      close: false,
      assign: false,
    });
    await expect(readCase(scene.otherMentorActor, caseId, { now })).rejects.toMatchObject({
      code: "notFound",
    });
  });

  it("sent twice has one effect", async () => {
    const input = { id: randomUUID(), version: await versionOf(), mentorId: scene.mentor.id };
    await assignMentor(scene.coordinator, caseId, input, { now });
    await assignMentor(scene.coordinator, caseId, input, { now });
    expect(await db().assignment.count()).toBe(1);
  });

  it("by two coordinators at once leaves one mentor, and tells the other", async () => {
    const version = await versionOf();
    const outcomes = await Promise.allSettled(
      [scene.mentor, scene.otherMentor].map(({ id }) =>
        assignMentor(scene.coordinator, caseId, { id: randomUUID(), version, mentorId: id }, { now }),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "stale" } });
    expect(await current()).toHaveLength(1);
  });

  it("cannot leave two current mentors even when the rules are gone round", async () => {
    await assign(scene.mentor.id);
    await expect(makeWork({ caseId, mentorId: scene.otherMentor.id })).rejects.toThrow();
  });

  it("to another mentor asks why the first one ends, and keeps it", async () => {
    await assign(scene.mentor.id);
    await expect(assign(scene.otherMentor.id)).rejects.toMatchObject({ field: "endReason" });
    await assign(scene.otherMentor.id, scene.coordinator, { endReason: "client_asked", note: "Nesedli si." });
    expect(await current()).toMatchObject([{ mentorId: scene.otherMentor.id }]);
    const { events } = await readCase(scene.officer, caseId, { now });
    expect(events.find(({ type }) => type === "unassigned")).toMatchObject({
      reason: "client_asked",
      note: "Nesedli si.",
    });
    await expect(readCase(scene.mentorActor, caseId, { now })).rejects.toMatchObject({ code: "notFound" });
    const seenByMentor = await readCase(scene.otherMentorActor, caseId, { now });
    expect(seenByMentor.events.find(({ type }) => type === "unassigned")).toMatchObject({ note: null });
  });

  it("is refused to who has it and to who is of another region", async () => {
    await assign(scene.mentor.id);
    const foreign = await makeMentor({ regionCode: "CZ051" });
    for (const { id } of [scene.mentor, foreign]) {
      await expect(assign(id, scene.coordinator, { endReason: "other" })).rejects.toMatchObject({
        field: "mentorId",
      });
    }
    const { mentors } = await readAssignmentForm(scene.coordinator, caseId, { now });
    expect(mentors.map(({ id }) => id)).toEqual([scene.otherMentor.id]);
  });

  it.each([
    ["lapsing", { supervisedOn: "2026-03-20" }],
    ["lapsed", { supervisedOn: "2026-01-15" }],
    ["ended", { endedOn: "2026-05-01" }],
    ["unknown", { certifiedOn: null, supervisedOn: null }],
    ["suspended", {}],
  ] as const)("is refused to who is %s, saying so, and the list says why", async (state, overrides) => {
    const mentor = await makeMentor({ code: "M-STOP", ...overrides });
    if (state === "suspended") await makeDecision(mentor.id, "suspended", "2026-05-20");
    await expect(assign(mentor.id)).rejects.toMatchObject({
      code: "invalid",
      field: "mentorId",
      reason: `mentors:refusal.assign.${state}`,
      values: { mentor: "M-STOP" },
    });
    expect(await current()).toEqual([]);
    const { mentors, others } = await readAssignmentForm(scene.coordinator, caseId, { now });
    expect(mentors.map(({ id }) => id)).not.toContain(mentor.id);
    const shown = others.map(({ code, standing }) => [code, standing.state]);
    expect(shown).toEqual(state === "ended" ? [] : [["M-STOP", state]]);
  });

  it("and a suspension at the same moment do not pass each other unseen", async () => {
    const { version } = scene.mentor;
    const decision = { id: randomUUID(), kind: "suspended" as const, fromDay: today, reason: "Neozývá se." };
    const [assigned, decided] = await Promise.allSettled([
      assign(scene.mentor.id),
      decideAboutMentor(scene.coordinator, scene.mentor.id, { ...decision, version }, { now }),
    ]);
    expect(decided.status).toBe("fulfilled");
    const rows = await current();
    expect(rows).toHaveLength(assigned.status === "fulfilled" ? 1 : 0);
    if (assigned.status === "rejected") {
      expect(assigned.reason).toMatchObject({ reason: "mentors:refusal.assign.suspended" });
    }
    await expect(assign(scene.mentor.id)).rejects.toMatchObject({ field: "mentorId" });
  });

  it("stays with who is not active any more, and tells the coordinator, nobody else", async () => {
    await assign(scene.mentor.id);
    await makeDecision(scene.mentor.id, "suspended", today);
    const view = await readCase(scene.coordinator, caseId, { now });
    expect(view.mentor?.standing).toMatchObject({ state: "suspended" });
    expect((await readCase(scene.officer, caseId, { now })).mentor?.standing).toBeNull();
    expect((await readCase(scene.mentorActor, caseId, { now })).may.log).toBe(true);
    const listed = await listCases(scene.coordinator, noFilter, { now });
    expect(listed.rows[0]?.mentor?.standing).toMatchObject({ state: "suspended" });
    expect((await listCases(scene.officer, noFilter, { now })).rows[0]?.mentor?.standing).toBeNull();
    const form = await readAssignmentForm(scene.coordinator, caseId, { now });
    expect(form.leaving).toMatchObject({ id: scene.mentor.id });
    expect(await waitingFor(scene.coordinator, now)).toContainEqual(
      expect.objectContaining({
        text: "mentors:waiting.withCases.suspended",
        values: { mentor: "Emil Doprovodil", count: 1 },
        to: `/mentori/${scene.mentor.id}`,
      }),
    );
    await assign(scene.otherMentor.id, scene.coordinator, { endReason: "mentor_unavailable" });
    expect((await readCase(scene.coordinator, caseId, { now })).mentor?.standing?.state).toBe("active");
  });

  it("is a coordinator's, of the region", async () => {
    for (const actor of [scene.officer, scene.mentorActor, scene.otherCoordinator, scene.administrator]) {
      await expect(assign(scene.mentor.id, actor)).rejects.toMatchObject({ code: "notFound" });
    }
  });

  it("of a social curator's client wants a year and five ended cases", async () => {
    const town = await makeCase({ organisationId: scene.townHall.id });
    const fresh = await makeMentor({ certifiedOn: "2026-01-01" });
    // A mentor from an older register whom a supervisor knows: experienced since the first work.
    const experienced = await makeMentor({ certifiedOn: null });
    for (let index = 0; index < 5; index += 1) {
      for (const { id } of [fresh, experienced]) {
        const old = await makeCase({ organisationId: scene.centre.id, state: "closed" });
        await makeWork({ caseId: old.id, mentorId: id, startedOn: "2025-01-01", endedOn: "2025-06-01" });
      }
    }
    const { mentors, needsExperience } = await readAssignmentForm(scene.coordinator, town.id, { now });
    expect(needsExperience).toBe(true);
    expect(mentors.filter(({ missing }) => missing === null).map(({ id }) => id)).toEqual([experienced.id]);
    const to = async (mentorId: string) =>
      assignMentor(
        scene.coordinator,
        town.id,
        { id: randomUUID(), version: await versionOf(town.id), mentorId },
        { now },
      );
    await expect(to(fresh.id)).rejects.toMatchObject({
      field: "mentorId",
      reason: "registry:refusal.notExperienced",
    });
    await to(experienced.id);
    expect(await stateOf(town.id)).toBe("assigned");
  });

  it("of a social curator's client follows the programme's numbers of the day", async () => {
    const town = await makeCase({ organisationId: scene.townHall.id });
    const missingOf = async () =>
      (await readAssignmentForm(scene.coordinator, town.id, { now })).mentors.find(
        ({ id }) => id === scene.mentor.id,
      )?.missing;
    expect(await missingOf()).toEqual({ months: false, monthsOn: "2025-01-01", closedCases: 5 });
    await makeProgrammeSettings({ experiencedMonths: 3, experiencedClosedCases: 0 });
    expect(await missingOf()).toBeNull();
  });

  it("shows how much each mentor has, the least first", async () => {
    const busy = await makeCase({ organisationId: scene.centre.id });
    await makeWork({ caseId: busy.id, mentorId: scene.mentor.id });
    const { mentors } = await readAssignmentForm(scene.coordinator, caseId, { now });
    expect(mentors.map(({ id, load }) => [id, load])).toEqual([
      [scene.otherMentor.id, 0],
      [scene.mentor.id, 1],
    ]);
  });

  it("can be taken back, and the case waits again", async () => {
    await assign(scene.mentor.id);
    await unassignMentor(
      scene.coordinator,
      caseId,
      { version: await versionOf(), endReason: "mentor_asked" },
      { now },
    );
    expect(await stateOf()).toBe("referred");
    expect(await current()).toEqual([]);
    const again = unassignMentor(
      scene.coordinator,
      caseId,
      { version: await versionOf(), endReason: "other" },
      { now },
    );
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("an activity", () => {
  beforeEach(() => assign(scene.mentor.id));

  it("begins the work and stands in the timeline", async () => {
    await logActivity(scene.mentorActor, caseId, visit(), { now });
    expect(await stateOf()).toBe("active");
    const view = await readCase(scene.officer, caseId, { now });
    expect(view.mentor?.startedOn).toBe(today);
    expect(view.events.find(({ type }) => type === "activity")).toMatchObject({
      author: "Emil Doprovodil",
      activity: {
        kind: "home_visit",
        minutes: 45,
        startMinute: 840,
        note: "Domluvili jsme nástup.",
        nextStep: "Ve středu na úřad.",
      },
    });
    expect(view.due).toMatchObject({ state: "later", dueOn: "2026-08-02" });
  });

  it("that was cancelled does not begin it", async () => {
    await logActivity(scene.mentorActor, caseId, visit({ result: "cancelled", minutes: null }), { now });
    expect(await stateOf()).toBe("assigned");
  });

  it("sent twice has one effect", async () => {
    const input = visit();
    await Promise.all([1, 2].map(() => logActivity(scene.mentorActor, caseId, input, { now })));
    expect(await db().activity.count()).toBe(1);
  });

  it.each([
    ["tomorrow", { day: "2026-06-03" }, "day"],
    ["before the case was his", { day: "2026-06-01" }, "day"],
    ["of more than 16 hours", { minutes: 961 }, "otherMinutes"],
  ])("%s is refused", async (_, overrides, field) => {
    await expect(logActivity(scene.mentorActor, caseId, visit(overrides), { now })).rejects.toMatchObject({
      code: "invalid",
      field,
    });
    expect(await db().activity.count()).toBe(0);
  });

  it("shares the day with the mentor's other cases", async () => {
    const other = await makeCase({ organisationId: scene.otherCentre.id });
    await makeWork({ caseId: other.id, mentorId: scene.mentor.id, assignedOn: today });
    await logActivity(scene.mentorActor, other.id, visit({ minutes: 900 }), { now });
    await expect(
      logActivity(scene.mentorActor, caseId, visit({ minutes: 61 }), { now }),
    ).rejects.toMatchObject({
      reason: "registry:refusal.dayFull",
    });
    await logActivity(scene.mentorActor, caseId, visit({ minutes: 60 }), { now });
  });

  it("is logged by the case's mentor and nobody else", async () => {
    for (const actor of [scene.otherMentorActor, scene.officer, scene.coordinator]) {
      await expect(logActivity(actor, caseId, visit(), { now })).rejects.toMatchObject({ code: "notFound" });
    }
  });

  it("is corrected within a day, and what it said before is kept", async () => {
    const first = visit();
    await logActivity(scene.mentorActor, caseId, first, { now });
    const { correcting } = await readActivityForm(scene.mentorActor, caseId, first.id, hoursLater(1));
    expect(correcting).toMatchObject({ id: first.id, version: 1, note: first.note });
    const better = { ...first, version: 1, note: "Domluvili jsme nástup na pondělí.", minutes: 60 };
    await logActivity(scene.mentorActor, caseId, better, hoursLater(1));
    const { events } = await readCase(scene.officer, caseId, hoursLater(1));
    expect(events.find(({ type }) => type === "activity")).toMatchObject({
      activity: { note: better.note, minutes: 60 },
      earlier: [{ note: first.note, minutes: 45 }],
    });
    await expect(logActivity(scene.mentorActor, caseId, better, hoursLater(2))).rejects.toMatchObject({
      code: "stale",
    });
    const late = { ...better, version: 2 };
    await expect(logActivity(scene.mentorActor, caseId, late, hoursLater(25))).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(readActivityForm(scene.mentorActor, caseId, first.id, hoursLater(25))).rejects.toMatchObject(
      { code: "conflict" },
    );
  });

  it("that began the work moves its beginning when it is corrected", async () => {
    const first = visit();
    await logActivity(scene.mentorActor, caseId, first, { now });
    await logActivity(scene.mentorActor, caseId, { ...first, version: 1, result: "cancelled" }, { now });
    expect(await stateOf()).toBe("assigned");
    expect(await current()).toMatchObject([{ startedOn: null }]);
  });
});

describe("an evaluation", () => {
  it("waits for work", async () => {
    await expect(signEvaluation(scene.officer, caseId, evaluation(), { now })).rejects.toMatchObject({
      reason: "registry:refusal.evaluation.notStarted",
    });
  });

  describe("of work that has begun", () => {
    beforeEach(() => makeWork({ caseId, mentorId: scene.mentor.id, startedOn: "2026-04-01" }));

    it("is signed by the four criteria and moves the next one", async () => {
      await signEvaluation(scene.officer, caseId, evaluation({ comment: "Jde to." }), { now });
      const view = await readCase(scene.officer, caseId, { now });
      expect(view.due).toMatchObject({ dueOn: "2026-08-02" });
      expect(view.events.find(({ type }) => type === "evaluation")).toMatchObject({
        author: "Ivana Dohledová",
        successful: true,
        comment: "Jde to.",
        answers: expect.arrayContaining([{ code: "sentence", met: false }]) as unknown,
      });
    });

    it("sent twice has one effect, and another one is another row", async () => {
      const input = evaluation();
      await Promise.all([1, 2].map(() => signEvaluation(scene.officer, caseId, input, { now })));
      await signEvaluation(scene.officer, caseId, evaluation({ successful: false }), { now });
      expect(await db().evaluation.count()).toBe(2);
      await expect(signEvaluation(scene.colleague, caseId, input, { now })).rejects.toMatchObject({
        code: "notFound",
      });
    });

    it.each([
      ["tomorrow", "2026-06-03"],
      ["before the work", "2026-03-31"],
    ])("%s is refused", async (_, signedOn) => {
      await expect(
        signEvaluation(scene.officer, caseId, evaluation({ signedOn }), { now }),
      ).rejects.toMatchObject({
        code: "invalid",
        field: "signedOn",
      });
    });

    it("by other criteria than the body's is refused", async () => {
      const answers = { cooperation: true };
      await expect(
        signEvaluation(scene.officer, caseId, evaluation({ answers }), { now }),
      ).rejects.toMatchObject({
        code: "invalid",
      });
    });

    it("is the referring body's", async () => {
      for (const actor of [scene.otherOfficer, scene.curator, scene.coordinator, scene.mentorActor]) {
        await expect(signEvaluation(actor, caseId, evaluation(), { now })).rejects.toMatchObject({
          code: "notFound",
        });
      }
    });
  });

  it("of a curator's client goes by the curators' criteria", async () => {
    const town = await makeCase({ organisationId: scene.townHall.id });
    await makeWork({ caseId: town.id, mentorId: scene.mentor.id, startedOn: "2026-04-01" });
    const answers = { curator_cooperation: true, plan: true, living_conditions: false, skills: true };
    await signEvaluation(scene.curator, town.id, evaluation({ answers }), { now });
    expect(await db().evaluation.findFirst()).toMatchObject({ criteriaSetId: "municipality-1" });
  });
});

describe("the end of a case", () => {
  it("of a referral nobody worked on is declined, and only with its outcomes", async () => {
    await expect(closeCase(scene.officer, caseId, await closing(), { now })).rejects.toMatchObject({
      field: "outcome",
    });
    await closeCase(scene.officer, caseId, await closing({ outcome: "withdrawn" }), { now });
    expect(await stateOf()).toBe("declined");
  });

  it("ends the mentor's work with it and counts as experience", async () => {
    await makeWork({ caseId, mentorId: scene.mentor.id, startedOn: "2026-04-01" });
    await closeCase(scene.officer, caseId, await closing({ endedOn: "2026-05-31" }), { now });
    expect(await db().case.findUnique({ where: { id: caseId } })).toMatchObject({
      state: "closed",
      outcome: "sentence_served",
      endedOn: new Date("2026-05-31T00:00:00Z"),
    });
    expect(await current()).toEqual([]);
    expect(await closedCaseCounts([scene.mentor.id, scene.otherMentor.id])).toEqual(
      new Map([[scene.mentor.id, 1]]),
    );
    expect((await mentorExperience([scene.mentor.id])).get(scene.mentor.id)).toEqual({
      since: "2024-01-01",
      closedCases: 1,
    });
    await expect(readCase(scene.mentorActor, caseId, { now })).rejects.toMatchObject({ code: "notFound" });
    const view = await readCase(scene.officer, caseId, { now });
    expect(view.events[0]).toMatchObject({
      type: "ended",
      outcome: "sentence_served",
      reason: "Odpracováno.",
    });
  });

  it.each([
    ["tomorrow", "2026-06-03"],
    ["before the last activity", "2026-05-19"],
  ])("%s is refused", async (_, endedOn) => {
    await makeWork({ caseId, mentorId: scene.mentor.id, startedOn: "2026-04-01" });
    await logActivity(scene.mentorActor, caseId, visit({ day: "2026-05-20" }), { now });
    await expect(closeCase(scene.officer, caseId, await closing({ endedOn }), { now })).rejects.toMatchObject(
      {
        code: "invalid",
        field: "endedOn",
      },
    );
  });

  it("seen stale is a conflict, and ended twice too", async () => {
    await makeWork({ caseId, mentorId: scene.mentor.id, startedOn: "2026-04-01" });
    const input = await closing();
    await closeCase(scene.officer, caseId, input, { now });
    await expect(closeCase(scene.officer, caseId, input, { now })).rejects.toMatchObject({ code: "stale" });
    await expect(closeCase(scene.officer, caseId, await closing(), { now })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("is the referring body's or the coordinator's", async () => {
    await makeWork({ caseId, mentorId: scene.mentor.id, startedOn: "2026-04-01" });
    for (const actor of [scene.otherOfficer, scene.mentorActor, scene.otherCoordinator]) {
      await expect(closeCase(actor, caseId, await closing(), { now })).rejects.toMatchObject({
        code: "notFound",
      });
    }
    await closeCase(scene.coordinator, caseId, await closing(), { now });
  });

  describe("taken back", () => {
    beforeEach(async () => {
      await makeWork({ caseId, mentorId: scene.mentor.id, startedOn: "2026-04-01" });
      await closeCase(scene.officer, caseId, await closing(), { now });
    });
    const reopen = async (actor: Actor, at: { now: Date }) =>
      reopenCase(actor, caseId, { version: await versionOf(), reason: "Omylem." }, at);

    it("on the same day by the same person lets the mentor go on", async () => {
      await reopen(scene.officer, { now });
      expect(await stateOf()).toBe("active");
      expect(await current()).toMatchObject([{ mentorId: scene.mentor.id, endedOn: null, endReason: null }]);
      const { events } = await readCase(scene.officer, caseId, { now });
      expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(["ended", "reopened"]));
    });

    it("is not a colleague's, nor one's own the day after", async () => {
      await expect(reopen(scene.colleague, { now })).rejects.toMatchObject({ code: "conflict" });
      await expect(reopen(scene.officer, hoursLater(24))).rejects.toMatchObject({ code: "conflict" });
      expect((await readCase(scene.colleague, caseId, { now })).may.reopen).toBe(false);
      expect((await readCase(scene.officer, caseId, { now })).may.reopen).toBe(true);
    });

    it("is the coordinator's later, and the case waits for a mentor", async () => {
      await reopen(scene.coordinator, hoursLater(24 * 30));
      expect(await stateOf()).toBe("referred");
      expect(await current()).toEqual([]);
      await assign(scene.otherMentor.id);
    });
  });

  it("may still be evaluated, and that is what counts", async () => {
    await makeWork({ caseId, mentorId: scene.mentor.id, startedOn: "2026-04-01" });
    await makeEvaluation({ caseId, signedOn: "2026-05-01", successful: false });
    await closeCase(scene.officer, caseId, await closing({ endedOn: "2026-05-30" }), { now });
    await signEvaluation(scene.officer, caseId, evaluation(), { now });
    expect((await readCase(scene.officer, caseId, { now })).may.evaluate).toBe(true);
  });
});
