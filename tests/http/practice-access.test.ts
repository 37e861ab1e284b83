import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { permissionsOfRole, type Permission } from "../../app/access/permissions";
import { roles } from "../../app/access/roles";
import { get, linksIn, post } from "../support/browse";

/** Drafts, guides, confirmations and balances as everybody; bad input is refused with the field named. */

const everybody = ["visitor", ...roles] as const;
const may = (who: (typeof everybody)[number], needs: Permission) =>
  who !== "visitor" && Boolean(permissionsOfRole[who][needs]);

/** Value of the first field of a name in a page. */
const valueIn = (html: string, name: string) =>
  new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1];

/** A trainee of a run of the trainer, as `/behy/<run>/ucastnik/<enrolment>`. */
async function traineePath(): Promise<string> {
  const runs = linksIn(await (await get("/behy", "trainer")).text(), /^\/behy\/([0-9a-f-]{36})$/);
  const found = await Promise.all(
    runs.map(async (id) =>
      linksIn(
        await (await get(`/behy/${id}`, "trainer")).text(),
        /^(\/behy\/[0-9a-f-]{36}\/ucastnik\/[0-9a-f-]{36})$/,
      ),
    ),
  );
  return found.flat()[0]!;
}

describe("a trainee's balance", () => {
  it("is seen by those who review the practice, and by nobody else", async () => {
    const path = `${await traineePath()}/praxe`;
    for (const who of everybody) {
      const seen = await get(path, who);
      const expected = may(who, "practice:review") ? 200 : who === "visitor" ? 302 : 403;
      expect(seen.status, `GET as ${who}`).toBe(expected);
      expect((await post(path, {}, who)).status, `POST as ${who}`).toBe(405);
    }
    const foreign = path.replace(/ucastnik\/[0-9a-f-]{36}/, `ucastnik/${randomUUID()}`);
    for (const other of [foreign, path.replace(/ucastnik\/[0-9a-f-]{36}/, "ucastnik/neni-id")]) {
      expect((await get(other, "trainer")).status).toBe(404);
    }
  });

  it("is one's own at an address without a name", async () => {
    const answer = await get("/praxe/prehled", "trainee");
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("Kdo co schválil");
  });
});

describe("guides of a run", () => {
  it("refuse what does not fit, with the field named", async () => {
    const run = /^\/behy\/[0-9a-f-]{36}/.exec(await traineePath())![0];
    const path = `${run}/pruvodci`;
    const assign = { intent: "assign", id: randomUUID(), enrolment: randomUUID(), mentor: randomUUID() };
    expect((await post(path, assign, "trainer")).status).toBe(404);
    expect((await post(path, { intent: "end", guide: randomUUID() }, "trainer")).status).toBe(404);
    const bad = await post(path, { ...assign, mentor: "nikdo" }, "trainer");
    expect(bad.status).toBe(422);
    expect((await post(path, { intent: "neco" }, "trainer")).status).toBe(422);
    expect((await post(path, assign, "mentor")).status).toBe(403);
  });
});

describe("a guide's confirmations", () => {
  it("show nothing of the trainer's work, and take no foreign entry", async () => {
    const html = await (await get("/praxe/potvrzeni", "mentor")).text();
    const entry = valueIn(html, "entry");
    expect(entry, "the demo's mentor guides").toMatch(/^[0-9a-f-]{36}:1$/);
    expect((await get(`/praxe/${entry!.split(":")[0]}`, "mentor")).status).toBe(403);
    const foreign = await post(
      "/praxe/potvrzeni",
      { intent: "present", entry: `${randomUUID()}:1` },
      "mentor",
    );
    expect(foreign.status).toBe(200);
    expect(await foreign.text()).toContain("není mezi zápisy");
    const stale = await post(
      "/praxe/potvrzeni",
      { intent: "present", entry: entry!.replace(/1$/, "9") },
      "mentor",
    );
    expect(await stale.text()).toContain("mezitím změnil");
  });

  it("need a choice, and a reason when somebody was not there", async () => {
    const none = await post("/praxe/potvrzeni", { intent: "present", list: "presence" }, "mentor");
    expect(none.status).toBe(422);
    expect(await none.text()).toContain("Zaškrtněte aspoň jeden zápis.");
    const html = await (await get("/praxe/potvrzeni", "mentor")).text();
    const absent = { intent: "absent", entry: valueIn(html, "entry")! };
    expect((await post("/praxe/potvrzeni", absent, "mentor")).status).toBe(422);
    expect((await post("/praxe/potvrzeni", { ...absent, entry: "a:b" }, "mentor")).status).toBe(422);
  });
});

describe("a draft", () => {
  const ownerOf = async () =>
    /"deviceKey","([0-9a-f]+)"|deviceKey\\",\\"([0-9a-f]+)/.exec(
      await (await get("/praxe/novy", "trainee")).text(),
    )!;

  it("is saved by its page, for its own account only", async () => {
    const found = await ownerOf();
    const owner = found[1] ?? found[2]!;
    const worksheet = randomUUID();
    const draft = { worksheet, text: JSON.stringify({ note: "Rozepsáno" }), version: "0", owner };
    const saved = await post("/praxe/rozepsane", draft, "trainee");
    expect([saved.status, await saved.json()]).toEqual([200, { kind: "saved", version: 1 }]);
    const other = await post("/praxe/rozepsane", { ...draft, text: "{}" }, "trainee");
    expect(other.status).toBe(409);
    const stranger = await post("/praxe/rozepsane", { ...draft, owner: "nikdo" }, "trainee");
    expect([stranger.status, ((await stranger.json()) as { kind: string }).kind]).toEqual([409, "refused"]);
    const html = await (await get("/praxe", "trainee")).text();
    expect(html).toContain(`/praxe/novy?rozepsane=${worksheet}`);
    expect((await get(`/praxe/novy?rozepsane=${worksheet}`, "trainee")).status).toBe(200);
    expect((await post("/praxe", { intent: "discard", id: worksheet }, "trainee")).status).toBe(302);
    expect((await get(`/praxe/novy?rozepsane=${worksheet}`, "trainee")).status).toBe(302);
  });

  it.each([
    ["no id", { worksheet: "" }],
    ["no draft", { text: "[1,2]" }],
    ["too long", { text: JSON.stringify({ note: "a".repeat(20_000) }) }],
    ["no version", { version: "x" }],
  ])("is refused with %s", async (_case, change) => {
    const found = await ownerOf();
    const draft = { worksheet: randomUUID(), text: "", version: "0", owner: found[1] ?? found[2]! };
    const answer = await post("/praxe/rozepsane", { ...draft, ...change }, "trainee");
    expect([400, 413, 422]).toContain(answer.status);
    expect(((await answer.json()) as { kind: string }).kind).toBe("refused");
  });

  it("is kept by a plain button, without scripts", async () => {
    const id = randomUUID();
    const kept = await post(
      "/praxe/novy",
      { intent: "draft", id, draftVersion: "0", note: "Beze skriptů", day: "2026-99-99" },
      "trainee",
    );
    expect([kept.status, kept.headers.get("location")]).toEqual([302, "/praxe"]);
    expect(await (await get("/praxe", "trainee")).text()).toContain("Beze skriptů");
    await post("/praxe", { intent: "discard", id }, "trainee");
    expect((await post("/praxe/novy", { intent: "draft", id: "neni-id" }, "trainee")).status).toBe(422);
  });
});

describe("a new entry", () => {
  it("asks about a name, a phone and a birth number, and never blocks afterwards", async () => {
    const entry = {
      id: randomUUID(),
      day: "2026-01-01",
      from: "09:00",
      to: "10:00",
      activity: "debts",
      place: "phone",
      note: "Volal pan Novák z čísla 777 123 456, rodné číslo 855412/1234.",
    };
    const asked = await post("/praxe/novy", entry, "trainee");
    expect(asked.status).toBe(422);
    const html = await asked.text();
    for (const found of ["777 123 456", "855412/1234", "pan Novák"]) expect(html).toContain(found);
    // With the box ticked it goes on to the rules: this day was long before the run.
    const sent = await post("/praxe/novy", { ...entry, namesChecked: "on" }, "trainee");
    expect(sent.status).toBe(422);
    expect(await sent.text()).not.toContain("V textu je možná něco");
  });

  it.each([
    ["case", "neni-id"],
    ["guide", "neni-id"],
    ["day", "2026-02-30"],
    ["from", "25:00"],
    ["activity", "spani"],
    ["note", "krátké"],
  ])("is refused with a bad %s", async (field, value) => {
    const entry = { id: randomUUID(), day: "2026-01-01", from: "09:00", to: "10:00" };
    const rest = { activity: "debts", place: "phone", note: "Sepsali jsme seznam dluhů." };
    const answer = await post("/praxe/novy", { ...entry, ...rest, [field]: value }, "trainee");
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('href="#entry-');
  });
});
