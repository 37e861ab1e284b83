import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { permissionsOfRole, type Permission } from "../../app/access/permissions";
import { roles } from "../../app/access/roles";
import { get, linksIn, post } from "../support/browse";

/** The board of mentors, one mentor, the own page and the programme's settings as everybody. */

const everybody = ["visitor", ...roles] as const;
const may = (who: (typeof everybody)[number], needs: Permission) =>
  who !== "visitor" && Boolean(permissionsOfRole[who][needs]);

describe("doors", () => {
  const pages: [path: string, needs: Permission][] = [
    ["/mentor", "mentor:own"],
    ["/mentori", "mentor:list"],
    ["/mentori/csv", "mentor:list"],
    ["/nastaveni", "settings:manage"],
  ];
  it.each(pages)("%s", async (path, needs) => {
    for (const who of everybody) {
      const answer = await get(path, who);
      await answer.arrayBuffer();
      expect(answer.status, `GET as ${who}`).toBe(may(who, needs) ? 200 : who === "visitor" ? 302 : 403);
    }
  });
});

describe("one mentor", () => {
  const listed = async () => [
    ...linksIn(await (await get("/mentori?stav=all", "coordinator")).text(), /^(\/mentori\/[0-9a-f-]{36})$/),
  ];

  it("is a coordinator's to open and to decide about, nobody else's", async () => {
    const [address] = await listed();
    expect(address).toBeDefined();
    for (const who of everybody) {
      const [seen, sent] = [await get(address!, who), await post(address!, {}, who)];
      await Promise.all([seen.arrayBuffer(), sent.arrayBuffer()]);
      const allowed = may(who, "mentor:list");
      expect(seen.status, `GET as ${who}`).toBe(allowed ? 200 : who === "visitor" ? 302 : 403);
      // An empty form: refused field by field, nothing happens.
      if (may(who, "mentor:decide")) expect(sent.status, `POST as ${who}`).toBe(422);
      else expect([401, 302, 403], `POST as ${who}`).toContain(sent.status);
    }
  });

  it("who is none is not found", async () => {
    for (const id of [randomUUID(), "neni-id"]) {
      expect((await get(`/mentori/${id}`, "coordinator")).status).toBe(404);
      const fields = {
        id: randomUUID(),
        version: "1",
        kind: "suspended",
        fromDay: "2026-01-01",
        reason: "Zkouška adresy.",
      };
      expect((await post(`/mentori/${id}`, fields, "coordinator")).status).toBe(404);
    }
  });
});

describe("settings", () => {
  it("are read by a coordinator of a region and changed by none of them", async () => {
    const fields = {
      id: randomUUID(),
      supervisionEveryMonths: "2",
      graceMonths: "2",
      experiencedMonths: "12",
      experiencedClosedCases: "5",
      warnFirst: "14",
      warnLast: "3",
      supervisionNoteMonths: "12",
      reason: "Zkouška práv.",
    };
    expect((await post("/nastaveni", fields, "coordinator")).status).toBe(403);
    const bad = await post("/nastaveni", { ...fields, graceMonths: "nic" }, "coordinator");
    expect(bad.status).toBe(422);
  });
});

describe("pages", () => {
  it("say what they are for", async () => {
    const board = await (await get("/mentori", "coordinator")).text();
    for (const state of ["aktivní", "po termínu", "propadlé", "pozastavené", "neověřené"]) {
      expect(board).toContain(state);
    }
    const own = await (await get("/mentor", "mentor")).text();
    expect(own).toContain("Moje mentorství");
    expect(own).toContain("Mlčenlivost platí pořád");
    const settings = await (await get("/nastaveni", "coordinator")).text();
    expect(settings).toContain("nepotvrzeno");
    expect(settings).toContain("Měnit je může jen koordinátor celého programu");
  });
});
