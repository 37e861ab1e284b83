import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { codeIncident } from "~/incidents/operations/code-incident.server";
import { readIncident } from "~/incidents/operations/read-incident.server";
import { verifyIncident } from "~/incidents/operations/verify-incident.server";
import type { CodingInput } from "~/incidents/schema";
import { db, executeSql } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import {
  makeIncident,
  makeReporter,
  reportedAt as now,
  verificationInput,
} from "../../support/factories/incidents";
import { makeAccount } from "../../support/factories/people";

withTestDatabase();
beforeEach(resetDatabase);

const later = new Date("2026-06-12T09:00:00Z");
const coding = (overrides: Partial<CodingInput> = {}): CodingInput => ({
  id: randomUUID(),
  version: 1,
  forms: ["VERBAL", "THREAT"],
  channel: "PHONE",
  placeKind: "HOME",
  victimType: "FAMILY",
  biasMotivations: ["ANTI_ROMA"],
  biasBasis: { ANTI_ROMA: "ACTUAL" },
  reason: "Podle popisu i vyhrožoval.",
  ...overrides,
});

describe("a decision", () => {
  it("changes the state, stays in the history and is written down", async () => {
    const { id } = await makeIncident();
    const { actor, name } = await makeAccount({ roles: ["incident_analyst"] });
    await verifyIncident(actor, id, verificationInput(), { now });
    await verifyIncident(
      actor,
      id,
      verificationInput({
        version: 2,
        verification: "CONFIRMED",
        indicators: { BI02: { state: "PRESENT", evidence: "Nahrávka pokřiku." } },
        reason: "Přišla nahrávka.",
      }),
      { now: later },
    );
    expect(await readIncident(actor, id, { now })).toMatchObject({
      verification: "CONFIRMED",
      version: 3,
      verifications: [
        {
          verification: "CONFIRMED",
          decidedAt: later.toISOString(),
          author: name,
          reason: "Přišla nahrávka.",
          indicators: { BI02: { state: "PRESENT", evidence: "Nahrávka pokřiku." } },
        },
        { verification: "PROBABLE", author: name, reason: "Výpovědi se shodují." },
      ],
    });
    expect(await db().auditEvent.count({ where: { action: "incident.verify", subjectId: id } })).toBe(2);
    const raw = JSON.stringify(await executeSql("SELECT * FROM incident_verifications"));
    expect(raw).not.toContain("nahrávka");
    expect(raw).not.toContain("Nahrávka");
  });

  it("to confirm without a proven indicator is refused", async () => {
    const { id } = await makeIncident();
    const { actor } = await makeAccount({ roles: ["incident_analyst"] });
    const input = verificationInput({
      verification: "CONFIRMED",
      indicators: { BI02: { state: "PRESENT", evidence: "" } },
    });
    await expect(verifyIncident(actor, id, input, { now })).rejects.toMatchObject({
      code: "invalid",
      field: "verification",
    });
    expect(await db().incidentVerification.count()).toBe(0);
  });

  it("upon an older version is refused and changes nothing", async () => {
    const { id } = await makeIncident();
    const { actor } = await makeAccount({ roles: ["incident_analyst"] });
    await verifyIncident(actor, id, verificationInput(), { now });
    const second = verifyIncident(actor, id, verificationInput({ verification: "REJECTED" }), { now });
    await expect(second).rejects.toMatchObject({ code: "stale", status: 409 });
    expect(await db().incident.findUniqueOrThrow({ where: { id } })).toMatchObject({
      verification: "PROBABLE",
      version: 2,
    });
  });

  it("of two made at once only one is kept", async () => {
    const { id } = await makeIncident();
    const { actor } = await makeAccount({ roles: ["incident_analyst"] });
    const results = await Promise.allSettled(
      (["PROBABLE", "UNCLEAR"] as const).map((verification) =>
        verifyIncident(actor, id, verificationInput({ verification }), { now }),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().incidentVerification.count()).toBe(1);
  });

  it("sent twice has one effect", async () => {
    const { id } = await makeIncident();
    const { actor } = await makeAccount({ roles: ["incident_analyst"] });
    const input = verificationInput();
    await verifyIncident(actor, id, input, { now });
    await verifyIncident(actor, id, input, { now });
    expect(await db().incidentVerification.count()).toBe(1);
    expect((await db().incident.findUniqueOrThrow({ where: { id } })).version).toBe(2);
  });

  it("is an analyst's alone", async () => {
    const reporter = await makeReporter();
    const { id } = await makeIncident({ reporter: reporter.actor });
    const coordinator = await makeAccount({ roles: ["coordinator"] });
    for (const { actor } of [reporter, coordinator]) {
      await expect(verifyIncident(actor, id, verificationInput(), { now })).rejects.toMatchObject({
        code: "notFound",
      });
      await expect(codeIncident(actor, id, coding(), { now })).rejects.toMatchObject({ code: "notFound" });
    }
  });

  it("is seen by the reporter without its reason and evidence", async () => {
    const { actor: reporter } = await makeReporter();
    const { id } = await makeIncident({ reporter });
    const { actor } = await makeAccount({ roles: ["incident_analyst"] });
    await verifyIncident(actor, id, verificationInput(), { now });
    const seen = await readIncident(reporter, id, { now });
    expect(seen.verifications).toMatchObject([{ verification: "PROBABLE", reason: null, author: null }]);
    expect(seen.analysis).toBeNull();
  });
});

describe("a coding", () => {
  it("replaces the codes and keeps the earlier ones", async () => {
    const { id } = await makeIncident();
    const { actor } = await makeAccount({ roles: ["incident_analyst"] });
    await codeIncident(actor, id, coding(), { now: later });
    const record = await readIncident(actor, id, { now });
    expect(record).toMatchObject({
      forms: ["VERBAL", "THREAT"],
      channel: "PHONE",
      placeKind: "HOME",
      victimType: "FAMILY",
      basis: { ANTI_ROMA: "ACTUAL" },
      odihrType: "THREAT",
      version: 2,
    });
    expect(record.analysis?.codings).toMatchObject([
      { forms: ["VERBAL", "THREAT"], reason: "Podle popisu i vyhrožoval.", codedAt: later.toISOString() },
      { forms: ["VERBAL"], reason: null },
    ]);
    expect(JSON.stringify(await executeSql("SELECT * FROM incident_codings"))).not.toContain("vyhrožoval");
  });

  it("upon an older version is refused", async () => {
    const { id } = await makeIncident();
    const { actor } = await makeAccount({ roles: ["incident_analyst"] });
    await codeIncident(actor, id, coding(), { now });
    await expect(codeIncident(actor, id, coding(), { now })).rejects.toMatchObject({ code: "stale" });
    expect(await db().incidentCoding.count({ where: { incidentId: id } })).toBe(2);
  });
});
