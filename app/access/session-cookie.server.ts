import { Cookie } from "lucia";
import { config } from "~/platform/config.server";
import { longestSessionMs } from "./session-limits";

const overHttps = () => config().publicUrl.startsWith("https://");

/** Over HTTPS the `__Host-` prefix pins the cookie to this host and path; plain HTTP cannot carry it. */
export function sessionCookieName(): string {
  return overHttps() ? "__Host-mentor" : "mentor";
}

/** The session id a request carries, or null. */
export function sessionIdFrom(request: Request): string | null {
  const wanted = `${sessionCookieName()}=`;
  const pairs = (request.headers.get("Cookie") ?? "").split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(wanted))?.slice(wanted.length) || null;
}

/** `Set-Cookie` that carries a session. */
export function sessionCookie(sessionId: string): string {
  return cookie(sessionId, longestSessionMs / 1000);
}

/** `Set-Cookie` that takes the session away from the browser. */
export function blankSessionCookie(): string {
  return cookie("", 0);
}

function cookie(value: string, maxAge: number): string {
  const attributes = { httpOnly: true, secure: overHttps(), sameSite: "lax", path: "/", maxAge } as const;
  return new Cookie(sessionCookieName(), value, attributes).serialize();
}
