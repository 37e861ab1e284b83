import type { Actor } from "~/access/index.server";
import { hasStarted } from "../../rules/recruitment/run-edits";
import { newRunOptions, type NewRunOptions } from "../new-run-options.server";
import { runOf, type RunFacts } from "../runs.server";

export interface RunEditing {
  run: RunFacts;
  /** Towns, dates, places and settings stay as they are. */
  started: boolean;
  options: Pick<NewRunOptions, "regions" | "organisations">;
}

/** A run as its form shows it. @throws AppError notFound */
export async function runForEditing(actor: Actor, id: string): Promise<RunEditing> {
  const run = await runOf(actor, "run:manage", id);
  const { regions, organisations } = await newRunOptions(actor);
  return { run, started: hasStarted(run), options: { regions, organisations } };
}
