import { Choice, ChoiceGroup } from "./choice";
import type { FieldProps } from "./field";
import { useField } from "./form";
import type { Option } from "./select";

export interface CheckboxGroupProps extends Omit<FieldProps, "width" | "labelHidden"> {
  options: Option[];
  defaultValue?: readonly string[];
  inline?: boolean;
}

/** Any number of a few; the form sends `name` once for each that is ticked. */
export function CheckboxGroup({
  name,
  label,
  hint,
  optional,
  options,
  defaultValue = [],
  inline,
  className,
}: CheckboxGroupProps) {
  const field = useField(name, optional);
  const chosen = field.values ?? defaultValue;
  return (
    <ChoiceGroup
      field={field}
      kind="checkbox"
      legend={label}
      hint={hint}
      inline={inline}
      className={className}
    >
      {options.map((option, index) => (
        <Choice
          key={option.value}
          id={`${field.id}-${index}`}
          type="checkbox"
          name={name}
          value={option.value}
          label={option.label}
          hint={option.hint}
          disabled={option.disabled}
          checked={chosen.includes(option.value)}
          invalid={field.errors.length > 0}
        />
      ))}
    </ChoiceGroup>
  );
}
