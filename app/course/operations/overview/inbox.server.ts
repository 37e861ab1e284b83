import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import type { WaitingTask } from "~/platform/waiting-task";
import { subjectOf, textOf, whereReadBy } from "./message-rows.server";

export interface InboxItem {
  id: string;
  subject: string;
  sender: string;
  runName: string;
  /** To everybody in the run. */
  toAll: boolean;
  sentAt: Date;
  read: boolean;
}

/** Messages on one page of the inbox. */
const pageSize = 30;

async function whereOwn(accountId: string) {
  const enrolments = await db().enrolment.findMany({
    where: { accountId },
    select: { id: true, runId: true, state: true, endedAt: true },
  });
  return whereReadBy(enrolments);
}

/** The actor's messages, the newest first; pages count from 1. */
export async function readInbox(
  actor: Actor,
  { page }: { page: number },
): Promise<{ items: InboxItem[]; total: number; unread: number; page: number; pages: number }> {
  const where = await whereOwn(actor.accountId);
  const total = await db().runMessage.count({ where });
  const unread = await countUnread(actor.accountId);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const shown = Math.min(page, pages);
  const rows = await db().runMessage.findMany({
    where,
    select: {
      id: true,
      subjectSealed: true,
      senderId: true,
      enrolmentId: true,
      sentAt: true,
      run: { select: { name: true } },
      reads: { where: { accountId: actor.accountId }, select: { readAt: true } },
    },
    orderBy: [{ sentAt: "desc" }, { id: "asc" }],
    skip: (shown - 1) * pageSize,
    take: pageSize,
  });
  const names = await namesOf(rows.map(({ senderId }) => senderId));
  const items = rows.map((row) => ({
    id: row.id,
    subject: subjectOf(row),
    sender: names.get(row.senderId) ?? "–",
    runName: row.run.name,
    toAll: row.enrolmentId === null,
    sentAt: row.sentAt,
    read: row.reads.length > 0,
  }));
  return { items, total, unread, page: shown, pages };
}

export interface ReadMessage extends Omit<InboxItem, "read"> {
  text: string;
}

/** One message to the actor; from the first time on it counts as read. @throws AppError notFound */
export async function readMessage(
  actor: Actor,
  id: string | undefined,
  { now }: { now: Date },
): Promise<ReadMessage> {
  const row = isRowId(id)
    ? await db().runMessage.findFirst({
        where: { AND: [{ id }, await whereOwn(actor.accountId)] },
        include: { run: { select: { name: true } } },
      })
    : null;
  if (!row) throw new AppError("notFound");
  await db().runMessageRead.createMany({
    data: [{ messageId: row.id, accountId: actor.accountId, readAt: now }],
    skipDuplicates: true,
  });
  const names = await namesOf([row.senderId]);
  return {
    id: row.id,
    subject: subjectOf(row),
    text: textOf(row),
    sender: names.get(row.senderId) ?? "–",
    runName: row.run.name,
    toAll: row.enrolmentId === null,
    sentAt: row.sentAt,
  };
}

/** Unread messages as one task of the home page. */
export async function waitingMessages(actor: Actor): Promise<WaitingTask[]> {
  const count = await countUnread(actor.accountId);
  if (count === 0) return [];
  return [
    {
      id: "course-messages",
      text: "overview:waiting.messages",
      values: { count },
      to: "/zpravy",
      urgency: "today",
    },
  ];
}

/** How many messages an account has not opened yet. */
export async function countUnread(accountId: string): Promise<number> {
  const where = await whereOwn(accountId);
  return db().runMessage.count({ where: { AND: [where, { reads: { none: { accountId } } }] } });
}
