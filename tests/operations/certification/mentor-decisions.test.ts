import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { reissueCertificate } from "~/certification/operations/certificate/reissue-certificate.server";
import { issueCertificate } from "~/certification/operations/issue-certificate.server";
import { mentorOf, mentorsById } from "~/certification/operations/mentors.server";
import { decideAboutMentor } from "~/certification/operations/mentors/decide.server";
import { readMentor } from "~/certification/operations/mentors/read-mentor.server";
import { readOwnMentor } from "~/certification/operations/mentors/read-own.server";
import { revokeCertificate } from "~/certification/operations/revoke-certificate.server";
import type { DecisionKind } from "~/certification/rules/mentors/facts";
import { addDays, dayOf, dayToDate } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { unseal } from "~/platform/crypto/index.server";
import { decisionPlace } from "~/certification/mentor-place";
import { resetDatabase, withTestDatabase } from "../../support/database";
import {
  makeAttendance,
  makeMentorRow,
  makeReadyClass,
  useOneModule,
} from "../../support/factories/certification";
import { makeExemption } from "../../support/factories/mentors";
import { makeAccount, type MadeAccount } from "../../support/factories/people";
import { studyNow } from "../../support/factories/practice";
import { queuedLetters } from "../../support/letters";
import { refusalOf } from "../../support/refusals";

withTestDatabase();
beforeAll(useOneModule);

const context = { now: studyNow };
const today = dayOf(studyNow);
const reason = "Tři týdny se neozývá.";
let coordinator: MadeAccount;
let person: MadeAccount;
let mentorId: string;

beforeEach(async () => {
  await resetDatabase();
  coordinator = await makeAccount({ name: "Karel Koordinující", roles: ["coordinator"] });
  person = await makeAccount({ name: "Božena Mentorová", roles: ["mentor"] });
  mentorId = (await makeMentorRow({ accountId: person.accountId, certifiedOn: "2026-05-20" })).id;
});

async function decide(kind: DecisionKind, more: object = {}, actor = coordinator.actor, id = mentorId) {
  const { version } = await db().mentor.findUniqueOrThrow({ where: { id } });
  const input = { id: randomUUID(), version, kind, fromDay: today, reason, ...more };
  await decideAboutMentor(actor, id, input, context);
}

const stateOn = async (day = today, id = mentorId) => (await mentorsById([id], day)).get(id)?.standing.state;
const rolesHeld = () =>
  db().roleAssignment.count({ where: { accountId: person.accountId, role: "mentor", endedAt: null } });
const letters = async () => (await queuedLetters(person.email)).map(({ kind }) => kind);

describe("a coordinator's decision", () => {
  it("suspends and brings back, and keeps who, when and why", async () => {
    await decide("suspended", { fromDay: addDays(today, -2) });
    expect(await stateOn(addDays(today, -3))).toBe("active");
    expect(await stateOn(addDays(today, -2))).toBe("suspended");
    // A suspended mentor keeps the role: cases are handed over in order, not lost from sight.
    expect(await rolesHeld()).toBe(1);
    await decide("restored");
    expect(await stateOn()).toBe("active");
    const record = await readMentor(coordinator.actor, mentorId, context);
    expect(record.decisions).toMatchObject([
      { kind: "restored", fromDay: today, by: "Karel Koordinující", reason },
      { kind: "suspended", fromDay: addDays(today, -2), by: "Karel Koordinující", reason },
    ]);
    expect(record.history.map(({ state }) => state)).toEqual(["active", "suspended", "active"]);
    expect(await letters()).toEqual(["mentor-suspended", "mentor-restored"]);
  });

  it("ends with the role, and renewing gives it back", async () => {
    await decide("ended");
    expect(await stateOn()).toBe("ended");
    expect(await rolesHeld()).toBe(0);
    expect(await mentorOf(person.accountId)).toMatchObject({ endedOn: today });
    await decide("renewed");
    expect(await stateOn()).toBe("active");
    expect(await rolesHeld()).toBe(1);
    expect(await mentorOf(person.accountId)).toMatchObject({ endedOn: null, certifiedOn: "2026-05-20" });
    expect(await letters()).toEqual(["mentor-ended", "mentor-renewed"]);
  });

  it("tells no reason in a letter, and seals it", async () => {
    await decide("suspended");
    const row = await db().mentorDecision.findFirstOrThrow();
    expect(row.reasonSealed).not.toContain("neozývá");
    expect(unseal(row.reasonSealed, decisionPlace(row.id))).toBe(reason);
    const event = await db().auditEvent.findFirstOrThrow({ where: { action: "mentor.decide" } });
    expect(event).toMatchObject({
      actorId: coordinator.accountId,
      subjectId: mentorId,
      details: { decision: "suspended", fromDay: today },
    });
    const [letter] = await queuedLetters(person.email);
    expect(`${letter?.subject} ${letter?.text}`).not.toContain("neozývá");
    expect(letter?.path).toBe("/mentor");
    const own = await readOwnMentor(person.actor, context);
    expect(JSON.stringify(own)).not.toContain("neozývá");
    expect(own?.standing).toMatchObject({ state: "suspended", cause: "decision" });
  });

  it("sent twice has one effect, and is nobody else's", async () => {
    const id = randomUUID();
    const { version } = await db().mentor.findUniqueOrThrow({ where: { id: mentorId } });
    const input = { id, version, kind: "suspended" as const, fromDay: today, reason };
    await decideAboutMentor(coordinator.actor, mentorId, input, context);
    await decideAboutMentor(coordinator.actor, mentorId, input, context);
    expect(await db().mentorDecision.count()).toBe(1);
    const other = await makeMentorRow();
    expect(await refusalOf(decideAboutMentor(coordinator.actor, other.id, input, context))).toMatchObject({
      code: "notFound",
    });
  });

  it("by two at once is one decision, and the other is told", async () => {
    const { version } = await db().mentor.findUniqueOrThrow({ where: { id: mentorId } });
    const outcomes = await Promise.allSettled(
      (["suspended", "ended"] as const).map((kind) =>
        decideAboutMentor(
          coordinator.actor,
          mentorId,
          { id: randomUUID(), version, kind, fromDay: today, reason },
          context,
        ),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "stale" } });
    expect(await db().mentorDecision.count()).toBe(1);
  });

  it("belongs to the coordinator of the region, and nobody decides about oneself", async () => {
    const far = await makeAccount({ roles: [{ role: "coordinator", regionCode: "CZ051" }] });
    const whole = await makeAccount({ roles: [{ role: "coordinator", regionCode: null }] });
    const both = await makeAccount({ roles: ["mentor", "coordinator"] });
    const own = await makeMentorRow({ accountId: both.accountId });
    expect(await refusalOf(decide("suspended", {}, far.actor))).toMatchObject({ code: "notFound" });
    expect(await refusalOf(decide("suspended", {}, person.actor))).toMatchObject({ code: "notFound" });
    expect(await refusalOf(decide("suspended", {}, both.actor, own.id))).toMatchObject({
      code: "forbidden",
      reason: "mentors:refusal.own",
    });
    expect(
      await refusalOf(
        decideAboutMentor(
          coordinator.actor,
          "neni-id",
          { id: randomUUID(), version: 1, kind: "ended", fromDay: today, reason },
          context,
        ),
      ),
    ).toMatchObject({ code: "notFound" });
    expect(await refusalOf(readMentor(far.actor, mentorId, context))).toMatchObject({ code: "notFound" });
    expect((await readMentor(both.actor, own.id, context)).may.decide).toEqual([]);
    await decide("suspended", {}, whole.actor);
    expect(await stateOn()).toBe("suspended");
  });

  it.each([
    ["restored", {}, "kind", "notPossible"],
    ["renewed", {}, "kind", "notPossible"],
    ["suspended", { fromDay: "2026-05-19" }, "fromDay", "beforeCertification"],
    ["suspended", { fromDay: addDays(today, 32) }, "fromDay", "tooFarAhead"],
    ["ended", { fromDay: addDays(today, 1) }, "fromDay", "inFuture"],
  ] as const)("%s %j is refused", async (kind, more, field, code) => {
    expect(await refusalOf(decide(kind, more))).toEqual({
      code: "invalid",
      field,
      reason: `mentors:refusal.${code}`,
    });
    expect(await db().mentorDecision.count()).toBe(0);
    expect(await letters()).toEqual([]);
  });

  it("cannot reach before the last one", async () => {
    await decide("suspended");
    expect(await refusalOf(decide("restored", { fromDay: addDays(today, -1) }))).toMatchObject({
      field: "fromDay",
      reason: "mentors:refusal.beforeLastDecision",
    });
  });

  it("makes a row of an older register known once somebody has seen the certificate", async () => {
    const old = await makeMentorRow({ code: "DC-07", certifiedOn: null });
    expect(await stateOn(today, old.id)).toBe("unknown");
    expect(await refusalOf(decide("renewed", {}, coordinator.actor, old.id))).toMatchObject({
      field: "certifiedOn",
      reason: "mentors:refusal.noCertificate",
    });
    await decide("renewed", { certifiedOn: "2019-03-04" }, coordinator.actor, old.id);
    expect(await stateOn(today, old.id)).toBe("active");
    expect(await db().mentor.findUnique({ where: { id: old.id } })).toMatchObject({
      certifiedOn: dayToDate("2019-03-04"),
    });
  });
});

describe("a standing", () => {
  it("stops on exempt days and counts held supervision only", async () => {
    const row = await makeMentorRow({ code: "M-EX", certifiedOn: "2026-03-20" });
    expect(await stateOn(today, row.id)).toBe("lapsing");
    await makeExemption(row.id, "2026-04-01", "2026-05-15");
    expect(await stateOn(today, row.id)).toBe("active");
    const other = await makeMentorRow({ code: "M-PL", certifiedOn: "2026-03-20" });
    const session = await makeAttendance({ mentorId: other.id }, "2026-06-01");
    expect(await stateOn(today, other.id)).toBe("active");
    await db().supervisionSession.update({ where: { id: session.id }, data: { state: "cancelled" } });
    expect(await stateOn(today, other.id)).toBe("lapsing");
  });

  it("goes on without a gap when the certificate is issued anew", async () => {
    const { trainer, graduand } = await makeReadyClass();
    const { id } = await issueCertificate(
      trainer.actor,
      { id: randomUUID(), enrolmentId: graduand.enrolmentId },
      context,
    );
    const later = new Date(studyNow.getTime() + 20 * 86_400_000);
    await reissueCertificate(
      coordinator.actor,
      { id: randomUUID(), replaced: id, version: 1, reason: "nameChange" },
      { now: later },
    );
    const made = await mentorOf(graduand.accountId);
    const record = await readMentor(coordinator.actor, made!.id, { now: later });
    expect(record.standing).toMatchObject({ state: "active", since: today });
    expect(record.history).toEqual([{ from: today, to: null, state: "active", cause: "certificate" }]);
  });

  it("ends with a revoked certificate and cannot be renewed by a decision", async () => {
    const { trainer, graduand } = await makeReadyClass();
    const issued = await issueCertificate(
      trainer.actor,
      { id: randomUUID(), enrolmentId: graduand.enrolmentId },
      context,
    );
    const made = await mentorOf(graduand.accountId);
    expect(await stateOn(today, made!.id)).toBe("active");
    await revokeCertificate(
      coordinator.actor,
      { id: issued.id, version: 1, reason: "Vydáno omylem." },
      context,
    );
    const record = await readMentor(coordinator.actor, made!.id, context);
    expect(record.standing).toMatchObject({ state: "ended", cause: "certificate", since: today });
    expect(await refusalOf(decide("renewed", {}, coordinator.actor, made!.id))).toMatchObject({
      reason: "mentors:refusal.noCertificate",
    });
  });
});
