/** A path of this portal to return to; anything that could lead elsewhere becomes the fallback. */
export function localPath(value: unknown, fallback = "/"): string {
  if (typeof value !== "string" || !/^\/(?![/\\])/.test(value)) return fallback;
  try {
    const url = new URL(value, "http://portal.invalid");
    return url.host === "portal.invalid" ? url.pathname + url.search + url.hash : fallback;
  } catch {
    return fallback;
  }
}
