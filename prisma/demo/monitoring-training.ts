import { trainingBy } from "~/course/catalogue/catalogue.server";
import { monitoringTraining } from "~/incidents/rules/monitoring-training";
import { db } from "~/platform/db/index.server";
import type { DemoWorld } from "./world";

const dayMs = 86_400_000;

/** The last assistant, who waits for the right to report, is half way through the training. */
export async function fillMonitoringTraining(world: DemoWorld): Promise<void> {
  const assistant = world.members.crime_prevention_assistant.at(-1);
  const units = trainingBy(monitoringTraining)?.units ?? [];
  if (!assistant) return;
  await db().trainingProgress.createMany({
    data: units.slice(0, Math.ceil(units.length / 2)).map(({ id: unitId }, index) => {
      const openedAt = new Date(world.now.getTime() - (6 - index) * dayMs);
      const { accountId } = assistant;
      return { accountId, trainingId: monitoringTraining, unitId, openedAt, lastOpenedAt: openedAt };
    }),
  });
}
