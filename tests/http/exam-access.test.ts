import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { permissionsOfRole } from "../../app/access/permissions";
import { roles, type Role } from "../../app/access/roles";
import { get, linksIn, post } from "../support/browse";

/** Exam days as everybody: the organiser's, a member's, somebody else's, and none. */

const everybody = ["visitor", ...roles] as const;
const dayLink = /^\/zkousky\/([0-9a-f-]{36})/;
const may = (who: (typeof everybody)[number], permission: "exam:record" | "exam:judge") =>
  who !== "visitor" && Boolean(permissionsOfRole[who][permission]);

/** Every exam day of the runs the trainer teaches. */
async function allDays(): Promise<string[]> {
  const runs = linksIn(await (await get("/behy", "trainer")).text(), /^\/behy\/([0-9a-f-]{36})$/);
  const pages = await Promise.all(
    runs.map(async (id) => (await get(`/behy/${id}/zkouska`, "trainer")).text()),
  );
  return [...new Set(pages.flatMap((html) => linksIn(html, dayLink)))];
}

const ownDays = async (who: Role) => linksIn(await (await get("/zkousky", who)).text(), dayLink);

describe("exam days", () => {
  it("are shown to their members, their organiser and coordinators, the protocol once it is locked", async () => {
    const days = await allDays();
    expect(days.length).toBeGreaterThan(2);
    for (const who of everybody) {
      const judges = may(who, "exam:judge");
      const door = judges || may(who, "exam:record");
      const own = judges && who !== "visitor" ? await ownDays(who) : [];
      for (const id of days) {
        const page = await get(`/zkousky/${id}`, who);
        const html = await page.text();
        const shown = may(who, "exam:record") || own.includes(id);
        const expected = who === "visitor" ? 302 : !door ? 403 : shown ? 200 : 404;
        expect(page.status, `GET ${id} as ${who}`).toBe(expected);
        const file = await get(`/zkousky/${id}/protokol`, who);
        const bytes = Buffer.from(await file.arrayBuffer());
        const locked = html.includes(`/zkousky/${id}/protokol`);
        expect(file.status, `protocol ${id} as ${who}`).toBe(
          expected === 200 ? (locked ? 200 : 404) : expected,
        );
        if (file.status === 200) {
          expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
          expect(file.headers.get("Cache-Control")).toBe("private, no-store");
        }
      }
    }
  });

  it("that are nobody's are not there, for whoever may look", async () => {
    for (const who of everybody) {
      for (const id of [randomUUID(), "neni-id"]) {
        for (const path of [`/zkousky/${id}`, `/zkousky/${id}/protokol`, `/zkousky/${id}/zmena`]) {
          const permission = path.endsWith("zmena") ? "exam:record" : "exam:judge";
          const door = may(who, permission) || may(who, "exam:record");
          const status = (await get(path, who)).status;
          expect(status, `GET ${path} as ${who}`).toBe(who === "visitor" ? 302 : door ? 404 : 403);
        }
      }
    }
  });

  it("take nothing from those who may not give it, and name the field of what is wrong", async () => {
    const [id] = await ownDays("supervisor");
    for (const who of everybody) {
      const answer = await post(`/zkousky/${id}`, { intent: "reopen" }, who);
      const door = may(who, "exam:judge") || may(who, "exam:record");
      if (who === "visitor") expect([401, 302]).toContain(answer.status);
      else expect(answer.status, `POST as ${who}`).toBe(door ? 422 : 403);
    }
    const absent = await post(`/zkousky/${randomUUID()}`, { intent: "open" }, "supervisor");
    expect(absent.status).toBe(404);
    const pages = await Promise.all(
      (await ownDays("supervisor")).map(async (day) => ({
        day,
        html: await (await get(`/zkousky/${day}`, "supervisor")).text(),
      })),
    );
    const undeclared = pages.find(({ html }) => html.includes('name="agree"'))!.day;
    const undecided = await post(`/zkousky/${undeclared}`, { intent: "declare" }, "supervisor");
    expect(undecided.status).toBe(422);
    expect(await undecided.text()).toContain("-agree-error");
    for (const who of everybody) {
      const change = await post(`/zkousky/${id}/zmena`, {}, who);
      if (who === "visitor") expect([401, 302]).toContain(change.status);
      else expect(change.status, `POST change as ${who}`).toBe(may(who, "exam:record") ? 422 : 403);
    }
  });

  it("do not tell the examined how anybody voted", async () => {
    const html = await (await get("/kurz/muj-prehled", "trainee")).text();
    expect(html).not.toContain("/zkousky/");
    expect((await get("/zkousky", "trainee")).status).toBe(403);
  });
});
