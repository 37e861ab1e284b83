import { Choice, ChoiceGroup } from "./choice";
import type { FieldProps } from "./field";
import { useField } from "./form";
import type { Option } from "./select";

export interface RadioGroupProps extends Omit<FieldProps, "width" | "labelHidden"> {
  options: Option[];
  defaultValue?: string | null;
  inline?: boolean;
}

/** One of a few, each with room for a hint. */
export function RadioGroup({
  name,
  label,
  hint,
  optional,
  options,
  defaultValue,
  inline,
  className,
}: RadioGroupProps) {
  const field = useField(name, optional);
  const chosen = field.values ? field.value : (defaultValue ?? undefined);
  return (
    <ChoiceGroup field={field} kind="radio" legend={label} hint={hint} inline={inline} className={className}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          id={`${field.id}-${index}`}
          type="radio"
          name={name}
          value={option.value}
          label={option.label}
          hint={option.hint}
          disabled={option.disabled}
          checked={chosen === option.value}
          invalid={field.errors.length > 0}
        />
      ))}
    </ChoiceGroup>
  );
}
