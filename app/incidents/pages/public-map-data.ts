import { open } from "~/access/index.server";
import { readPublicCounts } from "../operations/public-counts.server";

/** The public counts as JSON; anybody may keep them, since they change once a month at most. */
export const loader = open(async ({ now }) => {
  const counts = await readPublicCounts({ now });
  return Response.json(counts, { headers: { "Cache-Control": "public, max-age=3600" } });
});
