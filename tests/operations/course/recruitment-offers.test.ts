import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { admitApplicant } from "~/course/operations/admit-applicant.server";
import { endEnrolment } from "~/course/operations/change-run.server";
import { putOnWaitingList, rejectApplication } from "~/course/operations/decide-application.server";
import { ownApplication, withdrawApplication } from "~/course/operations/own-application.server";
import { acceptOffer, declineOffer } from "~/course/operations/recruitment/answer-offer.server";
import { expireOffers } from "~/course/operations/recruitment/expire-offers.server";
import { moveOnWaitingList } from "~/course/operations/recruitment/move-waiting.server";
import { offerPlace, withdrawOffer } from "~/course/operations/recruitment/offer-place.server";
import { readRecruitment } from "~/course/operations/recruitment/read-recruitment.server";
import { waitingFor } from "~/course/operations/waiting.server";
import { AppError } from "~/platform/errors";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { courseNow, makeApplication, makeRun, makeStudent } from "../../support/factories/course";
import { makeAccount } from "../../support/factories/people";
import { queuedLetters } from "../../support/letters";
import { refusalOf } from "../../support/refusals";

withTestDatabase();
beforeEach(resetDatabase);

const context = { now: courseNow };
const later = (hours: number) => ({ now: new Date(courseNow.getTime() + hours * 3_600_000) });
const coordinator = async (regionCode: string | null = "CZ042") =>
  (await makeAccount({ roles: [{ role: "coordinator", regionCode }] })).actor;
const openOffers = (runId: string) => db().placeOffer.findMany({ where: { runId, state: "open" } });
const takenIn = (runId: string) => db().enrolment.count({ where: { runId, state: "active" } });

/** A full run of one place, its trainee and people who wait in this order. */
async function fullRun(waiting: number, { places = 1 } = {}) {
  const run = await makeRun({ state: "recruiting", places });
  const students: Awaited<ReturnType<typeof makeStudent>>[] = [];
  for (let index = 0; index < places; index += 1) students.push(await makeStudent({ runId: run.id }));
  const people: Awaited<ReturnType<typeof makeApplication>>[] = [];
  for (let index = 1; index <= waiting; index += 1) {
    people.push(await makeApplication({ state: "waiting", runId: run.id, waitingPosition: index * 2 }));
  }
  const actor = await coordinator();
  const free = (index = 0) =>
    endEnrolment(actor, { run: run.id, enrolment: students[index]!.enrolmentId, version: 1 }, context);
  const offerOf = async (index: number) =>
    (await db().placeOffer.findFirst({
      where: { applicationId: people[index]!.id },
      orderBy: { offeredAt: "desc" },
    }))!;
  return { run, people, actor, free, offerOf };
}

describe("a freed place", () => {
  it("is offered to the first in order, who is written to and told in the portal", async () => {
    const { run, people, actor, free, offerOf } = await fullRun(2);
    await free();
    const offer = await offerOf(0);
    expect(await openOffers(run.id)).toHaveLength(1);
    expect(offer).toMatchObject({ state: "open", offeredById: null, answerBy: later(72).now });
    const [letter] = await queuedLetters(people[0]!.applicant.email);
    expect(letter).toMatchObject({ kind: "application-offered", path: "/kurz/prihlaska" });
    expect(letter!.text).toMatch(/do 15\.\s6\.\s2026/);
    expect(letter!.text).not.toMatch(/rejstřík|menšin|romsk|podmínk/i);
    expect(await ownApplication(people[0]!.applicant.actor)).toMatchObject({
      state: "waiting",
      offer: { id: offer.id, state: "open", run: { name: run.name } },
    });
    expect(await waitingFor(people[0]!.applicant.actor, courseNow)).toMatchObject([
      { text: "course:waiting.offer", due: "2026-06-15", urgency: "today" },
    ]);
    expect(await waitingFor(actor, courseNow)).not.toContainEqual(
      expect.objectContaining({ text: "course:waiting.place" }),
    );
    expect((await ownApplication(people[1]!.applicant.actor))?.offer).toBeNull();
  });

  it("becomes the place of who accepts, once for an answer sent twice", async () => {
    const { run, people, free, offerOf } = await fullRun(2);
    await free();
    const { id } = await offerOf(0);
    const { actor, accountId } = people[0]!.applicant;
    const answers = await Promise.all([
      acceptOffer(actor, { offer: id }, context),
      acceptOffer(actor, { offer: id }, context),
    ]);
    expect(new Set(answers).size).toBe(1);
    expect(await acceptOffer(actor, { offer: id }, later(1))).toBe(answers[0]);
    expect(await takenIn(run.id)).toBe(1);
    expect(await db().application.findUnique({ where: { id: people[0]!.id } })).toMatchObject({
      state: "admitted",
      waitingPosition: null,
    });
    const roles = await db().roleAssignment.findMany({ where: { accountId, endedAt: null } });
    expect(roles.map(({ role }) => role)).toEqual(["trainee"]);
    expect((await queuedLetters(people[0]!.applicant.email)).map(({ kind }) => kind)).toEqual([
      "application-offered",
      "application-admitted",
    ]);
    expect(await openOffers(run.id)).toEqual([]);
  });

  it("passes on when declined; who declined stays on the list but is not asked again by itself", async () => {
    const { run, people, actor, free, offerOf } = await fullRun(2);
    await free();
    const first = await offerOf(0);
    await declineOffer(people[0]!.applicant.actor, { offer: first.id }, context);
    await declineOffer(people[0]!.applicant.actor, { offer: first.id }, context);
    const second = await offerOf(1);
    expect(await openOffers(run.id)).toMatchObject([{ id: second.id }]);
    await declineOffer(people[1]!.applicant.actor, { offer: second.id }, context);
    expect(await openOffers(run.id)).toEqual([]);
    const { waiting } = await readRecruitment(actor, run.id);
    expect(waiting.map(({ applicationId, place, lastOffer }) => [applicationId, place, lastOffer])).toEqual([
      [people[0]!.id, 1, "declined"],
      [people[1]!.id, 2, "declined"],
    ]);
    await offerPlace(actor, { run: run.id, application: people[1]!.id }, later(1));
    expect(await openOffers(run.id)).toMatchObject([
      { applicationId: people[1]!.id, offeredById: actor.accountId },
    ]);
  });

  it("passes on when nobody answers in time, by a job that bears running twice", async () => {
    const { run, people, free, offerOf } = await fullRun(2);
    await free();
    const first = await offerOf(0);
    expect(await expireOffers(later(72).now)).toBe(0);
    const at = later(72.1);
    expect((await Promise.all([expireOffers(at.now), expireOffers(at.now)])).sort()).toEqual([0, 1]);
    expect(await db().placeOffer.findUnique({ where: { id: first.id } })).toMatchObject({ state: "expired" });
    expect(await openOffers(run.id)).toMatchObject([{ applicationId: people[1]!.id }]);
    expect((await queuedLetters(people[0]!.applicant.email)).map(({ kind }) => kind)).toEqual([
      "application-offered",
      "application-offerExpired",
    ]);
    expect((await ownApplication(people[0]!.applicant.actor))?.offer).toMatchObject({ state: "expired" });
  });

  it("is kept for the first while something is missing, then offered by hand", async () => {
    const { run, people, actor, free } = await fullRun(2);
    await db().entryCondition.deleteMany({ where: { applicationId: people[0]!.id } });
    await free();
    expect(await openOffers(run.id)).toEqual([]);
    expect(await waitingFor(actor, courseNow)).toContainEqual(
      expect.objectContaining({ text: "course:waiting.place", to: `/behy/${run.id}/nabor` }),
    );
    const offer = (index: number) =>
      offerPlace(actor, { run: run.id, application: people[index]!.id }, context);
    expect(await refusalOf(offer(0))).toMatchObject({ reason: "recruitment:refusal.conditionsMissing" });
    expect(await refusalOf(offer(1))).toMatchObject({ reason: "recruitment:refusal.othersWait" });
  });

  it("is not offered once the run takes nobody in", async () => {
    const { run, free } = await fullRun(1);
    await db().courseRun.update({ where: { id: run.id }, data: { state: "exams" } });
    await free();
    expect(await openOffers(run.id)).toEqual([]);
  });

  it.each(["reject", "withdraw", "admit elsewhere", "wait elsewhere"] as const)(
    "passes on when the person leaves the list: %s",
    async (how) => {
      const { run, people, actor, free } = await fullRun(2);
      await free();
      const { id, applicant } = people[0]!;
      const version = 1;
      const other = await makeRun({ state: "recruiting", places: 3 });
      if (how === "reject") {
        await rejectApplication(actor, { id, version, reason: "Nemůže v sobotu." }, context);
      } else if (how === "withdraw") await withdrawApplication(applicant.actor, { id, version }, context);
      else if (how === "admit elsewhere")
        await admitApplicant(actor, { id, version, run: other.id }, context);
      else await putOnWaitingList(actor, { id, version, run: other.id }, context);
      expect(await openOffers(run.id)).toMatchObject([{ applicationId: people[1]!.id }]);
      expect(await db().placeOffer.count({ where: { applicationId: id, state: "open" } })).toBe(0);
    },
  );
});

describe("an answer that cannot be taken", () => {
  it("says so: too late, withdrawn, answered otherwise, somebody else's, a run that is over", async () => {
    const { run, people, actor, free, offerOf } = await fullRun(2);
    await free();
    const { id } = await offerOf(0);
    const own = people[0]!.applicant.actor;
    const stranger = people[1]!.applicant.actor;
    for (const answer of [acceptOffer, declineOffer]) {
      expect(await refusalOf(answer(stranger, { offer: id }, context))).toMatchObject({ code: "notFound" });
      expect(await refusalOf(answer(own, { offer: randomUUID() }, context))).toMatchObject({
        code: "notFound",
      });
      expect(await refusalOf(answer(own, { offer: "nesmysl" }, context))).toMatchObject({ code: "notFound" });
      expect(await refusalOf(answer(own, { offer: id }, later(73)))).toMatchObject({
        code: "conflict",
        reason: "recruitment:refusal.offerExpired",
      });
    }
    await db().courseRun.update({ where: { id: run.id }, data: { state: "closed" } });
    expect(await refusalOf(acceptOffer(own, { offer: id }, context))).toMatchObject({
      reason: "recruitment:refusal.runNotOpen",
    });
    await db().courseRun.update({ where: { id: run.id }, data: { state: "recruiting" } });
    await withdrawOffer(actor, { run: run.id, offer: id }, context);
    await withdrawOffer(actor, { run: run.id, offer: id }, context);
    expect(await refusalOf(acceptOffer(own, { offer: id }, context))).toMatchObject({
      reason: "recruitment:refusal.offerWithdrawn",
    });
    const passedOn = await offerOf(1);
    await acceptOffer(stranger, { offer: passedOn.id }, context);
    expect(await refusalOf(declineOffer(stranger, { offer: passedOn.id }, context))).toMatchObject({
      reason: "recruitment:refusal.offerAnswered",
    });
    expect(await refusalOf(withdrawOffer(actor, { run: run.id, offer: passedOn.id }, context))).toMatchObject(
      {
        reason: "recruitment:refusal.offerAnswered",
      },
    );
    expect(await takenIn(run.id)).toBe(1);
  });

  it("asks for the coordinator when what was attested has been erased meanwhile", async () => {
    const { run, people, free, offerOf } = await fullRun(1);
    await free();
    await db().entryCondition.deleteMany();
    const { id } = await offerOf(0);
    expect(await refusalOf(acceptOffer(people[0]!.applicant.actor, { offer: id }, context))).toMatchObject({
      reason: "recruitment:refusal.askCoordinator",
    });
    expect(await takenIn(run.id)).toBe(0);
    expect(await openOffers(run.id)).toHaveLength(1);
  });
});

describe("offering and admitting by hand", () => {
  it("counts an admitted person's own offer as accepted and keeps other people's places", async () => {
    const { run, people, actor, free } = await fullRun(1);
    await free();
    const newcomer = await makeApplication();
    const admit = ({ id, version }: { id: string; version: number }) =>
      admitApplicant(actor, { id, version, run: run.id }, context);
    expect(await refusalOf(admit(newcomer))).toMatchObject({ reason: "recruitment:refusal.placesOffered" });
    await admit(people[0]!);
    expect(await db().placeOffer.findMany()).toMatchObject([{ state: "accepted" }]);
    expect(await refusalOf(admit(newcomer))).toMatchObject({ reason: "course:refusal.runFull" });
  });

  it("refuses another region's run, a full run and somebody who does not wait; twice is one offer", async () => {
    const { run, people, actor, free } = await fullRun(2);
    const offer = (index: number, by = actor) =>
      offerPlace(by, { run: run.id, application: people[index]!.id }, context);
    expect(await refusalOf(offer(0))).toMatchObject({ reason: "recruitment:refusal.noFreePlace" });
    await free();
    await offer(0);
    await offer(0);
    expect(await openOffers(run.id)).toHaveLength(1);
    expect(await refusalOf(offer(0, await coordinator("CZ010")))).toMatchObject({ code: "notFound" });
    const elsewhere = await makeApplication();
    expect(
      await refusalOf(offerPlace(actor, { run: run.id, application: elsewhere.id }, context)),
    ).toMatchObject({ reason: "recruitment:refusal.notWaiting" });
    const foreign = await makeRun();
    const [open] = await openOffers(run.id);
    expect(
      await refusalOf(withdrawOffer(actor, { run: foreign.id, offer: open!.id }, context)),
    ).toMatchObject({
      code: "notFound",
    });
    await db().courseRun.update({ where: { id: run.id }, data: { state: "exams" } });
    expect(await refusalOf(offer(1))).toMatchObject({ reason: "course:refusal.runNotOpen" });
  });
});

describe("the order of the waiting list", () => {
  const orderOf = async (runId: string) => {
    const rows = await db().application.findMany({
      where: { runId, state: "waiting" },
      orderBy: { waitingPosition: "asc" },
    });
    return rows.map(({ id }) => id);
  };

  it("changes only by a move with a reason, which stays on record", async () => {
    const { run, people, actor } = await fullRun(3);
    const [a, b, c] = people.map(({ id }) => id);
    const move = {
      id: randomUUID(),
      run: run.id,
      application: c!,
      place: 1,
      reason: "Středisko v Chomutově nemá nikoho.",
      order: [a, b, c].join(","),
    };
    await moveOnWaitingList(actor, move, context);
    await moveOnWaitingList(actor, move, context);
    expect(await orderOf(run.id)).toEqual([c, a, b]);
    const { moves } = await readRecruitment(actor, run.id);
    expect(moves).toMatchObject([{ fromPlace: 3, toPlace: 1, reason: move.reason, by: actor.name }]);
    const row = await db().waitingMove.findFirstOrThrow();
    expect(row.reasonSealed).not.toContain("Chomutov");
    const events = await db().auditEvent.findMany({ where: { action: "waiting.move" } });
    expect(events.map(({ details }) => details)).toEqual([{ run: run.id, from: 3, to: 1 }]);
    const stale = { ...move, id: randomUUID(), application: b!, place: 1 };
    expect(await refusalOf(moveOnWaitingList(actor, stale, context))).toMatchObject({ code: "stale" });
    const order = [c, a, b].join(",");
    for (const place of [4, 3]) {
      expect(await refusalOf(moveOnWaitingList(actor, { ...stale, order, place }, context))).toMatchObject({
        code: "invalid",
        field: "place",
      });
    }
    const stranger = await coordinator("CZ010");
    expect(await refusalOf(moveOnWaitingList(stranger, { ...stale, order }, context))).toMatchObject({
      code: "notFound",
    });
    expect(await orderOf(run.id)).toEqual([c, a, b]);
  });

  it("holds and the places too, whatever people do in whatever sequence", { timeout: 240_000 }, async () => {
    const kinds = ["leave", "accept", "decline", "late", "withdraw", "offer", "reject", "join"] as const;
    const steps = fc.array(fc.record({ kind: fc.constantFrom(...kinds), who: fc.nat(9) }), { maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        await resetDatabase();
        const places = 2;
        const { run, actor, people } = await fullRun(4, { places });
        const actors = new Map(people.map(({ applicant }) => [applicant.accountId, applicant.actor]));
        let hours = 0;
        const act = async (kind: (typeof kinds)[number], who: number) => {
          const at = later(hours);
          const open = await db().placeOffer.findMany({
            where: { state: "open" },
            include: { application: true },
            orderBy: { id: "asc" },
          });
          const offer = open[who % Math.max(1, open.length)];
          const waiting = await orderOf(run.id);
          const application = waiting[who % Math.max(1, waiting.length)];
          const person = offer && actors.get(offer.application.accountId);
          if (kind === "leave") {
            const active = await db().enrolment.findMany({ where: { runId: run.id, state: "active" } });
            const gone = active[who % Math.max(1, active.length)];
            if (gone) {
              const { id: enrolment, version } = gone;
              await endEnrolment(actor, { run: run.id, enrolment, version }, at);
            }
          } else if (kind === "accept" && person) await acceptOffer(person, { offer: offer.id }, at);
          else if (kind === "decline" && person) await declineOffer(person, { offer: offer.id }, at);
          else if (kind === "late") {
            hours += 80;
            await expireOffers(later(hours).now);
          } else if (kind === "withdraw" && offer) {
            await withdrawOffer(actor, { run: run.id, offer: offer.id }, at);
          } else if (kind === "offer" && application)
            await offerPlace(actor, { run: run.id, application }, at);
          else if (kind === "reject" && application) {
            const { version } = await db().application.findUniqueOrThrow({ where: { id: application } });
            await rejectApplication(actor, { id: application, version, reason: "Termíny se kryjí." }, at);
          } else if (kind === "join") {
            const { id, version, applicant } = await makeApplication();
            actors.set(applicant.accountId, applicant.actor);
            await putOnWaitingList(actor, { id, version, run: run.id }, at);
          }
        };
        for (const { kind, who } of sequence) {
          const before = await orderOf(run.id);
          hours += 1;
          try {
            await act(kind, who);
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
          }
          const taken = await takenIn(run.id);
          expect(taken + (await openOffers(run.id)).length).toBeLessThanOrEqual(places);
          const after = await orderOf(run.id);
          expect(after.filter((id) => before.includes(id))).toEqual(
            before.filter((id) => after.includes(id)),
          );
        }
        if (sequence.some(({ kind }) => kind === "offer")) return;
        // Without a hand in it, everybody who was asked stands before those whose turn is still to come.
        const order = await orderOf(run.id);
        const asked = new Set((await db().placeOffer.findMany()).map(({ applicationId }) => applicationId));
        const firstUnasked = order.findIndex((id) => !asked.has(id));
        if (firstUnasked === -1) return;
        expect(order.findLastIndex((id) => asked.has(id))).toBeLessThan(firstUnasked);
      }),
      { numRuns: 12 },
    );
  });
});
