import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import { withTestDatabase } from "../../support/database";
import { makeCatalogue } from "../../support/factories/course";
import { makeAccount } from "../../support/factories/people";
import { checkNumbers } from "../../support/way/invariants";
import { emptyPaper } from "../../support/way/paper";
import { anySteps, straightWay } from "../../support/way/steps";
import { makeWalker, makeWayWorld, type WayWorld } from "../../support/way/world";

/**
 * The way from the first entry of practice to a revoked certificate, in whatever order people press buttons,
 * against a sheet of paper. WAY_RUNS asks for more walks than the gate takes.
 */
withTestDatabase();

const walks = Number(process.env.WAY_RUNS ?? 60);
let world: WayWorld;

beforeAll(async () => {
  setCatalogue(makeCatalogue());
  world = await makeWayWorld();
});

async function walk(steps: Iterable<ReturnType<typeof straightWay>[number]>): Promise<void> {
  const walker = await makeWalker(world);
  const supervisor = await makeAccount({ roles: ["supervisor"] });
  await fc.asyncModelRun(() => ({ model: emptyPaper(), real: { world, walker, supervisor } }), steps);
}

describe("whatever the order", () => {
  it("of steps by chance, nothing is broken", { timeout: walks * 20_000 }, async () => {
    const commands = fc.commands(anySteps, { maxCommands: 14 });
    await fc.assert(fc.asyncProperty(commands, walk), { numRuns: walks });
    await checkNumbers();
  });

  it("of what follows a certificate, nothing is broken", { timeout: walks * 20_000 }, async () => {
    const commands = fc.commands(anySteps, { maxCommands: 6 });
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => walk([...straightWay(), ...steps])),
      { numRuns: Math.ceil(walks / 4) },
    );
    expect(await checkNumbers()).toBeGreaterThan(0);
  });
});
