import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "./class-names";
import type { FieldBinding } from "./form";
import { Icon } from "./icons";

/** What every field takes. */
export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Adds "(optional)" to the label; a field without it is required. */
  optional?: boolean;
  /** How wide the control is at most; the default is the whole column. */
  width?: "short" | "medium" | "full";
  /** The label stays for screen readers only; for a search box whose button says it all. */
  labelHidden?: boolean;
  className?: string;
}

interface FieldShellProps extends Omit<FieldProps, "name"> {
  field: FieldBinding;
  /** Under the control, e.g. a character count. */
  after?: ReactNode;
  children: ReactNode;
}

/** Label, hint, error and control in the order in which they are read. */
export function FieldShell({
  field,
  label,
  hint,
  width,
  labelHidden,
  className,
  after,
  children,
}: FieldShellProps) {
  return (
    <div
      className={classNames(
        "field",
        width && `field-${width}`,
        field.errors.length > 0 && "field-invalid",
        className,
      )}
    >
      <label className={labelHidden ? "visually-hidden" : "field-label"} htmlFor={field.id}>
        {label}
        {field.showOptional && <OptionalMark />}
      </label>
      <FieldHint id={field.hintId} hint={hint} />
      <FieldErrors id={field.errorId} errors={field.errors} />
      {children}
      {after}
    </div>
  );
}

export function OptionalMark() {
  const { t } = useTranslation("ui");
  return <span className="field-optional"> ({t("form.optional")})</span>;
}

export function FieldHint({ id, hint }: { id: string; hint: ReactNode }) {
  return hint ? (
    <p className="field-hint" id={id}>
      {hint}
    </p>
  ) : null;
}

export function FieldErrors({ id, errors }: { id: string; errors: string[] }) {
  const { t } = useTranslation("ui");
  if (errors.length === 0) return null;
  return (
    <p className="field-error" id={id}>
      <Icon name="stop" size="sm" />
      <span>
        <span className="visually-hidden">{t("form.errorPrefix")} </span>
        {errors.join(" ")}
      </span>
    </p>
  );
}
