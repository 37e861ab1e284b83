import type { Actor, Permission } from "~/access/index.server";
import { unseal, unsealNullable, type SealedPlace } from "~/platform/crypto/index.server";
import { dateToDay } from "~/platform/days";
import type { Prisma, Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import type { EntryConditionKind } from "../rules/entry-conditions";
import { whereApplication } from "./scopes.server";

type SealedColumn =
  | "birthDateSealed"
  | "birthPlaceSealed"
  | "phoneSealed"
  | "motivationSealed"
  | "decisionReasonSealed"
  | "interviewNotesSealed";

/** Where a sealed text of an application lives. */
export function applicationPlace(column: SealedColumn, id: string): SealedPlace {
  return { table: "applications", column, row: id };
}

export const applicationInclude = { conditions: true, run: true } satisfies Prisma.ApplicationInclude;
export type ApplicationRow = Prisma.ApplicationGetPayload<{ include: typeof applicationInclude }>;

/** What the applicant wrote; days are `YYYY-MM-DD`. */
export interface ApplicationDetails {
  birthDate: string;
  birthPlace: string | null;
  phone: string | null;
  motivation: string;
  decisionReason: string | null;
}

export function applicationDetails(row: ApplicationRow): ApplicationDetails {
  const { id } = row;
  return {
    birthDate: unseal(row.birthDateSealed, applicationPlace("birthDateSealed", id)),
    birthPlace: unsealNullable(row.birthPlaceSealed, applicationPlace("birthPlaceSealed", id)),
    phone: unsealNullable(row.phoneSealed, applicationPlace("phoneSealed", id)),
    motivation: unseal(row.motivationSealed, applicationPlace("motivationSealed", id)),
    decisionReason: unsealNullable(row.decisionReasonSealed, applicationPlace("decisionReasonSealed", id)),
  };
}

export interface AttestedCondition {
  kind: EntryConditionKind;
  met: boolean;
  attestedAt: Date;
  attestedById: string;
  deleteOn: string;
}

export function attestedConditions(row: ApplicationRow): AttestedCondition[] {
  return row.conditions.map(({ kind, met, attestedAt, attestedById, deleteOn }) => ({
    kind,
    met,
    attestedAt,
    attestedById,
    deleteOn: dateToDay(deleteOn),
  }));
}

/**
 * An application within the actor's permission.
 * @throws AppError notFound
 */
export async function applicationIn(
  reader: Tx,
  actor: Actor,
  permission: Permission,
  id: string,
): Promise<ApplicationRow> {
  const row = isRowId(id)
    ? await reader.application.findFirst({
        where: { AND: [{ id }, whereApplication(actor, permission)] },
        include: applicationInclude,
      })
    : null;
  if (!row) throw new AppError("notFound");
  return row;
}
