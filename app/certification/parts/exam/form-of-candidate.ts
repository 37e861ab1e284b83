import type { FormState } from "~/platform/form-state";

/** The state of one person's form among several with the same intent. */
export function formOfCandidate(
  form: FormState | undefined,
  intent: string,
  candidateId: string,
): FormState | undefined {
  return form?.values.intent === intent && form.values.candidate === candidateId ? form : undefined;
}

/** The state of one of several forms on a page. */
export function formOfIntent(form: FormState | undefined, intent: string): FormState | undefined {
  return form?.values.intent === intent ? form : undefined;
}
