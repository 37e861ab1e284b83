import { Choice } from "./choice";
import { classNames } from "./class-names";
import { FieldErrors, type FieldProps } from "./field";
import { useField } from "./form";

export interface CheckboxProps extends Omit<FieldProps, "width" | "labelHidden"> {
  /** What the form sends when it is ticked. */
  value?: string;
  defaultChecked?: boolean;
}

/** A single yes: consent, confirmation. Sends `value` ("on") when ticked, nothing otherwise. */
export function Checkbox({
  name,
  label,
  hint,
  optional,
  value = "on",
  defaultChecked = false,
  className,
}: CheckboxProps) {
  const field = useField(name, optional);
  return (
    <div className={classNames("field", field.errors.length > 0 && "field-invalid", className)}>
      <FieldErrors id={field.errorId} errors={field.errors} />
      <Choice
        id={field.id}
        type="checkbox"
        name={name}
        value={value}
        label={label}
        hint={hint}
        required={field.required}
        checked={field.values ? field.values.includes(value) : defaultChecked}
        invalid={field.errors.length > 0}
        describedBy={field.errors.length > 0 ? field.errorId : undefined}
      />
    </div>
  );
}
