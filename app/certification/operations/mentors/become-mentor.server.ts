import { randomUUID } from "node:crypto";
import { dayOf, dayToDate } from "~/platform/days";
import { lockRow, type Tx } from "~/platform/db/index.server";
import { mentorStanding } from "../../rules/mentors/standing";
import { mentorCodePrefix, nextMentorCode } from "../../rules/numbering";
import { mentorFacts, mentorsWithFacts, type MentorFacts } from "./standings.server";

/**
 * Makes a certified person a mentor, or renews the row of one who had ended. Call it once the certificate is
 * written. Somebody whose work a coordinator ended stays ended when the certificate was only issued anew.
 */
export async function becomeMentor(
  tx: Tx,
  { accountId, regionCode, now }: { accountId: string; regionCode: string; now: Date },
): Promise<{ id: string; code: string }> {
  const today = dayOf(now);
  const prefix = mentorCodePrefix(regionCode);
  await lockRow(tx, `mentor-code:${prefix}`);
  const known = await tx.mentor.findUnique({ where: { accountId } });
  if (known) {
    await renewRow(tx, mentorFacts(known), { regionCode, today });
    return { id: known.id, code: known.code };
  }
  const taken = await tx.mentor.findMany({ where: { code: { startsWith: prefix } }, select: { code: true } });
  const code = nextMentorCode(
    prefix,
    taken.map((mentor) => mentor.code),
  );
  const id = randomUUID();
  await tx.mentor.create({
    data: { id, code, accountId, regionCode, certifiedOn: dayToDate(today), createdAt: now },
  });
  return { id, code };
}

async function renewRow(
  tx: Tx,
  known: MentorFacts,
  { regionCode, today }: { regionCode: string; today: string },
): Promise<void> {
  const [mentor] = await mentorsWithFacts({ id: known.id }, tx);
  const { state } = mentor
    ? mentorStanding({ ...mentor.facts, endedOn: null }, today)
    : { state: "unknown" as const };
  // Another certificate instead of a revoked one is the same work going on: experience counts from its beginning.
  const anew = known.endedOn !== null && mentor?.facts.certificates.at(-1)?.replaces !== true;
  const certifiedOn = anew ? today : (known.certifiedOn ?? today);
  await tx.mentor.update({
    where: { id: known.id },
    data: {
      certifiedOn: dayToDate(certifiedOn),
      ...(state === "ended" ? {} : { endedOn: null }),
      regionCode: known.regionCode ?? regionCode,
      version: { increment: 1 },
    },
  });
}
