import type { Actor } from "~/access/index.server";
import { caseLabels, type CaseLabel } from "~/registry/index.server";
import { guideNames } from "./guides/guide-names.server";
import { presenceOf, type Presence } from "./guides/presence-words.server";
import { openEntry, type Entry, type EntryRow } from "./entry-content.server";

/** An entry with what it points to, as far as this reader may see it. */
export interface EntryView extends Entry {
  /** Null also for a case the reader may not see: nothing tells the two apart. */
  case: CaseLabel | null;
  guide: { mentorId: string; name: string } | null;
  presence: Presence;
}

type RowWithPresences = EntryRow & Pick<Parameters<typeof presenceOf>[0], "presences">;

/** Entries for the eyes of one reader; the caller has checked that he may read them. */
export async function entryViews<Row extends RowWithPresences>(
  actor: Actor,
  rows: readonly Row[],
): Promise<EntryView[]> {
  const cases = await caseLabels(
    actor,
    rows.flatMap(({ caseId }) => caseId ?? []),
  );
  const guides = await guideNames(rows.map(({ guideId }) => guideId));
  return rows.map((row) => ({
    ...openEntry(row),
    case: (row.caseId && cases.get(row.caseId)) || null,
    guide: row.guideId ? { mentorId: row.guideId, name: guides.get(row.guideId) ?? "" } : null,
    presence: presenceOf(row),
  }));
}
