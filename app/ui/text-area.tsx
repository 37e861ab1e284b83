import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type FieldProps, FieldShell } from "./field";
import { useField, useFormReset } from "./form";

export interface TextAreaProps extends FieldProps {
  rows?: number;
  defaultValue?: string | null;
  /** Shows how many characters are left; the server is the one that refuses. */
  maxLength?: number;
  lang?: string;
  spellCheck?: boolean;
}

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea({
  name,
  rows = 4,
  defaultValue,
  maxLength,
  hint,
  optional,
  lang,
  spellCheck,
  ...shell
}: TextAreaProps) {
  const { t } = useTranslation("ui");
  const field = useField(name, optional);
  const initial = field.value ?? defaultValue ?? "";
  const [length, setLength] = useState<number | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useFormReset(area, () => setLength(null));
  const countId = maxLength ? `${field.id}-count` : undefined;
  const left = maxLength ? maxLength - (length ?? initial.length) : 0;
  return (
    <FieldShell
      {...shell}
      field={field}
      hint={hint}
      after={
        maxLength ? (
          <p className={left < 0 ? "field-count field-count-over" : "field-count"} id={countId}>
            {length === null
              ? t("form.charactersLimit", { limit: maxLength })
              : left < 0
                ? t("form.charactersOver", { count: -left })
                : t("form.characters", { count: left })}
          </p>
        ) : null
      }
    >
      <textarea
        ref={area}
        id={field.id}
        name={name}
        rows={rows}
        lang={lang}
        spellCheck={spellCheck}
        className="input textarea"
        defaultValue={initial}
        required={field.required}
        aria-invalid={field.errors.length > 0 || undefined}
        aria-describedby={field.describedBy(hint, countId)}
        onChange={maxLength ? (event) => setLength(event.currentTarget.value.length) : undefined}
      />
    </FieldShell>
  );
}
