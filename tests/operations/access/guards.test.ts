import { randomUUID } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { guarded, open, signedIn, startSession } from "~/access/index.server";
import { sessionCookieName } from "~/access/session-cookie.server";
import { AppError } from "~/platform/errors";
import { inTransaction } from "~/platform/db/index.server";
import { readForm } from "~/platform/forms.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeAccount, signedInCookie } from "../../support/factories/people";

withTestDatabase();
beforeEach(resetDatabase);

const visitor = { Cookie: "jazyk=cs" };

/** Calls a handler as Remix does; says what came of it. */
async function call(
  handler: (args: Parameters<ReturnType<typeof guarded>>[0]) => Promise<unknown>,
  {
    path = "/lide?q=a",
    headers = visitor,
    form,
  }: { path?: string; headers?: Record<string, string>; form?: Record<string, string> } = {},
) {
  const body = form && new URLSearchParams(form);
  const request = new Request(`http://localhost${path}`, { method: body ? "POST" : "GET", headers, body });
  const context: AppLoadContext = { nonce: "", requestId: randomUUID(), address: "192.0.2.1" };
  try {
    return { value: await handler({ request, params: {}, context }) };
  } catch (thrown) {
    if (thrown instanceof Response) return { status: thrown.status, to: thrown.headers.get("Location") };
    const { data, init } = z
      .object({ data: z.unknown(), init: z.object({ status: z.number() }) })
      .parse(thrown);
    return { status: init.status, data };
  }
}

const cookieOf = async (accountId: string) => ({ Cookie: await signedInCookie(accountId) });
const people = guarded("account:list", async ({ actor }) => actor.accountId);

/** A session in which the password was given and the second factor was not. */
async function halfSignedIn(secondFactor: boolean) {
  const { accountId } = await makeAccount({ roles: ["coordinator"], secondFactor });
  const id = await inTransaction((tx) =>
    startSession(tx, {
      accountId,
      roles: ["coordinator"],
      device: "",
      secondFactorAt: null,
      now: new Date(),
    }),
  );
  return { Cookie: `${sessionCookieName()}=${id}` };
}

describe("guarded", () => {
  it("lets in who holds the permission, and hands over the actor", async () => {
    const { accountId } = await makeAccount({ roles: ["coordinator"] });
    expect(await call(people, { headers: await cookieOf(accountId) })).toEqual({ value: accountId });
  });

  it("refuses everybody else with 403, and does nothing", async () => {
    const { accountId } = await makeAccount({ roles: ["mentor", "trainer"] });
    let ran = false;
    const handler = guarded(["account:list", "account:manage"], async () => (ran = true));
    const answer = await call(handler, { headers: await cookieOf(accountId) });
    expect(answer).toMatchObject({ status: 403, data: { code: "forbidden" } });
    expect(ran).toBe(false);
  });

  it("asks for one of several permissions", async () => {
    const { accountId } = await makeAccount({ roles: ["incident_analyst"] });
    const handler = guarded(["account:list", "monitoring:train"], async () => "in");
    expect(await call(handler, { headers: await cookieOf(accountId) })).toEqual({ value: "in" });
  });

  it("does not count roles that have ended", async () => {
    const { accountId } = await makeAccount({ roles: [{ role: "coordinator", endedAt: new Date() }] });
    expect(await call(people, { headers: await cookieOf(accountId) })).toMatchObject({ status: 403 });
  });

  it("sends a visitor to sign in and back", async () => {
    expect(await call(people)).toEqual({ status: 302, to: "/prihlaseni?dal=%2Flide%3Fq%3Da" });
  });

  it("gives back what was typed when the session has ended over a form", async () => {
    const form = { name: "Děčín", password: "tajné", note: "dlouhý text" };
    const { value } = await call(people, { form });
    expect(value).toMatchObject({
      init: { status: 401 },
      data: {
        form: {
          values: { name: "Děčín", note: "dlouhý text" },
          errors: { "": [{ key: "errors:notSignedIn" }] },
        },
      },
    });
    expect(JSON.stringify(value)).not.toContain("tajné");
  });
});

describe("the second factor", () => {
  it("is asked for before anything else", async () => {
    const headers = await halfSignedIn(true);
    const answer = { status: 302, to: "/prihlaseni/overeni?dal=%2Flide%3Fq%3Da" };
    expect(await call(people, { headers })).toEqual(answer);
    expect(await call(people, { headers, form: { name: "a" } })).toEqual(answer);
    expect(
      await call(
        signedIn(async () => "in"),
        { headers },
      ),
    ).toEqual(answer);
  });

  it("has to be set up before anything else", async () => {
    const headers = await halfSignedIn(false);
    const answer = { status: 302, to: "/ucet/dvoufazove-overeni" };
    expect(await call(people, { headers })).toEqual(answer);
    expect(
      await call(
        signedIn(async () => "in"),
        { headers },
      ),
    ).toEqual(answer);
    const setUp = signedIn(async () => "set up");
    expect(await call(setUp, { headers, path: "/ucet/dvoufazove-overeni" })).toEqual({ value: "set up" });
  });

  it("keeps the person a visitor on open pages until it is given", async () => {
    const page = open(async ({ actor, visit }) => [actor, visit?.secondFactor]);
    expect(await call(page, { headers: await halfSignedIn(true) })).toEqual({ value: [null, "verify"] });
    expect(await call(page)).toEqual({ value: [null, undefined] });
  });
});

describe("a refusal", () => {
  const schema = z.object({ from: z.string() });
  const refuse = (error: AppError) =>
    open(async ({ request }) => {
      if (request.method === "POST") await readForm(request, schema);
      throw error;
    });

  it("belongs to the form that was sent", async () => {
    const error = new AppError("invalid", {
      field: "from",
      reason: "practice:refusal.overlap",
      values: { day: "x" },
    });
    expect(await call(refuse(error), { form: { from: "8:00" } })).toMatchObject({
      value: {
        init: { status: 422 },
        data: {
          form: {
            values: { from: "8:00" },
            errors: { from: [{ key: "practice:refusal.overlap", values: { day: "x" } }] },
          },
        },
      },
    });
  });

  it.each(["notFound", "forbidden", "gone"] as const)("of kind %s belongs to the page", async (code) => {
    const answer = await call(refuse(new AppError(code)), { form: { from: "8:00" } });
    expect(answer).toMatchObject({
      status: new AppError(code).status,
      data: { code, reason: `errors:${code}` },
    });
  });

  it("is a page when there was no form", async () => {
    expect(await call(refuse(new AppError("stale")))).toMatchObject({ status: 409, data: { code: "stale" } });
  });

  it("is not made of a bug", async () => {
    const broken = open(async () => Promise.reject(new TypeError("bug")));
    await expect(call(broken)).rejects.toThrow();
  });
});
