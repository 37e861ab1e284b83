import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { unseal } from "~/platform/crypto/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { exemptionPlace } from "../../supervision-places";
import { named, type DutyRow } from "./duty-list.server";
import { dutyOfMentors, dutyOfTrainees, ownDuty } from "./duty-people.server";
import { mentorsInDuty, traineesInDuty } from "./duty-scope.server";

/** An exemption as its page shows it; one taken back stays in sight. */
export interface Exemption {
  id: string;
  fromDay: string;
  toDay: string;
  /** Null for a supervisor, who has to know of the days only. */
  reason: string | null;
  grantedAt: Date;
  grantedBy: string;
  revokedAt: Date | null;
}

export interface DutyReading {
  person: DutyRow;
  exemptions: Exemption[];
  /** May free the person of the duty or take it back. */
  mayGrant: boolean;
  today: string;
}

/**
 * One person's duty for those who look after it. Reasons are for coordinators of the region.
 * @throws AppError notFound
 */
export async function readDuty(actor: Actor, id: string | undefined, now: Date): Promise<DutyReading> {
  const person = await personInDuty(actor, id, now);
  if (!person) throw new AppError("notFound");
  const mayGrant = overseesRegion(actor, person.regionCode) && person.accountId !== actor.accountId;
  const oversees = overseesRegion(actor, person.regionCode) || person.accountId === actor.accountId;
  return { person, exemptions: await exemptionsOf(person.id, oversees), mayGrant, today: dayOf(now) };
}

/** The actor's own clocks and exemptions, with the reasons: they are about the actor. */
export async function readOwnDuty(
  actor: Actor,
  now: Date,
): Promise<{ person: DutyRow; exemptions: Exemption[] }[]> {
  const people = await named(await ownDuty(actor.accountId, now), now);
  return Promise.all(
    people.map(async (person) => ({ person, exemptions: await exemptionsOf(person.id, true) })),
  );
}

/** Whether the actor looks after supervision in a region as a coordinator. */
export function overseesRegion(actor: Actor, regionCode: string | null): boolean {
  return actor
    .scopes("supervision:oversee")
    .some((scope) => scope.kind === "all" || (scope.kind === "region" && scope.regionCode === regionCode));
}

async function personInDuty(actor: Actor, id: string | undefined, now: Date): Promise<DutyRow | null> {
  if (!isRowId(id)) return null;
  const found = [
    ...(await dutyOfTrainees({ AND: [{ id }, traineesInDuty(actor)] }, now)),
    ...(await dutyOfMentors({ AND: [{ id }, mentorsInDuty(actor)] }, now)),
  ];
  return (await named(found, now))[0] ?? null;
}

async function exemptionsOf(personId: string, withReason: boolean): Promise<Exemption[]> {
  const rows = await db().supervisionExemption.findMany({
    where: { OR: [{ enrolmentId: personId }, { mentorId: personId }] },
    orderBy: [{ fromDay: "desc" }, { grantedAt: "desc" }],
  });
  const names = await namesOf(rows.map(({ grantedById }) => grantedById));
  return rows.map(({ id, fromDay, toDay, reasonSealed, grantedAt, grantedById, revokedAt }) => ({
    id,
    fromDay: dateToDay(fromDay),
    toDay: dateToDay(toDay),
    reason: withReason ? unseal(reasonSealed, exemptionPlace(id)) : null,
    grantedAt,
    grantedBy: names.get(grantedById) ?? "",
    revokedAt,
  }));
}
