import type { FormState } from "~/platform/form-state";
import { personalDataHints, type PersonalDataHint } from "./personal-data";

/** A form that should be looked at once more before it is taken. */
export interface NamesQuestion {
  form: FormState;
  hints: PersonalDataHint[];
}

/**
 * Asks about a text that may name somebody, unless the author has looked already; null when there is
 * nothing to ask.
 */
export function namesQuestion(
  input: { note: string; namesChecked: boolean },
  values: FormState["values"],
): NamesQuestion | null {
  if (input.namesChecked) return null;
  const hints = personalDataHints(input.note);
  if (hints.length === 0) return null;
  return { hints, form: { values, errors: { namesChecked: ["practice:names.tick"] } } };
}
