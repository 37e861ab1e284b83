import { randomUUID } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import { beforeEach, describe, expect, it } from "vitest";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import { digestToken } from "~/course/operations/reminders/digest-choice.server";
import { makeFeed } from "~/course/operations/teaching/calendar-address.server";
import { loader as calendarLoader } from "~/course/pages/calendar-file";
import { action as digestAction, loader as digestLoader } from "~/course/pages/digest-off";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { makeCatalogue } from "../../../support/factories/course";
import { signedInCookie } from "../../../support/factories/people";
import { makeClass } from "../../../support/factories/teaching";

withTestDatabase();
beforeEach(async () => {
  await resetDatabase();
  setCatalogue(makeCatalogue());
});

/** What a page's handler is called with for a token, by a visitor unless a cookie says otherwise. */
function args(token: string, { method = "GET", cookie = "" } = {}) {
  const context: AppLoadContext = { nonce: "", requestId: randomUUID(), address: "192.0.2.1" };
  const request = new Request("http://localhost/", { method, headers: { Cookie: cookie } });
  return { request, params: { token }, context };
}

describe("a calendar's address opened", () => {
  it("answers a program that does not sign in, for nobody between to keep", async () => {
    const { students } = await makeClass();
    const address = await makeFeed(students[0]!.actor, { id: randomUUID() }, { now: new Date() });
    const token = address.split("/").at(-2)!;
    const answer = await calendarLoader(args(token));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("Cache-Control")).toMatch(/^private/);
    expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });

  it("is not there for who is signed in as somebody else", async () => {
    const { students } = await makeClass();
    const address = await makeFeed(students[0]!.actor, { id: randomUUID() }, { now: new Date() });
    const token = address.split("/").at(-2)!;
    const own = await signedInCookie(students[0]!.accountId);
    const other = await signedInCookie(students[1]!.accountId);
    expect((await calendarLoader(args(token, { cookie: own }))).status).toBe(200);
    for (const wrong of [args(token, { cookie: other }), args("neni")])
      expect((await calendarLoader(wrong)).status).toBe(404);
  });
});

describe("the link that turns the weekly summary off", () => {
  const wanted = () => db().account.count({ where: { weeklyDigest: true } });

  it("only asks when it is opened, and acts when it is confirmed", async () => {
    const { students } = await makeClass();
    const before = await wanted();
    const token = digestToken(students[0]!.accountId);
    await digestLoader(args(token));
    expect(await wanted()).toBe(before);
    expect(await digestAction(args(token, { method: "POST" }))).toEqual({ done: true });
    expect(await wanted()).toBe(before - 1);
  });

  it("is not there when the portal did not sign it", async () => {
    const { students } = await makeClass();
    const forged = `${students[0]!.accountId}.${"0".repeat(64)}`;
    await expect(digestLoader(args(forged))).rejects.toMatchObject({ init: { status: 404 } });
    await expect(digestAction(args(forged, { method: "POST" }))).rejects.toMatchObject({
      init: { status: 404 },
    });
  });
});
