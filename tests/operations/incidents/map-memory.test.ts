import { beforeEach, describe, expect, it } from "vitest";
import { readMapData } from "~/incidents/operations/map-data.server";
import { placedIncidents } from "~/incidents/operations/placed-incidents.server";
import { makeRevisionMemory } from "~/incidents/operations/revision-memory.server";
import { db, executeSql } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { decide, makeIncident, reportedAt as now } from "../../support/factories/incidents";
import { makeAccount } from "../../support/factories/people";

withTestDatabase();
beforeEach(resetDatabase);

describe("the map's memory", () => {
  it("gives the same list again while nothing changes", async () => {
    await makeIncident();
    const { actor } = await makeAccount({ roles: ["coordinator"] });
    expect(await placedIncidents(actor, {})).toBe(await placedIncidents(actor, {}));
  });

  it("forgets at once when an incident is added, judged, changed elsewhere or erased", async () => {
    const first = await makeIncident();
    const { actor } = await makeAccount({ roles: ["coordinator"] });
    const analyst = (await makeAccount({ roles: ["incident_analyst"] })).actor;
    const total = async (overeni?: "PROBABLE") => (await placedIncidents(actor, { overeni })).length;
    expect([await total(), await total("PROBABLE")]).toEqual([1, 0]);
    await makeIncident();
    expect(await total()).toBe(2);
    await decide(analyst, first.id, "PROBABLE");
    expect(await total("PROBABLE")).toBe(1);
    await executeSql(
      "UPDATE incidents SET verification = 'UNCLEAR', version = version + 1 WHERE id = $1::uuid",
      [first.id],
    );
    expect(await total("PROBABLE")).toBe(0);
    await db().incident.delete({ where: { id: first.id } });
    expect(await total()).toBe(1);
  });

  it("never serves one person's list to another", async () => {
    await makeIncident({ lat: "50.51234", lon: "13.64321", geoPrecision: "ADDRESS" });
    const analyst = (await makeAccount({ roles: ["incident_analyst"] })).actor;
    const coordinator = (await makeAccount({ roles: ["coordinator"] })).actor;
    const elsewhere = (await makeAccount({ roles: [{ role: "coordinator", regionCode: "CZ051" }] })).actor;
    for (let again = 0; again < 2; again += 1) {
      expect(await placedIncidents(analyst, {})).toMatchObject([{ exact: true, lat: 50.51234 }]);
      expect(await placedIncidents(coordinator, {})).toMatchObject([{ exact: false, lat: 50.50301 }]);
      expect(await placedIncidents(elsewhere, {})).toEqual([]);
    }
  });

  it("keeps neither failures nor more than it may", async () => {
    const memory = makeRevisionMemory<number>(2);
    await expect(memory.get("a", "1", () => Promise.reject(new Error("database is away")))).rejects.toThrow();
    expect(await memory.get("a", "1", async () => 1)).toBe(1);
    expect(await memory.get("a", "1", async () => 2)).toBe(1);
    await memory.get("b", "1", async () => 1);
    await memory.get("c", "1", async () => 1);
    expect(await memory.get("a", "1", async () => 3)).toBe(3);
    expect(await memory.get("a", "2", async () => 4)).toBe(4);
  });
});

describe("the map's data", () => {
  it("joins incidents of one municipality and tells them apart by name", async () => {
    for (let index = 0; index < 3; index += 1) await makeIncident({ municipality: "Most" });
    await makeIncident({ municipality: "Louny" });
    const { actor } = await makeAccount({ roles: ["coordinator"] });
    const near = await readMapData(actor, {}, { zoom: 13, bbox: [12.5, 50, 15, 51.5] }, { now });
    expect(near.total).toBe(4);
    expect(near.items).toHaveLength(2);
    expect(near.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: "cluster",
          count: 3,
          municipality: { code: "567027", name: "Most" },
        }),
        expect.objectContaining({ kind: "point", municipality: "Louny", exact: false }),
      ]),
    );
    const elsewhere = await readMapData(actor, {}, { zoom: 13, bbox: [12.5, 50, 12.6, 50.1] }, { now });
    expect(elsewhere).toEqual({ total: 4, items: [] });
    expect(await db().auditEvent.count({ where: { action: "incident.points-read" } })).toBe(0);
  });
});
