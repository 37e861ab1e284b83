import { useEffect, useId, useRef } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, type ButtonVariant, buttonClass } from "./button";
import { useHydrated } from "./hydrated";
import { Icon, type IconName } from "./icons";

export interface DialogProps {
  /** Text of the button that opens it. */
  label: ReactNode;
  title: string;
  variant?: ButtonVariant;
  size?: "sm" | "md" | "lg";
  icon?: IconName;
  /** Open from the start: a refused form inside. */
  open?: boolean;
  children: ReactNode | ((close: () => void) => ReactNode);
}

/**
 * A button and what it opens: the browser's own modal dialog with JavaScript, a disclosure in place without.
 * Changing `open` to true opens it, to false closes it.
 */
export function Dialog({
  label,
  title,
  variant = "secondary",
  size,
  icon,
  open = false,
  children,
}: DialogProps) {
  const { t } = useTranslation("ui");
  const hydrated = useHydrated();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open, hydrated]);

  const close = () => dialog.current?.close();
  const content = typeof children === "function" ? children(close) : children;

  if (!hydrated) {
    return (
      <details className="disclosure" open={open || undefined}>
        <summary className={buttonClass({ variant, size })}>
          {icon && <Icon name={icon} />}
          {label}
        </summary>
        <div className="disclosure-panel">
          <p className="dialog-title">{title}</p>
          {content}
        </div>
      </details>
    );
  }
  return (
    <>
      <Button
        variant={variant}
        size={size}
        icon={icon}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {label}
      </Button>
      <dialog ref={dialog} className="dialog" aria-labelledby={titleId}>
        <div className="dialog-head">
          <h2 id={titleId} className="dialog-title">
            {title}
          </h2>
          <button type="button" className="dialog-close" aria-label={t("dialog.close")} onClick={close}>
            <Icon name="cross" />
          </button>
        </div>
        {content}
      </dialog>
    </>
  );
}
