import { audit } from "~/platform/audit/index.server";
import { now } from "~/platform/clock.server";
import {
  addKeyForRunningPortal,
  formatPortalKeys,
  keySource,
  newKeyRing,
  rotateKeys,
  setUpKeys,
} from "~/platform/crypto/index.server";
import { inTransaction, startDatabase, stopDatabase } from "~/platform/db/index.server";
import { StartError } from "~/platform/start-error";

/**
 * `npm run keys:rotate` gives the portal a new current key and seals everything with it;
 * `npm run keys:new` (`--new`) prints a value for PORTAL_KEYS and touches nothing.
 * Exit code 0: done; 1: some values did not open, or the command could not run.
 */
async function main(args: string[]): Promise<number> {
  const say = (line: string) => console.log(line);
  if (args.includes("--new")) {
    say(formatPortalKeys(newKeyRing()));
    return 0;
  }
  setUpKeys();
  try {
    await startDatabase();
  } catch (error) {
    if (!isHeldByPortal(error)) throw error;
    addKeyForRunningPortal(say);
    return 0;
  }
  try {
    const { complete, current, resealed } = await rotateKeys(say);
    if (resealed > 0) {
      const details = { current, resealed, complete };
      await inTransaction((tx) => audit(tx, { actor: null, action: "keys.rotated", details, at: now() }));
    }
    return complete ? 0 : 1;
  } finally {
    await stopDatabase();
  }
}

/** The embedded database is open in the running portal, which can then do the sealing itself. */
function isHeldByPortal(error: unknown): boolean {
  return (
    keySource().kind === "file" &&
    error instanceof StartError &&
    error.message.includes("is in use by process")
  );
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
