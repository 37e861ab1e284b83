import { db, startDatabase, stopDatabase } from "~/platform/db/index.server";
import { StartError } from "~/platform/start-error";

/**
 * A process of its own that opens the configured database as the portal does, counts itself in a row, says so in a
 * line of JSON and closes it when its standard input ends. A StartError is one line and exit code 1.
 */
try {
  const start = await startDatabase();
  const { points } = await db().rateLimit.upsert({
    where: { key: "starts" },
    create: { key: "starts", points: 1, expiresAt: new Date(0) },
    update: { points: { increment: 1 } },
  });
  console.log(JSON.stringify({ ...start, starts: points }));
  await new Promise((resolve) => process.stdin.once("end", resolve).resume());
  await stopDatabase();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
