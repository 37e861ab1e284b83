import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { db } from "~/platform/db/index.server";
import type { RunState } from "../../rules/run-states";
import { runOf } from "../runs.server";
import { recipientStates, subjectOf, textOf } from "./message-rows.server";

export interface SentMessage {
  id: string;
  subject: string;
  text: string;
  sender: string;
  /** Null: to everybody. */
  recipient: string | null;
  sentAt: Date;
  /** How many of the people it is for have opened it, and how many they are now. */
  read: number;
  of: number;
}

export interface RunMessages {
  run: { id: string; name: string; state: RunState };
  /** Who can be written to. */
  trainees: { enrolmentId: string; name: string }[];
  /** The newest first, two hundred at most. */
  messages: SentMessage[];
}

const atMost = 200;

/** What was written to a run's people and how many have read it. @throws AppError notFound */
export async function readRunMessages(actor: Actor, runId: string): Promise<RunMessages> {
  const run = await runOf(actor, "message:send", runId);
  const enrolments = await db().enrolment.findMany({
    where: { runId: run.id },
    select: { id: true, accountId: true, state: true },
  });
  const rows = await db().runMessage.findMany({
    where: { runId: run.id },
    include: { reads: { select: { accountId: true } } },
    orderBy: [{ sentAt: "desc" }, { id: "asc" }],
    take: atMost,
  });
  const names = await namesOf([
    ...enrolments.map(({ accountId }) => accountId),
    ...rows.map(({ senderId }) => senderId),
  ]);
  const accountOf = new Map(enrolments.map(({ id, accountId }) => [id, accountId]));
  const staying = enrolments.filter(({ state }) => recipientStates.some((one) => one === state));
  const stayingAccounts = new Set(staying.map(({ accountId }) => accountId));
  return {
    run: { id: run.id, name: run.name, state: run.state },
    trainees: staying
      .map(({ id, accountId }) => ({ enrolmentId: id, name: names.get(accountId) ?? "–" }))
      .sort((a, b) => a.name.localeCompare(b.name, "cs")),
    messages: rows.map((row) => {
      const one = row.enrolmentId && accountOf.get(row.enrolmentId);
      const readers = row.reads.map(({ accountId }) => accountId);
      return {
        id: row.id,
        subject: subjectOf(row),
        text: textOf(row),
        sender: names.get(row.senderId) ?? "–",
        recipient: one ? (names.get(one) ?? "–") : null,
        sentAt: row.sentAt,
        read: one ? Number(readers.includes(one)) : readers.filter((id) => stayingAccounts.has(id)).length,
        of: one ? 1 : stayingAccounts.size,
      };
    }),
  };
}
