import { geography } from "~/platform/geo/index.server";

/** Name of a municipality a filter holds; its code when the list does not know it, null without a filter. */
export async function municipalityName(code: string | undefined): Promise<string | null> {
  if (code === undefined) return null;
  return (await geography()).municipalityByCode(code)?.name ?? code;
}
