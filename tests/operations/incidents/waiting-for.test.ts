import { beforeEach, describe, expect, it } from "vitest";
import { waitingFor } from "~/incidents/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { decide, makeIncident, reportedAt } from "../../support/factories/incidents";
import { makeAccount } from "../../support/factories/people";

withTestDatabase();
beforeEach(resetDatabase);

const inDays = (days: number) => new Date(reportedAt.getTime() + days * 86_400_000);

describe("what waits", () => {
  it("for an analyst are reports nobody judged, those whose victim wants help first", async () => {
    const { actor } = await makeAccount({ roles: ["incident_analyst"] });
    expect(await waitingFor(actor, reportedAt)).toEqual([]);
    await makeIncident({ helpNeeded: "yes" });
    const plain = await makeIncident();
    await makeIncident();
    expect(await waitingFor(actor, reportedAt)).toMatchObject([
      { id: "incidents-help", values: { count: 1 }, due: "2026-06-12", urgency: "today" },
      { id: "incidents-unverified", values: { count: 2 }, due: "2026-06-24", urgency: "soon" },
    ]);
    expect(await waitingFor(actor, inDays(20))).toMatchObject([
      { urgency: "overdue" },
      { urgency: "overdue" },
    ]);
    await decide(actor, plain.id, "PROBABLE");
    expect((await waitingFor(actor, reportedAt))[1]).toMatchObject({ values: { count: 1 } });
  });

  it.each(["mentor", "coordinator", "administrator", "crime_prevention_assistant"] as const)(
    "for a %s is nothing",
    async (role) => {
      await makeIncident({ helpNeeded: "yes" });
      const { actor } = await makeAccount({ roles: [role], monitoringTraining: true });
      expect(await waitingFor(actor, inDays(30))).toEqual([]);
    },
  );
});
