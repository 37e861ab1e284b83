/** The arithmetic of rate limits. Pure: the counter is a row of the database, the clock is passed in. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** At most so many attempts in a window that begins with the first of them. */
export interface WindowLimit {
  kind: "window";
  name: string;
  attempts: number;
  windowMs: number;
}

/**
 * So many attempts in a row; the last of them and each one after it is followed by a pause that doubles.
 * Success forgets them all, and so does a day of rest.
 */
export interface ConsecutiveLimit {
  kind: "consecutive";
  name: string;
  attempts: number;
}

export type RateLimit = WindowLimit | ConsecutiveLimit;

export const firstPauseMs = 15 * minute;
export const longestPauseMs = day;
const restMs = day;

/** Failed attempts counted so far; `expiresAt` ends the window, the pause, or the memory of them. */
export interface Counter {
  points: number;
  expiresAt: Date;
}

export type Attempt = { allowed: true; counter: Counter } | { allowed: false; retryAt: Date };

/** Counts an attempt before it is made, so that attempts made at the same time cannot slip by together. */
export function attempt(limit: RateLimit, counter: Counter | null, now: Date): Attempt {
  const later = (ms: number) => new Date(now.getTime() + ms);
  if (limit.kind === "window") {
    if (!counter || counter.expiresAt <= now) {
      return { allowed: true, counter: { points: 1, expiresAt: later(limit.windowMs) } };
    }
    if (counter.points >= limit.attempts) return { allowed: false, retryAt: counter.expiresAt };
    return { allowed: true, counter: { points: counter.points + 1, expiresAt: counter.expiresAt } };
  }
  if (!counter || isForgotten(limit, counter, now)) {
    const points = 1;
    return { allowed: true, counter: { points, expiresAt: later(pauseMs(limit, points) || restMs) } };
  }
  if (counter.points >= limit.attempts && counter.expiresAt > now) {
    return { allowed: false, retryAt: counter.expiresAt };
  }
  const points = counter.points + 1;
  return { allowed: true, counter: { points, expiresAt: later(pauseMs(limit, points) || restMs) } };
}

/** The pause after so many failures in a row, in milliseconds; 0 while there are attempts left. */
export function pauseMs(limit: ConsecutiveLimit, failures: number): number {
  if (failures < limit.attempts) return 0;
  return Math.min(firstPauseMs * 2 ** Math.min(failures - limit.attempts, 20), longestPauseMs);
}

/** Until when a counter may still matter: rows older than this can go. */
export function countsUntil(counter: Counter): Date {
  return new Date(counter.expiresAt.getTime() + restMs);
}

function isForgotten(limit: ConsecutiveLimit, counter: Counter, now: Date): boolean {
  // A pause that is over is remembered for another day, so that the next one is longer.
  return counter.points >= limit.attempts ? countsUntil(counter) <= now : counter.expiresAt <= now;
}

/** Whole minutes until a moment, at least one. */
export function minutesUntil(moment: Date, now: Date): number {
  return Math.max(1, Math.ceil((moment.getTime() - now.getTime()) / minute));
}

/** What is limited, and how. Attempts that succeed are given back where the name says failures. */
export const rateLimits = {
  /** Failures per e-mail address and network: an owner elsewhere is not locked out. */
  signInPair: { kind: "consecutive", name: "sign-in-pair", attempts: 10 },
  /** Failures per network, whatever the accounts. */
  signInNetwork: { kind: "window", name: "sign-in-network", attempts: 100, windowMs: day },
  /** Wrong codes per account and network. */
  codePair: { kind: "consecutive", name: "code-pair", attempts: 10 },
  /** Wrong codes per account from anywhere: only somebody who knows the password gets this far. */
  codeAccount: { kind: "window", name: "code-account", attempts: 100, windowMs: day },
  /** Wrong current passwords given by a signed-in person. */
  passwordCheck: { kind: "consecutive", name: "password-check", attempts: 10 },
  /** Requests for a new password per network; a whole office shares one. */
  resetNetwork: { kind: "window", name: "reset-network", attempts: 60, windowMs: hour },
  /** Letters with a link for a new password per address of mail. */
  resetMail: { kind: "window", name: "reset-mail", attempts: 5, windowMs: hour },
  /** Registrations per network; a course registers in one room. */
  registerNetwork: { kind: "window", name: "register-network", attempts: 60, windowMs: hour },
  /** Letters about registration per address of mail. */
  registerMail: { kind: "window", name: "register-mail", attempts: 5, windowMs: hour },
  /** One-time links that did not work, per network. */
  linkNetwork: { kind: "window", name: "link-network", attempts: 100, windowMs: day },
  /** Calendar addresses that are not (any more), per network: phones go on asking at revoked ones. */
  calendarNetwork: { kind: "window", name: "calendar-network", attempts: 300, windowMs: hour },
  /** Calendars fetched at one address; a phone asks a few times a day. */
  calendarFeed: { kind: "window", name: "calendar-feed", attempts: 60, windowMs: hour },
  /** Invitations one person sends. */
  invite: { kind: "window", name: "invite", attempts: 100, windowMs: day },
  /** Invitations sent again to one account. */
  inviteAgain: { kind: "window", name: "invite-again", attempts: 5, windowMs: hour },
} as const satisfies Record<string, RateLimit>;
