import { untilSignOut } from "~/platform/device-memory";
import { draftFields, draftText, readDraft } from "../../rules/draft-fields";

/** Where drafts go, and under what name a device remembers what the portal has not confirmed yet. */

const shelf = "praxe";

export function draftPlace(deviceKey: string, id: string) {
  return {
    address: "/praxe/rozepsane",
    deviceKey,
    lessonId: shelf,
    worksheetId: id,
    memory: untilSignOut,
  };
}

/** Ids of drafts this device remembers for an account. */
export function rememberedDrafts(deviceKey: string): string[] {
  const prefix = `${untilSignOut}:${deviceKey}:${shelf}:`;
  try {
    return Object.keys(localStorage).flatMap((key) =>
      key.startsWith(prefix) ? key.slice(prefix.length) : [],
    );
  } catch {
    return [];
  }
}

/** What stands in a form, as the text of a draft. */
export function textOfForm(form: HTMLFormElement): string {
  return draftText(Object.fromEntries(new FormData(form)));
}

/** Writes a draft into a form; the day stays when the draft has none. */
export function fillForm(form: HTMLFormElement, text: string): void {
  const values = readDraft(text) ?? {};
  for (const name of draftFields) {
    const field = form.elements.namedItem(name);
    const value = values[name] ?? "";
    if (name === "day" && value === "") continue;
    if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ) {
      field.value = value;
    }
  }
}
