import type { Actor } from "~/access/index.server";
import { AppError } from "~/platform/errors";

/** True for somebody who answers for the whole programme: its certificate and its key are not a region's. */
export function mayChangeTemplate(actor: Actor): boolean {
  return actor.scopes("template:manage").some(({ kind }) => kind === "all");
}

/** @throws AppError forbidden for a coordinator of a region */
export function requireWholeProgramme(actor: Actor): void {
  if (!mayChangeTemplate(actor))
    throw new AppError("forbidden", { reason: "certification:refusal.wholeProgramme" });
}
