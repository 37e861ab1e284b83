import { audit } from "~/platform/audit/index.server";
import { unseal, unsealNullable } from "~/platform/crypto/index.server";
import { db, lockRow, type EnrolmentState, type Prisma, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { runFacts, runInclude, type RunFacts } from "./runs.server";

/** A person's place in a run. */
export interface EnrolmentFacts {
  id: string;
  accountId: string;
  state: EnrolmentState;
  enrolledAt: Date;
  version: number;
  run: RunFacts;
}

const include = { run: { include: runInclude } } satisfies Prisma.EnrolmentInclude;

type EnrolmentRow = Prisma.EnrolmentGetPayload<{ include: typeof include }>;

function enrolmentFacts({ id, accountId, state, enrolledAt, version, run }: EnrolmentRow): EnrolmentFacts {
  return { id, accountId, state, enrolledAt, version, run: runFacts(run) };
}

/** The enrolment a person means by "my course": the active one, otherwise the latest. */
export async function enrolmentOf(accountId: string, reader: Tx = db()): Promise<EnrolmentFacts | null> {
  const rows = await reader.enrolment.findMany({
    where: { accountId },
    include,
    orderBy: { enrolledAt: "desc" },
  });
  const row = rows.find(({ state }) => state === "active") ?? rows[0];
  return row ? enrolmentFacts(row) : null;
}

export async function enrolmentById(id: string, reader: Tx = db()): Promise<EnrolmentFacts | null> {
  const row = await reader.enrolment.findUnique({ where: { id }, include });
  return row && enrolmentFacts(row);
}

/** Everybody who ever was in a run, in the order of admission. */
export async function enrolmentsOfRun(runId: string, reader: Tx = db()): Promise<EnrolmentFacts[]> {
  const rows = await reader.enrolment.findMany({
    where: { runId },
    include,
    orderBy: [{ enrolledAt: "asc" }, { id: "asc" }],
  });
  return rows.map(enrolmentFacts);
}

/** Where sealed columns of an enrolment live. */
export function enrolmentPlace(column: "birthDateSealed" | "birthPlaceSealed", id: string) {
  return { table: "enrolments", column, row: id };
}

/** Birth date (`YYYY-MM-DD`) and place of a trainee, for the certificate. @throws AppError notFound */
export async function birthOf(
  reader: Tx,
  enrolmentId: string,
): Promise<{ birthDate: string; birthPlace: string | null }> {
  const row = await reader.enrolment.findUnique({
    where: { id: enrolmentId },
    select: { birthDateSealed: true, birthPlaceSealed: true },
  });
  if (!row) throw new AppError("notFound");
  return {
    birthDate: unseal(row.birthDateSealed, enrolmentPlace("birthDateSealed", enrolmentId)),
    birthPlace: unsealNullable(row.birthPlaceSealed, enrolmentPlace("birthPlaceSealed", enrolmentId)),
  };
}

/** Whoever decides about a trainee's hours or standing waits here for the others. */
export async function lockEnrolment(tx: Tx, enrolmentId: string): Promise<void> {
  await lockRow(tx, `enrolment:${enrolmentId}`);
}

/**
 * Marks a trainee as a graduate.
 * @throws AppError conflict when the enrolment is not active
 */
export async function graduateEnrolment(
  tx: Tx,
  { enrolmentId, actorId, now }: { enrolmentId: string; actorId: string; now: Date },
): Promise<void> {
  const { count } = await tx.enrolment.updateMany({
    where: { id: enrolmentId, state: "active" },
    data: { state: "graduated", endedAt: now, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("conflict");
  await audit(tx, {
    actor: actorId,
    action: "enrolment.graduate",
    subject: { kind: "enrolment", id: enrolmentId },
    at: now,
  });
}
