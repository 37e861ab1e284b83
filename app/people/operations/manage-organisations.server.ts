import type { Actor, Role } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { brokenUniqueIndex, db, inTransaction, type OrganisationKind } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { openName } from "../account.server";
import { byName } from "../rules/names";
import { matchesQuery } from "../rules/search";
import type { OrganisationFilter } from "../schema";
import { visibleAccounts } from "./visible-accounts.server";

export interface OrganisationRow {
  id: string;
  name: string;
  kind: OrganisationKind;
  town: string | null;
  regionCode: string | null;
  closedAt: Date | null;
  /** How many people hold a role there now, whoever they are. */
  people: number;
}

/** Organisations by name. */
export async function listOrganisations({
  q,
  druh,
  kraj,
  uzavrene,
}: OrganisationFilter): Promise<OrganisationRow[]> {
  const rows = await db().organisation.findMany({
    where: { kind: druh, regionCode: kraj, ...(uzavrene ? {} : { closedAt: null }) },
    include: { roles: { where: { endedAt: null }, select: { accountId: true } } },
  });
  return rows
    .filter((row) => matchesQuery(`${row.name} ${row.town ?? ""}`, q))
    .map(({ roles, ...row }) => ({ ...row, people: new Set(roles.map(({ accountId }) => accountId)).size }))
    .sort((a, b) => a.name.localeCompare(b.name, "cs"));
}

/** An organisation with those of its people whom the actor may see. @throws AppError notFound */
export async function readOrganisation(actor: Actor, id: string) {
  const organisation = await db().organisation.findUnique({ where: { id } });
  if (!organisation) throw new AppError("notFound");
  const held = await db().roleAssignment.findMany({
    where: { organisationId: id, endedAt: null, account: visibleAccounts(actor) },
    include: { account: { select: { id: true, nameSealed: true, disabledAt: true } } },
  });
  const people = new Map<string, { id: string; name: string; disabled: boolean; roles: Role[] }>();
  for (const { account, role } of held) {
    const person = people.get(account.id);
    if (person) person.roles.push(role);
    else {
      const { id: accountId, disabledAt } = account;
      people.set(accountId, {
        id: accountId,
        name: openName(account),
        disabled: disabledAt !== null,
        roles: [role],
      });
    }
  }
  const sorted = [...people.values()].sort(byName);
  return { ...organisation, people: sorted };
}

export interface OrganisationFields {
  name: string;
  town?: string;
  regionCode: string | null;
}

/** Adds an organisation. @returns its id @throws AppError invalid when one of the kind has the name already */
export async function createOrganisation(
  actor: Actor,
  { id, name, kind, town, regionCode }: OrganisationFields & { id: string; kind: OrganisationKind },
  { now }: { now: Date },
): Promise<string> {
  return refusingSameName(() =>
    inTransaction(async (tx) => {
      if ((await tx.organisation.count({ where: { id } })) > 0) return id;
      await tx.organisation.create({
        data: { id, name, kind, town: town ?? null, regionCode, createdAt: now },
      });
      await audit(tx, about(actor, id, "organisation.created", now));
      return id;
    }),
  );
}

/** Changes an organisation. @throws AppError stale, invalid when one of the kind has the name already */
export async function updateOrganisation(
  actor: Actor,
  { id, version, name, town, regionCode }: OrganisationFields & { id: string; version: number },
  { now }: { now: Date },
): Promise<void> {
  await refusingSameName(() =>
    inTransaction(async (tx) => {
      const { count } = await tx.organisation.updateMany({
        where: { id, version },
        data: { name, town: town ?? null, regionCode, version: { increment: 1 } },
      });
      if (count === 0) throw new AppError("stale");
      await audit(tx, about(actor, id, "organisation.updated", now));
    }),
  );
}

/** Closes an organisation to new roles and referrals, or opens it again. What it has stays. @throws AppError stale */
export async function setOrganisationClosed(
  actor: Actor,
  { id, version, closed }: { id: string; version: number; closed: boolean },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.organisation.updateMany({
      where: { id, version, closedAt: closed ? null : { not: null } },
      data: { closedAt: closed ? now : null, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale");
    await audit(tx, about(actor, id, closed ? "organisation.closed" : "organisation.reopened", now));
  });
}

async function refusingSameName<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!brokenUniqueIndex(error)?.includes("kind_name")) throw error;
    throw new AppError("invalid", { field: "name", reason: "people:refusal.sameName" });
  }
}

function about(actor: Actor, id: string, action: `organisation.${string}`, at: Date) {
  return { actor: actor.accountId, action, subject: { kind: "organisation", id }, at } as const;
}
