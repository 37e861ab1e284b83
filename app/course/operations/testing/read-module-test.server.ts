import type { Actor } from "~/access/index.server";
import { AppError } from "~/platform/errors";
import type { CourseModule } from "../../catalogue/types";
import { programmeDefaults } from "../../rules/run-settings";
import { earningEnrolment } from "../studying.server";
import { freshSitting, readTest, type Sitting, type TestReading } from "./read-test.server";
import { moduleTest, moduleWithTest, type TestDefinition } from "./test-definition.server";

export interface ModuleTestReading {
  definition: Pick<TestDefinition, "key" | "count" | "passMark" | "limits">;
  /** Null for readers whose attempts are not kept. */
  own: TestReading | null;
  /** A trial for them. */
  trial: Sitting | null;
}

/** The module whose test stands at an address. @throws AppError notFound, also when there is nothing to ask */
export function requireModuleTest(moduleId: string | undefined): CourseModule {
  const module = moduleWithTest(moduleId);
  if (!module) throw new AppError("notFound");
  return module;
}

/** A module's test for whoever may read the course. */
export async function readModuleTest(
  actor: Actor,
  module: CourseModule,
  { now, freshId }: { now: Date; freshId: string },
): Promise<ModuleTestReading> {
  const enrolment = await earningEnrolment(actor);
  const definition = moduleTest(module, enrolment?.run.settings ?? programmeDefaults);
  if (!enrolment) return { definition, own: null, trial: freshSitting(definition, freshId) };
  const taker = { accountId: actor.accountId, enrolmentId: enrolment.id };
  return { definition, own: await readTest(taker, definition, { now }), trial: null };
}
