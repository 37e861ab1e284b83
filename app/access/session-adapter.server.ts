import { createHash } from "node:crypto";
import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";
import type { Tx } from "~/platform/db/index.server";
import type { ActorRole } from "./actor";
import {
  isSessionOver,
  longestSessionMs,
  sessionEnd,
  sessionLimits,
  type SessionTimes,
} from "./session-limits";

/** What a session row holds besides its id and account. */
export interface SessionAttributes extends SessionTimes {
  secondFactorAt: Date | null;
  device: string;
}

/** What one request needs to know of the account. */
export interface AccountAttributes {
  nameSealed: string;
  language: string;
  totpConfirmedAt: Date | null;
  roles: ActorRole[];
}

interface VisitRow extends SessionAttributes, AccountAttributes {
  accountId: string;
  disabledAt: Date | null;
}

/** The only form in which a session id is stored. */
export function hashSessionId(id: string): string {
  return createHash("sha256").update(id).digest("hex");
}

/**
 * Lucia's storage on our tables. Lucia would compare with the system's clock and prolong sessions by itself;
 * the portal's clock is passed in, and its sessions have a rest limit and an absolute end. So the adapter
 * judges, and what it hands to Lucia is always far from its end.
 */
export function sessionAdapter(reader: Tx, now: Date): Adapter {
  const farEnd = () => new Date(Date.now() + longestSessionMs);
  const remove = async (idHash: string) => {
    await reader.session.deleteMany({ where: { idHash } });
  };
  return {
    async getSessionAndUser(id): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const idHash = hashSessionId(id);
      const row = await findVisitRow(reader, idHash);
      if (!row) return [null, null];
      const { accountId, disabledAt, nameSealed, language, totpConfirmedAt, roles, ...attributes } = row;
      const limits = sessionLimits(roles.map(({ role }) => role));
      if (disabledAt || isSessionOver(attributes, limits, now)) {
        await remove(idHash);
        return [null, null];
      }
      return [
        { id, userId: accountId, expiresAt: farEnd(), attributes },
        { id: accountId, attributes: { nameSealed, language, totpConfirmedAt, roles } },
      ];
    },
    async getUserSessions(accountId) {
      const account = await reader.account.findUnique({
        where: { id: accountId },
        select: { sessions: { orderBy: { lastSeenAt: "desc" } }, roles: { where: { endedAt: null } } },
      });
      const limits = sessionLimits(account?.roles.map(({ role }) => role) ?? []);
      const alive = (account?.sessions ?? []).filter((session) => !isSessionOver(session, limits, now));
      return alive.map(({ idHash, accountId: userId, ...attributes }) => ({
        id: idHash,
        userId,
        expiresAt: farEnd(),
        attributes: { ...attributes, expiresAt: sessionEnd(attributes, limits) },
      }));
    },
    async setSession({ id, userId, attributes }) {
      await reader.session.create({ data: { ...attributes, idHash: hashSessionId(id), accountId: userId } });
    },
    async updateSessionExpiration() {
      // An end is set once; using a session only puts off its rest.
    },
    deleteSession: (id) => remove(hashSessionId(id)),
    async deleteUserSessions(accountId) {
      await reader.session.deleteMany({ where: { accountId } });
    },
    async deleteExpiredSessions() {
      await reader.session.deleteMany({ where: { expiresAt: { lte: now } } });
    },
  };
}

/** Session, account and current roles in one statement: every request of a signed-in person asks for them. */
async function findVisitRow(reader: Tx, idHash: string): Promise<VisitRow | null> {
  const [row] = await reader.$queryRaw<VisitRow[]>`
    SELECT s."createdAt", s."lastSeenAt", s."expiresAt", s."secondFactorAt", s.device,
      a.id AS "accountId", a."nameSealed", a.language, a."totpConfirmedAt", a."disabledAt",
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object(
          'role', r.role, 'organisationId', r."organisationId", 'regionCode', r."regionCode") ORDER BY r."grantedAt")
        FROM role_assignments r WHERE r."accountId" = a.id AND r."endedAt" IS NULL), '[]') AS roles
    FROM sessions s JOIN accounts a ON a.id = s."accountId" WHERE s."idHash" = ${idHash}`;
  return row ?? null;
}
