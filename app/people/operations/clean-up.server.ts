import { db } from "~/platform/db/index.server";
import type { CleanUpTask } from "~/platform/jobs/index.server";

const day = 86_400_000;
const before = (now: Date, days: number) => new Date(now.getTime() - days * day);

/** What goes stale in the tables of access and people. */
export const peopleCleanUp: CleanUpTask[] = [
  {
    name: "sessions",
    run: async ({ now }) => (await db().session.deleteMany({ where: { expiresAt: { lte: now } } })).count,
  },
  {
    name: "rate limits",
    // A pause that is over is remembered for a day, so that the next one is longer.
    run: async ({ now }) =>
      (await db().rateLimit.deleteMany({ where: { expiresAt: { lte: before(now, 2) } } })).count,
  },
  {
    name: "one-time links",
    // An expired invitation is still shown as such for a month.
    run: async ({ now }) =>
      (await db().accountToken.deleteMany({ where: { expiresAt: { lte: before(now, 30) } } })).count,
  },
];
