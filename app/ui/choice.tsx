import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { FieldErrors, FieldHint, OptionalMark } from "./field";
import type { FieldBinding } from "./form";

interface ChoiceGroupProps {
  field: FieldBinding;
  kind: "radio" | "checkbox";
  legend: ReactNode;
  hint?: ReactNode;
  /** Short choices side by side where there is room. */
  inline?: boolean;
  className?: string;
  children: ReactNode;
}

/** The fieldset around radio buttons or checkboxes that answer one question. */
export function ChoiceGroup({ field, kind, legend, hint, inline, className, children }: ChoiceGroupProps) {
  return (
    <fieldset
      id={field.id}
      className={classNames("field choice-group", field.errors.length > 0 && "field-invalid", className)}
      aria-describedby={field.describedBy(hint)}
      {...(kind === "radio" ? { role: "radiogroup", "aria-required": field.required || undefined } : {})}
    >
      <legend className="field-label">
        {legend}
        {field.showOptional && <OptionalMark />}
      </legend>
      <FieldHint id={field.hintId} hint={hint} />
      <FieldErrors id={field.errorId} errors={field.errors} />
      <div className={classNames("choices", inline && "choices-inline")}>{children}</div>
    </fieldset>
  );
}

interface ChoiceProps {
  id: string;
  type: "radio" | "checkbox";
  name: string;
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  disabled?: boolean;
  invalid?: boolean;
  required?: boolean;
  describedBy?: string;
}

/** One radio button or checkbox whose whole row can be touched. */
export function Choice({
  id,
  type,
  name,
  value,
  label,
  hint,
  checked,
  disabled,
  invalid,
  required,
  describedBy,
}: ChoiceProps) {
  const hintId = `${id}-note`;
  return (
    <div className="choice">
      <input
        id={id}
        className="choice-input"
        type={type}
        name={name}
        value={value}
        defaultChecked={checked}
        disabled={disabled}
        required={required}
        aria-invalid={invalid || undefined}
        aria-describedby={[describedBy, hint ? hintId : undefined].filter(Boolean).join(" ") || undefined}
      />
      <label className="choice-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className="choice-hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
