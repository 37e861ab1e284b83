import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { db, type Prisma } from "~/platform/db/index.server";
import type { ApplicationState } from "../rules/application-states";
import { whereApplication } from "./scopes.server";

/** A row of the list: nothing about entry conditions, birth or reasons ever stands in a list. */
export interface ApplicationListItem {
  id: string;
  name: string;
  town: string;
  regionCode: string | null;
  state: ApplicationState;
  submittedAt: Date;
  runName: string | null;
  waitingPosition: number | null;
}

export interface ApplicationFilter {
  /** `open` are those waiting for a decision or on a waiting list. */
  state: ApplicationState | "open" | "all";
  regionCode?: string;
  town?: string;
  page: number;
}

const pageSize = 25;

export async function listApplications(
  actor: Actor,
  { state, regionCode, town, page }: ApplicationFilter,
): Promise<{ items: ApplicationListItem[]; total: number; pages: number }> {
  const where: Prisma.ApplicationWhereInput = {
    AND: [
      whereApplication(actor, "application:list"),
      stateClause(state),
      regionCode ? { regionCode } : {},
      town ? { town: { equals: town, mode: "insensitive" } } : {},
    ],
  };
  const total = await db().application.count({ where });
  const rows = await db().application.findMany({
    where,
    orderBy: [{ submittedAt: "desc" }, { id: "asc" }],
    skip: (page - 1) * pageSize,
    take: pageSize,
    include: { run: { select: { name: true } } },
  });
  const names = await namesOf(rows.map(({ accountId }) => accountId));
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: names.get(row.accountId) ?? "–",
      town: row.town,
      regionCode: row.regionCode,
      state: row.state,
      submittedAt: row.submittedAt,
      runName: row.run?.name ?? null,
      waitingPosition: row.waitingPosition,
    })),
    total,
    pages: Math.max(1, Math.ceil(total / pageSize)),
  };
}

function stateClause(state: ApplicationFilter["state"]): Prisma.ApplicationWhereInput {
  if (state === "all") return {};
  return state === "open" ? { state: { in: ["submitted", "waiting"] } } : { state };
}
