import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { demoUrl, get, linksIn } from "../support/browse";
import { freePort, startPortal } from "../support/portal-process";
import { runStep } from "../support/steps";

describe("headers", () => {
  it("the policy allows nothing unsafe and has a new nonce for every answer", async () => {
    const policies = await Promise.all([get("/"), get("/")]).then((answers) =>
      answers.map((answer) => answer.headers.get("content-security-policy") ?? ""),
    );
    for (const policy of policies) {
      expect(policy).not.toContain("unsafe");
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
    }
    const nonces = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)?.[1]);
    expect(nonces[0]).toMatch(/^[\w+/]{20,}={0,2}$/);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it("every script of a page carries the nonce of its answer", async () => {
    const answer = await get("/");
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy")!)![1];
    const scripts = [...(await answer.text()).matchAll(/<script\b([^>]*)>/g)].map(
      ([, attributes]) => attributes!,
    );
    expect(scripts.length).toBeGreaterThan(0);
    for (const attributes of scripts) expect(attributes).toContain(`nonce="${nonce}"`);
  });

  it("no page has a style attribute, which the policy would block", async () => {
    for (const page of ["/", "/kurz", "/prihlaseni", "/mapa", "/o-sluzbe"]) {
      expect(await (await get(page)).text(), page).not.toMatch(/<[^>]+\sstyle="/);
    }
  });

  it("pages are not kept by caches and say little about the server", async () => {
    const answer = await get("/");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-powered-by")).toBeNull();
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("referrer-policy")).toBe("same-origin");
    expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("built files are kept for ever and come compressed", async () => {
    const script = linksIn(await (await get("/")).text(), /^\/assets\/.+\.js$/)[0]!;
    const answer = await get(script, "visitor", { "Accept-Encoding": "br" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(answer.headers.get("content-encoding")).toBe("br");
    expect((await get("/assets/nothing.js")).status).toBe(404);
  });
});

describe("writes", () => {
  const body = new URLSearchParams({ language: "en", back: "/" });
  const write = (headers: Record<string, string>) =>
    raw(
      "/jazyk",
      "POST",
      { "Content-Type": "application/x-www-form-urlencoded", ...headers },
      body.toString(),
    );

  it.each([
    ["the browser says same-origin", { "Sec-Fetch-Site": "same-origin" }, 302],
    ["an older browser names our origin", { Origin: "ours" }, 302],
    ["another site", { "Sec-Fetch-Site": "cross-site" }, 403],
    ["a sister site", { "Sec-Fetch-Site": "same-site" }, 403],
    ["an older browser names another origin", { Origin: "https://elsewhere.example" }, 403],
    ["an origin that is no address", { Origin: "null" }, 403],
    ["nobody says where from", {}, 403],
  ] as const)("%s", async (_case, headers: Record<string, string>, status) => {
    const sent = headers.Origin === "ours" ? { Origin: demoUrl() } : headers;
    expect((await write(sent)).status).toBe(status);
  });

  it("a body over the limit is refused, announced or not", async () => {
    const large = "a".repeat(3 * 1024 * 1024);
    const headers = { "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded" };
    expect((await raw("/jazyk", "POST", headers, large)).status).toBe(413);
    const chunked = await raw("/jazyk", "POST", { ...headers, "Transfer-Encoding": "chunked" }, large).catch(
      () => ({ status: 413 }),
    );
    expect(chunked.status).toBe(413);
    expect((await get("/healthz")).status).toBe(200);
  });

  it.each(["PUT", "DELETE", "PATCH"])("%s on a page without such an action is a 4xx", async (method) => {
    const answer = await raw("/o-sluzbe", method, { "Sec-Fetch-Site": "same-origin" }, "");
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });

  it.each([
    ["another content type", "application/json", "{"],
    ["a broken multipart", "multipart/form-data; boundary=x", "--y"],
    ["bytes that are no text", "application/x-www-form-urlencoded", "email=%ff%fe&password=%00"],
  ])("%s is a 4xx", async (_case, type, sent) => {
    const answer = await raw(
      "/prihlaseni",
      "POST",
      { "Sec-Fetch-Site": "same-origin", "Content-Type": type },
      sent,
    );
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

describe("addresses", () => {
  it.each([
    "/nothing",
    "/pripady/x/y/z",
    "/%00",
    "/..%2f..%2fetc%2fpasswd",
    "/behy/'%20or%201=1",
    "/kurz/%ff/%fe",
  ])("%s is a 4xx and not a 5xx", async (address) => {
    const { status } = await raw(address, "GET", {}, "");
    expect(status).toBeLessThan(500);
  });
});

describe("the language and the look", () => {
  it("are remembered, and the way back stays on the portal", async () => {
    const headers = { "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded" };
    const answer = await raw("/jazyk", "POST", headers, "language=en&back=//elsewhere.example/");
    expect(answer.location).toBe("/");
    const english = await get("/", "visitor", { cookie: answer.cookie! });
    expect(await english.text()).toContain('<html lang="en"');
    const dark = await raw("/vzhled", "POST", headers, "theme=dark&back=/mapa");
    expect(dark.location).toBe("/mapa");
    expect(await (await get("/", "visitor", { cookie: dark.cookie! })).text()).toContain('data-theme="dark"');
    expect((await raw("/jazyk", "POST", headers, "language=xx")).status).toBe(400);
  });
});

describe("starting and stopping", () => {
  it("a stop lets a running request finish and ends with code 0", async () => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), "mentor-stop-"));
    const portal = await startPortal({ dataDir, mode: "test" });
    const running = fetch(`${portal.url}/kurz`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const [answer, code] = await Promise.all([running, portal.stop()]);
    expect(answer.status).toBe(200);
    expect(code).toBe(0);
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("a connection on which nothing was asked does not keep it from stopping", async () => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), "mentor-stop-"));
    const portal = await startPortal({ dataDir, mode: "test" });
    const silent = connect(Number(new URL(portal.url).port), "127.0.0.1");
    await once(silent, "connect");
    const ended = once(silent, "close");
    expect(await portal.stop()).toBe(0);
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  });

  it.each([
    [
      "a port that is taken",
      async () => ({ PORT: new URL(demoUrl()).port }),
      /^Port \d+ on 127\.0\.0\.1 is taken/,
    ],
    [
      "a database that does not answer",
      async () => ({ DATABASE_URL: `postgres://x:secret@127.0.0.1:${await freePort()}/x` }),
      /127\.0\.0\.1:\d+/,
    ],
    [
      "a wrong configuration",
      async () => ({ PORT: "many", WORKER: "perhaps" }),
      /^Invalid configuration: PORT: .*WORKER: /,
    ],
    [
      "a clock file outside tests",
      async () => ({ CLOCK_FILE: "/tmp/x", PORTAL_MODE: "production" }),
      /CLOCK_FILE/,
    ],
  ])("%s is one line and exit code 1", async (_case, environment, line) => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), "mentor-start-"));
    const env = {
      PORT: String(await freePort()),
      DATA_DIR: dataDir,
      PORTAL_MODE: "test",
      NODE_ENV: "production",
      LOG_LEVEL: "silent",
      ...(await environment()),
    };
    const { ok, output } = await runStep({
      name: "start",
      command: process.execPath,
      args: ["server.js"],
      env,
    });
    expect(ok).toBe(false);
    expect(output.trim()).toMatch(line);
    expect(output.trim().split("\n")).toHaveLength(1);
    expect(output).not.toContain("secret");
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("a data folder in use is one line and exit code 1", async () => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), "mentor-use-"));
    const first = await startPortal({ dataDir, mode: "test" });
    const env = {
      PORT: String(await freePort()),
      DATA_DIR: dataDir,
      PORTAL_MODE: "test",
      NODE_ENV: "production",
      LOG_LEVEL: "silent",
    };
    const { ok, output } = await runStep({
      name: "start",
      command: process.execPath,
      args: ["server.js"],
      env,
    });
    expect(ok).toBe(false);
    expect(output.trim().split("\n")).toHaveLength(1);
    expect(output).toContain(dataDir);
    expect(await first.stop()).toBe(0);
    rmSync(dataDir, { recursive: true, force: true });
  });
});

interface RawAnswer {
  status: number;
  location: string | undefined;
  cookie: string | undefined;
}

/** A request with exactly these headers; fetch would add its own Sec-Fetch-Site. */
function raw(
  address: string,
  method: string,
  headers: Record<string, string>,
  body: string,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(demoUrl());
  return new Promise((resolve, reject) => {
    const length: Record<string, string> = headers["Transfer-Encoding"]
      ? {}
      : { "Content-Length": String(Buffer.byteLength(body)) };
    const sent = request(
      { hostname, port, path: address, method, headers: { ...headers, ...length } },
      (answer) => {
        answer.resume();
        answer.on("error", reject);
        resolve({
          status: answer.statusCode ?? 0,
          location: answer.headers.location,
          cookie: answer.headers["set-cookie"]?.[0]?.split(";")[0],
        });
      },
    );
    sent.on("error", reject);
    if (method !== "GET") sent.write(body);
    sent.end();
  });
}
