import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal } from "~/platform/crypto/index.server";
import { dayOf, dayToDate } from "~/platform/days";
import { inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { lockEnrolment } from "~/course/index.server";
import { exemptionRefusal } from "../../rules/supervision/exemption";
import { exemptionPlace } from "../../supervision-places";
import { supervisionExemptionsOfMentors, supervisionExemptionsOfTrainees } from "./exemption-days.server";
import { mentorsInDuty, traineesInDuty } from "./duty-scope.server";
import { overseesRegion } from "./read-duty.server";
import { refused } from "./session-checks.server";

/**
 * A coordinator frees somebody of the duty of supervision between two days. Nobody frees himself. The same id
 * again changes nothing.
 * @throws AppError notFound outside the actor's regions, invalid with the field, conflict
 */
export async function grantExemption(
  actor: Actor,
  personId: string,
  input: { id: string; from: string; to: string; reason: string },
  { now }: { now: Date },
): Promise<void> {
  const { id } = input;
  await inTransaction(async (tx) => {
    const person = await lockPerson(tx, actor, personId);
    const earlier = await tx.supervisionExemption.findUnique({ where: { id } });
    if (earlier && (earlier.enrolmentId ?? earlier.mentorId) !== personId) throw new AppError("conflict");
    if (earlier) return;
    const others = await person.exemptions();
    const wish = { fromDay: input.from, toDay: input.to };
    const refusal = exemptionRefusal(wish, others, dayOf(now));
    if (refusal) throw refused(refusal.field, `exemption.${refusal.code}`);
    await tx.supervisionExemption.create({
      data: {
        id,
        ...person.who,
        fromDay: dayToDate(input.from),
        toDay: dayToDate(input.to),
        reasonSealed: seal(input.reason, exemptionPlace(id)),
        grantedAt: now,
        grantedById: actor.accountId,
      },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "supervision.exempt",
      subject: { kind: "supervision_exemption", id },
      details: { person: personId, from: input.from, to: input.to },
      at: now,
    });
  });
}

/** Takes an exemption back; it stays in sight. Sent again it changes nothing. @throws AppError notFound */
export async function revokeExemption(
  actor: Actor,
  personId: string,
  exemptionId: string,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const { who } = await lockPerson(tx, actor, personId);
    const row = await tx.supervisionExemption.findFirst({ where: { id: exemptionId, ...who } });
    if (!row) throw new AppError("notFound");
    if (row.revokedAt) return;
    await tx.supervisionExemption.update({
      where: { id: exemptionId },
      data: { revokedAt: now, revokedById: actor.accountId },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "supervision.exemption-revoked",
      subject: { kind: "supervision_exemption", id: exemptionId },
      details: { person: personId },
      at: now,
    });
  });
}

/** The person, locked, whom the actor may free. @throws AppError notFound, forbidden for oneself */
async function lockPerson(tx: Tx, actor: Actor, personId: string) {
  if (!isRowId(personId)) throw new AppError("notFound");
  await lockRow(tx, `supervision-exemption:${personId}`);
  const trainee = await tx.enrolment.findFirst({
    where: { AND: [{ id: personId }, traineesInDuty(actor)] },
    select: { accountId: true, run: { select: { regionCode: true } } },
  });
  // Whoever certifies counts exemptions under this lock.
  if (trainee) await lockEnrolment(tx, personId);
  const mentor = trainee
    ? null
    : await tx.mentor.findFirst({
        where: { AND: [{ id: personId }, mentorsInDuty(actor)] },
        select: { accountId: true, regionCode: true },
      });
  const found = trainee ?? mentor;
  const regionCode = trainee ? trainee.run.regionCode : (mentor?.regionCode ?? null);
  if (!found || !overseesRegion(actor, regionCode)) throw new AppError("notFound");
  if (found.accountId === actor.accountId) throw refused("", "exemption.own");
  const read = trainee ? supervisionExemptionsOfTrainees : supervisionExemptionsOfMentors;
  return {
    who: trainee ? { enrolmentId: personId } : { mentorId: personId },
    exemptions: async () => (await read([personId], tx)).get(personId) ?? [],
  };
}
