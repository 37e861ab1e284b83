import { guarded } from "~/access/index.server";
import { mapViewOf, readMapData } from "../operations/map-data.server";
import { filtersOf } from "../schema";

/** `?zoom=9&bbox=west,south,east,north` and the filters of the map's page: clusters and incidents in view. */
export const loader = guarded("incident:map", async ({ actor, request, now }) => {
  const { searchParams } = new URL(request.url);
  const view = mapViewOf(searchParams);
  if ("wrong" in view) return Response.json({ code: "badRequest", field: view.wrong }, { status: 400 });
  const answer = await readMapData(actor, filtersOf(searchParams), view, { now });
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
});
