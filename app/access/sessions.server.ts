import { db, type Tx } from "~/platform/db/index.server";
import { lucia } from "./lucia.server";
import { sessionLimits } from "./session-limits";
import type { Role } from "./roles";

/** A session somebody can see in the list of his own. */
export interface OwnSession {
  /** SHA-256 of the session id: names the session without being able to use it. */
  idHash: string;
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  /** When it ends if it is not used any more. */
  endsAt: Date;
}

export interface NewSession {
  accountId: string;
  roles: Iterable<Role>;
  device: string;
  /** When the second factor was given; null while it was not, or is not set up. */
  secondFactorAt: Date | null;
  now: Date;
}

/** Starts a session. @returns its id, for the cookie only */
export async function startSession(
  tx: Tx,
  { accountId, roles, device, secondFactorAt, now }: NewSession,
): Promise<string> {
  const expiresAt = new Date(now.getTime() + sessionLimits(roles).absoluteMs);
  const times = { createdAt: now, lastSeenAt: now, expiresAt };
  const session = await lucia(tx, now).createSession(accountId, { ...times, device, secondFactorAt });
  return session.id;
}

/**
 * Gives the same session a new id, because its rights changed; its absolute end stays.
 * @returns the new id, or null when the session is gone meanwhile
 */
export async function renewSession(
  tx: Tx,
  idHash: string,
  { secondFactorAt, now }: { secondFactorAt?: Date | null; now: Date },
): Promise<string | null> {
  const old = await tx.session.findUnique({ where: { idHash } });
  const { count } = await tx.session.deleteMany({ where: { idHash } });
  if (!old || count === 0) return null;
  const { idHash: _, accountId, ...attributes } = old;
  const session = await lucia(tx, now).createSession(accountId, {
    ...attributes,
    lastSeenAt: now,
    secondFactorAt: secondFactorAt === undefined ? old.secondFactorAt : secondFactorAt,
  });
  return session.id;
}

/** Ends every session of an account, or all but one. @returns how many */
export async function endSessionsOf(
  tx: Tx,
  accountId: string,
  { except }: { except?: string } = {},
): Promise<number> {
  const { count } = await tx.session.deleteMany({
    where: { accountId, ...(except ? { idHash: { not: except } } : {}) },
  });
  return count;
}

/** Ends one session of an account. @returns false when it is not one of its sessions */
export async function endSession(tx: Tx, accountId: string, idHash: string): Promise<boolean> {
  const { count } = await tx.session.deleteMany({ where: { accountId, idHash } });
  return count > 0;
}

/** Living sessions of an account, the last used first. */
export async function sessionsOf(accountId: string, now: Date): Promise<OwnSession[]> {
  const sessions = await lucia(db(), now).getUserSessions(accountId);
  return sessions.map(({ id, device, createdAt, lastSeenAt, endsAt }) => ({
    idHash: id,
    device,
    createdAt,
    lastSeenAt,
    endsAt,
  }));
}
