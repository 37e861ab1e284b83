import { catalogue } from "../../catalogue/catalogue.server";
import { sumTest, type TestSum } from "../../rules/overview/test-standing";
import { moduleTestsOf } from "../testing/module-tests-of.server";

/** A module's test as a trainee stands with it. */
export interface ModuleTest extends TestSum {
  moduleId: string;
  order: number;
  title: string;
}

/** The tests of all modules that have one, by enrolment, in the order of the course; one query. */
export async function testsOfModules(
  enrolmentIds: readonly string[],
  context: { now: Date },
): Promise<Map<string, ModuleTest[]>> {
  const standings = await moduleTestsOf(enrolmentIds, context);
  const modules = new Map(catalogue().modules.map((module) => [module.id, module]));
  return new Map(
    enrolmentIds.map((id) => [
      id,
      [...(standings.get(id) ?? [])].map(([moduleId, standing]) => ({
        moduleId,
        order: modules.get(moduleId)?.order ?? 0,
        title: modules.get(moduleId)?.title ?? moduleId,
        ...sumTest(standing),
      })),
    ]),
  );
}
