import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { dayOf } from "~/platform/days";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import type { ClientInput } from "../schema";
import { caseForWriting } from "./case-scope.server";
import { sealClient } from "./client-record.server";
import { lockCase } from "./move-case.server";

/**
 * Corrects what is known of the client of a case.
 * @throws AppError notFound outside the actor's cases, stale when somebody changed the client meanwhile
 */
export async function updateClient(
  actor: Actor,
  caseId: string,
  input: ClientInput,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockCase(tx, caseId);
    const { clientId } = await caseForWriting(tx, actor, "case:refer", caseId);
    if (input.birthYear !== undefined && input.birthYear > Number(dayOf(now).slice(0, 4))) {
      throw new AppError("invalid", { field: "birthYear", reason: "registry:refusal.birthYear" });
    }
    const details = sealClient(clientId, {
      name: input.name,
      birthYear: input.birthYear ?? null,
      town: input.town ?? null,
      contact: input.contact ?? null,
    });
    const { count } = await tx.client.updateMany({
      where: { id: clientId, version: input.version },
      data: { ...details, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale");
    await audit(tx, {
      actor: actor.accountId,
      action: "client.update",
      subject: { kind: "case", id: caseId },
      at: now,
    });
  });
}
