import type { Actor } from "~/access/index.server";
import { giveRole } from "~/people/index.server";
import type { Tx } from "~/platform/db/index.server";
import type { MentorWithFacts } from "./standings.server";

/** The role as the last certificate gave it: of the organisation that ran the course. */
export async function giveRoleBack(
  tx: Tx,
  actor: Actor,
  mentor: MentorWithFacts,
  accountId: string,
  now: Date,
): Promise<void> {
  const last = mentor.certificate
    ? await tx.certificate.findUnique({
        where: { id: mentor.certificate.id },
        select: { enrolment: { select: { run: { select: { organisationId: true, regionCode: true } } } } },
      })
    : null;
  const run = last?.enrolment.run;
  await giveRole(tx, {
    accountId,
    role: "mentor",
    organisationId: run?.organisationId ?? null,
    regionCode: mentor.regionCode ?? run?.regionCode ?? null,
    by: actor.accountId,
    now,
  });
}
