import type { Visit } from "~/access/index.server";
import type { Visitor } from "~/people/visitor.server";
import { db } from "~/platform/db/index.server";
import { hashSessionId } from "~/access/session-adapter.server";
import type { MadeAccount } from "./people";

/** Somebody at the door, from one address with one browser. */
export function makeVisitor(overrides: Partial<Visitor> = {}): Visitor {
  return {
    now: new Date("2026-03-02T08:00:00Z"),
    network: "192.0.2.1",
    device: "Chrome, Android",
    oldSession: null,
    ...overrides,
  };
}

/** The visit of an account in a session. */
export function visitOf({ actor }: Pick<MadeAccount, "actor">, sessionId: string): Visit {
  return { actor, sessionIdHash: hashSessionId(sessionId), secondFactor: "verify" };
}

/** Whether a session is still there. */
export async function isAlive(sessionId: string): Promise<boolean> {
  return (await db().session.count({ where: { idHash: hashSessionId(sessionId) } })) > 0;
}
