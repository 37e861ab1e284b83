import { Lucia, TimeSpan } from "lucia";
import type { Tx } from "~/platform/db/index.server";
import { sessionAdapter, type AccountAttributes, type SessionAttributes } from "./session-adapter.server";
import { longestSessionMs } from "./session-limits";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof lucia>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: AccountAttributes;
  }
}

/** Lucia over one client or transaction at one moment; cheap to make. Cookies are session-cookie.server.ts. */
export function lucia(reader: Tx, now: Date) {
  return new Lucia(sessionAdapter(reader, now), {
    sessionExpiresIn: new TimeSpan(longestSessionMs, "ms"),
    getSessionAttributes: ({ createdAt, lastSeenAt, secondFactorAt, device, expiresAt }) => ({
      createdAt,
      lastSeenAt,
      secondFactorAt,
      device,
      endsAt: expiresAt,
    }),
    getUserAttributes: (attributes) => attributes,
  });
}
