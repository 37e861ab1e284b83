import { describe, expect, it } from "vitest";
import { permissionsOfRole, type Permission } from "../../app/access/permissions";
import { roles } from "../../app/access/roles";
import { get, linksIn, post } from "../support/browse";

/** Routes of one lesson and of one trainee's hours as everybody: who is let in follows from the table. */

const lesson = "/kurz/sluzba-mentor/proc-sluzba-vznikla";
const everybody = ["visitor", ...roles] as const;

const ofLesson: { path: string; needs: Permission; page: boolean }[] = [
  { path: `${lesson}/sesit`, needs: "course:study", page: true },
  { path: `${lesson}/zmeny`, needs: "course:study", page: true },
  { path: `${lesson}/cas`, needs: "course:study", page: false },
  { path: `${lesson}/odpovedi`, needs: "course:study", page: false },
];

describe("a lesson's own routes", () => {
  for (const { path, needs, page } of ofLesson) {
    it(path, async () => {
      for (const who of everybody) {
        const may = who !== "visitor" && Boolean(permissionsOfRole[who][needs]);
        const [seen, sent] = [await get(path, who), await post(path, {}, who)];
        if (!may) {
          expect(seen.status, `GET as ${who}`).toBe(who === "visitor" ? 302 : 403);
          expect([401, 302, 403], `POST as ${who}`).toContain(sent.status);
        } else {
          expect(seen.status, `GET as ${who}`).toBe(page ? 200 : 405);
          expect(sent.status, `POST as ${who}`).toBeLessThan(500);
          expect([401, 403], `POST as ${who}`).not.toContain(sent.status);
        }
      }
    });
  }
});

describe("a trainee's hours", () => {
  it("are seen and corrected by those who credit them, and by nobody else", async () => {
    const runs = linksIn(await (await get("/behy", "trainer")).text(), /^\/behy\/([0-9a-f-]{36})$/);
    const found = await Promise.all(
      runs.map(async (id) =>
        linksIn(
          await (await get(`/behy/${id}`, "trainer")).text(),
          /^(\/behy\/[0-9a-f-]{36}\/ucastnik\/[0-9a-f-]{36})$/,
        ),
      ),
    );
    const path = `${found.flat()[0]}/hodiny`;
    for (const who of everybody) {
      const may = who !== "visitor" && Boolean(permissionsOfRole[who]["theory:credit"]);
      const seen = await get(path, who);
      expect(seen.status, `GET as ${who}`).toBe(may ? 200 : who === "visitor" ? 302 : 403);
      const sent = await post(path, { intent: "reverse" }, who);
      expect(sent.status, `POST as ${who}`).toBe(may ? 422 : who === "visitor" ? sent.status : 403);
      expect(sent.status).toBeLessThan(500);
    }
    const foreign = path.replace(/ucastnik\/[0-9a-f-]{36}/, "ucastnik/00000000-0000-4000-8000-000000000000");
    expect((await get(foreign, "trainer")).status).toBe(404);
  });
});

describe("bad input to a lesson", () => {
  const owner = async () =>
    /name="owner" value="([^"]+)"/.exec(await (await get(`${lesson}/sesit`, "trainee")).text())![1]!;
  const worksheet = "proc-sluzba-vznikla-procenta";

  it("a lesson that is not there says so and where to go", async () => {
    const answer = await get("/kurz/sluzba-mentor/lekce-ktera-neni", "trainee");
    expect(answer.status).toBe(404);
    const html = await answer.text();
    expect(html).toContain("Tahle lekce v kurzu není");
    expect(html).toContain('href="/kurz"');
  });

  it("a megabyte of text is refused with the limit named, and is not sent back", async () => {
    const answer = await post(
      `${lesson}/odpovedi`,
      { worksheet, text: "a".repeat(1024 * 1024), version: "0", owner: await owner() },
      "trainee",
    );
    expect(answer.status).toBe(413);
    const reply = await answer.text();
    expect(reply.length).toBeLessThan(1000);
    expect(JSON.parse(reply)).toMatchObject({ kind: "refused", values: { limit: 20_000 } });
  });

  it("a stale answer comes back with the text of the portal", async () => {
    const answer = await post(
      `${lesson}/odpovedi`,
      { worksheet, text: "jiný text", version: "-1", owner: await owner() },
      "trainee",
    );
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ kind: "conflict", current: { version: 1 } });
  });

  it("an answer from a page of somebody else is refused", async () => {
    const answer = await post(
      `${lesson}/odpovedi`,
      { worksheet, text: "cizí", version: "0", owner: "nekdo-jiny" },
      "trainee",
    );
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ reason: "learning:refusal.otherAccount" });
  });

  it("a beat that claims an hour is refused", async () => {
    expect((await post(`${lesson}/cas`, { seconds: "3600" }, "trainee")).status).toBe(422);
    expect((await post(`${lesson}/cas`, { seconds: "mnoho" }, "trainee")).status).toBe(422);
  });

  it("without scripts a form saves the answers, and a stale one shows both", async () => {
    const field = "list-proc-sluzba-vznikla-starostka";
    const version = "verze-proc-sluzba-vznikla-starostka";
    const html = await (await get(`${lesson}/sesit`, "trainee")).text();
    const known = new RegExp(`name="${version}" value="(\\d+)"`).exec(html)![1]!;
    const form = { owner: await owner(), [field]: "Bez skriptů", [version]: known };
    const saved = await post(`${lesson}/sesit`, form, "trainee");
    expect(saved.status).toBe(302);
    expect(await (await get(lesson, "trainee")).text()).toContain("Bez skriptů");
    const stale = await post(`${lesson}/sesit`, { ...form, [field]: "Pozdě odeslané" }, "trainee");
    expect(stale.status).toBe(409);
    const both = await stale.text();
    expect(both).toContain("Pozdě odeslané");
    expect(both).toContain("Bez skriptů");
  });
});

describe("the device's own page", () => {
  it("knows nobody, and its worker is served for the whole portal", async () => {
    const page = await (await get("/kurz/bez-pripojeni?sablona", "trainee")).text();
    expect(page).toContain("%%TEXT%%");
    expect(page).not.toContain("demo.test");
    expect(await (await get("/kurz/bez-pripojeni")).text()).not.toContain("%%");
    const worker = await get("/lekce-offline.js");
    expect(worker.headers.get("Content-Type")).toContain("javascript");
    expect(worker.headers.get("Content-Security-Policy")).toContain("connect-src 'self'");
    expect(worker.headers.get("Cache-Control")).not.toContain("immutable");
  });
});
