import { isSensitiveRole } from "./permissions";
import type { Role } from "./roles";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long a session may rest and how long it may last, in milliseconds. */
export interface SessionLimits {
  idleMs: number;
  absoluteMs: number;
}

const sensitiveLimits: SessionLimits = { idleMs: 30 * minute, absoluteMs: 12 * hour };
const ordinaryLimits: SessionLimits = { idleMs: 3 * day, absoluteMs: 14 * day };

/** The last sight of a session is written down at most this often. */
export const seenEveryMs = minute;

/** Longest life of any session: how long the browser keeps the cookie. */
export const longestSessionMs = ordinaryLimits.absoluteMs;

/** One role that sees clients or incidents makes every session of the person a short one. */
export function sessionLimits(roles: Iterable<Role>): SessionLimits {
  return [...roles].some(isSensitiveRole) ? sensitiveLimits : ordinaryLimits;
}

/** The moments a session's life depends upon. */
export interface SessionTimes {
  createdAt: Date;
  lastSeenAt: Date;
  /** The absolute end as it was set when the session began. */
  expiresAt: Date;
}

/**
 * When the session ends if nobody uses it any more: the earliest of rest, the end set at its beginning, and
 * the end that today's roles allow.
 */
export function sessionEnd({ createdAt, lastSeenAt, expiresAt }: SessionTimes, limits: SessionLimits): Date {
  const ends = [
    lastSeenAt.getTime() + limits.idleMs,
    createdAt.getTime() + limits.absoluteMs,
    expiresAt.getTime(),
  ];
  return new Date(Math.min(...ends));
}

/** True from the very moment of the end. */
export function isSessionOver(times: SessionTimes, limits: SessionLimits, now: Date): boolean {
  return sessionEnd(times, limits) <= now;
}
