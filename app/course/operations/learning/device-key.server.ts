import type { Actor } from "~/access/index.server";
import { blindIndex } from "~/platform/crypto/index.server";
import { AppError } from "~/platform/errors";

/**
 * Marks what a device keeps (a lesson's text, unsent answers) as one person's, without saying whose: another
 * account on the same phone neither sees nor sends it.
 */
export function deviceKeyOf(actor: Actor): string {
  return blindIndex("device", actor.accountId).slice(0, 24);
}

/**
 * Refuses what a page drawn for somebody else sends after another account signed in beside it.
 * @throws AppError conflict
 */
export function requireSamePerson(actor: Actor, deviceKey: string): void {
  if (deviceKey !== deviceKeyOf(actor)) {
    throw new AppError("conflict", { reason: "learning:refusal.otherAccount" });
  }
}
