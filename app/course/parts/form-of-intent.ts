import type { FormState } from "~/platform/form-state";

/** The state of one of several forms on a page: a refused submit belongs to the form that was sent. */
export function formOfIntent(form: FormState | undefined, intent: string): FormState | undefined {
  return form?.values.intent === intent ? form : undefined;
}
