import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { dayToDate } from "~/platform/days";
import { inTransaction, lockRow } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { trainersOfRegion } from "../create-run.server";
import { runOf } from "../runs.server";

export interface RunCopy {
  /** Id made by the form. */
  id: string;
  /** The run that is copied. */
  from: string;
  name: string;
  startsOn: string;
  endsOn: string;
}

/**
 * Plans a run like another one: its towns, places, goal, provider, settings and those of its trainers who
 * still teach in the region. The accreditation goes along while it lasts. Nobody's application or hours do.
 * @returns id of the new run
 * @throws AppError notFound, conflict when the id belongs to something else
 */
export async function copyRun(actor: Actor, input: RunCopy, { now }: { now: Date }): Promise<string> {
  const { id, from, name, startsOn, endsOn } = input;
  return inTransaction(async (tx) => {
    await lockRow(tx, `run:${id}`);
    const run = await runOf(actor, "run:manage", from, tx);
    const before = await tx.courseRun.findUnique({ where: { id } });
    if (before && (before.createdById !== actor.accountId || before.copiedFromId !== run.id)) {
      throw new AppError("conflict");
    }
    if (before) return id;
    const teaching = new Set((await trainersOfRegion(run.regionCode, tx)).map(({ accountId }) => accountId));
    const { accreditationValidUntil: validUntil } = run;
    const accredited = validUntil === null || validUntil >= startsOn;
    await tx.courseRun.create({
      data: {
        id,
        name,
        startsOn: dayToDate(startsOn),
        endsOn: dayToDate(endsOn),
        town: run.town,
        otherTowns: run.otherTowns,
        regionCode: run.regionCode,
        organisationId: run.organisationId,
        places: run.places,
        graduateGoal: run.graduateGoal,
        accreditationNumber: accredited ? run.accreditationNumber : null,
        accreditationValidUntil: accredited && validUntil ? dayToDate(validUntil) : null,
        copiedFromId: run.id,
        settings: { ...run.settings, places: run.places, goal: run.graduateGoal },
        createdAt: now,
        createdById: actor.accountId,
        trainers: {
          create: run.trainerIds
            .filter((trainer) => teaching.has(trainer))
            .map((accountId) => ({ accountId })),
        },
      },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "run.copy",
      subject: { kind: "run", id },
      details: { from: run.id },
      at: now,
    });
    return id;
  });
}
