import { createHash } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import { config } from "~/platform/config.server";
import { now } from "~/platform/clock.server";
import { unseal } from "~/platform/crypto/index.server";
import { db } from "~/platform/db/index.server";
import { actorOf, type Actor } from "./actor";
import { isSensitiveRole } from "./permissions";
import { sessionIdFrom } from "./session-cookie.server";

/** A signed-in person's request: who, through which session, and whether the second factor is settled. */
export interface Visit {
  actor: Actor;
  sessionIdHash: string;
  /** `setup`: required and not set up yet; `verify`: set up, code not given in this session. */
  secondFactor: "done" | "setup" | "verify";
}

const visits = new WeakMap<object, Promise<Visit | null>>();

/** The visit of a request, read once however many loaders ask. */
export function readVisit(request: Request, context: AppLoadContext): Promise<Visit | null> {
  const known = visits.get(context);
  if (known) return known;
  const reading = findVisit(request);
  visits.set(context, reading);
  return reading;
}

async function findVisit(request: Request): Promise<Visit | null> {
  const id = sessionIdFrom(request);
  if (!id) return null;
  const idHash = createHash("sha256").update(id).digest("hex");
  const session = await db().session.findUnique({
    where: { idHash },
    include: { account: { include: { roles: { where: { endedAt: null } } } } },
  });
  if (!session || session.expiresAt <= now() || session.account.disabledAt) return null;
  const { account } = session;
  const needed = config().mode !== "demo" && account.roles.some(({ role }) => isSensitiveRole(role));
  const secondFactor = account.totpConfirmedAt
    ? session.secondFactorAt
      ? "done"
      : "verify"
    : needed
      ? "setup"
      : "done";
  return {
    actor: actorOf({
      accountId: account.id,
      name: unseal(account.nameSealed, { table: "accounts", column: "nameSealed", row: account.id }),
      language: account.language === "en" ? "en" : "cs",
      roles: account.roles.map(({ role, organisationId, regionCode }) => ({ role, organisationId, regionCode })),
    }),
    sessionIdHash: idHash,
    secondFactor,
  };
}
