import type { FormState } from "~/platform/form-state";

/** The answer to one of several forms of a page, told apart by their hidden field `intent`. */
export function formOf(
  form: FormState | undefined,
  intent: string,
  also: Record<string, string> = {},
): FormState | undefined {
  const wanted = Object.entries({ intent, ...also });
  return form && wanted.every(([name, value]) => form.values[name] === value) ? form : undefined;
}
