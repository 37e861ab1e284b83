import { useTranslation } from "react-i18next";
import { type FieldProps, FieldShell } from "./field";
import { useField } from "./form";
import { Icon } from "./icons";

export interface Option {
  value: string;
  label: string;
  hint?: string;
  disabled?: boolean;
}

export interface OptionGroup {
  label: string;
  options: Option[];
}

export interface SelectProps extends FieldProps {
  options: (Option | OptionGroup)[];
  defaultValue?: string | null;
  /** The first, empty choice: a text of its own, `true` for "Choose", `false` for none. */
  empty?: string | boolean;
  autoComplete?: string;
}

/** One of many; for up to about seven choices prefer `RadioGroup`. */
export function Select({
  name,
  options,
  defaultValue,
  empty = true,
  hint,
  optional,
  autoComplete,
  ...shell
}: SelectProps) {
  const { t } = useTranslation("ui");
  const field = useField(name, optional);
  const value = field.value ?? defaultValue ?? "";
  return (
    <FieldShell {...shell} field={field} hint={hint}>
      <div className="select">
        <select
          // A select keeps its first default in the DOM; a new one has to start afresh.
          key={value}
          id={field.id}
          name={name}
          className="input"
          defaultValue={value}
          autoComplete={autoComplete}
          required={field.required}
          aria-invalid={field.errors.length > 0 || undefined}
          aria-describedby={field.describedBy(hint)}
        >
          {empty !== false && (
            <option value="">{typeof empty === "string" ? empty : t("form.choose")}</option>
          )}
          {options.map((option) =>
            "options" in option ? (
              <optgroup key={option.label} label={option.label}>
                {option.options.map(renderOption)}
              </optgroup>
            ) : (
              renderOption(option)
            ),
          )}
        </select>
        <Icon name="chevronDown" className="select-mark" />
      </div>
    </FieldShell>
  );
}

function renderOption(option: Option) {
  return (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  );
}
