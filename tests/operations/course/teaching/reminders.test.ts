import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import { addCredits } from "~/course/operations/ledger.server";
import {
  accountOfDigestToken,
  digestToken,
  turnDigestOff,
} from "~/course/operations/reminders/digest-choice.server";
import { remindOfQuiet } from "~/course/operations/reminders/idle-reminders.server";
import { remindOfSessions } from "~/course/operations/reminders/session-reminders.server";
import { sendDigests } from "~/course/operations/reminders/weekly-digest.server";
import { sendExcuse } from "~/course/operations/teaching/send-excuse.server";
import { updateOwnAccount } from "~/people/operations/own-account.server";
import { db, inTransaction } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { courseDay, courseNow, makeCatalogue } from "../../../support/factories/course";
import { makeClass, makeSession } from "../../../support/factories/teaching";
import { queuedLetters } from "../../../support/letters";

withTestDatabase();
beforeEach(async () => {
  await resetDatabase();
  setCatalogue(makeCatalogue());
});

const later = (days: number) => new Date(courseNow.getTime() + days * 86_400_000);
/** Words no letter may hold: what is taught, names, the service clients come from. */
const sensitive = /prob|trest|soud|práv|Osoba|klient|mentor\w+ služb/i;

describe("the reminder of tomorrow's session", () => {
  it("goes to each trainee and to the trainer once, even when several workers run at once", async () => {
    const { teacher, students, runId } = await makeClass();
    const session = await makeSession(runId, {
      startsAt: new Date("2026-06-13T07:00:00Z"),
      trainerId: teacher.accountId,
    });
    await makeSession(runId, { startsAt: new Date("2026-06-14T07:00:00Z") });
    await makeSession(runId, { startsAt: new Date("2026-06-13T12:00:00Z"), state: "cancelled" });
    const excused = students[2]!;
    const excuse = { sessionId: session.id, id: randomUUID(), text: "Nemoc" };
    await sendExcuse(excused.actor, excuse, { now: courseNow });
    const sent = await Promise.all([1, 2, 3].map(() => remindOfSessions(courseNow)));
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(3);
    expect(await remindOfSessions(courseNow)).toBe(0);
    const letters = await queuedLetters();
    expect(letters).toHaveLength(3);
    expect(letters.map(({ to }) => to)).not.toContain(excused.email);
    for (const { subject, text, kind } of letters) {
      expect(kind).toBe("reminder-tomorrow");
      expect(text).toContain("/kalendar");
      expect(`${subject} ${text}`).not.toMatch(sensitive);
    }
  });

  it("goes out again when the session is moved to another day", async () => {
    const { runId } = await makeClass();
    const { id } = await makeSession(runId, { startsAt: new Date("2026-06-13T07:00:00Z") });
    expect(await remindOfSessions(courseNow)).toBe(3);
    await db().teachingSession.update({
      where: { id },
      data: { startsAt: new Date("2026-06-15T07:00:00Z"), endsAt: new Date("2026-06-15T09:00:00Z") },
    });
    expect(await remindOfSessions(courseNow)).toBe(0);
    expect(await remindOfSessions(later(2))).toBe(3);
  });

  it("leaves people without a confirmed address alone", async () => {
    const { runId, students } = await makeClass();
    await makeSession(runId, { startsAt: new Date("2026-06-13T07:00:00Z") });
    await db().account.update({ where: { id: students[0]!.accountId }, data: { emailConfirmedAt: null } });
    await db().account.update({ where: { id: students[1]!.accountId }, data: { disabledAt: courseNow } });
    expect(await remindOfSessions(courseNow)).toBe(1);
  });
});

describe("the reminder after weeks of quiet", () => {
  const study = (enrolmentId: string, at: Date) =>
    db().lessonProgress.upsert({
      where: { enrolmentId_lessonId: { enrolmentId, lessonId: "prvni" } },
      create: { enrolmentId, lessonId: "prvni", openedAt: at, lastOpenedAt: at },
      update: { lastOpenedAt: at },
    });

  it("comes once for a stretch of quiet as long as the run's setting, and again for the next", async () => {
    const { ids } = await makeClass({ settings: { inactivityWeeks: 3 } });
    const [quiet, busy, done] = ids as [string, string, string];
    await study(quiet, later(-21));
    await study(busy, later(-20));
    await study(done, later(-60));
    const shared = { enrolmentId: done, day: "2026-04-01", actorId: null, now: later(-60) };
    await inTransaction((tx) =>
      addCredits(tx, [
        { ...shared, unit: "theory", kind: "correction", minutes: 2700, sourceKey: "adjustment:1" },
        { ...shared, unit: "practice", kind: "practice", minutes: 2400, sourceKey: "practice:1" },
      ]),
    );
    const sent = await Promise.all([remindOfQuiet(courseNow), remindOfQuiet(courseNow)]);
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await remindOfQuiet(courseNow)).toBe(0);
    expect(await remindOfQuiet(later(1))).toBe(1);
    await study(quiet, later(2));
    await study(busy, later(20));
    expect(await remindOfQuiet(later(22))).toBe(0);
    expect(await remindOfQuiet(later(23))).toBe(1);
    for (const { subject, text } of await queuedLetters()) {
      expect(text).toContain("/kurz");
      expect(`${subject} ${text}`).not.toMatch(sensitive);
    }
  });

  it("does not come before a run has run that long, nor in one that does not run", async () => {
    await makeClass({ startsOn: courseDay });
    await makeClass({ state: "exams" });
    expect(await remindOfQuiet(courseNow)).toBe(0);
  });
});

describe("the weekly summary", () => {
  it("goes to trainees and trainers once a week, in their language, with numbers only", async () => {
    const { runId, students, teacher } = await makeClass();
    await makeSession(runId, { startsAt: new Date("2026-06-15T07:00:00Z"), trainerId: teacher.accountId });
    await db().account.update({ where: { id: students[0]!.accountId }, data: { language: "en" } });
    const sent = await Promise.all([sendDigests(courseNow), sendDigests(courseNow)]);
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(4);
    expect(await sendDigests(courseNow)).toBe(0);
    expect(await sendDigests(later(7))).toBe(4);
    const letters = await queuedLetters();
    expect(letters.filter(({ to }) => to === students[0]!.email)[0]?.subject).toBe(
      "Mentor course: weekly summary",
    );
    for (const { subject, text } of letters) {
      expect(text).toContain("/tydenni-prehled/");
      expect(`${subject} ${text}`).not.toMatch(sensitive);
    }
  });

  it("can be turned off from its letter without signing in, and on again in the account", async () => {
    const { students } = await makeClass();
    const { accountId, actor, name } = students[0]!;
    const token = digestToken(accountId);
    expect(accountOfDigestToken(token)).toBe(accountId);
    await turnDigestOff(token, { now: courseNow });
    await turnDigestOff(token, { now: courseNow });
    expect(await db().auditEvent.count({ where: { action: "digest.turned-off" } })).toBe(1);
    expect(await sendDigests(courseNow)).toBe(3);
    const account = await db().account.findUniqueOrThrow({ where: { id: accountId } });
    const saved = { name, language: "cs" as const, version: account.version };
    await updateOwnAccount(actor, saved, { now: courseNow });
    expect(await sendDigests(courseNow)).toBe(0);
    const changed = { ...saved, version: saved.version + 1, weeklyDigest: "on" as const };
    await updateOwnAccount(actor, changed, { now: courseNow });
    expect(await sendDigests(courseNow)).toBe(1);
  });

  it("knows only links the portal signed", async () => {
    const { students } = await makeClass();
    const token = digestToken(students[0]!.accountId);
    const other = students[1]!.accountId;
    const mac = token.split(".")[1]!;
    for (const wrong of ["", ".", other, `${other}.${mac}`, `${token}0`, `x.${mac}`, `${other}.`]) {
      expect(() => accountOfDigestToken(wrong)).toThrow();
      await expect(turnDigestOff(wrong, { now: courseNow })).rejects.toMatchObject({ code: "notFound" });
    }
    expect(await db().account.count({ where: { weeklyDigest: false } })).toBe(0);
  });
});
