import { endSession, type Visit } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction } from "~/platform/db/index.server";

/** Ends the session of a visit; one that has ended already stays so. */
export async function signOut({ actor, sessionIdHash }: Visit, { now }: { now: Date }): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await endSession(tx, actor.accountId, sessionIdHash))) return;
    const subject = { kind: "account", id: actor.accountId };
    await audit(tx, { actor: actor.accountId, action: "session.ended", subject, at: now });
  });
}
