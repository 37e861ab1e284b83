/**
 * A draft is the form as it stands, whatever it holds: nothing in it is checked before it is sent. It travels
 * and is kept as one text, so that a device and the portal can tell whether they hold the same.
 */

/** Fields of the form of an entry that a draft keeps, in the order of its text. */
export const draftFields = ["day", "from", "to", "activity", "place", "case", "guide", "note"] as const;
export type DraftField = (typeof draftFields)[number];
export type DraftValues = Partial<Record<DraftField, string>>;

/** Most characters of a draft's text. */
export const longestDraft = 12_000;

/** Days after which a draft nobody touched is erased. */
export const draftKeptDays = 30;

/** Drafts one trainee may have at a time. */
export const mostDrafts = 20;

/** The text of a draft; empty fields are left out, so the same form always gives the same text. */
export function draftText(values: Record<string, unknown>): string {
  const kept = draftFields.flatMap((field) => {
    const value = values[field];
    return typeof value === "string" && value.trim() !== "" ? [[field, value]] : [];
  });
  return kept.length === 0 ? "" : JSON.stringify(Object.fromEntries(kept));
}

/** What a draft's text holds; null when it is not one. */
export function readDraft(text: string): DraftValues | null {
  if (text === "") return {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return null;
    const known = Object.entries(parsed).filter(
      (entry): entry is [DraftField, string] =>
        (draftFields as readonly string[]).includes(entry[0]) && typeof entry[1] === "string",
    );
    return Object.fromEntries(known);
  } catch {
    return null;
  }
}
