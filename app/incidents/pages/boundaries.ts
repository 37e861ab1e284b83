import { open } from "~/access/index.server";
import { readMapGround } from "../operations/map-ground.server";

/** What the map draws under its marks; asked for again only when it has changed. */
export const loader = open(async ({ request }) => {
  const { json, version } = await readMapGround();
  const headers = { "Cache-Control": "public, max-age=3600", ETag: `"${version}"` };
  const known = request.headers.get("If-None-Match")?.split(/,\s*/) ?? [];
  if (known.some((tag) => tag.replace(/^W\//, "") === headers.ETag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(json, { headers: { ...headers, "Content-Type": "application/json" } });
});
