import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, type ButtonVariant } from "./button";
import { buttonKey, useFormState } from "./form";
import type { IconName } from "./icons";

export interface SubmitButtonProps {
  children: ReactNode;
  /** Instead of "Sending…" while the form is on its way. */
  pendingText?: string;
  variant?: ButtonVariant;
  size?: "sm" | "md" | "lg";
  icon?: IconName;
  iconEnd?: IconName;
  block?: boolean;
  /** Which of several buttons was pressed. */
  name?: string;
  value?: string;
  /** An address other than the form's. */
  formAction?: string;
  disabled?: boolean;
}

/** Sends the form once: while it is on its way another press does nothing. */
export function SubmitButton({ children, pendingText, name, value, ...look }: SubmitButtonProps) {
  const { t } = useTranslation("ui");
  const { submitting, pressed } = useFormState();
  const pending = submitting && pressed === buttonKey(name, value);
  return (
    <Button
      {...look}
      type="submit"
      name={name}
      value={value}
      pending={pending}
      aria-disabled={submitting || undefined}
    >
      {pending ? (pendingText ?? t("form.pending")) : children}
    </Button>
  );
}
