import { beforeEach, describe, expect, it } from "vitest";
import { readPublicCounts } from "~/incidents/operations/public-counts.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { decide, makeIncident, makeReporter } from "../../support/factories/incidents";
import { makeAccount } from "../../support/factories/people";

withTestDatabase();
beforeEach(resetDatabase);

const may = new Date("2026-05-12T10:00:00Z");
/** The edge is the end of May then. */
const july = new Date("2026-07-02T10:00:00Z");

async function makeSome(count: number, municipality: string, at = may, day = "2026-05-01") {
  const { actor } = await makeReporter();
  const made = [];
  for (let index = 0; index < count; index += 1) {
    made.push(await makeIncident({ reporter: actor, municipality, at, day }));
  }
  return made;
}
const counts = async (now = july) =>
  (await readPublicCounts({ now })).municipalities.map(({ name, count }) => [name, count]);

describe("public counts", () => {
  it("hold municipalities with at least five incidents and nothing else", async () => {
    await makeSome(5, "Most");
    await makeSome(4, "Louny");
    expect(await readPublicCounts({ now: july })).toEqual({
      until: "2026-05-31",
      minimum: 5,
      schematic: true,
      municipalities: [
        { code: "567027", name: "Most", district: "Most", lat: 50.50301, lon: 13.63617, count: 5 },
      ],
    });
  });

  it("wait until the month of the report ended more than thirty days ago", async () => {
    await makeSome(5, "Most");
    expect(await counts(new Date("2026-06-20T10:00:00Z"))).toEqual([]);
    expect(await counts(new Date("2026-06-30T10:00:00Z"))).toEqual([]);
    expect(await counts(new Date("2026-07-01T10:00:00Z"))).toEqual([["Most", 5]]);
  });

  it("do not count an old event before its late report is old enough", async () => {
    await makeSome(4, "Most");
    await makeSome(1, "Most", new Date("2026-06-25T10:00:00Z"), "2026-04-01");
    expect(await counts()).toEqual([]);
    expect(await counts(new Date("2026-08-02T10:00:00Z"))).toEqual([["Most", 5]]);
  });

  it("do not move for one more incident", async () => {
    await makeSome(5, "Most");
    await makeSome(4, "Most", new Date("2026-06-05T10:00:00Z"), "2026-06-01");
    expect(await counts(new Date("2026-08-02T10:00:00Z"))).toEqual([["Most", 5]]);
    await makeSome(1, "Most", new Date("2026-06-06T10:00:00Z"), "2026-06-02");
    expect(await counts(new Date("2026-08-02T10:00:00Z"))).toEqual([["Most", 10]]);
  });

  it("leave out what an analyst rejected in time", async () => {
    const made = await makeSome(5, "Most");
    const { actor } = await makeAccount({ roles: ["incident_analyst"] });
    await decide(actor, made[0]!.id, "REJECTED", new Date("2026-05-20T10:00:00Z"));
    expect(await counts()).toEqual([]);
  });

  it("leave out places that are not municipalities of the list", async () => {
    const { actor } = await makeReporter();
    for (let index = 0; index < 6; index += 1) {
      await makeIncident({
        reporter: actor,
        at: may,
        day: "2026-05-01",
        municipality: "Lhota",
        district: "CZ0424",
      });
    }
    expect(await counts()).toEqual([]);
  });

  it("follow the database, whoever changed it", async () => {
    const made = await makeSome(5, "Most");
    expect(await counts()).toEqual([["Most", 5]]);
    // Another process, or an erasure.
    await db().incident.delete({ where: { id: made[0]!.id } });
    expect(await counts()).toEqual([]);
  });
});
