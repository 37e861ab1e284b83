import { catalogue } from "../../catalogue/catalogue.server";
import { programmeDefaults, type RunSettings } from "../../rules/run-settings";
import type { TestStanding } from "../../rules/testing/attempt-rules";
import { moduleTestsOf } from "./module-tests-of.server";
import { moduleQuestions, moduleTest } from "./test-definition.server";

/** A module's test as the course's overview tells of it. */
export interface ModuleTestOutline {
  /** Questions drawn for an attempt. */
  questions: number;
  /** Null for those who do not study. */
  standing: TestStanding | null;
}

/** The tests of all modules that have questions, by module; with the own standing for somebody who studies. */
export async function courseTests(
  study: { enrolmentId: string; run: { settings: RunSettings } } | null,
  context: { now: Date },
): Promise<Record<string, ModuleTestOutline>> {
  const standings = study ? await moduleTestsOf([study.enrolmentId], context) : null;
  const own = study && standings?.get(study.enrolmentId);
  const settings = study?.run.settings ?? programmeDefaults;
  return Object.fromEntries(
    catalogue()
      .modules.filter((module) => moduleQuestions(module).length > 0)
      .map((module) => [
        module.id,
        { questions: moduleTest(module, settings).count ?? 0, standing: own?.get(module.id) ?? null },
      ]),
  );
}
