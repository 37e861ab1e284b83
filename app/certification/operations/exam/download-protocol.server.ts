import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { unsealBytes } from "~/platform/crypto/index.server";
import { dateToDay } from "~/platform/days";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { examDayPlace } from "../../exam-places";
import { readExamDayRow } from "./exam-day-row.server";
import { sha256 } from "./protocol-store.server";
import { protocolFileName } from "./protocol-words.server";

/**
 * The signed file, byte for byte as it was made.
 * @throws AppError notFound outside the scope and before the last signature; Error when the bytes do not fit
 */
export async function downloadProtocol(
  actor: Actor,
  id: string | undefined,
  { now }: { now: Date },
): Promise<{ bytes: Uint8Array; fileName: string }> {
  return inTransaction(async (tx) => {
    const { day } = await readExamDayRow(tx, actor, id);
    if (day.protocolSealed === null) throw new AppError("notFound");
    const bytes = unsealBytes(day.protocolSealed, examDayPlace("protocolSealed", day.id));
    if (sha256(bytes) !== day.protocolSha256)
      throw new Error(`Protocol file ${day.id} differs from its hash`);
    await audit(tx, {
      actor: actor.accountId,
      action: "exam.protocol.read",
      subject: { kind: "exam-day", id: day.id },
      at: now,
    });
    return { bytes, fileName: protocolFileName(dateToDay(day.heldOn)) };
  });
}
