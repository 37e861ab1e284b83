import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { trainingBy } from "../../catalogue/catalogue.server";
import type { Lesson } from "../../catalogue/types";

export interface UnitReading {
  unit: Lesson;
  /** From 1. */
  order: number;
  training: { id: string; title: string; units: number };
  previous: Lesson | null;
  next: Lesson | null;
}

/** A unit of a training with its neighbours. @throws AppError notFound */
export function readUnit(trainingId: string, unitId: string | undefined): UnitReading {
  const training = trainingBy(trainingId);
  const place = training?.units.findIndex(({ id }) => id === unitId) ?? -1;
  const unit = training?.units[place];
  if (!training || !unit) throw new AppError("notFound");
  return {
    unit,
    order: place + 1,
    training: { id: training.id, title: training.title, units: training.units.length },
    previous: training.units[place - 1] ?? null,
    next: training.units[place + 1] ?? null,
  };
}

/** Remembers that somebody opened a unit, to show where they are; it earns nothing. */
export async function noteUnit(
  accountId: string,
  { unit, training }: Pick<UnitReading, "unit" | "training">,
  { now }: { now: Date },
): Promise<void> {
  // One statement: opened in two tabs at once, the first opening stays.
  await db().$executeRaw`
    INSERT INTO "training_progress" ("accountId", "trainingId", "unitId", "openedAt", "lastOpenedAt")
    VALUES (${accountId}::uuid, ${training.id}, ${unit.id}, ${now}, ${now})
    ON CONFLICT ("accountId", "trainingId", "unitId") DO UPDATE SET "lastOpenedAt" = EXCLUDED."lastOpenedAt"`;
}
