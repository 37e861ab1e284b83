import type { Actor } from "~/access/index.server";
import { regionCodes, type RegionCode } from "~/platform/region-codes";
import { providers, trainersOfRegion } from "./create-run.server";
import { mayInRegion } from "./scopes.server";

export interface NewRunOptions {
  regions: RegionCode[];
  trainers: { accountId: string; name: string }[];
  organisations: { id: string; name: string }[];
}

/** What the form of a new run offers: only regions the actor works for, and their trainers. */
export async function newRunOptions(actor: Actor): Promise<NewRunOptions> {
  const regions = regionCodes.filter((code) => mayInRegion(actor, "run:manage", code));
  const only = regions.length === 1 ? regions[0]! : null;
  return {
    regions,
    trainers: await trainersOfRegion(only),
    organisations: (await providers()).map(({ id, name }) => ({ id, name })),
  };
}
