import type { Actor } from "~/access/index.server";
import { db } from "~/platform/db/index.server";
import type { WaitingTask } from "~/platform/waiting-task";
import { trainableAccounts, visibleAccounts } from "./visible-accounts.server";

/** What waits for somebody today among people and in their own account. */
export async function waitingFor(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const tasks = [await expiredInvitations(actor, now), await untrained(actor), await fewRecoveryCodes(actor)];
  return tasks.filter((task) => task !== null);
}

async function expiredInvitations(actor: Actor, now: Date): Promise<WaitingTask | null> {
  if (!actor.can("account:invite")) return null;
  const count = await db().account.count({
    where: {
      AND: [visibleAccounts(actor)],
      disabledAt: null,
      emailConfirmedAt: null,
      passwordHash: null,
      roles: { some: { endedAt: null } },
      tokens: { none: { kind: "invitation", usedAt: null, expiresAt: { gt: now } } },
    },
  });
  if (count === 0) return null;
  const to = "/lide?stav=invitationExpired";
  return {
    id: "expired-invitations",
    text: "people:waiting.expiredInvitations",
    values: { count },
    to,
    urgency: "soon",
  };
}

async function untrained(actor: Actor): Promise<WaitingTask | null> {
  const trainable = trainableAccounts(actor);
  if (!trainable) return null;
  const count = await db().account.count({
    where: { AND: [trainable], disabledAt: null, monitoringTrainings: { none: {} } },
  });
  if (count === 0) return null;
  return {
    id: "untrained",
    text: "people:waiting.untrained",
    values: { count },
    to: "/lide?skoleni=ne",
    urgency: "none",
  };
}

async function fewRecoveryCodes({ accountId }: Actor): Promise<WaitingTask | null> {
  const account = await db().account.findUnique({
    where: { id: accountId, totpConfirmedAt: { not: null } },
    select: { _count: { select: { recoveryCodes: { where: { usedAt: null } } } } },
  });
  if (!account || account._count.recoveryCodes >= 3) return null;
  const to = "/ucet/dvoufazove-overeni";
  return { id: "recovery-codes", text: "people:waiting.fewRecoveryCodes", to, urgency: "soon" };
}
