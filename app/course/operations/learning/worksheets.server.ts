import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal, unseal } from "~/platform/crypto/index.server";
import { db, inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { longestAnswer, type StoredAnswer } from "../../rules/learning/worksheet-sync";
import { requireLesson, requireStudent, type LessonAddress } from "../studying.server";

export interface WorksheetAnswerRow extends StoredAnswer {
  worksheetId: string;
  savedAt: Date;
}

export interface WrittenAnswer extends StoredAnswer {
  worksheetId: string;
}

/** What became of one answer: kept under a version, or another device's text stands against it. */
export type SavedAnswer =
  | { worksheetId: string; kind: "saved"; version: number }
  | { worksheetId: string; kind: "conflict"; current: StoredAnswer; mine: string };

const place = (id: string) => ({ table: "worksheet_answers", column: "textSealed", row: id });

/** A trainee's own answers in a lesson, those of worksheets the lesson no longer has included. */
export async function answersOf(
  enrolmentId: string,
  lessonId: string,
  reader: Tx = db(),
): Promise<WorksheetAnswerRow[]> {
  const rows = await reader.worksheetAnswer.findMany({
    where: { enrolmentId, lessonId },
    orderBy: { worksheetId: "asc" },
  });
  return rows.map(({ id, worksheetId, textSealed, version, savedAt }) => ({
    worksheetId,
    version,
    savedAt,
    text: unseal(textSealed, place(id)),
  }));
}

/**
 * Keeps answers a trainee wrote. Each says which version it was written upon (0: none was there, -1: not
 * known); one that another device has changed since comes back with both texts and is not written. The same
 * text sent again changes nothing.
 * @throws AppError notFound, conflict without a course, gone for a worksheet the lesson no longer has,
 * tooLarge with the limit
 */
export async function saveWorksheets(
  actor: Actor,
  address: LessonAddress,
  written: readonly WrittenAnswer[],
  { now }: { now: Date },
): Promise<SavedAnswer[]> {
  const lesson = requireLesson(address);
  const known = new Set(lesson.text.worksheets.map(({ id }) => id));
  const answers = written.map((answer) => ({ ...answer, text: answer.text.replace(/\r\n?/g, "\n") }));
  for (const { worksheetId, text } of answers) {
    if (!known.has(worksheetId)) throw new AppError("gone", { reason: "learning:refusal.worksheetGone" });
    if (text.length > longestAnswer) {
      throw new AppError("tooLarge", {
        field: worksheetId,
        reason: "learning:refusal.answerTooLong",
        values: { limit: longestAnswer, length: text.length },
      });
    }
  }
  const { enrolmentId } = await requireStudent(actor);
  return inTransaction(async (tx) => {
    await lockRow(tx, `worksheets:${enrolmentId}:${lesson.id}`);
    const stored = new Map(
      (await answersOf(enrolmentId, lesson.id, tx)).map((row) => [row.worksheetId, row] as const),
    );
    const results: SavedAnswer[] = [];
    for (const answer of answers) {
      const key = { enrolmentId, lessonId: lesson.id, worksheetId: answer.worksheetId };
      results.push(await saveOne(tx, key, answer, stored.get(answer.worksheetId), now));
    }
    // Typing saves itself many times a minute: only that the lesson's worksheets were begun is an event.
    if (stored.size === 0 && results.some(({ kind }) => kind === "saved")) {
      await audit(tx, {
        actor: actor.accountId,
        action: "worksheet.begin",
        subject: { kind: "enrolment", id: enrolmentId },
        details: { lesson: lesson.id },
        at: now,
      });
    }
    return results;
  });
}

async function saveOne(
  tx: Tx,
  key: { enrolmentId: string; lessonId: string; worksheetId: string },
  { text, version: base }: WrittenAnswer,
  stored: WorksheetAnswerRow | undefined,
  now: Date,
): Promise<SavedAnswer> {
  const { worksheetId } = key;
  const version = stored?.version ?? 0;
  if (text === (stored?.text ?? "")) return { worksheetId, kind: "saved", version };
  if (stored && base !== version) {
    return { worksheetId, kind: "conflict", current: { text: stored.text, version }, mine: text };
  }
  if (!stored) {
    const id = randomUUID();
    await tx.worksheetAnswer.create({
      data: { ...key, id, textSealed: seal(text, place(id)), savedAt: now },
    });
    return { worksheetId, kind: "saved", version: 1 };
  }
  const where = { enrolmentId_lessonId_worksheetId: key };
  const { id } = await tx.worksheetAnswer.findUniqueOrThrow({ where, select: { id: true } });
  await tx.worksheetAnswer.update({
    where,
    data: { textSealed: seal(text, place(id)), savedAt: now, version: version + 1 },
  });
  return { worksheetId, kind: "saved", version: version + 1 };
}
