import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { ledgerSums } from "~/course/index.server";
import { unseal } from "~/platform/crypto/index.server";
import { db } from "~/platform/db/index.server";
import { readEntry } from "~/practice/operations/read-entry.server";
import { reviewEntries, reviewEntry } from "~/practice/operations/review-entries.server";
import { reviewQueue } from "~/practice/operations/review-queue.server";
import { waitingFor } from "~/practice/operations/waiting-for.server";
import { withdrawEntry } from "~/practice/operations/withdraw-entry.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeAccount } from "../../support/factories/people";
import { makeEntry, makeStudyRun, makeTrainee, studyNow } from "../../support/factories/practice";

withTestDatabase();
beforeEach(resetDatabase);

const context = { now: studyNow };
const approve = { verdict: "approve" } as const;

/** A trainer with a run, and a trainee of it. */
async function classroom() {
  const trainer = await makeAccount({ roles: ["trainer"] });
  const run = await makeStudyRun({ trainerIds: [trainer.accountId] });
  const trainee = await makeTrainee({ runId: run.id });
  return { trainer: trainer.actor, run, trainee };
}

const practiceMinutes = async (enrolmentId: string) =>
  (await ledgerSums([enrolmentId])).get(enrolmentId)?.practiceMinutes;

describe("approving practice", () => {
  it.each(["graduated", "withdrawn"] as const)("changes no hours of somebody %s", async (state) => {
    const { trainer, trainee } = await classroom();
    const { id, version } = await makeEntry(trainee.actor);
    await db().enrolment.update({ where: { id: trainee.enrolmentId }, data: { state } });
    await expect(reviewEntry(trainer, { id, version }, approve, context)).rejects.toMatchObject({
      code: "conflict",
      reason: "practice:review.refusal.notStudying",
    });
    expect(await practiceMinutes(trainee.enrolmentId)).toBe(0);
  });

  it("credits the minutes once, in the same breath, and writes to the trainee without telling what", async () => {
    const { trainer, trainee } = await classroom();
    const one = await makeEntry(trainee.actor, { note: "Návštěva u klienta kvůli dluhům." });
    const two = await makeEntry(trainee.actor, { from: 12, to: 13 });
    const seen = [one, two].map(({ id, version }) => ({ id, version }));
    const results = await reviewEntries(trainer, seen, approve, context);
    expect(results).toEqual(seen.map(({ id }) => ({ id, refusal: null })));
    expect(await practiceMinutes(trainee.enrolmentId)).toBe(180);

    const again = await reviewEntries(trainer, seen, approve, context);
    expect(again.every(({ refusal }) => refusal === null)).toBe(true);
    expect(await practiceMinutes(trainee.enrolmentId)).toBe(180);

    const letters = await db().mail.findMany();
    expect(letters).toHaveLength(1);
    const letter = letters[0]!;
    const text = unseal(letter.textSealed!, { table: "mails", column: "textSealed", row: letter.id });
    expect(text).toContain("2 zápisy");
    expect(text).toContain("/praxe");
    expect(text).not.toContain("dluh");
    expect(await db().auditEvent.count({ where: { action: "practice.approve" } })).toBe(2);
  });

  it("decides each entry for itself: a bad one does not stop the rest", async () => {
    const { trainer, trainee } = await classroom();
    const stranger = await makeTrainee();
    const good = await makeEntry(trainee.actor);
    const changed = await makeEntry(trainee.actor, { from: 12, to: 13 });
    const gone = await makeEntry(trainee.actor, { from: 14, to: 15 });
    const foreign = await makeEntry(stranger.actor);
    await withdrawEntry(trainee.actor, { id: gone.id, version: 1 }, context);
    const unknown = randomUUID();
    const results = await reviewEntries(
      trainer,
      [
        { id: unknown, version: 1 },
        { id: foreign.id, version: 1 },
        { id: gone.id, version: 1 },
        { id: changed.id, version: 9 },
        { id: good.id, version: 1 },
      ],
      approve,
      context,
    );
    expect(results.map(({ refusal }) => refusal)).toEqual(["notFound", "notFound", "decided", "stale", null]);
    expect(await practiceMinutes(trainee.enrolmentId)).toBe(120);
    expect(await practiceMinutes(stranger.enrolmentId)).toBe(0);
  });

  it("credits once when two trainers press at the same time", async () => {
    const { trainer, run, trainee } = await classroom();
    const second = await makeAccount({ roles: ["trainer"] });
    await db().runTrainer.create({ data: { runId: run.id, accountId: second.accountId } });
    const { id, version } = await makeEntry(trainee.actor);
    const both = await Promise.all(
      [trainer, second.actor].map((actor) => reviewEntries(actor, [{ id, version }], approve, context)),
    );
    expect(both.flat().every(({ refusal }) => refusal === null)).toBe(true);
    expect(await practiceMinutes(trainee.enrolmentId)).toBe(120);
    expect(await db().practiceDecision.count({ where: { entryId: id, state: "approved" } })).toBe(1);
  });

  it("is not for one's own practice", async () => {
    const { run } = await classroom();
    const both = await makeTrainee({
      runId: run.id,
      account: { roles: ["trainee", "trainer", "coordinator"] },
    });
    const { id, version } = await makeEntry(both.actor);
    const [result] = await reviewEntries(both.actor, [{ id, version }], approve, context);
    expect(result?.refusal).toBe("own");
    await expect(reviewEntry(both.actor, { id, version }, approve, context)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await reviewQueue(both.actor)).total).toBe(0);
    expect(await practiceMinutes(both.enrolmentId)).toBe(0);
  });

  it("reaches as far as the reviewer: own runs, own region", async () => {
    const { trainer, trainee } = await classroom();
    const entry = await makeEntry(trainee.actor);
    const elsewhere = await makeStudyRun({ regionCode: "CZ051" });
    const far = await makeEntry((await makeTrainee({ runId: elsewhere.id })).actor);
    const region = (await makeAccount({ roles: ["coordinator"] })).actor;
    const programme = (await makeAccount({ roles: [{ role: "coordinator", regionCode: null }] })).actor;
    const other = (await makeAccount({ roles: ["trainer"] })).actor;
    const ids = async (actor: typeof trainer) =>
      (await reviewQueue(actor)).trainees.flatMap(({ entries }) => entries.map(({ id }) => id)).sort();
    expect(await ids(trainer)).toEqual([entry.id]);
    expect(await ids(region)).toEqual([entry.id]);
    expect(await ids(programme)).toEqual([entry.id, far.id].sort());
    expect(await ids(other)).toEqual([]);
    await expect(readEntry(other, entry.id)).rejects.toMatchObject({ code: "notFound" });
    expect(await readEntry(trainer, entry.id)).toMatchObject({
      mayReview: true,
      mayCorrect: false,
      own: false,
    });
    expect(await readEntry(trainee.actor, entry.id)).toMatchObject({
      mayReview: false,
      mayCorrect: true,
      own: true,
    });
  });
});

describe("returning practice", () => {
  it("tells the reason on the page, not in the letter", async () => {
    const { trainer, trainee } = await classroom();
    const { id, version } = await makeEntry(trainee.actor);
    await reviewEntry(
      trainer,
      { id, version },
      { verdict: "return", reason: "Doplňte, co jste dělali vy." },
      // The history is in the order of time, so the two steps must not fall into one moment.
      { now: new Date(studyNow.getTime() + 60_000) },
    );
    const page = await readEntry(trainee.actor, id);
    expect(page.entry.state).toBe("returned");
    expect(page.history[0]).toMatchObject({ state: "returned", reason: "Doplňte, co jste dělali vy." });
    expect(await practiceMinutes(trainee.enrolmentId)).toBe(0);
    const letter = await db().mail.findFirstOrThrow();
    const text = unseal(letter.textSealed!, { table: "mails", column: "textSealed", row: letter.id });
    expect(text).not.toContain("Doplňte");
    await expect(reviewEntry(trainer, { id, version: 2 }, approve, context)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("shows at home what waits for whom", async () => {
    const { trainer, trainee } = await classroom();
    const { id, version } = await makeEntry(trainee.actor);
    expect(await waitingFor(trainer, studyNow)).toMatchObject([
      { text: "practice:waiting.review", values: { count: 1 }, urgency: "today", due: "2026-06-19" },
    ]);
    const late = new Date("2026-06-21T08:00:00Z");
    expect(await waitingFor(trainer, late)).toMatchObject([{ urgency: "overdue" }]);
    await reviewEntry(trainer, { id, version }, { verdict: "return", reason: "Prosím opravit." }, context);
    expect(await waitingFor(trainer, studyNow)).toEqual([]);
    expect(await waitingFor(trainee.actor, studyNow)).toMatchObject([
      { text: "practice:waiting.returned", values: { count: 1 }, to: "/praxe" },
    ]);
    const fresh = await makeTrainee({ pledgedOn: null });
    expect(await waitingFor(fresh.actor, studyNow)).toMatchObject([{ text: "practice:waiting.pledge" }]);
    const ready = await makeTrainee();
    expect(await waitingFor(ready.actor, studyNow)).toMatchObject([{ text: "practice:waiting.first" }]);
  });
});
