import { randomUUID } from "node:crypto";
import { audit } from "~/platform/audit/index.server";
import { db, lockRow, type OrganisationKind, type Tx } from "~/platform/db/index.server";

/** An organisation to choose from or to name. */
export interface OrganisationOption {
  id: string;
  name: string;
  kind: OrganisationKind;
  town: string | null;
  regionCode: string | null;
  closed: boolean;
}

/** Organisations of a kind by name; closed ones only when asked for. */
export async function organisationsOfKind(
  kind: OrganisationKind | readonly OrganisationKind[],
  { regionCode, includeClosed = false }: { regionCode?: string | null; includeClosed?: boolean } = {},
  reader: Tx = db(),
): Promise<OrganisationOption[]> {
  const rows = await reader.organisation.findMany({
    where: {
      kind: { in: [kind].flat() },
      ...(includeClosed ? {} : { closedAt: null }),
      ...(regionCode ? { regionCode } : {}),
    },
    select: optionColumns,
  });
  return rows.map(optionOf).sort((a, b) => a.name.localeCompare(b.name, "cs"));
}

/** Organisations by id, closed ones too; unknown ids are absent. */
export async function organisationsOf(
  ids: Iterable<string>,
  reader: Tx = db(),
): Promise<Map<string, OrganisationOption>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await reader.organisation.findMany({ where: { id: { in: wanted } }, select: optionColumns });
  return new Map(rows.map((row) => [row.id, optionOf(row)]));
}

/** One organisation, or null. */
export async function organisationOf(id: string, reader: Tx = db()): Promise<OrganisationOption | null> {
  return (await organisationsOf([id], reader)).get(id) ?? null;
}

/** Finds an organisation by kind and exact name or makes it. @returns its id */
export async function ensureOrganisation(
  tx: Tx,
  { kind, name, town = null, regionCode = null, by, now }: EnsureOrganisation,
): Promise<string> {
  await lockRow(tx, `organisation:${kind}:${name}`);
  const known = await tx.organisation.findUnique({
    where: { kind_name: { kind, name } },
    select: { id: true },
  });
  if (known) return known.id;
  const id = randomUUID();
  await tx.organisation.create({ data: { id, kind, name, town, regionCode, createdAt: now } });
  await audit(tx, {
    actor: by,
    action: "organisation.created",
    subject: { kind: "organisation", id },
    at: now,
  });
  return id;
}

export interface EnsureOrganisation {
  kind: OrganisationKind;
  name: string;
  town?: string | null;
  regionCode?: string | null;
  /** Account of the one who acts; null for a command. */
  by: string | null;
  now: Date;
}

const optionColumns = {
  id: true,
  name: true,
  kind: true,
  town: true,
  regionCode: true,
  closedAt: true,
} as const;

function optionOf({
  closedAt,
  ...row
}: Omit<OrganisationOption, "closed"> & { closedAt: Date | null }): OrganisationOption {
  return { ...row, closed: closedAt !== null };
}
