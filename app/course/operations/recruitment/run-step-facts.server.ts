import { dateToDay } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { examUnfinished } from "../../rules/recruitment/exam-progress";
import type { RunFactsForStep } from "../../rules/run-states";
import type { RunFacts } from "../runs.server";

/** What decides whether a run can go on; `today` is `YYYY-MM-DD`. */
export async function runStepFacts(
  reader: Tx,
  run: Pick<RunFacts, "id" | "trainerIds" | "settings">,
  today: string,
): Promise<RunFactsForStep> {
  const trainees = await reader.enrolment.findMany({
    where: { runId: run.id, state: "active" },
    select: {
      examResults: { where: { voidedAt: null }, select: { part: true, heldOn: true, passed: true } },
    },
  });
  const { examParts, resitWithinDays } = run.settings;
  const unfinished = trainees.filter(({ examResults }) =>
    examUnfinished(
      examParts,
      examResults.map(({ heldOn, ...result }) => ({ ...result, heldOn: dateToDay(heldOn) })),
      { today, resitWithinDays },
    ),
  );
  return {
    trainees: trainees.length,
    trainers: run.trainerIds.length,
    openApplications: await reader.application.count({ where: { runId: run.id, state: "waiting" } }),
    openOffers: await reader.placeOffer.count({ where: { runId: run.id, state: "open" } }),
    unfinishedExams: unfinished.length,
  };
}
