import type { Actor } from "~/access/index.server";
import { addressOf, nameOf, namesOf } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { unsealNullable } from "~/platform/crypto/index.server";
import { ageOn, dateToDay, dayOf } from "~/platform/days";
import { db, inTransaction } from "~/platform/db/index.server";
import { conditionsState, type ConditionsState } from "../rules/entry-conditions";
import type { ApplicationState } from "../rules/application-states";
import {
  applicationDetails,
  applicationIn,
  applicationPlace,
  attestedConditions,
  type ApplicationDetails,
  type ApplicationRow,
  type AttestedCondition,
} from "./application-row.server";
import { runsTakingPeople, type OpenRun } from "./open-runs.server";

export interface ApplicationReading extends ApplicationDetails {
  id: string;
  version: number;
  name: string;
  email: string | null;
  town: string;
  regionCode: string | null;
  state: ApplicationState;
  submittedAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  /** Completed years on the day of the application. */
  age: number;
  conditions: (Omit<AttestedCondition, "attestedById"> & { attestedBy: string })[];
  conditionsState: ConditionsState;
  /** Notes of the selection interview, for those who decide; null when there are none. */
  interview: { on: string; by: string; notes: string } | null;
  run: { id: string; name: string } | null;
  waitingPosition: number | null;
  /** Runs the person can be admitted to or wait for. */
  openRuns: OpenRun[];
}

/**
 * An application with everything needed to decide about it. Reading it is an event of its own.
 * @throws AppError notFound
 */
export async function readApplication(
  actor: Actor,
  id: string,
  { now }: { now: Date },
): Promise<ApplicationReading> {
  const row = await inTransaction(async (tx) => {
    const found = await applicationIn(tx, actor, "application:list", id);
    await audit(tx, {
      actor: actor.accountId,
      action: "application.read",
      subject: { kind: "application", id },
      at: now,
    });
    return found;
  });
  const details = applicationDetails(row);
  const conditions = attestedConditions(row);
  const names = await namesOf([
    ...conditions.map(({ attestedById }) => attestedById),
    ...[row.decidedById, row.interviewedById].filter((one) => one !== null),
  ]);
  return {
    ...details,
    id,
    version: row.version,
    name: (await nameOf(row.accountId)) ?? "–",
    email: (await addressOf(row.accountId))?.address ?? null,
    town: row.town,
    regionCode: row.regionCode,
    state: row.state,
    submittedAt: row.submittedAt,
    decidedAt: row.decidedAt,
    decidedBy: (row.decidedById && names.get(row.decidedById)) ?? null,
    age: ageOn(details.birthDate, dayOf(row.submittedAt)),
    conditions: conditions.map(({ attestedById, ...condition }) => ({
      ...condition,
      attestedBy: names.get(attestedById) ?? "–",
    })),
    conditionsState: conditionsState(conditions),
    interview: actor.can("application:decide") ? interviewOf(row, names) : null,
    run: row.run && { id: row.run.id, name: row.run.name },
    waitingPosition: row.waitingPosition,
    openRuns: await runsTakingPeople(actor, db()),
  };
}

function interviewOf(row: ApplicationRow, names: Map<string, string>): ApplicationReading["interview"] {
  const notes = unsealNullable(row.interviewNotesSealed, applicationPlace("interviewNotesSealed", row.id));
  if (notes === null || row.interviewedOn === null) return null;
  return { on: dateToDay(row.interviewedOn), by: names.get(row.interviewedById ?? "") ?? "–", notes };
}
