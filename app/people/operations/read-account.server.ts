import { mayGrant, type Actor, type Role } from "~/access/index.server";
import { db } from "~/platform/db/index.server";
import { dateToDay } from "~/platform/days";
import { AppError } from "~/platform/errors";
import { languageOf, openEmail, openName } from "../account.server";
import { accountState, type AccountState } from "../rules/account-state";
import { namesOf } from "./directory.server";
import { trainableAccounts, visibleAccounts } from "./visible-accounts.server";

/** A role somebody holds or held. */
export interface RoleRecord {
  id: string;
  role: Role;
  organisation: string | null;
  regionCode: string | null;
  grantedAt: Date;
  grantedBy: string | null;
  endedAt: Date | null;
  endedBy: string | null;
  /** Whether the reader may end it. */
  mayEnd: boolean;
}

/** A person's page. */
export interface AccountDetail {
  id: string;
  name: string;
  /** Null for those who see reporters only for their training. */
  email: string | null;
  language: "cs" | "en";
  state: AccountState;
  version: number;
  createdAt: Date;
  lastSeenAt: Date | null;
  invitation: { sentAt: Date; endsAt: Date } | null;
  hasSecondFactor: boolean;
  roles: RoleRecord[];
  /** Monitoring trainings; null where they do not concern the reader. */
  trainings: { passedOn: string; byTest: boolean; recordedBy: string | null }[] | null;
  isOwn: boolean;
  may: { manage: boolean; invite: boolean; train: boolean };
}

/** A person as the actor may see them. @throws AppError notFound */
export async function readAccount(
  actor: Actor,
  accountId: string,
  { now }: { now: Date },
): Promise<AccountDetail> {
  const account = await db().account.findFirst({
    where: { AND: [{ id: accountId }, visibleAccounts(actor)] },
    include: {
      roles: { include: { organisation: { select: { name: true } } }, orderBy: { grantedAt: "desc" } },
      tokens: {
        where: { kind: "invitation", usedAt: null, expiresAt: { gt: now } },
        orderBy: { createdAt: "desc" },
      },
      monitoringTrainings: { orderBy: { passedOn: "desc" } },
      sessions: { orderBy: { lastSeenAt: "desc" }, take: 1, select: { lastSeenAt: true } },
    },
  });
  if (!account) throw new AppError("notFound");
  const names = await namesOf(
    [
      ...account.roles.flatMap((role) => [role.grantedById, role.endedById]),
      ...account.monitoringTrainings.map((one) => one.recordedById),
    ].filter((id): id is string => id !== null),
  );
  const nameOf = (id: string | null) => (id && names.get(id)) ?? null;
  const current = account.roles.filter(({ endedAt }) => endedAt === null);
  const isOwn = account.id === actor.accountId;
  const invitation = account.tokens[0];
  const facts = { ...account, hasPassword: account.passwordHash !== null, roles: current.length };
  const managesPeople = actor.can("account:list");
  const mayInvite = !isOwn && current.length > 0 && current.every((role) => mayGrant(actor, role));
  const trainable = trainableAccounts(actor);
  const mayTrain =
    trainable !== null && (await db().account.count({ where: { AND: [{ id: accountId }, trainable] } })) > 0;
  return {
    id: account.id,
    name: openName(account),
    email: managesPeople ? openEmail(account) : null,
    language: languageOf(account),
    state: accountState({ ...facts, invitationEndsAt: invitation?.expiresAt ?? null }, now),
    version: account.version,
    createdAt: account.createdAt,
    lastSeenAt: account.sessions[0]?.lastSeenAt ?? null,
    invitation: invitation ? { sentAt: invitation.createdAt, endsAt: invitation.expiresAt } : null,
    hasSecondFactor: account.totpConfirmedAt !== null,
    roles: account.roles.map((role) => ({
      id: role.id,
      role: role.role,
      organisation: role.organisation?.name ?? null,
      regionCode: role.regionCode,
      grantedAt: role.grantedAt,
      grantedBy: nameOf(role.grantedById),
      endedAt: role.endedAt,
      endedBy: nameOf(role.endedById),
      mayEnd: role.endedAt === null && !isOwn && mayGrant(actor, role),
    })),
    trainings: actor.can("monitoring:train")
      ? account.monitoringTrainings.map((one) => ({
          passedOn: dateToDay(one.passedOn),
          byTest: one.attemptId !== null,
          recordedBy: nameOf(one.recordedById),
        }))
      : null,
    isOwn,
    may: { manage: actor.can("account:manage") && !isOwn, invite: mayInvite, train: mayTrain },
  };
}
