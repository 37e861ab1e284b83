import { enrolmentOf, ledgerSums, runSettings } from "~/course/index.server";
import { practiceFactsOf } from "~/practice/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { db, type Prisma, type Tx } from "~/platform/db/index.server";
import { examAdmission } from "../rules/exam-admission";
import { examPassedOn, passedParts } from "../rules/exam-results";
import { evaluateGraduation } from "../rules/graduation";
import type { TraineeStanding } from "../rules/trainee-standing";

/** Whose standing is asked for: everybody of some runs, or some trainees. */
export type StandingOf = { runIds: readonly string[] } | { enrolmentIds: readonly string[] };

const select = {
  id: true,
  accountId: true,
  runId: true,
  state: true,
  run: { select: { settings: true } },
  examResults: { where: { voidedAt: null }, select: { part: true, heldOn: true, passed: true } },
  certificates: {
    select: { id: true, number: true, issuedAt: true, revokedAt: true },
    orderBy: [{ year: "desc" }, { sequence: "desc" }],
    take: 1,
  },
} satisfies Prisma.EnrolmentSelect;

/**
 * Standings by enrolment, in one batch of queries however many trainees there are. Scope is the caller's
 * business: hand over ids the actor may see.
 */
export async function standingOfTrainees(
  of: StandingOf,
  reader: Tx = db(),
): Promise<Map<string, TraineeStanding>> {
  const where = "runIds" in of ? { runId: { in: [...of.runIds] } } : { id: { in: [...of.enrolmentIds] } };
  const rows = await reader.enrolment.findMany({ where, select });
  const ids = rows.map(({ id }) => id);
  const sums = await ledgerSums(ids, reader);
  const practice = await practiceFactsOf(ids, reader);
  return new Map(
    rows.map((row) => {
      const { id, accountId, runId, state } = row;
      const settings = runSettings(row.run);
      const results = row.examResults.map((result) => ({ ...result, heldOn: dateToDay(result.heldOn) }));
      const done = sums.get(id) ?? { theoryMinutes: 0, practiceMinutes: 0 };
      const facts = practice.get(id);
      const supervision = facts?.supervision ?? { required: 0, kept: 0, missing: 0, gaps: [] };
      const certificate = row.certificates[0];
      const standing: TraineeStanding = {
        enrolmentId: id,
        accountId,
        runId,
        state,
        graduation: evaluateGraduation(
          {
            ...done,
            pledgeSigned: facts?.pledgeSignedOn != null,
            supervision,
            passedParts: passedParts(results),
          },
          settings,
        ),
        admission: examAdmission(done, settings),
        supervision,
        examPassedOn: examPassedOn(results, settings.examParts),
        certificate: certificate
          ? {
              id: certificate.id,
              number: certificate.number,
              issuedOn: dayOf(certificate.issuedAt),
              revokedOn: certificate.revokedAt && dayOf(certificate.revokedAt),
            }
          : null,
      };
      return [id, standing];
    }),
  );
}

/** The standing of somebody's current enrolment; null without one. */
export async function ownStanding(accountId: string): Promise<TraineeStanding | null> {
  const enrolment = await enrolmentOf(accountId);
  if (!enrolment) return null;
  return (await standingOfTrainees({ enrolmentIds: [enrolment.id] })).get(enrolment.id) ?? null;
}
