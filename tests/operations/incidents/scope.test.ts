import { beforeEach, describe, expect, it } from "vitest";
import type { Actor, Role } from "~/access/index.server";
import { listIncidents } from "~/incidents/operations/list-incidents.server";
import { readMapData } from "~/incidents/operations/map-data.server";
import { readOverview } from "~/incidents/operations/incident-overview.server";
import { readIncident } from "~/incidents/operations/read-incident.server";
import { keptFromAssistant } from "~/incidents/rules/routing";
import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { decide, makeIncident, makeReporter, reportedAt as now } from "../../support/factories/incidents";
import { makeAccount, makeOrganisation } from "../../support/factories/people";

withTestDatabase();
beforeEach(resetDatabase);

const secrets = {
  story: "Tajný popis události u domu.",
  placeNote: "Smyšlená 12",
  harm: "Zlomené zápěstí",
  help: "Volat odpoledne",
  lat: "50.51234",
  lon: "13.64321",
};
const wholeRegion = { zoom: 9, bbox: [12.5, 50, 15, 51.5] as const };
const nearest = { zoom: 17, bbox: [12.5, 50, 15, 51.5] as const };

const mayRead = (actor: Actor, id: string) =>
  readIncident(actor, id, { now }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof AppError && error.code === "notFound") return false;
      throw error;
    },
  );
const listed = async (actor: Actor) => (await listIncidents(actor, {})).incidents.map(({ id }) => id);

/** What one person sees of one incident, by every door at once. */
async function sight(actor: Actor, id: string) {
  const list = await listIncidents(actor, {});
  const onMap = (await readMapData(actor, {}, nearest, { now })).total;
  const { overview } = await readOverview(actor, {});
  expect(overview.total).toBe(onMap);
  expect(list.total).toBe(list.incidents.length);
  const record = (await mayRead(actor, id)) ? await readIncident(actor, id, { now }) : null;
  return {
    listed: list.incidents.some((incident) => incident.id === id),
    record: record !== null,
    story: Boolean(record?.story),
    map: onMap > 0,
  };
}

describe("who sees an incident", () => {
  const all = { listed: true, record: true, story: true, map: true };
  const none = { listed: false, record: false, story: false, map: false };
  const coded = { ...all, story: false };

  it.each<[string, Role, string | null, ReturnType<typeof Object>]>([
    ["another mentor", "mentor", "CZ042", none],
    ["an assistant", "crime_prevention_assistant", "CZ042", none],
    ["an analyst", "incident_analyst", null, all],
    ["a coordinator of the region", "coordinator", "CZ042", coded],
    ["a coordinator of the programme", "coordinator", null, coded],
    ["a coordinator of another region", "coordinator", "CZ051", none],
    ["a probation officer", "probation_officer", "CZ042", none],
    ["a trainer", "trainer", "CZ042", none],
    ["an adviser", "adviser", "CZ042", none],
    ["the administrator", "administrator", null, none],
  ])("%s", async (_name, role, regionCode, expected) => {
    const { id } = await makeIncident({ ...secrets, geoPrecision: "ADDRESS" });
    const { actor } = await makeAccount({ roles: [{ role, regionCode }] });
    expect(await sight(actor, id)).toEqual(expected);
  });

  it.each(["mentor", "crime_prevention_assistant"] as const)("a %s sees the own one", async (role) => {
    const { actor } = await makeReporter(role);
    const { id } = await makeIncident({ ...secrets, geoPrecision: "ADDRESS", reporter: actor });
    await makeIncident();
    expect(await sight(actor, id)).toEqual({ ...all, map: false });
    expect(await listed(actor)).toEqual([id]);
    const { story } = await readIncident(actor, id, { now });
    expect(story).toMatchObject({ text: secrets.story, point: { lat: 50.51234, lon: 13.64321 } });
  });

  it("nobody finds an address that is no id", async () => {
    const { actor } = await makeAccount({ roles: ["incident_analyst"] });
    expect(await mayRead(actor, "nic")).toBe(false);
  });
});

describe("a coordinator", () => {
  it("gets nothing of the words, the victim, the exact place, the reporter or the evidence", async () => {
    const reporter = await makeReporter();
    const { id } = await makeIncident({
      ...secrets,
      geoPrecision: "ADDRESS",
      helpNeeded: "yes",
      reporter: reporter.actor,
    });
    const analyst = await makeAccount({ roles: ["incident_analyst"], name: "Analytička Ukázková" });
    await decide(analyst.actor, id, "CONFIRMED");
    const { actor } = await makeAccount({ roles: ["coordinator"] });
    const seen = JSON.stringify([
      await readIncident(actor, id, { now }),
      await listIncidents(actor, {}),
      await readMapData(actor, {}, wholeRegion, { now }),
      await readMapData(actor, {}, nearest, { now }),
      await readOverview(actor, {}),
    ]);
    const hidden = [
      ...["Tajný popis", "Smyšlená", "zápěstí", "odpoledne", "50.512", "13.643", "v1."],
      ...[reporter.name, reporter.email, reporter.accountId, analyst.name],
      ...["Slyšeli to dva svědci", "Výpovědi se shodují"],
    ];
    for (const words of hidden) expect(seen, words).not.toContain(words);
    const record = await readIncident(actor, id, { now });
    expect(record.verifications).toMatchObject([{ verification: "CONFIRMED", states: { BI02: "PRESENT" } }]);
  });

  it("who is also a mentor sees the own points exactly and others' by their municipality", async () => {
    const { actor } = await makeReporter();
    const both = await makeAccount({ roles: ["coordinator", "mentor"], monitoringTraining: true });
    await makeIncident({ ...secrets, geoPrecision: "ADDRESS", reporter: actor });
    const own = await makeIncident({
      ...{ lat: "50.4", lon: "13.5", municipality: "Chomutov", geoPrecision: "ADDRESS" },
      reporter: both.actor,
    });
    const { items } = await readMapData(both.actor, {}, nearest, { now });
    const exact = items.flatMap((item) => (item.kind === "point" && item.exact ? [item.id] : []));
    expect(exact).toEqual([own.id]);
    expect(JSON.stringify(items)).not.toContain("50.512");
  });
});

describe("an analyst", () => {
  it("sees the exact point, and that is written down", async () => {
    const { id } = await makeIncident({ ...secrets, geoPrecision: "ADDRESS" });
    const { actor } = await makeAccount({ roles: ["incident_analyst"] });
    const { items } = await readMapData(actor, {}, nearest, { now });
    expect(items).toMatchObject([{ kind: "point", id, exact: true, lat: 50.51234, lon: 13.64321 }]);
    expect(await db().auditEvent.findMany({ where: { action: "incident.points-read" } })).toMatchObject([
      { actorId: actor.accountId, details: { exact: 1 } },
    ]);
  });

  it("sees who reported and how it was coded", async () => {
    const reporter = await makeReporter();
    const { id } = await makeIncident({ reporter: reporter.actor });
    const { actor } = await makeAccount({ roles: ["incident_analyst"] });
    expect((await readIncident(actor, id, { now })).analysis).toMatchObject({
      reporter: { name: reporter.name, address: reporter.email },
      codings: [{ forms: ["VERBAL"], author: reporter.name }],
    });
  });
});

describe("reading", () => {
  it("is written down, and so is reading the story", async () => {
    const { id } = await makeIncident();
    const coordinator = await makeAccount({ roles: ["coordinator"] });
    const analyst = await makeAccount({ roles: ["incident_analyst"] });
    await readIncident(coordinator.actor, id, { now });
    await readIncident(analyst.actor, id, { now });
    const events = await db().auditEvent.findMany({
      where: { subjectId: id, action: { in: ["incident.read", "incident.story-read"] } },
    });
    const seen = events.map(({ actorId, action }) => `${actorId} ${action}`).sort();
    expect(seen).toEqual(
      [
        `${coordinator.accountId} incident.read`,
        `${analyst.accountId} incident.read`,
        `${analyst.accountId} incident.story-read`,
      ].sort(),
    );
  });

  it("what is not there leaves no trace of having been looked for", async () => {
    const { id } = await makeIncident();
    const { actor } = await makeReporter();
    expect(await mayRead(actor, id)).toBe(false);
    expect(await db().auditEvent.count({ where: { actorId: actor.accountId } })).toBe(0);
  });
});

describe("a crime prevention assistant with a wider role", () => {
  it("is kept from the police and his own town hall exactly as the rule says, but not from his own reports", async () => {
    const own = await makeOrganisation({ kind: "municipality", town: "Most" });
    const other = await makeOrganisation({ kind: "municipality", town: "Děčín" });
    const person = await makeAccount({
      roles: [{ role: "crime_prevention_assistant", organisationId: own.id }, "coordinator"],
      monitoringTraining: true,
    });
    const concerns = [
      {},
      { concernsPolice: "on" },
      { concernsOffice: "on" },
      { concernsOffice: "on", concernsOrganisationId: own.id },
      { concernsOffice: "on", concernsOrganisationId: other.id },
      { concernsOrganisationId: own.id },
      { concernsPolice: "on", concernsOrganisationId: other.id },
      { placeKind: "OFFICE" },
      { placeKind: "POLICE" },
    ];
    const reporter = (await makeReporter()).actor;
    const others = [];
    for (const one of concerns) others.push(await makeIncident({ ...one, reporter }));
    const mine = [];
    for (const one of concerns) mine.push(await makeIncident({ ...one, reporter: person.actor }));
    const open = others.filter((incident) => !keptFromAssistant(incident, [own.id]));
    expect(open.length).toBeGreaterThan(0);
    expect(open.length).toBeLessThan(others.length);
    const expected = [...open, ...mine].map(({ id }) => id).sort();
    expect((await listed(person.actor)).sort()).toEqual(expected);
    expect((await readMapData(person.actor, {}, nearest, { now })).total).toBe(expected.length);
    for (const { id } of others) {
      expect(await mayRead(person.actor, id)).toBe(expected.includes(id));
    }
  });

  it("whose town hall is not known is kept from every office", async () => {
    const other = await makeOrganisation({ kind: "municipality", town: "Děčín" });
    const person = await makeAccount({ roles: ["crime_prevention_assistant", "coordinator"] });
    await makeIncident({ concernsOrganisationId: other.id });
    const plain = await makeIncident();
    expect(await listed(person.actor)).toEqual([plain.id]);
  });
});

describe("filters", () => {
  it("narrow list and map alike, and never widen a scope", async () => {
    const { actor: reporter } = await makeReporter();
    const threat = await makeIncident({ forms: ["THREAT", "VERBAL"], day: "2026-03-05", reporter });
    const old = await makeIncident({ day: "2024-02-01", municipality: "Louny", reporter });
    const { actor } = await makeAccount({ roles: ["coordinator"] });
    const foreign = (await makeReporter()).actor;
    for (const [filters, expected] of [
      [{ forma: "THREAT" }, [threat.id]],
      [{ okres: "CZ0424" }, [old.id]],
      [{ od: "2026-01-01" }, [threat.id]],
      [{ do: "2024-02-01" }, [old.id]],
      [{ motivace: "AGE" }, []],
      [{ overeni: "UNVERIFIED", obec: "567027" }, [threat.id]],
      [{ moje: "1" }, []],
    ] as const) {
      const list = await listIncidents(actor, filters);
      expect(list.incidents.map(({ id }) => id)).toEqual(expected);
      expect((await readMapData(actor, filters, wholeRegion, { now })).total).toBe(expected.length);
      expect((await listIncidents(foreign, filters)).total).toBe(0);
    }
  });

  it("pages do not repeat or skip anything", async () => {
    const { actor } = await makeReporter();
    for (let index = 0; index < 27; index += 1) await makeIncident({ reporter: actor });
    const first = await listIncidents(actor, {}, { page: 1 });
    const second = await listIncidents(actor, {}, { page: 2 });
    expect([first.pages, first.total, second.page]).toEqual([2, 27, 2]);
    expect(new Set([...first.incidents, ...second.incidents].map(({ id }) => id)).size).toBe(27);
    expect((await listIncidents(actor, {}, { page: 99 })).page).toBe(2);
  });
});
