import { beforeAll, describe, expect, it } from "vitest";
import * as codebook from "~/incidents/codebook";
import { readPublicCounts } from "~/incidents/operations/public-counts.server";
import { storedIndicators } from "~/incidents/schema";
import { verificationProblem } from "~/incidents/rules/verifying";
import { verificationPlace } from "~/incidents/sealed-places";
import { unseal } from "~/platform/crypto/index.server";
import { db, executeSql } from "~/platform/db/index.server";
import { fillIncidents } from "../../../prisma/demo/incidents";
import { fillPeople } from "../../../prisma/demo/people";
import { startWorld } from "../../../prisma/demo/world";
import { withTestDatabase } from "../../support/database";

withTestDatabase();

const now = new Date("2026-11-22T10:00:00Z");

beforeAll(async () => {
  await fillIncidents(await fillPeople(startWorld(now)));
});

const distinct = async (column: string) => {
  const { rows } = await executeSql<{ value: string }>(`SELECT DISTINCT ${column} AS value FROM incidents`);
  return rows.map(({ value }) => value).filter((value) => value !== null);
};

describe("the demo's incidents", () => {
  it("are three hundred over two years, none in the future", async () => {
    expect(await db().incident.count()).toBe(300);
    const { _min, _max } = await db().incident.aggregate({
      _min: { occurredOn: true },
      _max: { occurredOn: true, reportedAt: true },
    });
    expect(now.getTime() - _min.occurredOn!.getTime()).toBeGreaterThan(650 * 86_400_000);
    expect(_max.occurredOn!.getTime()).toBeLessThan(now.getTime());
    expect(_max.reportedAt!.getTime()).toBeLessThan(now.getTime());
  });

  it("use every code of the codebook", async () => {
    expect((await distinct("unnest(forms)")).sort()).toEqual([...codebook.incidentForms].sort());
    expect((await distinct('unnest("biasMotivations")')).sort()).toEqual(
      [...codebook.biasMotivations].sort(),
    );
    expect((await distinct("channel")).sort()).toEqual([...codebook.channels].sort());
    expect((await distinct('"placeKind"')).sort()).toEqual([...codebook.places].sort());
    expect((await distinct('"victimType"')).sort()).toEqual([...codebook.victimTypes].sort());
    expect((await distinct("source")).sort()).toEqual([...codebook.sources].sort());
    expect((await distinct("verification")).sort()).toEqual([...codebook.verifications].sort());
    expect((await distinct('"geoPrecision"')).sort()).toEqual([...codebook.geoPrecisions].sort());
    expect((await distinct('"timePrecision"')).sort()).toEqual([...codebook.timePrecisions].sort());
  });

  it("are numbered without gaps in each year", async () => {
    const rows = await db().incident.findMany({ orderBy: [{ year: "asc" }, { sequence: "asc" }] });
    let expected = 1;
    rows.forEach((row, index) => {
      if (row.year !== rows[index - 1]?.year) expected = 1;
      expect(row.sequence).toBe(expected);
      expected += 1;
    });
  });

  it("come from people with the training, some of them from the demo's own accounts", async () => {
    const reporters = await db().incident.groupBy({ by: ["reportedById"], _count: true });
    const trained = await db().monitoringTraining.findMany();
    for (const { reportedById } of reporters) {
      expect(trained.some(({ accountId }) => accountId === reportedById)).toBe(true);
    }
    expect(reporters.length).toBeGreaterThan(10);
  });

  it("have a decision behind every state, and a proven indicator behind every confirmation", async () => {
    const rows = await db().incident.findMany({
      include: { verifications: { orderBy: { decidedAt: "desc" } }, codings: true },
    });
    for (const row of rows) {
      expect(row.verifications[0]?.verification ?? "UNVERIFIED").toBe(row.verification);
      expect(row.version).toBe(row.verifications.length + row.codings.length);
      for (const { id, verification, indicatorsSealed } of row.verifications) {
        const indicators = storedIndicators.parse(
          JSON.parse(unseal(indicatorsSealed!, verificationPlace("indicatorsSealed", id))),
        );
        expect(verificationProblem(verification, indicators)).toBeNull();
      }
    }
  });

  it("give the public map something to show", async () => {
    const { municipalities } = await readPublicCounts({ now });
    expect(municipalities.length).toBeGreaterThan(5);
  });
});
