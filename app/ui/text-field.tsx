import type { HTMLInputTypeAttribute, InputHTMLAttributes, ReactNode } from "react";
import { classNames } from "./class-names";
import { type FieldProps, FieldShell } from "./field";
import { useField } from "./form";

type InputAttributes = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | "autoComplete"
  | "inputMode"
  | "maxLength"
  | "min"
  | "max"
  | "step"
  | "placeholder"
  | "spellCheck"
  | "autoCapitalize"
  | "pattern"
  | "lang"
  | "readOnly"
>;

export interface TextFieldProps extends FieldProps, InputAttributes {
  type?: Extract<
    HTMLInputTypeAttribute,
    "text" | "email" | "tel" | "password" | "number" | "search" | "url" | "date" | "time" | "month"
  >;
  defaultValue?: string | number | null;
  /** Text inside the frame of the field, before and after what is typed: "Kč", "min". */
  prefix?: ReactNode;
  suffix?: ReactNode;
  /** Figures or a code: digits of one width, wider spacing. */
  code?: boolean;
}

/** One line of text. Errors and the value typed before come from the form by `name`. */
export function TextField({
  name,
  type = "text",
  defaultValue,
  hint,
  optional,
  prefix,
  suffix,
  code,
  inputMode,
  label,
  width,
  labelHidden,
  className,
  ...input
}: TextFieldProps) {
  const field = useField(name, optional);
  const control = (
    <input
      {...input}
      id={field.id}
      name={name}
      // A number input loses what it cannot parse; a text input with a numeric keyboard keeps it to be corrected.
      type={type === "number" ? "text" : type}
      inputMode={inputMode ?? (type === "number" ? "decimal" : undefined)}
      className={classNames("input", code && "input-code")}
      defaultValue={field.value ?? defaultValue ?? ""}
      required={field.required}
      aria-invalid={field.errors.length > 0 || undefined}
      aria-describedby={field.describedBy(hint)}
    />
  );
  return (
    <FieldShell
      field={field}
      label={label}
      hint={hint}
      width={width}
      labelHidden={labelHidden}
      className={className}
    >
      {prefix || suffix ? (
        <div className="input-group">
          {prefix && <span className="input-affix">{prefix}</span>}
          {control}
          {suffix && <span className="input-affix">{suffix}</span>}
        </div>
      ) : (
        control
      )}
    </FieldShell>
  );
}
