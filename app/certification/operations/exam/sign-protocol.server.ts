import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { lockEnrolment } from "~/course/index.server";
import { confirmIdentity } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { sealBytes } from "~/platform/crypto/index.server";
import { dayToDate } from "~/platform/days";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { examDayPlace } from "../../exam-places";
import { canStep, stateAfterSignature } from "../../rules/exam/exam-day-steps";
import type { ProtocolContent } from "../../rules/exam/protocol-content";
import { drawProtocol } from "./draw-protocol.server";
import { lockExamDay, readExamDayRow, refusal, type ExamDayRow } from "./exam-day-row.server";
import { readContent, sha256 } from "./protocol-store.server";

/** Longest time the last signature may take, the drawing of the file included. */
const timeoutMs = 60_000;

/**
 * Signs the frozen content of a protocol: the password, and the code of the second factor where there is one,
 * is given again. The third signature locks the day: the file is made and the results are written, once.
 * @param input.hash the hash that was shown
 * @throws AppError notFound without a seat, invalid (password, code, state), stale when the content changed,
 *   tooManyRequests
 */
export async function signProtocol(
  actor: Actor,
  input: { id: string | undefined; hash: string; password: string; code: string | undefined },
  { now, network }: { now: Date; network: string },
): Promise<{ locked: boolean }> {
  const { id, hash } = input;
  await inTransaction(async (tx) => requireSignable(await readExamDayRow(tx, actor, id), hash));
  await confirmIdentity(actor, input, { now, network });
  return inTransaction(
    async (tx) => {
      const access = await lockExamDay(tx, actor, id);
      if (access.day.state === "locked" && access.seat?.signedSha256 === hash) return { locked: true };
      const seat = requireSignable(access, hash);
      if (seat.signedAt !== null) return { locked: false };
      const { day } = access;
      await tx.examMember.update({
        where: { id: seat.id },
        data: { signedAt: now, signedSha256: hash, version: { increment: 1 } },
      });
      await audit(tx, {
        actor: actor.accountId,
        action: "exam.sign",
        subject: { kind: "exam-day", id: day.id },
        details: { sha256: hash },
        at: now,
      });
      const signed = day.members.filter(({ signedAt }) => signedAt !== null).length + 1;
      if (stateAfterSignature(signed) !== "locked") return { locked: false };
      await lockProtocol(tx, await readExamDayRow(tx, actor, id).then(({ day }) => day), now);
      return { locked: true };
    },
    { timeoutMs },
  );
}

function requireSignable(
  { day, seat }: Awaited<ReturnType<typeof readExamDayRow>>,
  hash: string,
): NonNullable<typeof seat> {
  if (!seat) throw new AppError("notFound");
  if (day.state !== "locked" && !canStep(day.state, "sign")) throw refusal("state");
  if (day.protocolContentSha256 !== hash) throw new AppError("stale");
  return seat;
}

/** Makes the file and writes the results, in the transaction of the last signature. */
async function lockProtocol(tx: Tx, day: ExamDayRow, now: Date): Promise<void> {
  const content = readContent(day);
  if (!content || !day.protocolContentSha256) throw new Error(`Exam day ${day.id} was never closed`);
  const chair = day.members.find((member) => member.chair)!;
  const pdf = await drawProtocol({
    content,
    sha256: day.protocolContentSha256,
    signatures: day.members.map(({ chair, signedAt }, index) => ({
      name: content.commission[index]?.name ?? "–",
      chair,
      at: signedAt?.toISOString() ?? now.toISOString(),
    })),
  });
  await writeResults(tx, { day, content, recordedById: chair.accountId, now });
  const protocolSha256 = sha256(pdf);
  await tx.examDay.update({
    where: { id: day.id },
    data: {
      state: "locked",
      lockedAt: now,
      protocolSealed: sealBytes(pdf, examDayPlace("protocolSealed", day.id)),
      protocolSha256,
      version: { increment: 1 },
    },
  });
  await audit(tx, {
    actor: null,
    action: "exam.lock",
    subject: { kind: "exam-day", id: day.id },
    details: { content: day.protocolContentSha256, file: protocolSha256 },
    at: now,
  });
}

async function writeResults(
  tx: Tx,
  input: { day: ExamDayRow; content: ProtocolContent; recordedById: string; now: Date },
): Promise<void> {
  const { day, content, recordedById, now } = input;
  const present = content.candidates.filter(({ state }) => state === "present");
  for (const enrolmentId of present.map((one) => one.enrolmentId).sort())
    await lockEnrolment(tx, enrolmentId);
  await tx.examResult.createMany({
    data: present.flatMap(({ enrolmentId, parts, identity }) =>
      parts.map(({ part, passed }) => ({
        id: randomUUID(),
        enrolmentId,
        part,
        passed,
        heldOn: dayToDate(content.day),
        identityChecked: identity !== null,
        recordedAt: now,
        recordedById,
        examDayId: day.id,
      })),
    ),
  });
}
