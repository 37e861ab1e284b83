import type { Actor } from "~/access/index.server";
import { unseal } from "~/platform/crypto/index.server";
import { addDays, dayOf } from "~/platform/days";
import { db, type Prisma } from "~/platform/db/index.server";
import { isRowId } from "~/platform/row-id";
import { draftPlace } from "../../places";
import { draftKeptDays, readDraft, type DraftValues } from "../../rules/draft-fields";

/** Something somebody began to write and did not send. Only its author reads it. */
export interface Draft {
  id: string;
  values: DraftValues;
  /** The same as one text, as the page and the device know it. */
  text: string;
  version: number;
  /** ISO instant. */
  savedAt: string;
  /** Day on which it is erased when nobody touches it. */
  erasedOn: string;
}

/** Own drafts, the newest first. */
export async function ownDrafts(actor: Actor): Promise<Draft[]> {
  const rows = await db().practiceDraft.findMany({
    where: { enrolment: { accountId: actor.accountId } },
    orderBy: [{ savedAt: "desc" }, { id: "asc" }],
  });
  return rows.map(openDraft);
}

/** One own draft; null when it is not there any more, because it was sent, thrown away or erased. */
export async function draftOfPage(actor: Actor, id: string): Promise<Draft | null> {
  const where = { id, enrolment: { accountId: actor.accountId } };
  const row = isRowId(id) ? await db().practiceDraft.findFirst({ where }) : null;
  return row && openDraft(row);
}

function openDraft(row: Prisma.PracticeDraftGetPayload<object>): Draft {
  const text = unseal(row.contentSealed, draftPlace(row.id));
  return {
    id: row.id,
    values: readDraft(text) ?? {},
    text,
    version: row.version,
    savedAt: row.savedAt.toISOString(),
    erasedOn: addDays(dayOf(row.savedAt), draftKeptDays),
  };
}
