import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "~/platform/db/index.server";
import { judgeType } from "~/registry/operations/judge-type.server";
import { readCase } from "~/registry/operations/read-case.server";
import { referClient } from "~/registry/operations/refer-client.server";
import { referringBodies } from "~/registry/operations/referral-form.server";
import { updateClient } from "~/registry/operations/update-client.server";
import type { ReferralInput } from "~/registry/schema";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeCase, referralInput } from "../../support/factories/registry";
import { makeScenery, now, today, type Scenery } from "./scenery";

withTestDatabase();

let scene: Scenery;
beforeEach(async () => {
  await resetDatabase();
  scene = await makeScenery();
});

const input = (overrides: Partial<ReferralInput> = {}) =>
  referralInput({ organisationId: scene.centre.id, ...overrides });

async function refer(overrides: Partial<ReferralInput> = {}) {
  const result = await referClient(scene.officer, input(overrides), { now });
  if (result.kind !== "referred") throw new Error("The client was taken for a known one");
  return result;
}

describe("a referral", () => {
  it("makes a case that waits for a mentor, with a code, a type and a history", async () => {
    const { caseId, code } = await refer();
    expect(code).toBe("DEC-001");
    const view = await readCase(scene.officer, caseId, { now });
    expect(view).toMatchObject({
      state: "referred",
      type: "A",
      sanction: "community_service",
      referredOn: today,
      client: { code, name: "Alois Vymyšlený", birthYear: 1988, town: "Děčín", contact: "777 000 111" },
      help: "Motivovat k nástupu na práce.",
      mentor: null,
      due: { state: "notStarted" },
    });
    expect(view.events.map(({ type, author }) => [type, author]).sort()).toEqual([
      ["judged", "Ivana Dohledová"],
      ["referred", "Ivana Dohledová"],
    ]);
  });

  it("keeps nothing readable of the person in the table", async () => {
    const { caseId } = await refer();
    const row = await db().case.findUniqueOrThrow({
      where: { id: caseId },
      include: { client: true, types: true, stateChanges: true },
    });
    const stored = JSON.stringify(row);
    for (const words of ["Vymyšlený", "777 000 111", "1988", "Motivovat", "Nechodí"])
      expect(stored).not.toContain(words);
  });

  it("sent twice has one effect", async () => {
    const sent = input();
    const results = await Promise.all([
      referClient(scene.officer, sent, { now }),
      referClient(scene.officer, sent, { now }),
    ]);
    expect(results[0]).toEqual(results[1]);
    expect(await db().client.count()).toBe(1);
    expect(await db().auditEvent.count({ where: { action: "case.refer" } })).toBe(1);
  });

  it("gives every client a code of their own, however many are referred at once", async () => {
    await makeCase({ organisationId: scene.centre.id, client: { code: "DEC-041" } });
    const names = ["Alfons", "Bruno", "Cecil", "Dominik", "Evžen", "Felix"];
    const results = await Promise.all(
      names.map((name) => refer({ id: randomUUID(), name: `${name} Smyšlený` })),
    );
    expect(results.map(({ code }) => code).sort()).toEqual(names.map((_, index) => `DEC-0${42 + index}`));
  });

  it("is made only for one's own body", async () => {
    const attempts = [
      [scene.officer, scene.otherCentre.id],
      [scene.officer, randomUUID()],
      [scene.curator, scene.centre.id],
      [scene.coordinator, scene.centre.id],
      [scene.mentorActor, scene.centre.id],
    ] as const;
    for (const [actor, organisationId] of attempts) {
      await expect(referClient(actor, input({ organisationId }), { now })).rejects.toMatchObject({
        code: "notFound",
      });
    }
    expect(await db().case.count()).toBe(0);
    expect(await referringBodies(scene.officer)).toMatchObject([{ id: scene.centre.id, name: "Děčín" }]);
  });

  it("with somebody else's id is not found", async () => {
    const { caseId } = await refer();
    await expect(referClient(scene.colleague, input({ id: caseId }), { now })).rejects.toMatchObject({
      code: "notFound",
    });
  });

  it("without a sanction is a curator's only", async () => {
    const without = referClient(scene.officer, input({ sanction: "none" }), { now });
    await expect(without).rejects.toMatchObject({ code: "invalid", field: "sanction" });
    const curators = input({ organisationId: scene.townHall.id, sanction: "none" });
    expect(await referClient(scene.curator, curators, { now })).toMatchObject({ kind: "referred" });
  });

  it("of somebody born in the future is refused", async () => {
    await expect(refer({ birthYear: 2027 })).rejects.toMatchObject({ field: "birthYear" });
  });
});

describe("somebody who may be here already", () => {
  it("is asked about, and nothing is written meanwhile", async () => {
    const known = await makeCase({
      organisationId: scene.centre.id,
      client: { name: "Vymyšlený Alois", birthYear: 1988 },
      state: "closed",
      endedOn: "2026-03-01",
    });
    const result = await referClient(scene.officer, input(), { now });
    expect(result).toMatchObject({
      kind: "maybeKnown",
      candidates: [
        { id: known.clientId, code: known.client.code, name: "Vymyšlený Alois", openCaseId: null },
      ],
    });
    expect(await db().case.count()).toBe(1);
  });

  it("gets a new case under the same code when it is the same person", async () => {
    const known = await makeCase({
      organisationId: scene.centre.id,
      client: { name: "Alois Vymyšlený", birthYear: 1988, contact: "staré číslo" },
      state: "closed",
      endedOn: "2026-03-01",
    });
    const { caseId, code } = await refer({ knownClient: known.clientId, contact: undefined });
    expect(code).toBe(known.client.code);
    const view = await readCase(scene.officer, caseId, { now });
    expect(view.client).toMatchObject({ code, contact: "staré číslo", town: "Děčín" });
    expect(await db().client.count()).toBe(1);
  });

  it("gets a code of their own when it is another person", async () => {
    await makeCase({ organisationId: scene.centre.id, client: { name: "Alois Vymyšlený", birthYear: 1988 } });
    await refer({ knownClient: "new" });
    expect(await db().client.count()).toBe(2);
  });

  it("with an open case needs no referral", async () => {
    const known = await makeCase({
      organisationId: scene.centre.id,
      client: { name: "Alois Vymyšlený", birthYear: 1988 },
    });
    const result = await referClient(scene.officer, input(), { now });
    expect(result).toMatchObject({ candidates: [{ openCaseId: known.id }] });
    await expect(refer({ knownClient: known.clientId })).rejects.toMatchObject({ field: "knownClient" });
  });

  it("is not looked for among another body's clients, nor taken from them", async () => {
    const foreign = await makeCase({
      organisationId: scene.otherCentre.id,
      client: { name: "Alois Vymyšlený", birthYear: 1988 },
      state: "closed",
    });
    await expect(refer({ knownClient: foreign.clientId })).rejects.toMatchObject({ code: "notFound" });
    expect(await refer()).toMatchObject({ kind: "referred" });
  });
});

describe("the type", () => {
  it("is judged anew with a reason, and the earlier judgement stays", async () => {
    const { caseId } = await refer();
    const judgement = { id: randomUUID(), type: "C" as const, reason: "Nastoupil na práce." };
    await judgeType(scene.officer, caseId, judgement, { now });
    await judgeType(scene.officer, caseId, judgement, { now });
    const { type, events } = await readCase(scene.officer, caseId, { now });
    expect(type).toBe("C");
    expect(events.flatMap((event) => (event.type === "judged" ? [event.clientType] : [])).sort()).toEqual([
      "A",
      "C",
    ]);
  });

  it("of somebody else's client is not found, of an ended case a conflict", async () => {
    const { caseId } = await refer();
    const judgement = () => ({ id: randomUUID(), type: "B" as const, reason: "Proto." });
    for (const actor of [scene.otherOfficer, scene.coordinator, scene.mentorActor]) {
      await expect(judgeType(actor, caseId, judgement(), { now })).rejects.toMatchObject({
        code: "notFound",
      });
    }
    await db().case.update({ where: { id: caseId }, data: { state: "closed" } });
    await expect(judgeType(scene.officer, caseId, judgement(), { now })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("details of a client", () => {
  it("are corrected by the body, and a stale correction is a conflict", async () => {
    const { caseId } = await refer();
    const change = {
      version: 1,
      name: "Alois Vymyšlený ml.",
      birthYear: 1989,
      town: "Most",
      contact: "nové",
    };
    await updateClient(scene.colleague, caseId, change, { now });
    const { client } = await readCase(scene.officer, caseId, { now });
    expect(client).toMatchObject({
      name: "Alois Vymyšlený ml.",
      birthYear: 1989,
      town: "Most",
      contact: "nové",
      version: 2,
    });
    await expect(updateClient(scene.officer, caseId, change, { now })).rejects.toMatchObject({
      code: "stale",
    });
    await expect(
      updateClient(scene.otherOfficer, caseId, { ...change, version: 2 }, { now }),
    ).rejects.toMatchObject({
      code: "notFound",
    });
  });
});
