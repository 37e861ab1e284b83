import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { exportRegister } from "~/certification/operations/certificate/export-register.server";
import { reissueCertificate } from "~/certification/operations/certificate/reissue-certificate.server";
import { readRegister } from "~/certification/operations/certificate/register.server";
import { issueCertificate } from "~/certification/operations/issue-certificate.server";
import { revokeCertificate } from "~/certification/operations/revoke-certificate.server";
import { printedCode } from "~/certification/rules/certificate-code";
import { registerFilter } from "~/certification/schema";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { makeGraduand, makeReadyClass, useOneModule } from "../../../support/factories/certification";
import { makeAccount } from "../../../support/factories/people";
import { studyNow } from "../../../support/factories/practice";

withTestDatabase();
beforeAll(useOneModule);
beforeEach(resetDatabase);

const context = { now: studyNow };
const coordinator = async (regionCode: string | null = null) =>
  (await makeAccount({ roles: [{ role: "coordinator", regionCode }] })).actor;
type Actor = Awaited<ReturnType<typeof coordinator>>;

const numbers = async (actor: Actor, change: Record<string, string>) =>
  (await readRegister(actor, registerFilter.parse(change))).rows.map(({ number }) => number);

async function makeRegister() {
  const near = await makeReadyClass({ trainee: { account: { name: "Žaneta Řehořková" } } });
  const far = await makeReadyClass({
    run: { regionCode: "CZ051" },
    trainee: { account: { name: "Řehoř Daleký" } },
  });
  const issue = (actor: Actor, enrolmentId: string, now = studyNow) =>
    issueCertificate(actor, { id: randomUUID(), enrolmentId }, { now });
  const first = await issue(near.trainer.actor, near.graduand.enrolmentId);
  const second = await issue(far.trainer.actor, far.graduand.enrolmentId);
  const late = await makeGraduand({ runId: near.runId, account: { name: "Karel Pozdní" } });
  const third = await issue(near.trainer.actor, late.enrolmentId, new Date("2027-02-01T10:00:00Z"));
  return { near, far, first, second, third };
}

describe("the register", () => {
  it("finds by name, number, whole code, run, year and state, within what the actor may see", async () => {
    const { near, first, second } = await makeRegister();
    const actor = await coordinator();
    const code = (await db().certificate.findUniqueOrThrow({ where: { id: first.id } })).code;
    expect(await numbers(actor, {})).toEqual(["2027/0001", "2026/0002", "2026/0001"]);
    expect(await numbers(actor, { hledat: "rehor" })).toEqual(["2026/0002", "2026/0001"]);
    expect(await numbers(actor, { hledat: "2026/0002" })).toEqual(["2026/0002"]);
    expect(await numbers(actor, { hledat: printedCode(code).toLowerCase() })).toEqual(["2026/0001"]);
    expect(await numbers(actor, { hledat: code.slice(0, 19) })).toEqual([]);
    expect(await numbers(actor, { beh: near.runId })).toEqual(["2027/0001", "2026/0001"]);
    expect(await numbers(actor, { rok: "2026" })).toEqual(["2026/0002", "2026/0001"]);
    expect(await numbers(actor, { rok: "2031" })).toEqual([]);
    await revokeCertificate(actor, { id: second.id, version: 1, reason: "Omylem." }, context);
    const input = { id: randomUUID(), replaced: first.id, version: 1, reason: "nameChange" } as const;
    await reissueCertificate(actor, input, context);
    expect(await numbers(actor, { stav: "valid" })).toEqual(["2027/0001", "2026/0003"]);
    expect(await numbers(actor, { stav: "revoked" })).toEqual(["2026/0002"]);
    expect(await numbers(actor, { stav: "replaced" })).toEqual(["2026/0001"]);
    const farther = await coordinator("CZ051");
    expect(await numbers(farther, { hledat: "rehor" })).toEqual(["2026/0002"]);
    expect(await numbers(farther, { hledat: code })).toEqual([]);
    const page = await readRegister(farther, registerFilter.parse({}));
    expect(page.runs.length).toBe(1);
    expect(page.years).toEqual([2026]);
  });

  it("takes any address, however spoilt, for one without that filter", async () => {
    await makeRegister();
    const actor = await coordinator();
    const spoilt = { stav: "nevim", beh: "' OR 1=1", rok: "dva", strana: "-4", tisk: "ano" };
    expect(await numbers(actor, spoilt)).toHaveLength(3);
    expect(await numbers(actor, { hledat: "%" })).toEqual([]);
  });

  it("shows pages of twenty-five, and all of it for printing", async () => {
    const { near } = await makeRegister();
    const content = await db().certificate.findFirstOrThrow({
      where: { enrolmentId: near.graduand.enrolmentId },
    });
    const actor = await coordinator();
    const trainer = near.trainer.actor;
    for (let count = 0; count < 25; count += 1) {
      const { enrolmentId } = await makeGraduand({ runId: near.runId });
      await issueCertificate(trainer, { id: randomUUID(), enrolmentId }, context);
    }
    expect(content.year).toBe(2026);
    const first = await readRegister(actor, registerFilter.parse({}));
    expect(first).toMatchObject({ total: 28, page: 1, pages: 2 });
    expect(first.rows).toHaveLength(25);
    expect((await readRegister(actor, registerFilter.parse({ strana: "99" }))).rows).toHaveLength(3);
    expect((await readRegister(actor, registerFilter.parse({ tisk: "1" }))).rows).toHaveLength(28);
  });
});

describe("the exported list", () => {
  it("holds what the list holds, says what for, and is an event without names", async () => {
    const { first } = await makeRegister();
    const actor = await coordinator("CZ042");
    const input = { id: randomUUID(), replaced: first.id, version: 1, reason: "dataMistake" } as const;
    await reissueCertificate(actor, input, context);
    const filter = registerFilter.parse({});
    const csv = await exportRegister(actor, filter, { purpose: "funder", now: studyNow });
    const lines = csv.trim().split("\r\n");
    expect(lines[0]).toContain("Číslo;Jméno;Běh;Vydáno;Stav;Neplatí od;Vydáno místo;Nahrazeno");
    expect(lines).toHaveLength(5);
    expect(csv).toMatch(/2026\/0003;Žaneta Řehořková;.*;platí;;2026\/0001;;1/);
    expect(csv).toMatch(/2026\/0001;Žaneta Řehořková;.*;nahrazeno;2026-06-12;;2026\/0003;1/);
    expect(csv).not.toContain("Daleký");
    expect(csv).not.toContain("1990-05-03");
    expect(lines.at(-1)).toContain("zpráva pro donora");
    const events = await db().auditEvent.findMany({ where: { action: "certificate.export" } });
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events[0]!.details)).toContain("funder");
    expect(JSON.stringify(events[0]!.details)).not.toContain("Žaneta");
  });
});
