import { config } from "~/platform/config.server";

/** Over HTTPS the `__Host-` prefix pins the cookie to this host and path; plain HTTP cannot carry it. */
export function sessionCookieName(): string {
  return config().publicUrl.startsWith("https://") ? "__Host-mentor" : "mentor";
}

/** The session id a request carries, or null. */
export function sessionIdFrom(request: Request): string | null {
  const wanted = `${sessionCookieName()}=`;
  const pairs = (request.headers.get("Cookie") ?? "").split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(wanted))?.slice(wanted.length) || null;
}
