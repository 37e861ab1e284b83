import { createHash, randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readRegister } from "~/certification/operations/certificate/register.server";
import { downloadCertificate, readCertificate } from "~/certification/operations/certificates.server";
import { saveTemplate } from "~/certification/operations/certificate/template.server";
import { firstTemplate } from "~/certification/document/template";
import { issueCertificate } from "~/certification/operations/issue-certificate.server";
import { mentorOf } from "~/certification/operations/mentors.server";
import { revokeCertificate } from "~/certification/operations/revoke-certificate.server";
import { standingOfTrainees } from "~/certification/operations/standing.server";
import { verifyCertificate } from "~/certification/operations/verify-certificate.server";
import { printedCode } from "~/certification/rules/certificate-code";
import { registerFilter } from "~/certification/schema";
import { sealedPerson } from "~/people/account.server";
import { unseal } from "~/platform/crypto/index.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import {
  makeGraduand,
  makeMentorRow,
  makeReadyClass,
  useOneModule,
} from "../../support/factories/certification";
import { makeAccount, makeOrganisation } from "../../support/factories/people";
import { makeStudyRun, makeTrainee, studyNow } from "../../support/factories/practice";

withTestDatabase();
beforeAll(useOneModule);
beforeEach(resetDatabase);

const context = { now: studyNow };
const issue = (actor: Parameters<typeof issueCertificate>[0], enrolmentId: string, now = studyNow) =>
  issueCertificate(actor, { id: randomUUID(), enrolmentId }, { now });
const coordinator = async (regionCode: string | null = "CZ042") =>
  (await makeAccount({ roles: [{ role: "coordinator", regionCode }] })).actor;
const filter = registerFilter.parse({});

describe("issuing a certificate", () => {
  it("makes the certificate, the mentor and the graduate in one step, and writes to the person", async () => {
    const { trainer, runId, graduand } = await makeReadyClass({
      trainee: { account: { name: "Žaneta Řehořková" } },
    });
    const { id, number } = await issue(trainer.actor, graduand.enrolmentId);
    expect(number).toBe("2026/0001");
    const row = await db().certificate.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({
      year: 2026,
      sequence: 1,
      ruleVersion: 1,
      templateVersion: 1,
      revokedAt: null,
    });
    expect(row.contentSealed + row.pdfSealed).not.toContain("Řehořková");
    expect(await db().enrolment.findUnique({ where: { id: graduand.enrolmentId } })).toMatchObject({
      state: "graduated",
    });
    expect(await mentorOf(graduand.accountId)).toMatchObject({
      code: "M-ULK-0001",
      regionCode: "CZ042",
      certifiedOn: "2026-06-12",
      endedOn: null,
    });
    const role = await db().roleAssignment.findFirstOrThrow({
      where: { accountId: graduand.accountId, role: "mentor" },
    });
    expect(role).toMatchObject({ regionCode: "CZ042", endedAt: null, grantedById: trainer.accountId });
    const letter = await db().mail.findFirstOrThrow({ where: { kind: "certificate-issued" } });
    const text = unseal(letter.textSealed!, { table: "mails", column: "textSealed", row: letter.id });
    expect(text).toContain(`/osvedceni/${id}`);
    expect(await db().auditEvent.count({ where: { action: "certificate.issue", subjectId: id } })).toBe(1);
    const standing = (await standingOfTrainees({ runIds: [runId] })).get(graduand.enrolmentId);
    expect(standing?.certificate).toEqual({ id, number, issuedOn: "2026-06-12", revokedOn: null });
  });

  it("gives the same certificate again, also when asked twice at once", async () => {
    const { trainer, graduand } = await makeReadyClass();
    const both = await Promise.all([1, 2, 3].map(() => issue(trainer.actor, graduand.enrolmentId)));
    const again = await issue(trainer.actor, graduand.enrolmentId);
    expect(new Set([...both, again].map(({ id }) => id)).size).toBe(1);
    expect(await db().certificate.count()).toBe(1);
    expect(await db().mail.count({ where: { kind: "certificate-issued" } })).toBe(1);
  });

  it.each([
    ["theory", { theoryMinutes: 2699 }],
    ["pledge", { pledgedOn: null }],
  ])("is refused while %s is missing", async (_what, trainee) => {
    const { trainer, graduand } = await makeReadyClass({ trainee });
    await expect(issue(trainer.actor, graduand.enrolmentId)).rejects.toMatchObject({
      code: "conflict",
      reason: "certification:refusal.incomplete",
    });
    expect(await db().certificate.count()).toBe(0);
    expect(await db().mentor.count()).toBe(0);
  });

  it("is refused without the exam, with a voided result, and for who has left", async () => {
    const { trainer, runId, graduand } = await makeReadyClass();
    await db().examResult.updateMany({ where: { part: "oral" }, data: { voidedAt: studyNow } });
    await expect(issue(trainer.actor, graduand.enrolmentId)).rejects.toMatchObject({ code: "conflict" });
    const gone = await makeGraduand({ runId, state: "withdrawn" });
    await expect(issue(trainer.actor, gone.enrolmentId)).rejects.toMatchObject({
      reason: "certification:refusal.notActive",
    });
  });

  it("is refused outside one's runs and for oneself", async () => {
    const { graduand } = await makeReadyClass();
    const stranger = (await makeAccount({ roles: ["trainer"] })).actor;
    await expect(issue(stranger, graduand.enrolmentId)).rejects.toMatchObject({ code: "notFound" });
    await expect(issue(await coordinator("CZ051"), graduand.enrolmentId)).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(issue(graduand.actor, graduand.enrolmentId)).rejects.toMatchObject({ code: "notFound" });
    const both = await makeGraduand({ account: { roles: ["trainee", "coordinator"] } });
    await expect(issue(both.actor, both.enrolmentId)).rejects.toMatchObject({
      code: "forbidden",
      reason: "certification:refusal.own",
    });
  });

  it("numbers certificates of a year without gaps, and refused ones take no number", async () => {
    const { trainer, runId, graduand } = await makeReadyClass();
    const unready = await makeTrainee({ runId });
    const next = await makeGraduand({ runId });
    const newYear = new Date("2026-12-31T23:30:00Z");
    const third = await makeGraduand({ runId });
    expect((await issue(trainer.actor, graduand.enrolmentId)).number).toBe("2026/0001");
    await expect(issue(trainer.actor, unready.enrolmentId)).rejects.toMatchObject({ code: "conflict" });
    expect((await issue(trainer.actor, next.enrolmentId)).number).toBe("2026/0002");
    // Half an hour past midnight in Prague.
    expect((await issue(trainer.actor, third.enrolmentId, newYear)).number).toBe("2027/0001");
  });

  it("keeps the code of a mentor from an older register, and renews one who had ended", async () => {
    const { trainer, graduand } = await makeReadyClass();
    await makeMentorRow({
      code: "STARY-7",
      accountId: graduand.accountId,
      certifiedOn: "2020-01-01",
      endedOn: "2024-01-01",
    });
    await issue(trainer.actor, graduand.enrolmentId);
    expect(await mentorOf(graduand.accountId)).toMatchObject({
      code: "STARY-7",
      certifiedOn: "2026-06-12",
      endedOn: null,
    });
  });

  it("prints what was true that day, and nothing changes it later", async () => {
    const provider = await makeOrganisation({ kind: "provider", name: "Poskytovatel Kurzů", town: "Praha" });
    const { trainer, runId, graduand } = await makeReadyClass({
      run: { organisationId: provider.id, accreditationNumber: "MSMT-1/2026" },
      trainee: { account: { name: "Žaneta Řehořková" }, birthPlace: null },
    });
    const { id } = await issue(trainer.actor, graduand.enrolmentId);
    const before = await readCertificate(trainer.actor, id);
    expect(before.content).toMatchObject({
      provider: { name: "Poskytovatel Kurzů", seat: "Praha" },
      accreditationNumber: "MSMT-1/2026",
      name: "Žaneta Řehořková",
      birthDate: "1990-05-03",
      birthPlace: null,
      startsOn: "2026-03-01",
      endsOn: "2026-06-12",
      theory: { minutes: 2700, hour: 45 },
      practice: { minutes: 2400, hour: 60 },
      topics: [{ title: "Role mentora", hours: 60 }],
      examOn: "2026-06-08",
      issuedOn: "2026-06-12",
    });
    const file = await downloadCertificate(trainer.actor, id, context);
    await db().account.update({
      where: { id: graduand.accountId },
      data: sealedPerson(graduand.accountId, { name: "Žaneta Provdaná", email: graduand.email }),
    });
    await db().courseRun.update({
      where: { id: runId },
      data: { name: "Přejmenovaný běh", town: "Jinde", accreditationNumber: "JINE-2" },
    });
    await db().organisation.update({
      where: { id: provider.id },
      data: { name: "Přejmenovaný poskytovatel" },
    });
    await saveTemplate(
      await coordinator(null),
      {
        version: 1,
        content: { ...firstTemplate, programme: "Jiný název", printed: [], signatures: ["jediný podpis"] },
        reason: "Zkouška změny vzoru.",
      },
      context,
    );
    expect((await readCertificate(trainer.actor, id)).content).toEqual(before.content);
    const later = await downloadCertificate(trainer.actor, id, context);
    expect(Buffer.from(later.bytes).equals(Buffer.from(file.bytes))).toBe(true);
    expect(createHash("sha256").update(later.bytes).digest("hex")).toBe(before.sha256);
    expect(later.fileName).toBe("osvedceni-2026-0001.pdf");
  });
});

describe("fifty certificates at once", () => {
  it(
    "have fifty numbers in a row and fifty codes, though others among them fail",
    { timeout: 240_000 },
    async () => {
      const trainer = await makeAccount({ roles: ["trainer"] });
      const run = await makeStudyRun({ trainerIds: [trainer.accountId] });
      const graduands: string[] = [];
      const unready: string[] = [];
      for (let count = 0; count < 50; count += 1) {
        graduands.push((await makeGraduand({ runId: run.id })).enrolmentId);
        if (count % 5 === 0) unready.push((await makeTrainee({ runId: run.id })).enrolmentId);
      }
      // The last one fails after its number is drawn: its birth date cannot be opened.
      const broken = await makeGraduand({ runId: run.id });
      await db().enrolment.update({
        where: { id: broken.enrolmentId },
        data: { birthDateSealed: "neni-zapecetene" },
      });
      const asked = graduands.flatMap((id, index) => [id, ...(unready[index] ? [unready[index]] : [])]);
      asked.splice(25, 0, broken.enrolmentId);
      const answers = await Promise.allSettled(asked.map((enrolmentId) => issue(trainer.actor, enrolmentId)));
      expect(answers.filter(({ status }) => status === "rejected").length).toBe(unready.length + 1);
      const rows = await db().certificate.findMany({
        select: { enrolmentId: true, number: true, code: true, statusIndex: true },
        orderBy: { sequence: "asc" },
      });
      expect(rows.map(({ number }) => number)).toEqual(
        graduands.map((_, index) => `2026/${String(index + 1).padStart(4, "0")}`),
      );
      expect(new Set(rows.map(({ enrolmentId }) => enrolmentId))).toEqual(new Set(graduands));
      expect(new Set(rows.map(({ code }) => code)).size).toBe(50);
      const places = rows.map(({ statusIndex }) => statusIndex!);
      expect(new Set(places).size).toBe(50);
      expect(places.filter((place, index) => index > 0 && place === places[index - 1]! + 1).length).toBe(0);
      const mentors = await db().mentor.findMany({ select: { code: true }, orderBy: { code: "asc" } });
      expect(mentors.map(({ code }) => code)).toEqual(
        graduands.map((_, index) => `M-ULK-${String(index + 1).padStart(4, "0")}`),
      );
    },
  );
});

describe("the register", () => {
  it("shows each person what they may see, finds names without accents, and counts only those", async () => {
    const { trainer, graduand } = await makeReadyClass({
      trainee: { account: { name: "Žaneta Řehořková" } },
    });
    const far = await makeReadyClass({
      run: { regionCode: "CZ051" },
      trainee: { account: { name: "Řehoř Daleký" } },
    });
    const near = await issue(trainer.actor, graduand.enrolmentId);
    const away = await issue(far.trainer.actor, far.graduand.enrolmentId);
    const ids = async (actor: typeof trainer.actor, change = {}) =>
      (await readRegister(actor, { ...filter, ...change })).rows.map(({ id }) => id);
    expect(await ids(trainer.actor)).toEqual([near.id]);
    expect(await ids(await coordinator())).toEqual([near.id]);
    expect(await ids(await coordinator(null))).toEqual([away.id, near.id]);
    expect(await ids(graduand.actor)).toEqual([near.id]);
    expect(await ids(await coordinator(null), { hledat: "rehor" })).toEqual([away.id, near.id]);
    expect(await ids(await coordinator(null), { hledat: "zaneta" })).toEqual([near.id]);
    expect(await ids(await coordinator(null), { hledat: "2026/0002" })).toEqual([away.id]);
    expect((await readRegister(await coordinator(), { ...filter, hledat: "daleky" })).total).toBe(0);
    await expect(readCertificate(trainer.actor, away.id)).rejects.toMatchObject({ code: "notFound" });
    await expect(downloadCertificate(trainer.actor, away.id, context)).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(downloadCertificate(trainer.actor, "nic", context)).rejects.toMatchObject({
      code: "notFound",
    });
    expect(await readCertificate(graduand.actor, near.id)).toMatchObject({ own: true, mayRevoke: false });
  });
});

describe("revoking a certificate", () => {
  it("says so for ever, and ends the mentor", async () => {
    const { trainer, graduand } = await makeReadyClass();
    const { id } = await issue(trainer.actor, graduand.enrolmentId);
    const actor = await coordinator();
    await revokeCertificate(actor, { id, version: 1, reason: "Vydáno omylem." }, context);
    await revokeCertificate(actor, { id, version: 1, reason: "Podruhé." }, context);
    const page = await readCertificate(graduand.actor, id);
    expect(page.revoked).toMatchObject({
      at: studyNow.toISOString(),
      reason: "Vydáno omylem.",
      byName: actor.name,
    });
    expect(await mentorOf(graduand.accountId)).toMatchObject({ endedOn: "2026-06-12" });
    expect(
      await db().roleAssignment.count({
        where: { accountId: graduand.accountId, role: "mentor", endedAt: null },
      }),
    ).toBe(0);
    await expect(issue(trainer.actor, graduand.enrolmentId)).rejects.toMatchObject({ code: "conflict" });
    expect((await readRegister(actor, { ...filter, stav: "revoked" })).total).toBe(1);
    expect((await readRegister(actor, { ...filter, stav: "valid" })).total).toBe(0);
    expect(await db().auditEvent.count({ where: { action: "certificate.revoke" } })).toBe(1);
  });

  it("is for the coordinator of the region, with the certificate as it is", async () => {
    const { trainer, graduand } = await makeReadyClass();
    const { id } = await issue(trainer.actor, graduand.enrolmentId);
    const revoke = (actor: typeof trainer.actor, version = 1) =>
      revokeCertificate(actor, { id, version, reason: "Protože." }, context);
    await expect(revoke(trainer.actor)).rejects.toMatchObject({ code: "notFound" });
    await expect(revoke(await coordinator("CZ051"))).rejects.toMatchObject({ code: "notFound" });
    await expect(revoke(await coordinator(), 2)).rejects.toMatchObject({ code: "stale" });
    expect(await db().certificate.count({ where: { revokedAt: null } })).toBe(1);
  });
});

describe("verifying a code", () => {
  it("says valid, revoked or unknown, and nothing the certificate does not say", async () => {
    const { trainer, graduand } = await makeReadyClass({
      trainee: { account: { name: "Žaneta Řehořková" } },
    });
    const { id, number } = await issue(trainer.actor, graduand.enrolmentId);
    const { code } = await db().certificate.findUniqueOrThrow({ where: { id } });
    const verify = (typed: string) => verifyCertificate(typed, "192.0.2.7", context);
    const known = {
      kind: "known",
      code,
      revokedOn: null,
      replacedBy: null,
      certificate: {
        number,
        name: "Žaneta Řehořková",
        programme: "Mentor – doprovázení klientů Probační a mediační služby",
        provider: "RUBIKON Centrum",
        issuedOn: "2026-06-12",
      },
    };
    expect(await verify(code)).toEqual(known);
    expect(await verify(printedCode(code).toLowerCase())).toEqual(known);
    expect(await verify("00000-00000-00000-00000")).toEqual({ kind: "unknown" });
    expect(await verify("nesmysl")).toEqual({ kind: "unknown" });
    await revokeCertificate(await coordinator(), { id, version: 1, reason: "Vydáno omylem." }, context);
    expect(await verify(code)).toEqual({ ...known, revokedOn: "2026-06-12" });
  });

  it("stops a network that guesses, not one that checks real certificates", async () => {
    const { trainer, graduand } = await makeReadyClass();
    const { id } = await issue(trainer.actor, graduand.enrolmentId);
    const { code } = await db().certificate.findUniqueOrThrow({ where: { id } });
    const from = (address: string, typed: string, now = studyNow) =>
      verifyCertificate(typed, address, { now });
    for (let count = 0; count < 40; count += 1)
      expect(await from("192.0.2.1", code)).toMatchObject({ kind: "known" });
    for (let count = 0; count < 30; count += 1)
      expect(await from("192.0.2.2", "A".repeat(20))).toEqual({ kind: "unknown" });
    expect(await from("192.0.2.2", "A".repeat(20))).toEqual({ kind: "tooMany" });
    expect(await from("192.0.2.2", code)).toEqual({ kind: "tooMany" });
    expect(await from("192.0.2.3", code)).toMatchObject({ kind: "known" });
    const later = new Date(studyNow.getTime() + 61 * 60_000);
    expect(await from("192.0.2.2", code, later)).toMatchObject({ kind: "known" });
  });
});
