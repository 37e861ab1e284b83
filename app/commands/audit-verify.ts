import { verifyChain } from "~/platform/audit/index.server";
import { setUpKeys } from "~/platform/crypto/index.server";
import { startDatabase, stopDatabase } from "~/platform/db/index.server";
import { StartError } from "~/platform/start-error";

/**
 * `npm run audit:verify` walks the audit chain and prints what is wrong with it.
 * Exit code 0: whole; 1: broken; 2: it could not be walked.
 */
async function main(): Promise<number> {
  setUpKeys();
  await startDatabase();
  try {
    const { links, lastHash, waiting, faults, findings } = await verifyChain();
    for (const { position, kind, text } of findings) {
      console.log(`${position === null ? "outside the chain" : `position ${position}`}: ${kind}: ${text}`);
    }
    if (faults > findings.length) console.log(`… and ${faults - findings.length} more`);
    console.log(`${links} links, ${waiting} events wait to be chained, last hash ${lastHash}`);
    console.log(faults === 0 ? "The audit chain is whole." : `The audit chain is broken: ${faults} faults.`);
    return faults === 0 ? 0 : 1;
  } finally {
    await stopDatabase();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
