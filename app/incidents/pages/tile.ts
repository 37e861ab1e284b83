import { open } from "~/access/index.server";
import { fetchTile } from "~/platform/geo/index.server";

/** One tile of the base map, fetched by the portal itself: no browser talks to the tile server. */
export const loader = open(async ({ params }) => {
  const { status, body, contentType, cacheControl } = await fetchTile(
    params.z ?? "",
    params.x ?? "",
    params.y ?? "",
  );
  const headers = { "Cache-Control": cacheControl, ...(contentType ? { "Content-Type": contentType } : {}) };
  return new Response(body && new Uint8Array(body), { status, headers });
});
