import type { AppLoadContext } from "@remix-run/node";
import { deviceOf, hashSessionId, networkOf, sessionIdFrom } from "~/access/index.server";

/** Somebody at the door: what operations before a sign-in know of the caller. */
export interface Visitor {
  now: Date;
  /** The caller's address as rate limits count it. */
  network: string;
  /** Coarse label of the browser. */
  device: string;
  /** SHA-256 of the session id the browser carries, which a new session replaces. */
  oldSession: string | null;
}

/** Reads the visitor of a request. */
export function visitorOf(args: { request: Request; context: AppLoadContext; now: Date }): Visitor {
  const carried = sessionIdFrom(args.request);
  return {
    now: args.now,
    network: networkOf(args.context.address ?? ""),
    device: deviceOf(args.request.headers.get("User-Agent")),
    oldSession: carried && hashSessionId(carried),
  };
}
