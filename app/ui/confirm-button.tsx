import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, type ButtonVariant } from "./button";
import { Dialog } from "./dialog";
import { Form, type FormState } from "./form";
import { ErrorSummary } from "./error-summary";
import { FormActions } from "./fieldset";
import { HiddenField } from "./hidden-field";
import type { IconName } from "./icons";
import { SubmitButton } from "./submit-button";

export interface ConfirmButtonProps {
  /** What the button says: "Zrušit osvědčení". */
  label: ReactNode;
  title: string;
  /** What will happen and whether it can be taken back. */
  text?: ReactNode;
  /** What the confirming button says; without it the same as `label`. */
  confirmLabel?: ReactNode;
  variant?: ButtonVariant;
  confirmVariant?: ButtonVariant;
  size?: "sm" | "md" | "lg";
  icon?: IconName;
  action?: string;
  /** Hidden values the form carries. */
  values?: Record<string, string | number>;
  state?: FormState | null;
  /** More to fill in: a reason. */
  children?: ReactNode;
}

/** A POST that asks once more before it does what cannot be taken back. */
export function ConfirmButton({
  label,
  title,
  text,
  confirmLabel,
  variant = "secondary",
  confirmVariant = "danger",
  size,
  icon,
  action,
  values = {},
  state,
  children,
}: ConfirmButtonProps) {
  const { t } = useTranslation("ui");
  const refused = Boolean(state?.errors && Object.keys(state.errors).length > 0);
  return (
    <Dialog label={label} title={title} variant={variant} size={size} icon={icon} open={refused}>
      {(close) => (
        <Form method="post" action={action} state={state} onSubmit={undefined}>
          <ErrorSummary />
          {text && <div>{text}</div>}
          {Object.entries(values).map(([name, value]) => (
            <HiddenField key={name} name={name} value={value} />
          ))}
          {children}
          <FormActions>
            <SubmitButton variant={confirmVariant}>{confirmLabel ?? label}</SubmitButton>
            <Button variant="quiet" className="js-only" onClick={close}>
              {t("dialog.cancel")}
            </Button>
          </FormActions>
        </Form>
      )}
    </Dialog>
  );
}
