import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { permissionsOfRole, type Permission } from "../../app/access/permissions";
import { roles, type Role } from "../../app/access/roles";
import { get, linksIn, post } from "../support/browse";

/** Supervision as everybody: one's own sessions, somebody else's, and none; bad input with the field named. */

const everybody = ["visitor", ...roles] as const;
const holds = (who: (typeof everybody)[number], permission: Permission) =>
  who !== "visitor" && Boolean(permissionsOfRole[who][permission]);

const sessionsOf = async (who: Role) =>
  linksIn(await (await get("/supervize", who)).text(), /^\/supervize\/([0-9a-f-]{36})$/);

/** Ids of the supervisor's planned sessions, those whose page offers a change. */
async function changeable(): Promise<string> {
  for (const id of await sessionsOf("supervisor")) {
    const page = await (await get(`/supervize/${id}`, "supervisor")).text();
    if (page.includes(`/supervize/${id}/zmena`)) return id;
  }
  throw new Error("The demo has no planned session of the supervisor");
}

describe("a session", () => {
  it("opens for those it concerns: its supervisor, the invited, and who oversees it", async () => {
    const [own, invited, mentor] = await Promise.all([
      sessionsOf("supervisor"),
      sessionsOf("trainee"),
      sessionsOf("mentor"),
    ]);
    expect(own.length).toBeGreaterThan(2);
    expect(invited.length).toBeGreaterThan(1);
    expect(mentor.length).toBeGreaterThan(1);
    const foreign = own.find((id) => !invited.includes(id) && !mentor.includes(id))!;
    for (const who of ["trainee", "mentor"] as const) {
      for (const page of ["", "/pozvanka.ics"])
        expect((await get(`/supervize/${foreign}${page}`, who)).status, `${who} ${page}`).toBe(404);
    }
    const shared = invited.find((id) => own.includes(id))!;
    const asInvited = await (await get(`/supervize/${shared}`, "trainee")).text();
    const asSupervisor = await (await get(`/supervize/${shared}`, "supervisor")).text();
    expect(asInvited).not.toContain('value="note"');
    expect(asSupervisor).toContain('value="note"');
    for (const path of ["zmena", "pozvat", "dochazka", "listina"]) {
      expect((await get(`/supervize/${shared}/${path}`, "trainee")).status, path).toBe(403);
      expect((await get(`/supervize/${shared}/${path}`, "coordinator")).status, path).toBe(403);
    }
  });

  it("names its field in every refusal", async () => {
    const id = await changeable();
    const refused = async (path: string, fields: Record<string, string>, text: string) => {
      const answer = await post(path, fields, "supervisor");
      expect(answer.status, path).toBe(422);
      expect(await answer.text()).toContain(text);
    };
    await refused(`/supervize/${id}`, { intent: "cancel", version: "1" }, "reason");
    await refused(`/supervize/${id}`, { intent: "note", version: "1", note: "a".repeat(4001) }, "note");
    await refused(`/supervize/${id}/zmena`, { version: "1", day: "2026-02-30" }, "day");
    await refused(`/supervize/${id}/pozvat`, { trainee: "neni-id" }, "trainee");
    const plan = { id: randomUUID(), day: "2020-01-02", from: "10:00", minutes: "90", form: "group" };
    await refused("/supervize/nova", { ...plan, place: "in_person", town: "Most" }, "Tenhle čas už minul");
    await refused("/supervize/nova", { ...plan, place: "in_person" }, "town");
    await refused(
      "/supervize/nova",
      { ...plan, place: "video", link: "http://nezabezpecene.test" },
      "https://",
    );
    await refused("/supervize/nova", { ...plan, place: "nekde", town: "Most" }, "place");
    await refused("/supervize/zapis", { ...plan, place: "in_person", town: "Most" }, "Zaškrtněte");
    await refused("/supervize/zapis", { ...plan, minutes: "5", place: "in_person", town: "Most" }, "minutes");
  });

  it("gives its file for a calendar to those who see it, kept by nobody", async () => {
    const [id] = await sessionsOf("trainee");
    const answer = await get(`/supervize/${id}/pozvanka.ics`, "trainee");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain("text/calendar");
    expect(answer.headers.get("cache-control")).toContain("no-store");
    const body = await answer.text();
    expect(body).toContain("BEGIN:VEVENT");
    expect(body).not.toContain("video.demo.test");
  });
});

describe("the list of the duty", () => {
  it("and its file are for supervisors and coordinators", async () => {
    for (const who of everybody) {
      const may = holds(who, "supervision:oversee") || holds(who, "supervision:record");
      for (const path of ["/supervize/povinnost", "/supervize/povinnost.csv"]) {
        const status = (await get(path, who)).status;
        expect(status, `${path} as ${who}`).toBe(may ? 200 : who === "visitor" ? 302 : 403);
      }
    }
    const file = await get("/supervize/povinnost.csv?kdo=mentor", "coordinator");
    expect(file.headers.get("content-type")).toContain("text/csv");
    const lines = (await file.text()).trim().split("\r\n");
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.slice(1).every((line) => line.includes("mentor"))).toBe(true);
  });

  it("leads to people whom only a coordinator frees of the duty", async () => {
    const list = await (await get("/supervize/povinnost?stav=exempt", "coordinator")).text();
    const [person] = linksIn(list, /^\/supervize\/povinnost\/([0-9a-f-]{36})$/);
    const path = `/supervize/povinnost/${person}`;
    const reason = /rehabilitaci|rodiny/;
    expect(await (await get(path, "coordinator")).text()).toMatch(reason);
    expect(await (await get(path, "supervisor")).text()).not.toMatch(reason);
    for (const who of ["supervisor", "mentor", "trainee", "trainer"] as const)
      expect((await post(path, { intent: "grant" }, who)).status, who).toBe(403);
    expect((await post(path, { intent: "grant" }, "coordinator")).status).toBe(422);
    const wrong = {
      intent: "grant",
      id: randomUUID(),
      from: "2026-06-02",
      to: "2026-06-01",
      reason: "Zkouška",
    };
    const answer = await post(path, wrong, "coordinator");
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("Konec výjimky je před začátkem");
    const nobody = `/supervize/povinnost/${randomUUID()}`;
    expect((await get(nobody, "coordinator")).status).toBe(404);
    expect((await post(nobody, { ...wrong, to: "2026-06-05" }, "coordinator")).status).toBe(404);
  });
});
