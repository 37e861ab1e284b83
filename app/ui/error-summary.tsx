import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldId, useFormState } from "./form";
import { Icon } from "./icons";
import { useText } from "./texts";

export interface ErrorSummaryProps {
  /** Overrides the heading "N things still need fixing". */
  title?: string;
  /** Names of the fields; without them they are read from the labels once scripts are here. */
  labels?: Record<string, string>;
}

/** Field name under which a form carries an error that belongs to no single field. */
const FORM_LEVEL = ["", "form", "_form"];

/**
 * What has to be fixed, with a link to each field. It takes the focus when a submit comes back refused:
 * by `autofocus` when the whole page arrives, by script after a submit in place.
 */
export function ErrorSummary({ title, labels }: ErrorSummaryProps) {
  const { t } = useTranslation("ui");
  const text = useText();
  const { formId, state } = useFormState();
  const box = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState<Record<string, string>>({});
  const entries = Object.entries(state?.errors ?? {}).filter(([, errors]) => errors.length > 0);

  useEffect(() => {
    const names = Object.keys(state?.errors ?? {});
    if (names.length === 0) return;
    box.current?.focus();
    setFound(Object.fromEntries(names.map((name) => [name, labelOf(fieldId(formId, name))])));
  }, [state, formId]);

  if (entries.length === 0) return null;
  const heading =
    title ??
    (entries.every(([name]) => FORM_LEVEL.includes(name))
      ? t("errorSummary.general")
      : t("errorSummary.title", { count: entries.length }));
  const nameOf = (name: string) => labels?.[name] ?? found[name];
  const titleId = `${formId}-errors`;
  return (
    <div
      ref={box}
      className="error-summary"
      role="alert"
      aria-labelledby={titleId}
      tabIndex={-1}
      // eslint-disable-next-line jsx-a11y/no-autofocus -- the refused form must be announced without scripts, too
      autoFocus
    >
      <h2 id={titleId} className="error-summary-title">
        <Icon name="stop" />
        {heading}
      </h2>
      <ul>
        {entries.map(([name, errors]) => (
          <li key={name}>
            {FORM_LEVEL.includes(name) ? (
              errors.map(text).join(" ")
            ) : (
              <a
                href={`#${fieldId(formId, name)}`}
                onClick={(event) => {
                  const target = document.getElementById(fieldId(formId, name));
                  if (!target) return;
                  event.preventDefault();
                  const control = target.matches("input, select, textarea, button")
                    ? target
                    : target.querySelector<HTMLElement>("input, select, textarea");
                  target.scrollIntoView({ block: "center" });
                  (control ?? target).focus({ preventScroll: true });
                }}
              >
                {nameOf(name) && <strong>{nameOf(name)}: </strong>}
                {errors.map(text).join(" ")}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The words of a field's label or legend as they stand in the page, without the "(optional)" mark. */
function labelOf(id: string): string {
  const field = document.getElementById(id);
  const label = field?.matches("fieldset")
    ? field.querySelector("legend")
    : field?.matches(".choice-input")
      ? null
      : document.querySelector(`label[for="${CSS.escape(id)}"]`);
  return label?.firstChild?.textContent?.trim() ?? "";
}
