import { audit } from "../audit/index.server";
import { currentKeys, resealAll } from "../crypto/index.server";
import { inTransaction } from "../db/index.server";
import type { JobContext } from "./job";

const lookAgainMs = 3_600_000;

let done: { current: string; at: number } | undefined;

/**
 * When there is a new current key, seals everything again with it. So a rotation goes on by itself in the running
 * portal, also on the embedded database, which no other process can open meanwhile. Once an hour it looks for
 * values that a process still holding the old key may have written.
 */
export async function resealWhenKeysChange({ now, log, signal }: JobContext): Promise<void> {
  const { current, count } = currentKeys();
  if (count < 2 || (done?.current === current && performance.now() - done.at < lookAgainMs)) return;
  const { resealed, unopened, unreferenced } = await resealAll({ signal });
  if (signal.aborted) return;
  done = { current, at: performance.now() };
  for (const error of unopened) log.error(error.message);
  if (resealed === 0) return;
  log.info({ current, resealed, unreferenced }, "values sealed with the current key");
  const details = { current, resealed, unopened: unopened.length };
  await inTransaction((tx) => audit(tx, { actor: null, action: "keys.rotated", details, at: now }));
}
