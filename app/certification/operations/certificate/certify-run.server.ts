import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { whereRun } from "~/course/index.server";
import { namesOf } from "~/people/index.server";
import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { log } from "~/platform/log.server";
import { isRowId } from "~/platform/row-id";
import { certifyPreview, type CertifyGroup } from "../../rules/certificate/certify-preview";
import type { TraineeStanding } from "../../rules/trainee-standing";
import { issueCertificate } from "../issue-certificate.server";
import { standingOfTrainees } from "../standing.server";

export interface RunPerson {
  enrolmentId: string;
  name: string;
  group: CertifyGroup;
  standing: TraineeStanding;
}

export interface RunToCertify {
  run: { id: string; name: string };
  people: RunPerson[];
}

/** What happened with one person; a refusal is a catalogue key. */
export interface CertifyResult {
  enrolmentId: string;
  name: string;
  certificate: { id: string; number: string } | null;
  /** True when the certificate had been issued before. */
  before: boolean;
  refusal: { key: string; values: Record<string, string | number> } | null;
}

/** Who of a run can be certified now and who cannot. @throws AppError notFound outside the actor's runs */
export async function readRunToCertify(actor: Actor, runId: string | undefined): Promise<RunToCertify> {
  if (!isRowId(runId)) throw new AppError("notFound");
  const run = await db().courseRun.findFirst({
    where: { AND: [{ id: runId }, whereRun(actor, "certificate:issue")] },
    select: { id: true, name: true },
  });
  if (!run) throw new AppError("notFound");
  const standings = [...(await standingOfTrainees({ runIds: [runId] })).values()];
  const names = await namesOf(standings.map(({ accountId }) => accountId));
  const people = standings.map((standing) => ({
    enrolmentId: standing.enrolmentId,
    name: names.get(standing.accountId) ?? "",
    group: certifyPreview(standing, actor.accountId),
    standing,
  }));
  return { run, people: people.sort((a, b) => a.name.localeCompare(b.name, "cs")) };
}

/**
 * Certifies people of a run one after another, each in a transaction of its own: whoever cannot be certified
 * stops nobody else. Sending the same again, also after it broke off, gives the same certificates.
 * @throws AppError notFound outside the actor's runs
 */
export async function certifyRun(
  actor: Actor,
  { runId, enrolments }: { runId: string; enrolments: readonly string[] },
  { now }: { now: Date },
): Promise<CertifyResult[]> {
  const { people } = await readRunToCertify(actor, runId);
  const results: CertifyResult[] = [];
  for (const enrolmentId of new Set(enrolments)) {
    const person = people.find((one) => one.enrolmentId === enrolmentId);
    results.push(await certifyOne(actor, enrolmentId, person, now));
  }
  return results;
}

async function certifyOne(
  actor: Actor,
  enrolmentId: string,
  person: RunPerson | undefined,
  now: Date,
): Promise<CertifyResult> {
  const result = { enrolmentId, name: person?.name ?? "", certificate: null, before: false, refusal: null };
  const refused = (key: string, values: Record<string, string | number> = {}) => ({
    ...result,
    refusal: { key, values },
  });
  if (!person) return refused("certification:bulk.notInRun");
  try {
    const id = randomUUID();
    const certificate = await issueCertificate(actor, { id, enrolmentId }, { now });
    const { number } = certificate;
    return { ...result, certificate: { id: certificate.id, number }, before: certificate.id !== id };
  } catch (error) {
    if (error instanceof AppError) return refused(error.reason, error.values);
    log.error({ err: error, enrolmentId }, "a certificate of a run was not issued");
    return refused("errors:unexpected");
  }
}
