import { open } from "~/access/index.server";
import { findMunicipalities } from "../operations/find-municipalities.server";

/** `?q=ústí`: municipalities for a field that offers them. Public, like the gazetteer it comes from. */
export const loader = open(async ({ request }) => {
  const found = await findMunicipalities(new URL(request.url).searchParams.get("q") ?? "");
  return Response.json(found, { headers: { "Cache-Control": "public, max-age=3600" } });
});
