import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { reissueCertificate } from "~/certification/operations/certificate/reissue-certificate.server";
import { readRegister } from "~/certification/operations/certificate/register.server";
import { downloadCertificate, readCertificate } from "~/certification/operations/certificates.server";
import { issueCertificate } from "~/certification/operations/issue-certificate.server";
import { decideAboutMentor } from "~/certification/operations/mentors/decide.server";
import { mentorOf } from "~/certification/operations/mentors.server";
import { revokeCertificate } from "~/certification/operations/revoke-certificate.server";
import { standingOfTrainees } from "~/certification/operations/standing.server";
import { verifyCertificate } from "~/certification/operations/verify-certificate.server";
import { registerFilter, type ReissueReason } from "~/certification/schema";
import { sealedPerson } from "~/people/account.server";
import { seal } from "~/platform/crypto/index.server";
import { db } from "~/platform/db/index.server";
import { enrolmentPlace } from "~/course/operations/enrolments.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { makeGraduand, makeReadyClass, useOneModule } from "../../../support/factories/certification";
import { makeAccount } from "../../../support/factories/people";
import { studyNow } from "../../../support/factories/practice";

withTestDatabase();
beforeAll(useOneModule);
beforeEach(resetDatabase);

const later = new Date(studyNow.getTime() + 30 * 24 * 3_600_000);
const coordinator = async (regionCode: string | null = "CZ042") =>
  (await makeAccount({ roles: [{ role: "coordinator", regionCode }] })).actor;
type Actor = Awaited<ReturnType<typeof coordinator>>;

async function issued(name = "Žaneta Řehořková") {
  const { trainer, runId, graduand } = await makeReadyClass({ trainee: { account: { name } } });
  const input = { id: randomUUID(), enrolmentId: graduand.enrolmentId };
  const { id } = await issueCertificate(trainer.actor, input, { now: studyNow });
  return { trainer, runId, graduand, id };
}

const reissue = (
  actor: Actor,
  replaced: string,
  change: { id?: string; version?: number; reason?: ReissueReason } = {},
) =>
  reissueCertificate(
    actor,
    { id: randomUUID(), version: 1, reason: "nameChange", ...change, replaced },
    { now: later },
  );

describe("issuing anew", () => {
  it("takes the name and birth of now, everything else of then, and links both ways", async () => {
    const { graduand, runId, id } = await issued();
    const actor = await coordinator();
    const before = await readCertificate(actor, id);
    const file = await downloadCertificate(actor, id, { now: later });
    await db().account.update({
      where: { id: graduand.accountId },
      data: sealedPerson(graduand.accountId, { name: "Žaneta Provdaná", email: graduand.email }),
    });
    await db().enrolment.update({
      where: { id: graduand.enrolmentId },
      data: {
        birthDateSealed: seal("1991-01-02", enrolmentPlace("birthDateSealed", graduand.enrolmentId)),
      },
    });
    await db().courseRun.update({ where: { id: runId }, data: { name: "Přejmenovaný běh", town: "Jinde" } });
    const made = await reissue(actor, id);
    expect(made.number).toBe("2026/0002");

    const fresh = await readCertificate(actor, made.id);
    const { code, ...content } = fresh.content;
    const { code: oldCode, ...old } = before.content;
    expect(content).toEqual({
      ...old,
      number: "2026/0002",
      name: "Žaneta Provdaná",
      birthDate: "1991-01-02",
      issuedOn: "2026-07-12",
      replaces: { number: "2026/0001", issuedOn: "2026-06-12" },
    });
    expect(code).not.toBe(oldCode);
    expect(fresh).toMatchObject({ state: "valid", replaces: { id, number: "2026/0001" }, replacedBy: null });

    const replaced = await readCertificate(actor, id);
    expect(replaced.content).toEqual(before.content);
    expect(replaced).toMatchObject({
      state: "replaced",
      replacedBy: { id: made.id, number: "2026/0002" },
      sha256: before.sha256,
      mayRevoke: false,
      mayReissue: false,
      revoked: { at: later.toISOString(), reason: "Nahrazeno osvědčením č. 2026/0002: změna jména." },
    });
    const later2 = await downloadCertificate(actor, id, { now: later });
    expect(Buffer.from(later2.bytes).equals(Buffer.from(file.bytes))).toBe(true);

    const rows = (await readRegister(actor, registerFilter.parse({}))).rows;
    expect(rows.map(({ number, state }) => [number, state])).toEqual([
      ["2026/0002", "valid"],
      ["2026/0001", "replaced"],
    ]);
    expect(rows[0]!.replaces?.number).toBe("2026/0001");
    expect(rows[1]!.replacedBy?.number).toBe("2026/0002");
  });

  it("tells the public the new number and nothing else of the new one", async () => {
    const { graduand, id } = await issued("Eva Stará");
    await db().account.update({
      where: { id: graduand.accountId },
      data: sealedPerson(graduand.accountId, { name: "Eva Nová", email: graduand.email }),
    });
    const { code } = await db().certificate.findUniqueOrThrow({ where: { id } });
    const made = await reissue(await coordinator(), id);
    const answer = await verifyCertificate(code, "192.0.2.7", { now: later });
    expect(answer).toMatchObject({
      kind: "known",
      revokedOn: "2026-07-12",
      replacedBy: "2026/0002",
      certificate: { name: "Eva Stará" },
    });
    const said = JSON.stringify(answer);
    const fresh = await db().certificate.findUniqueOrThrow({ where: { id: made.id } });
    expect(said).not.toContain(fresh.code);
    expect(said).not.toContain("Eva Nová");
    expect(said).not.toContain("změna jména");
    expect(await verifyCertificate(fresh.code, "192.0.2.7", { now: later })).toMatchObject({
      revokedOn: null,
      replacedBy: null,
      certificate: { name: "Eva Nová", number: "2026/0002" },
    });
  });

  it("lets a mentor stay one without a gap", async () => {
    const { graduand, id } = await issued();
    const before = await mentorOf(graduand.accountId);
    await reissue(await coordinator(), id, { reason: "lostCode" });
    expect(await mentorOf(graduand.accountId)).toEqual(before);
    const roles = await db().roleAssignment.findMany({
      where: { accountId: graduand.accountId, role: "mentor" },
    });
    expect(roles.map(({ endedAt }) => endedAt)).toEqual([null]);
    const standing = await standingOfTrainees({ enrolmentIds: [graduand.enrolmentId] });
    expect(standing.get(graduand.enrolmentId)?.certificate).toMatchObject({
      number: "2026/0002",
      revokedOn: null,
    });
  });

  it("makes somebody a mentor again whose certificate was revoked by mistake; the old one stays revoked", async () => {
    const { graduand, id } = await issued();
    const actor = await coordinator();
    await revokeCertificate(actor, { id, version: 1, reason: "Omyl." }, { now: studyNow });
    const made = await reissue(actor, id, { version: 2, reason: "revokedByMistake" });
    expect(await mentorOf(graduand.accountId)).toMatchObject({ endedOn: null, certifiedOn: "2026-06-12" });
    const old = await readCertificate(actor, id);
    expect(old).toMatchObject({
      state: "replaced",
      revoked: { at: studyNow.toISOString(), reason: "Omyl." },
      replacedBy: { id: made.id },
    });
    const held = { accountId: graduand.accountId, role: "mentor" as const, endedAt: null };
    expect(await db().roleAssignment.count({ where: held })).toBe(1);
  });

  it("of one revoked by mistake gives no role back to whom a coordinator had ended", async () => {
    const { graduand, id } = await issued();
    const actor = await coordinator();
    const { id: mentorId } = (await mentorOf(graduand.accountId))!;
    const { version } = await db().mentor.findUniqueOrThrow({ where: { id: mentorId } });
    await decideAboutMentor(
      actor,
      mentorId,
      { id: randomUUID(), version, kind: "ended", fromDay: "2026-06-12", reason: "Nastoupil jinam." },
      { now: studyNow },
    );
    await revokeCertificate(actor, { id, version: 1, reason: "Omyl." }, { now: studyNow });
    await reissue(actor, id, { version: 2, reason: "revokedByMistake" });
    const held = { accountId: graduand.accountId, role: "mentor" as const, endedAt: null };
    expect(await db().roleAssignment.count({ where: held })).toBe(0);
    expect((await mentorOf(graduand.accountId))?.endedOn).not.toBeNull();
  });

  it("sent twice makes one; a second one is issued only instead of the last", async () => {
    const { id } = await issued();
    const actor = await coordinator();
    const once = randomUUID();
    const first = await reissue(actor, id, { id: once });
    expect(await reissue(actor, id, { id: once })).toEqual(first);
    await expect(reissue(actor, id, { version: 2 })).rejects.toMatchObject({
      code: "conflict",
      reason: "certification:refusal.replaced",
    });
    const next = await reissue(actor, first.id, { reason: "dataMistake" });
    expect(next.number).toBe("2026/0003");
    expect(await db().certificate.count({ where: { revokedAt: null } })).toBe(1);
    expect(await db().auditEvent.count({ where: { action: "certificate.reissue" } })).toBe(2);
  });

  it("at once from several windows makes one and leaves no gap", async () => {
    const { trainer, runId, id } = await issued();
    const actor = await coordinator();
    const answers = await Promise.allSettled(Array.from({ length: 8 }, () => reissue(actor, id)));
    expect(answers.filter(({ status }) => status === "fulfilled").length).toBe(1);
    const next = await makeGraduand({ runId });
    const input = { id: randomUUID(), enrolmentId: next.enrolmentId };
    expect((await issueCertificate(trainer.actor, input, { now: later })).number).toBe("2026/0003");
  });

  it("is refused outside the region, for oneself, from an old page, and for a reason that does not fit", async () => {
    const { trainer, graduand, id } = await issued();
    const actor = await coordinator();
    await expect(reissue(trainer.actor, id)).rejects.toMatchObject({ code: "notFound" });
    await expect(reissue(await coordinator("CZ051"), id)).rejects.toMatchObject({ code: "notFound" });
    await expect(reissue(graduand.actor, id)).rejects.toMatchObject({ code: "notFound" });
    await expect(reissue(actor, "nic")).rejects.toMatchObject({ code: "notFound" });
    await expect(reissue(actor, id, { version: 7 })).rejects.toMatchObject({ code: "stale" });
    await expect(reissue(actor, id, { reason: "revokedByMistake" })).rejects.toMatchObject({
      code: "invalid",
      field: "why",
    });
    const both = await makeGraduand({ account: { roles: ["trainee", "coordinator"] } });
    const other = await coordinator(null);
    const input = { id: randomUUID(), enrolmentId: both.enrolmentId };
    const own = await issueCertificate(other, input, { now: studyNow });
    await expect(reissue(both.actor, own.id)).rejects.toMatchObject({
      code: "forbidden",
      reason: "certification:refusal.own",
    });
    expect(await db().certificate.count()).toBe(2);
  });
});
