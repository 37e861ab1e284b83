import type { Actor, Role } from "~/access/index.server";
import { db, type Prisma } from "~/platform/db/index.server";
import { dateToDay } from "~/platform/days";
import { openEmail, openName } from "../account.server";
import { accountState, type AccountState } from "../rules/account-state";
import { byName } from "../rules/names";
import { matchesQuery } from "../rules/search";
import type { AccountFilter } from "../schema";
import { reporterRoles, visibleAccounts } from "./visible-accounts.server";

export const accountsPerPage = 25;

/** A person in the list. */
export interface AccountRow {
  id: string;
  name: string;
  /** Null for those who see reporters only for their training. */
  email: string | null;
  state: AccountState;
  roles: { role: Role; organisation: string | null; regionCode: string | null }[];
  /** Whether the person could report incidents once trained. */
  isReporter: boolean;
  /** Day of the monitoring training; null without it. */
  trainedOn: string | null;
}

export interface AccountPage {
  rows: AccountRow[];
  total: number;
  page: number;
  pages: number;
}

/** People the actor may see, by name. Names are sealed, so the search opens the permitted set. */
export async function listAccounts(
  actor: Actor,
  filter: AccountFilter,
  { now }: { now: Date },
): Promise<AccountPage> {
  const accounts = await db().account.findMany({
    where: { AND: [visibleAccounts(actor), filterOf(filter)] },
    include: {
      roles: {
        where: { endedAt: null },
        include: { organisation: { select: { name: true } } },
        orderBy: { grantedAt: "asc" },
      },
      tokens: {
        where: { kind: "invitation", usedAt: null, expiresAt: { gt: now } },
        select: { expiresAt: true },
      },
      monitoringTrainings: { orderBy: { passedOn: "asc" }, take: 1, select: { passedOn: true } },
    },
  });
  const seesEmail = actor.can("account:list");
  const rows = accounts.map((account): AccountRow => {
    const { roles, tokens, monitoringTrainings } = account;
    const facts = { ...account, hasPassword: account.passwordHash !== null, roles: roles.length };
    const trained = monitoringTrainings[0];
    return {
      id: account.id,
      name: openName(account),
      email: seesEmail ? openEmail(account) : null,
      state: accountState({ ...facts, invitationEndsAt: tokens[0]?.expiresAt ?? null }, now),
      roles: roles.map(({ role, organisation, regionCode }) => ({
        role,
        organisation: organisation?.name ?? null,
        regionCode,
      })),
      isReporter: roles.some(({ role }) => reporterRoles.includes(role)),
      trainedOn: trained ? dateToDay(trained.passedOn) : null,
    };
  });
  const found = rows
    .filter((row) => !filter.stav || row.state === filter.stav)
    .filter(
      (row) => !filter.skoleni || (row.isReporter && (row.trainedOn !== null) === (filter.skoleni === "ano")),
    )
    .filter((row) => matchesQuery(`${row.name} ${row.email ?? ""}`, filter.q))
    .sort((a, b) => byName(a, b) || a.id.localeCompare(b.id));
  const pages = Math.max(1, Math.ceil(found.length / accountsPerPage));
  const page = Math.min(filter.strana, pages);
  return {
    rows: found.slice((page - 1) * accountsPerPage, page * accountsPerPage),
    total: found.length,
    page,
    pages,
  };
}

function filterOf({ role, organizace, kraj }: AccountFilter): Prisma.AccountWhereInput {
  if (!role && !organizace && !kraj) return {};
  const inRegion = kraj ? { OR: [{ regionCode: kraj }, { organisation: { regionCode: kraj } }] } : {};
  return { roles: { some: { endedAt: null, role, organisationId: organizace, ...inRegion } } };
}
