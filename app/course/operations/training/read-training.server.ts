import { db } from "~/platform/db/index.server";
import { trainingBy } from "../../catalogue/catalogue.server";

export interface TrainingOutline {
  id: string;
  title: string;
  summary: string;
  units: { id: string; title: string; minutes: number; goals: string[]; openedAt: Date | null }[];
  /** Where to go on: the first unit not opened yet, or the one opened last when all were. */
  goOn: { id: string; title: string } | null;
}

/** A training with what somebody opened of it; null when the content has none of that id. */
export async function readTraining(trainingId: string, accountId: string): Promise<TrainingOutline | null> {
  const training = trainingBy(trainingId);
  if (!training) return null;
  const rows = await db().trainingProgress.findMany({
    where: { accountId, trainingId },
    orderBy: { lastOpenedAt: "desc" },
  });
  const opened = new Map(rows.map(({ unitId, openedAt }) => [unitId, openedAt]));
  const { id, title, summary, units } = training;
  const goOn =
    units.find((unit) => !opened.has(unit.id)) ?? units.find((unit) => unit.id === rows[0]?.unitId);
  return {
    id,
    title,
    summary,
    units: units.map((unit) => ({
      id: unit.id,
      title: unit.title,
      minutes: unit.minutes,
      goals: unit.goals,
      openedAt: opened.get(unit.id) ?? null,
    })),
    goOn: goOn ? { id: goOn.id, title: goOn.title } : null,
  };
}
