import type { AppLoadContext } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { config } from "~/platform/config.server";
import { unseal } from "~/platform/crypto/index.server";
import { db } from "~/platform/db/index.server";
import { accountPlace } from "./account-place";
import { actorOf, type Actor } from "./actor";
import { lucia } from "./lucia.server";
import { isSensitiveRole } from "./permissions";
import type { Role } from "./roles";
import { hashSessionId } from "./session-adapter.server";
import { sessionIdFrom } from "./session-cookie.server";
import { seenEveryMs } from "./session-limits";

/** A signed-in person's request: who, through which session, and whether the second factor is settled. */
export interface Visit {
  actor: Actor;
  sessionIdHash: string;
  /** `setup`: required and not set up yet; `verify`: set up, code not given in this session. */
  secondFactor: SecondFactorState;
}

export type SecondFactorState = "done" | "setup" | "verify";

const visits = new WeakMap<object, Promise<Visit | null>>();

/** The visit of a request, read once however many loaders ask. */
export function readVisit(request: Request, context: AppLoadContext): Promise<Visit | null> {
  const known = visits.get(context);
  if (known) return known;
  const reading = findVisit(request, now());
  visits.set(context, reading);
  return reading;
}

/** Whether roles make a second factor required. The demo lets its visitors in without. */
export function needsSecondFactor(roles: Iterable<Role>): boolean {
  return config().mode !== "demo" && [...roles].some(isSensitiveRole);
}

/** What is left of signing in. */
export function secondFactorState(account: {
  roles: Iterable<Role>;
  totpConfirmedAt: Date | null;
  secondFactorAt: Date | null;
}): SecondFactorState {
  if (account.totpConfirmedAt) return account.secondFactorAt ? "done" : "verify";
  return needsSecondFactor(account.roles) ? "setup" : "done";
}

async function findVisit(request: Request, moment: Date): Promise<Visit | null> {
  const id = sessionIdFrom(request);
  if (!id) return null;
  const { session, user } = await lucia(db(), moment).validateSession(id);
  if (!session || !user) return null;
  const sessionIdHash = hashSessionId(id);
  await markSeen(sessionIdHash, session.lastSeenAt, moment);
  const { roles, totpConfirmedAt } = user;
  return {
    actor: actorOf({
      accountId: user.id,
      name: unseal(user.nameSealed, accountPlace("nameSealed", user.id)),
      language: user.language === "en" ? "en" : "cs",
      roles,
    }),
    sessionIdHash,
    secondFactor: secondFactorState({
      roles: roles.map(({ role }) => role),
      totpConfirmedAt,
      secondFactorAt: session.secondFactorAt,
    }),
  };
}

async function markSeen(idHash: string, lastSeenAt: Date, moment: Date): Promise<void> {
  const before = new Date(moment.getTime() - seenEveryMs);
  if (lastSeenAt > before) return;
  await db().session.updateMany({
    where: { idHash, lastSeenAt: { lte: before } },
    data: { lastSeenAt: moment },
  });
}
