/** What a form is drawn from: the values last sent and the errors by field; the key "" is the whole form. */
export interface FormState {
  values: Record<string, string | string[]>;
  errors: Record<string, FieldError[]>;
}

/** A catalogue key such as `errors:required`, with values for its text where it has some. */
export type FieldError = string | { key: string; values?: Record<string, string | number> };
