import { beforeEach, describe, expect, it } from "vitest";
import { reportIncident } from "~/incidents/operations/report-incident.server";
import { unsealPoint } from "~/incidents/operations/read-incident.server";
import { incidentPlace } from "~/incidents/sealed-places";
import { unseal } from "~/platform/crypto/index.server";
import { db, executeSql } from "~/platform/db/index.server";
import { dateToDay } from "~/platform/days";
import { AppError } from "~/platform/errors";
import { resetDatabase, withTestDatabase } from "../../support/database";
import {
  makeIncident,
  makeReporter,
  reportedAt as now,
  reportInput,
} from "../../support/factories/incidents";
import { makeAccount, makeOrganisation } from "../../support/factories/people";

withTestDatabase();
beforeEach(resetDatabase);

async function refusal(work: Promise<unknown>): Promise<{ code: string; field?: string; reason: string }> {
  const error = await work.then(
    () => new Error("was not refused"),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw error;
  return { code: error.code, field: error.field, reason: error.reason };
}

describe("a report", () => {
  it("is kept with its codes, its number, its first coding and an audit event", async () => {
    const hall = await makeOrganisation({ kind: "municipality", town: "Most" });
    const { actor } = await makeReporter({ role: "crime_prevention_assistant", organisationId: hall.id });
    const input = reportInput({
      timePrecision: "MINUTE",
      time: "17:35",
      forms: ["VERBAL", "THREAT"],
      biasBasis: "PERCEIVED",
      injured: "unknown",
      helpNeeded: "yes",
    });
    expect(await reportIncident(actor, input, { now })).toEqual({ id: input.id, number: "I-2026-0001" });
    const row = await db().incident.findUniqueOrThrow({
      where: { id: input.id },
      include: { codings: true },
    });
    expect(row).toMatchObject({
      number: "I-2026-0001",
      reportedById: actor.accountId,
      reporterRole: "crime_prevention_assistant",
      reporterOrganisationId: hall.id,
      occurredMinute: 17 * 60 + 35,
      municipalityCode: "567027",
      districtCode: "CZ0425",
      regionCode: "CZ042",
      forms: ["VERBAL", "THREAT"],
      biasMotivations: ["ANTI_ROMA"],
      biasBasis: { ANTI_ROMA: "PERCEIVED" },
      injured: null,
      helpNeeded: true,
      verification: "UNVERIFIED",
      codebookVersion: 1,
      version: 1,
    });
    expect(dateToDay(row.occurredOn)).toBe("2026-06-01");
    expect(row.codings).toMatchObject([
      { forms: ["VERBAL", "THREAT"], codedById: actor.accountId, codebookVersion: 1 },
    ]);
    expect(await db().auditEvent.findMany({ where: { subjectId: input.id } })).toMatchObject([
      { action: "incident.report", actorId: actor.accountId },
    ]);
  });

  it("keeps everything told in words, and the point, only as ciphertext", async () => {
    const told = {
      story: "Pokřik slyšel svědek Ukázkový z domu u parku.",
      placeNote: "Smyšlená 12, druhé patro",
      harm: "Zlomené zápěstí a strach",
      help: "Volat odpoledne na ústřednu",
      lat: "50.51234",
      lon: "13.64321",
    };
    const { id } = await makeIncident({ ...told, geoPrecision: "ADDRESS", helpNeeded: "yes" });
    const everything = await Promise.all(
      ["incidents", "incident_codings", "audit_events"].map((table) => executeSql(`SELECT * FROM ${table}`)),
    );
    const text = JSON.stringify(everything);
    for (const words of ["Ukázkov", "Smyšlen", "zápěst", "ústředn", "50.51234", "13.64321", "5123", "6432"]) {
      expect(text, words).not.toContain(words);
    }
    const row = await db().incident.findUniqueOrThrow({ where: { id } });
    expect(unseal(row.descriptionSealed, incidentPlace("descriptionSealed", id))).toBe(told.story);
    expect(unseal(row.placeNoteSealed!, incidentPlace("placeNoteSealed", id))).toBe(told.placeNote);
    expect(unseal(row.victimSealed!, incidentPlace("victimSealed", id))).toBe(told.harm);
    expect(unseal(row.helpSealed!, incidentPlace("helpSealed", id))).toBe(told.help);
    expect(unsealPoint(row.pointSealed, id)).toEqual({ lat: 50.51234, lon: 13.64321 });
  });

  it("sent twice is one report, also when both arrive at once", async () => {
    const { actor } = await makeReporter();
    const input = reportInput();
    const both = await Promise.all([1, 2].map(() => reportIncident(actor, input, { now })));
    expect(both[0]).toEqual(both[1]);
    expect(await reportIncident(actor, input, { now })).toEqual(both[0]);
    expect(await db().incident.count()).toBe(1);
    expect(await db().auditEvent.count({ where: { action: "incident.report" } })).toBe(1);
  });

  it("under an id of somebody else's report is refused and tells nothing of it", async () => {
    const { id } = await makeIncident();
    const { actor } = await makeReporter();
    expect(await refusal(reportIncident(actor, reportInput({ id }), { now }))).toMatchObject({
      code: "conflict",
      reason: "errors:conflict",
    });
  });

  it("is taken only from people with the training and a role that reports", async () => {
    const untrained = await makeAccount({ roles: ["mentor"] });
    expect(await refusal(reportIncident(untrained.actor, reportInput(), { now }))).toMatchObject({
      code: "forbidden",
      reason: "incidents:training.refusal",
    });
    for (const role of ["coordinator", "incident_analyst", "administrator", "trainee"] as const) {
      const { actor } = await makeAccount({ roles: [role], monitoringTraining: true });
      expect(await refusal(reportIncident(actor, reportInput(), { now }))).toMatchObject({
        code: "forbidden",
      });
    }
    expect(await db().incident.count()).toBe(0);
  });

  it.each([
    [{ day: "2026-06-11" }, "day", "incidents:problem.time.futureDay"],
    [{ timePrecision: "MINUTE" }, "time", "incidents:problem.time.timeMissing"],
    [{ municipality: undefined }, "municipality", "incidents:problem.place.missing"],
    [{ municipality: "Neznámá Ves" }, "district", "incidents:problem.place.unknownMunicipality"],
    [{ lat: "48.2", lon: "16.37" }, "lat", "incidents:problem.place.outside"],
    [{ geoPrecision: "STREET" }, "geoPrecision", "incidents:problem.place.tooFine"],
  ])("%j is refused at the field %s", async (change, field, reason) => {
    const { actor } = await makeReporter();
    expect(await refusal(reportIncident(actor, reportInput(change), { now }))).toEqual({
      code: "invalid",
      field,
      reason,
    });
    expect(await db().incident.count()).toBe(0);
  });

  it("concerns only an office that is one", async () => {
    const { actor } = await makeReporter();
    const centre = await makeOrganisation();
    const input = reportInput({ concernsOrganisationId: centre.id });
    expect(await refusal(reportIncident(actor, input, { now }))).toMatchObject({
      field: "concernsOrganisationId",
    });
    const hall = await makeOrganisation({ kind: "municipality" });
    expect(await makeIncident({ concernsOrganisationId: hall.id })).toMatchObject({
      concernsOffice: true,
      concernsOrganisationId: hall.id,
    });
    expect(await makeIncident({ placeKind: "POLICE" })).toMatchObject({ concernsPolice: true });
  });
});

describe("numbers", () => {
  it("of fifty reports made at once follow each other without a gap", async () => {
    const reporters = await Promise.all(Array.from({ length: 5 }, () => makeReporter()));
    const receipts = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        reportIncident(reporters[index % 5]!.actor, reportInput(), { now }),
      ),
    );
    const numbers = receipts.map(({ number }) => number).sort();
    expect(numbers).toEqual(
      Array.from({ length: 50 }, (_, index) => `I-2026-${String(index + 1).padStart(4, "0")}`),
    );
  });

  it("begin anew each year, by the day in Prague", async () => {
    expect((await makeIncident()).number).toBe("I-2026-0001");
    const newYear = new Date("2026-12-31T23:30:00Z");
    expect((await makeIncident({ at: newYear })).number).toBe("I-2027-0001");
    expect((await makeIncident({ at: new Date("2026-12-31T22:30:00Z") })).number).toBe("I-2026-0002");
  });

  it("lose none to a report that is refused in the middle", async () => {
    await makeIncident();
    const { actor } = await makeReporter();
    const centre = await makeOrganisation();
    await refusal(reportIncident(actor, reportInput({ concernsOrganisationId: centre.id }), { now }));
    expect((await makeIncident()).number).toBe("I-2026-0002");
  });
});
