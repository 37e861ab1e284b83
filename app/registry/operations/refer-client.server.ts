import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal } from "~/platform/crypto/index.server";
import { dayOf, dayToDate } from "~/platform/days";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import type { ReferralInput } from "../schema";
import { referringOrganisations } from "./case-scope.server";
import { sealClient } from "./client-record.server";
import { addJudgement } from "./judge-type.server";
import { knownClients, type KnownClient } from "./known-clients.server";
import { lockCase, recordState } from "./move-case.server";
import { nextClientCode } from "./next-client-code.server";

export type ReferralResult =
  { kind: "referred"; caseId: string; code: string } | { kind: "maybeKnown"; candidates: KnownClient[] };

/**
 * Refers a client: a case that waits for a mentor. When somebody of the same name is already a client of the
 * body, nothing is written and the candidates come back; `knownClient` of the repeated input says who it is.
 * @throws AppError notFound for a body the actor does not act for, invalid with a field
 */
export async function referClient(
  actor: Actor,
  input: ReferralInput,
  { now }: { now: Date },
): Promise<ReferralResult> {
  return inTransaction(async (tx) => {
    await lockCase(tx, input.id);
    const earlier = await tx.case.findUnique({ where: { id: input.id }, include: { client: true } });
    if (earlier) {
      if (earlier.referredById !== actor.accountId) throw new AppError("notFound");
      return { kind: "referred", caseId: earlier.id, code: earlier.client.code };
    }
    const organisation = await organisationOfReferral(tx, actor, input);
    const today = dayOf(now);
    if (input.birthYear > Number(today.slice(0, 4))) {
      throw new AppError("invalid", { field: "birthYear", reason: "registry:refusal.birthYear" });
    }
    const candidates = await knownClients(tx, organisation.id, input);
    if (candidates.length > 0 && input.knownClient === undefined) return { kind: "maybeKnown", candidates };

    const client = await clientOfReferral(tx, input, organisation, now);
    const { id: caseId } = await tx.case.create({
      data: {
        id: input.id,
        clientId: client.id,
        organisationId: organisation.id,
        regionCode: organisation.regionCode,
        state: "referred",
        sanction: input.sanction,
        reasonSealed: seal(input.help, { table: "cases", column: "reasonSealed", row: input.id }),
        referredOn: dayToDate(today),
        referredById: actor.accountId,
        createdAt: now,
      },
    });
    await recordState(tx, { caseId, state: "referred", day: today, by: actor.accountId, at: now });
    await addJudgement(
      tx,
      actor,
      caseId,
      { id: randomUUID(), type: input.type, reason: input.typeReason },
      now,
    );
    await audit(tx, {
      actor: actor.accountId,
      action: "case.refer",
      subject: { kind: "case", id: caseId },
      details: { organisationId: organisation.id, newClient: client.isNew },
      at: now,
    });
    return { kind: "referred", caseId, code: client.code };
  });
}

async function organisationOfReferral(tx: Tx, actor: Actor, input: ReferralInput) {
  const allowed = referringOrganisations(actor);
  if (allowed && !allowed.includes(input.organisationId)) throw new AppError("notFound");
  const organisation = await tx.organisation.findFirst({
    where: { id: input.organisationId, closedAt: null },
  });
  if (!organisation) throw new AppError("notFound");
  if (input.sanction === "none" && organisation.kind !== "municipality") {
    throw new AppError("invalid", { field: "sanction", reason: "registry:refusal.sanctionNeeded" });
  }
  return organisation;
}

async function clientOfReferral(
  tx: Tx,
  input: ReferralInput,
  organisation: { id: string; name: string; town: string | null },
  now: Date,
): Promise<{ id: string; code: string; isNew: boolean }> {
  if (input.knownClient === undefined || input.knownClient === "new") {
    const id = randomUUID();
    const code = await nextClientCode(tx, organisation);
    const details = sealClient(id, { ...input, contact: input.contact ?? null });
    await tx.client.create({ data: { id, code, ...details, createdAt: now } });
    return { id, code, isNew: true };
  }
  const known = await tx.client.findFirst({
    where: { id: input.knownClient, cases: { some: { organisationId: organisation.id } } },
    include: { cases: { where: { organisationId: organisation.id, endedOn: null } } },
  });
  if (!known) throw new AppError("notFound");
  if (known.cases.length > 0) {
    const values = { code: known.code };
    throw new AppError("invalid", { field: "knownClient", reason: "registry:refusal.openCase", values });
  }
  // What the officer has just been told is newer than what the register holds.
  const fresh = sealClient(known.id, { ...input, contact: input.contact ?? null });
  const data = {
    ...fresh,
    contactSealed: fresh.contactSealed ?? known.contactSealed,
    version: { increment: 1 },
  };
  await tx.client.update({ where: { id: known.id }, data });
  return { id: known.id, code: known.code, isNew: false };
}
