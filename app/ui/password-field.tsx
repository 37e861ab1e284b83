import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FieldProps, FieldShell } from "./field";
import { useField } from "./form";
import { useHydrated } from "./hydrated";
import { Icon } from "./icons";

export interface PasswordFieldProps extends FieldProps {
  autoComplete: "current-password" | "new-password";
}

/** A password; never filled in again by the server. With JavaScript it can be shown while it is typed. */
export function PasswordField({ name, hint, optional, autoComplete, ...shell }: PasswordFieldProps) {
  const { t } = useTranslation("ui");
  const field = useField(name, optional);
  const hydrated = useHydrated();
  const [shown, setShown] = useState(false);
  return (
    <FieldShell {...shell} field={field} hint={hint}>
      <div className="input-group">
        <input
          id={field.id}
          name={name}
          type={shown ? "text" : "password"}
          className="input"
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          required={field.required}
          aria-invalid={field.errors.length > 0 || undefined}
          aria-describedby={field.describedBy(hint)}
        />
        {hydrated && (
          <button
            type="button"
            className="input-button"
            aria-controls={field.id}
            aria-label={shown ? t("form.hidePassword") : t("form.showPassword")}
            onClick={() => setShown(!shown)}
          >
            <Icon name={shown ? "eyeOff" : "eye"} />
          </button>
        )}
      </div>
    </FieldShell>
  );
}
