import { data } from "@remix-run/node";
import { parse } from "@conform-to/dom";
import type { z } from "zod";
import type { FieldError, FormState } from "./form-state";
import { AppError } from "./errors";

/** Form data in, checked values or field errors out; what was typed always comes back with the errors. */

const remembered = new WeakMap<Request, FormState["values"]>();

/** What the form of this request held, so that a later refusal can show it again. */
export function rememberedValues(request: Request): FormState["values"] | undefined {
  return remembered.get(request);
}

export type FormReading<Value> = { ok: true; value: Value; intent: string } | { ok: false; reply: FormState };

/** Field names that are never sent back to the browser. */
const secret = /password|^code$|recoveryCode/i;

/**
 * Reads a submitted form by a schema. Empty fields count as missing; repeated fields become lists where
 * the schema wants one.
 * @throws AppError badRequest when the body is not a form
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<FormReading<z.output<Schema>>> {
  let formData: FormData;
  try {
    formData = await request.formData();
  } catch {
    throw new AppError("badRequest");
  }
  const values = valuesOf(formData);
  remembered.set(request, values);
  const unstorable = withNul(formData);
  if (unstorable.length > 0) {
    const errors = unstorable.map((name): [string, FieldError[]] => [name, ["errors:invalidValue"]]);
    return { ok: false, reply: { values, errors: Object.fromEntries(errors) } };
  }
  const submission = parse(formData, {
    resolve: (payload) => {
      const result = schema.safeParse(withoutEmpty(payload), { reportInput: true });
      if (result.success) return { value: result.data };
      return { error: errorsOf(result.error) };
    },
  });
  if (submission.status === "success") {
    return {
      ok: true,
      value: submission.value as z.output<Schema>,
      intent: String(formData.get("intent") ?? ""),
    };
  }
  const errors = Object.entries(submission.error ?? {}).filter(
    (entry): entry is [string, FieldError[]] => entry[1] !== null,
  );
  return { ok: false, reply: { values, errors: Object.fromEntries(errors) } };
}

/** Names of fields no keyboard can fill in like this: the database keeps no text with a zero byte. */
function withNul(formData: FormData): string[] {
  return [...formData].flatMap(([name, value]) =>
    typeof value === "string" && value.includes("\0") ? [name] : [],
  );
}

/** The answer to a form that cannot be taken: what was typed, and what is wrong with it. */
export function badForm(form: FormState, status = 422) {
  return data({ form }, { status });
}

function valuesOf(formData: FormData): FormState["values"] {
  const values: FormState["values"] = {};
  for (const name of new Set(formData.keys())) {
    if (secret.test(name)) continue;
    const all = formData.getAll(name).filter((value): value is string => typeof value === "string");
    values[name] = all.length === 1 ? all[0]! : all;
  }
  return values;
}

function withoutEmpty(payload: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(payload).filter(([, value]) => value !== "" && value !== undefined),
  );
}

function errorsOf(error: z.ZodError): Record<string, FieldError[]> {
  const errors: Record<string, FieldError[]> = {};
  for (const issue of error.issues) {
    const field = issue.path.length > 0 ? String(issue.path[0]) : "";
    (errors[field] ??= []).push(textOf(issue));
  }
  return errors;
}

/** Says an issue of the schema as a catalogue key; a schema's own message is such a key already. */
function textOf(issue: z.core.$ZodIssue): FieldError {
  if (/^[a-z]+:/i.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "errors:required" : "errors:invalidValue";
    case "invalid_value":
      return "errors:choose";
    case "invalid_format":
      return issue.format === "email" ? "errors:email" : "errors:invalidValue";
    case "too_small":
      if (issue.origin === "array") return "errors:chooseSome";
      return issue.origin === "string"
        ? { key: "errors:tooShort", values: { count: Number(issue.minimum) } }
        : { key: "errors:tooSmall", values: { minimum: Number(issue.minimum) } };
    case "too_big":
      return issue.origin === "string"
        ? { key: "errors:tooLong", values: { count: Number(issue.maximum) } }
        : { key: "errors:tooBig", values: { maximum: Number(issue.maximum) } };
    default:
      return "errors:invalidValue";
  }
}
