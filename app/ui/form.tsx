import { Form as RemixForm, useNavigation } from "@remix-run/react";
import { createContext, useContext, useEffect, useId, useMemo, useRef, useState } from "react";
import type { ComponentProps, FormEvent, ReactNode, RefObject } from "react";
import type { FormState as SentForm } from "~/platform/form-state";
import { classNames } from "./class-names";
import { useText } from "./texts";

/** What a refused submit sends back: the values as they were typed and the error keys or texts by field name. */
export type FormState = Partial<SentForm>;

interface FormContextValue {
  formId: string;
  state: FormState | undefined;
  submitting: boolean;
  /** Name and value of the button that was pressed to send it. */
  pressed: string | null;
  /** Fields say neither "optional" nor "required"; so in filters. */
  plainFields: boolean;
}

const FormContext = createContext<FormContextValue>({
  formId: "form",
  state: undefined,
  submitting: false,
  pressed: null,
  plainFields: true,
});

export interface FormProps extends Omit<ComponentProps<typeof RemixForm>, "children"> {
  /** `actionData?.form`: undefined before the first submit and after a good one. */
  state?: FormState | null;
  /** For filters: no field is marked as optional or required. */
  plainFields?: boolean;
  /** When it changes, the fields go back to their (new) defaults: the address a filter was drawn from. */
  resetOn?: string;
  children: ReactNode;
}

/**
 * A Remix form that hands its state to the fields inside by their names. The browser's own validation is off:
 * the server's answer is the one everybody gets, with or without JavaScript. After a successful POST that
 * returns to the same page the fields go back to their defaults.
 */
export function Form({
  id,
  state,
  method = "post",
  plainFields = false,
  resetOn,
  children,
  className,
  onSubmit,
  ...rest
}: FormProps) {
  const generatedId = useId().replace(/:/g, "");
  const formId = id ?? `form-${generatedId}`;
  const navigation = useNavigation();
  const [sent, setSent] = useState(false);
  const [pressed, setPressed] = useState<string | null>(null);
  const element = useRef<HTMLFormElement>(null);
  const submitting = sent && navigation.state !== "idle";
  const refused = Boolean(state?.errors && Object.keys(state.errors).length > 0);
  const isPost = method.toLowerCase() === "post";

  useEffect(() => {
    if (navigation.state !== "idle" || !sent) return;
    setSent(false);
    if (isPost && !refused) element.current?.reset();
    // Only the end of a navigation matters here, not the moment of sending.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [navigation.state]);

  const drawnFrom = useRef(resetOn);
  useEffect(() => {
    if (drawnFrom.current === resetOn) return;
    drawnFrom.current = resetOn;
    element.current?.reset();
  }, [resetOn]);

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    if (submitting) {
      event.preventDefault();
      return;
    }
    onSubmit?.(event);
    if (event.defaultPrevented) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    setPressed(submitter instanceof HTMLButtonElement ? buttonKey(submitter.name, submitter.value) : null);
    setSent(true);
  }

  const context = useMemo(
    () => ({ formId, state: state ?? undefined, submitting, pressed, plainFields }),
    [formId, state, submitting, pressed, plainFields],
  );

  return (
    <FormContext.Provider value={context}>
      <RemixForm
        {...rest}
        ref={element}
        id={formId}
        method={method}
        noValidate
        className={classNames("form", className)}
        onSubmit={handleSubmit}
      >
        {children}
      </RemixForm>
    </FormContext.Provider>
  );
}

/** Tells the buttons of one form apart. */
export function buttonKey(name = "", value = ""): string {
  return `${name}=${value}`;
}

/** Calls back when the form around an element goes back to its defaults. */
export function useFormReset(
  element: RefObject<HTMLElement & { form: HTMLFormElement | null }>,
  onReset: () => void,
) {
  const latest = useRef(onReset);
  useEffect(() => {
    latest.current = onReset;
  });
  useEffect(() => {
    const form = element.current?.form;
    const handle = () => latest.current();
    form?.addEventListener("reset", handle);
    return () => form?.removeEventListener("reset", handle);
  }, [element]);
}

/** The state of the form around, for the summary and the submit button. */
export function useFormState(): FormContextValue {
  return useContext(FormContext);
}

/** The id a field of this form has, also as the target of the error summary's links. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replace(/[^\w-]+/g, "-")}`;
}

export interface FieldBinding {
  id: string;
  hintId: string;
  errorId: string;
  /** Translated error sentences; empty when the field is fine. */
  errors: string[];
  /** What was typed before a refused submit, else undefined. */
  value: string | undefined;
  /** The same for fields with several values; an empty list once the form was sent without any. */
  values: string[] | undefined;
  describedBy: (hint: ReactNode, ...more: (string | undefined)[]) => string | undefined;
  required: boolean;
  showOptional: boolean;
}

/** Ties a field to the form around it by its name. */
export function useField(name: string, optional = false): FieldBinding {
  const { formId, state, plainFields } = useFormState();
  const text = useText();
  const id = fieldId(formId, name);
  const errors = (state?.errors?.[name] ?? []).map(text);
  const given = state?.values?.[name];
  const values =
    given === undefined ? (state?.values ? [] : undefined) : Array.isArray(given) ? given : [given];
  return {
    id,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    errors,
    value: Array.isArray(given) ? given[0] : given,
    values,
    describedBy: (hint, ...more) =>
      [hint ? `${id}-hint` : undefined, errors.length > 0 ? `${id}-error` : undefined, ...more]
        .filter(Boolean)
        .join(" ") || undefined,
    required: !optional && !plainFields,
    showOptional: optional && !plainFields,
  };
}
