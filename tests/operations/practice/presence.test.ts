import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { ledgerSums } from "~/course/index.server";
import { db } from "~/platform/db/index.server";
import { correctEntry } from "~/practice/operations/correct-entry.server";
import { confirmPresence } from "~/practice/operations/guides/confirm-presence.server";
import { guideQueue } from "~/practice/operations/guides/guide-queue.server";
import { readEntry } from "~/practice/operations/read-entry.server";
import { reviewEntries, reviewEntry } from "~/practice/operations/review-entries.server";
import { waitingFor } from "~/practice/operations/waiting-for.server";
import type { RunSettings } from "~/course/rules/run-settings";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeGuide, makeGuideAccount } from "../../support/factories/guides";
import { makeAccount } from "../../support/factories/people";
import { entryInput, makeEntry, makeStudyRun, makeTrainee, studyNow } from "../../support/factories/practice";
import { makeMentor } from "../../support/factories/registry";

withTestDatabase();
beforeEach(resetDatabase);

const context = { now: studyNow };
const approve = { verdict: "approve" } as const;
const there = { present: true } as const;

async function outing(presenceConfirmation: RunSettings["presenceConfirmation"] = "required") {
  const trainer = await makeAccount({ roles: ["trainer"] });
  const run = await makeStudyRun({ trainerIds: [trainer.accountId], settings: { presenceConfirmation } });
  const trainee = await makeTrainee({ runId: run.id });
  const guide = await makeGuide(trainee.enrolmentId);
  const entry = await makeEntry(trainee.actor, { guideId: guide.mentorId });
  return { trainer: trainer.actor, trainee, guide, entry };
}

const minutesOf = async (enrolmentId: string) =>
  (await ledgerSums([enrolmentId])).get(enrolmentId)?.practiceMinutes;

describe("a guide's confirmation", () => {
  it("shows the guide what he was there for, and keeps his word once", async () => {
    const { trainee, guide, entry } = await outing();
    const { waiting } = await guideQueue(guide.actor);
    expect(waiting).toMatchObject([
      { id: entry.id, name: trainee.name, day: "2026-06-10", activity: "home_visit", case: null },
    ]);
    expect(Object.keys(waiting[0]!)).not.toContain("enrolmentId");
    expect(await waitingFor(guide.actor, studyNow)).toMatchObject([
      { id: "practice-confirm", values: { count: 1 }, to: "/praxe/potvrzeni" },
    ]);
    const seen = [{ id: entry.id, version: 1 }];
    for (let time = 0; time < 2; time += 1) {
      expect(await confirmPresence(guide.actor, seen, there, context)).toEqual([
        { id: entry.id, refusal: null },
      ]);
    }
    expect(await db().presenceConfirmation.count()).toBe(1);
    const queue = await guideQueue(guide.actor);
    expect([queue.waiting.length, queue.said.length]).toEqual([0, 1]);
    expect(await waitingFor(guide.actor, studyNow)).toEqual([]);
  });

  it("stands for each entry by itself, and is refused with the reason", async () => {
    const { trainee, guide, entry } = await outing();
    const changed = await makeEntry(trainee.actor, { from: 12, to: 13, guideId: guide.mentorId });
    const foreign = await makeEntry(trainee.actor, { from: 14, to: 15 });
    const results = await confirmPresence(
      guide.actor,
      [
        { id: randomUUID(), version: 1 },
        { id: foreign.id, version: 1 },
        { id: changed.id, version: 7 },
        { id: entry.id, version: 1 },
      ],
      there,
      context,
    );
    expect(results.map(({ refusal }) => refusal)).toEqual(["notFound", "notFound", "stale", null]);
    const other = await makeGuideAccount();
    const seen = [{ id: entry.id, version: 1 }];
    expect(await confirmPresence(other.actor, seen, there, context)).toMatchObject([{ refusal: "notFound" }]);
    expect(await confirmPresence(trainee.actor, seen, there, context)).toMatchObject([
      { refusal: "notFound" },
    ]);
  });

  it("is given by nobody about himself", async () => {
    const { trainee } = await outing();
    const both = await makeAccount({ roles: ["trainee", "mentor"] });
    const mentor = await makeMentor({ accountId: both.accountId });
    const entry = await makeEntry(trainee.actor, { from: 12, to: 13 });
    await db().practiceEntry.update({ where: { id: entry.id }, data: { guideId: mentor.id } });
    await db().enrolment.update({
      where: { id: trainee.enrolmentId },
      data: { accountId: both.accountId },
    });
    const seen = [{ id: entry.id, version: 1 }];
    expect(await confirmPresence(both.actor, seen, there, context)).toMatchObject([{ refusal: "own" }]);
    expect((await guideQueue(both.actor)).waiting).toEqual([]);
  });

  it("belongs to one version: an entry sent again is confirmed again", async () => {
    const { trainer, trainee, guide, entry } = await outing();
    await confirmPresence(guide.actor, [{ id: entry.id, version: 1 }], there, context);
    const { id: _id, ...content } = entryInput({ from: 9, to: 12 });
    await correctEntry(
      trainee.actor,
      { ...content, id: entry.id, version: 1, guideId: guide.mentorId },
      context,
    );
    expect((await guideQueue(guide.actor)).waiting).toMatchObject([
      { version: 2, presence: { state: "outdated" } },
    ]);
    const seen = { id: entry.id, version: 2 };
    expect(await reviewEntries(trainer, [seen], approve, context)).toMatchObject([
      { refusal: "unconfirmed" },
    ]);
    await confirmPresence(guide.actor, [seen], there, context);
    expect(await reviewEntries(trainer, [seen], approve, context)).toMatchObject([{ refusal: null }]);
    expect((await readEntry(trainer, entry.id)).entry.presence.state).toBe("confirmed");
  });
});

describe("approving what the guide did not confirm", () => {
  it("is refused, and a bad one does not stop the rest", async () => {
    const { trainer, trainee, guide, entry } = await outing();
    const confirmed = await makeEntry(trainee.actor, { from: 12, to: 13, guideId: guide.mentorId });
    const denied = await makeEntry(trainee.actor, { from: 14, to: 15, guideId: guide.mentorId });
    const alone = await makeEntry(trainee.actor, { from: 16, to: 17 });
    await confirmPresence(guide.actor, [{ id: confirmed.id, version: 1 }], there, context);
    const absent = { present: false, reason: "Šel jsem sám, přijel až večer." } as const;
    await confirmPresence(guide.actor, [{ id: denied.id, version: 1 }], absent, context);
    const seen = [entry, confirmed, denied, alone].map(({ id }) => ({ id, version: 1 }));
    const results = await reviewEntries(trainer, seen, approve, context);
    expect(results.map(({ refusal }) => refusal)).toEqual(["unconfirmed", null, "denied", "unconfirmed"]);
    expect(await minutesOf(trainee.enrolmentId)).toBe(60);
    expect((await readEntry(trainer, denied.id)).entry.presence).toMatchObject({
      state: "denied",
      last: { reason: absent.reason },
    });
    const row = await db().presenceConfirmation.findFirstOrThrow({ where: { entryId: denied.id } });
    expect(row.reasonSealed).not.toContain("večer");
  });

  it("needs a reason, which stays in the history", async () => {
    const { trainer, trainee, entry } = await outing();
    const seen = { id: entry.id, version: 1 };
    await expect(reviewEntry(trainer, seen, approve, context)).rejects.toMatchObject({
      code: "invalid",
      field: "without",
      reason: "practice:review.withoutNeeded.unconfirmed",
    });
    expect(await minutesOf(trainee.enrolmentId)).toBe(0);
    await reviewEntry(trainer, seen, { ...approve, without: "Průvodce je nemocný, volal jsem mu." }, context);
    const { history } = await readEntry(trainer, entry.id);
    expect(history.find(({ state }) => state === "approved")?.reason).toBe(
      "Průvodce je nemocný, volal jsem mu.",
    );
    expect(await minutesOf(trainee.enrolmentId)).toBe(120);
  });

  it("is only shown where the run asks for no confirmation", async () => {
    const { trainer, trainee, entry } = await outing("optional");
    await reviewEntry(trainer, { id: entry.id, version: 1 }, approve, context);
    expect(await minutesOf(trainee.enrolmentId)).toBe(120);
    expect((await readEntry(trainer, entry.id)).entry.presence.state).toBe("none");
  });
});
