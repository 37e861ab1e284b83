import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { certifyRun, readRunToCertify } from "~/certification/operations/certificate/certify-run.server";
import { zipRunCertificates } from "~/certification/operations/certificate/run-certificates-zip.server";
import { revokeCertificate } from "~/certification/operations/revoke-certificate.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { makeGraduand, useOneModule } from "../../../support/factories/certification";
import { makeAccount } from "../../../support/factories/people";
import { makeStudyRun, makeTrainee, studyNow } from "../../../support/factories/practice";

withTestDatabase();
beforeAll(useOneModule);
beforeEach(resetDatabase);

const context = { now: studyNow };
const coordinator = async (regionCode: string | null = "CZ042") =>
  (await makeAccount({ roles: [{ role: "coordinator", regionCode }] })).actor;

async function makeClass() {
  const trainer = await makeAccount({ roles: ["trainer"] });
  const run = await makeStudyRun({ trainerIds: [trainer.accountId] });
  const [first, second] = [
    await makeGraduand({ runId: run.id, account: { name: "Adam První" } }),
    await makeGraduand({ runId: run.id, account: { name: "Eva Druhá" } }),
  ];
  const unready = await makeTrainee({ runId: run.id, account: { name: "Jan Nehotový" } });
  const gone = await makeGraduand({ runId: run.id, state: "withdrawn", account: { name: "Ota Odešlý" } });
  return { trainer: trainer.actor, runId: run.id, first, second, unready, gone };
}

describe("certifying a run at once", () => {
  it("shows first who is ready and who is not, and gives nobody a number yet", async () => {
    const { trainer, runId } = await makeClass();
    const { people } = await readRunToCertify(trainer, runId);
    expect(people.map(({ name, group }) => [name, group])).toEqual([
      ["Adam První", "ready"],
      ["Eva Druhá", "ready"],
      ["Jan Nehotový", "incomplete"],
      ["Ota Odešlý", "left"],
    ]);
    expect(JSON.stringify(people)).not.toMatch(/2026\/\d{4}/);
    expect(await db().certificate.count()).toBe(0);
  });

  it("certifies each by himself: who cannot be stops nobody, and takes no number", async () => {
    const { trainer, runId, first, second, unready, gone } = await makeClass();
    const broken = await makeGraduand({ runId, account: { name: "Rozbitý Zápis" } });
    await db().enrolment.update({ where: { id: broken.enrolmentId }, data: { birthDateSealed: "x" } });
    const foreign = await makeGraduand();
    const asked = [unready, first, broken, gone, foreign, second].map(({ enrolmentId }) => enrolmentId);
    const results = await certifyRun(trainer, { runId, enrolments: asked }, context);
    expect(
      results.map(({ name, certificate, refusal }) => [
        name,
        certificate?.number ?? null,
        refusal?.key ?? null,
      ]),
    ).toEqual([
      ["Jan Nehotový", null, "certification:refusal.incomplete"],
      ["Adam První", "2026/0001", null],
      ["Rozbitý Zápis", null, "errors:unexpected"],
      ["Ota Odešlý", null, "certification:refusal.notActive"],
      ["", null, "certification:bulk.notInRun"],
      ["Eva Druhá", "2026/0002", null],
    ]);
    expect(await db().certificate.count()).toBe(2);
  });

  it("sent again, or after it broke off, gives the same certificates and the missing ones", async () => {
    const { trainer, runId, first, second } = await makeClass();
    const before = await certifyRun(trainer, { runId, enrolments: [first.enrolmentId] }, context);
    const both = [first.enrolmentId, second.enrolmentId, first.enrolmentId];
    const again = await certifyRun(trainer, { runId, enrolments: both }, context);
    expect(again.map(({ certificate, before: had }) => [certificate?.number, had])).toEqual([
      ["2026/0001", true],
      ["2026/0002", false],
    ]);
    expect(again[0]!.certificate).toEqual(before[0]!.certificate);
    expect(await db().certificate.count()).toBe(2);
  });

  it("never certifies oneself, and nothing outside one's runs", async () => {
    const { runId, trainer } = await makeClass();
    const both = await makeGraduand({ runId, account: { roles: ["trainee", "coordinator"] } });
    const [result] = await certifyRun(both.actor, { runId, enrolments: [both.enrolmentId] }, context);
    expect(result).toMatchObject({ certificate: null, refusal: { key: "certification:refusal.own" } });
    const preview = await readRunToCertify(both.actor, runId);
    expect(preview.people.find(({ enrolmentId }) => enrolmentId === both.enrolmentId)?.group).toBe("own");
    const stranger = (await makeAccount({ roles: ["trainer"] })).actor;
    for (const actor of [stranger, await coordinator("CZ051")]) {
      await expect(readRunToCertify(actor, runId)).rejects.toMatchObject({ code: "notFound" });
      await expect(certifyRun(actor, { runId, enrolments: [] }, context)).rejects.toMatchObject({
        code: "notFound",
      });
      await expect(zipRunCertificates(actor, runId, context)).rejects.toMatchObject({ code: "notFound" });
    }
    await expect(readRunToCertify(trainer, "neni-id")).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("the archive for printing", () => {
  it("has the valid certificates byte for byte, the same every time, and its making is an event", async () => {
    const { trainer, runId, first, second } = await makeClass();
    const enrolments = [first.enrolmentId, second.enrolmentId];
    const [, revoked] = await certifyRun(trainer, { runId, enrolments }, context);
    const all = await zipRunCertificates(trainer, runId, context);
    const again = await zipRunCertificates(await coordinator(), runId, context);
    expect(Buffer.from(again.bytes).equals(Buffer.from(all.bytes))).toBe(true);
    const files = unzipSync(all.bytes);
    expect(Object.keys(files)).toEqual([
      "osvedceni-2026-0001.pdf",
      "osvedceni-2026-0002.pdf",
      "manifest.json",
    ]);
    const rows = await db().certificate.findMany({ orderBy: { sequence: "asc" } });
    for (const { number, pdfSha256 } of rows) {
      const bytes = files[`osvedceni-${number.replace("/", "-")}.pdf`]!;
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(pdfSha256);
    }
    const manifest = JSON.parse(Buffer.from(files["manifest.json"]!).toString("utf8")) as {
      certificates: unknown[];
    };
    expect(manifest.certificates.length).toBe(2);
    expect(Buffer.from(files["manifest.json"]!).toString("utf8")).not.toMatch(/První|Druhá/);

    const { id } = revoked!.certificate!;
    await revokeCertificate(await coordinator(), { id, version: 1, reason: "Omylem." }, context);
    const left = await zipRunCertificates(trainer, runId, context);
    expect(Object.keys(unzipSync(left.bytes))).toEqual(["osvedceni-2026-0001.pdf", "manifest.json"]);
    expect(await db().auditEvent.count({ where: { action: "certificate.zip" } })).toBe(3);
  });
});
