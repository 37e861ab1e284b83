import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { rateLimits, type Actor } from "~/access/index.server";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import { feedSince, makeFeed, revokeFeed } from "~/course/operations/teaching/calendar-address.server";
import { readFeed } from "~/course/operations/teaching/calendar-feed.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { courseNow, makeCatalogue } from "../../../support/factories/course";
import { makeClass, makeSession } from "../../../support/factories/teaching";

withTestDatabase();
beforeEach(async () => {
  await resetDatabase();
  setCatalogue(makeCatalogue());
});

const context = { now: courseNow };
const caller = { now: courseNow, address: "203.0.113.7", signedIn: null };
const tokenOf = (address: string) => /\/kalendar\/([\w-]+)\/vyuka\.ics$/.exec(address)![1]!;
const tokenFor = async (actor: Actor) => tokenOf(await makeFeed(actor, { id: randomUUID() }, context));

describe("a calendar's address", () => {
  it("gives a trainee the sessions of the run, cancelled ones too, and nobody's name or topic", async () => {
    const { students, runId, teacher } = await makeClass();
    const coming = await makeSession(runId, { startsAt: new Date("2026-06-19T07:00:00Z") });
    const gone = await makeSession(runId, { startsAt: new Date("2026-06-20T07:00:00Z"), state: "cancelled" });
    const other = await makeClass();
    const foreign = await makeSession(other.runId, { startsAt: new Date("2026-06-19T07:00:00Z") });
    const file = await readFeed(await tokenFor(students[0]!.actor), caller);
    expect(file).toContain(`UID:${coming.id}@`);
    expect(file).toContain("DTSTART:20260619T070000Z");
    expect(file).toContain("LOCATION:Klubovna");
    expect(file).not.toContain(foreign.id);
    const cancelled = file.split("BEGIN:VEVENT").find((part) => part.includes(gone.id));
    expect(cancelled).toContain("STATUS:CANCELLED");
    expect(file).not.toMatch(/soud|Osoba|práv/i);
    expect(file).not.toContain(teacher.name);
  });

  it("gives a trainer what they teach themselves", async () => {
    const { teacher, runId } = await makeClass();
    const own = await makeSession(runId, { trainerId: teacher.accountId });
    const others = await makeSession(runId, { startsAt: new Date("2026-06-20T07:00:00Z") });
    const file = await readFeed(await tokenFor(teacher), caller);
    expect(file).toContain(own.id);
    expect(file).not.toContain(others.id);
  });

  it("is stored as a hash only, and a new one takes the place of the former", async () => {
    const { students } = await makeClass();
    const { actor } = students[0]!;
    const first = await tokenFor(actor);
    expect(Buffer.from(first, "base64url")).toHaveLength(32);
    expect(JSON.stringify(await db().calendarFeed.findMany())).not.toContain(first);
    expect(await feedSince(actor)).toEqual(courseNow);
    const second = await tokenFor(actor);
    await expect(readFeed(first, caller)).rejects.toMatchObject({ code: "notFound" });
    expect(await readFeed(second, caller)).toContain("BEGIN:VCALENDAR");
  });

  it("asked for twice with one form is one address, the one answered last", async () => {
    const { students } = await makeClass();
    const { actor } = students[0]!;
    const id = randomUUID();
    await makeFeed(actor, { id }, context);
    const answered = tokenOf(await makeFeed(actor, { id }, context));
    expect(await db().calendarFeed.count()).toBe(1);
    expect(await readFeed(answered, caller)).toContain("END:VCALENDAR");
    await expect(makeFeed(students[1]!.actor, { id }, context)).rejects.toMatchObject({ code: "conflict" });
  });

  it("that was revoked, invented, of a disabled account or opened by somebody else is not there", async () => {
    const { students } = await makeClass();
    const { actor, accountId } = students[0]!;
    const token = await tokenFor(actor);
    const missing = { code: "notFound" };
    await expect(readFeed(token, { ...caller, signedIn: students[1]!.accountId })).rejects.toMatchObject(
      missing,
    );
    expect(await readFeed(token, { ...caller, signedIn: accountId })).toContain("BEGIN:VCALENDAR");
    await revokeFeed(students[1]!.actor, context);
    expect(await readFeed(token, caller)).toContain("BEGIN:VCALENDAR");
    await db().account.update({ where: { id: accountId }, data: { disabledAt: courseNow } });
    await expect(readFeed(token, caller)).rejects.toMatchObject(missing);
    await db().account.update({ where: { id: accountId }, data: { disabledAt: null } });
    await revokeFeed(actor, context);
    expect(await feedSince(actor)).toBeNull();
    await expect(readFeed(token, caller)).rejects.toMatchObject(missing);
    for (const wrong of ["", "neni", "a".repeat(43), `${token}x`])
      await expect(readFeed(wrong, caller)).rejects.toMatchObject(missing);
  });

  it("tells nothing any more to somebody who has left the course", async () => {
    const { students, runId } = await makeClass();
    const session = await makeSession(runId);
    const token = await tokenFor(students[0]!.actor);
    await db().enrolment.updateMany({ data: { state: "withdrawn" } });
    expect(await readFeed(token, caller)).not.toContain(session.id);
    await db().roleAssignment.updateMany({ data: { endedAt: courseNow } });
    expect(await readFeed(token, caller)).not.toContain("BEGIN:VEVENT");
  });

  it("is asked only so often", async () => {
    const { students } = await makeClass();
    const token = await tokenFor(students[0]!.actor);
    for (let asked = 0; asked < rateLimits.calendarFeed.attempts; asked += 1) await readFeed(token, caller);
    await expect(readFeed(token, caller)).rejects.toMatchObject({ code: "tooManyRequests" });
    const later = new Date(courseNow.getTime() + 3_600_001);
    expect(await readFeed(token, { ...caller, now: later })).toContain("BEGIN:VCALENDAR");
  });
});
