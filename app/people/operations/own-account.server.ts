import { endSession, endSessionsOf, type Actor, type Visit } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { db, inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { languageOf, openEmail, openName, sealName } from "../account.server";
import { organisationsOf } from "./organisations.server";

/** One's own account as its page shows it. */
export async function readOwnAccount({ accountId, roles }: Actor) {
  const account = await db().account.findUniqueOrThrow({ where: { id: accountId } });
  const organisations = await organisationsOf(roles.flatMap(({ organisationId }) => organisationId ?? []));
  return {
    name: openName(account),
    email: openEmail(account),
    language: languageOf(account),
    version: account.version,
    /** Null for those the summary is not written for. */
    weeklyDigest: roles.some(({ role }) => role === "trainee" || role === "trainer")
      ? account.weeklyDigest
      : null,
    hasSecondFactor: account.totpConfirmedAt !== null,
    passwordChangedAt: account.passwordChangedAt,
    roles: roles.map(({ role, organisationId, regionCode }) => ({
      role,
      organisation: organisations.get(organisationId ?? "")?.name ?? null,
      regionCode,
    })),
  };
}

/** Changes one's own name, language and whether the weekly summary comes. @throws AppError stale */
export async function updateOwnAccount(
  { accountId }: Actor,
  input: { name: string; language: "cs" | "en"; weeklyDigest?: "on" | "off"; version: number },
  { now }: { now: Date },
): Promise<void> {
  const { name, language, version } = input;
  const weeklyDigest = input.weeklyDigest && input.weeklyDigest === "on";
  await inTransaction(async (tx) => {
    const { count } = await tx.account.updateMany({
      where: { id: accountId, version },
      data: { nameSealed: sealName(accountId, name), language, weeklyDigest, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale");
    const subject = { kind: "account", id: accountId };
    await audit(tx, { actor: accountId, action: "account.updated", subject, at: now });
  });
}

/** Ends one of one's own sessions. @throws AppError notFound for anybody else's */
export async function endOwnSession(
  { accountId }: Actor,
  { session }: { session: string },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await endSession(tx, accountId, session))) throw new AppError("notFound");
    await audit(tx, {
      actor: accountId,
      action: "session.ended",
      subject: { kind: "account", id: accountId },
      at: now,
    });
  });
}

/** Ends all of one's own sessions but this one. @returns how many */
export async function endOtherSessions(
  { actor, sessionIdHash }: Visit,
  { now }: { now: Date },
): Promise<number> {
  const { accountId } = actor;
  return inTransaction(async (tx) => {
    const count = await endSessionsOf(tx, accountId, { except: sessionIdHash });
    await audit(tx, {
      actor: accountId,
      action: "session.others-ended",
      subject: { kind: "account", id: accountId },
      details: { count },
      at: now,
    });
    return count;
  });
}
