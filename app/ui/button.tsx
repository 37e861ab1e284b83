import { Link } from "@remix-run/react";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icons";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

interface ButtonLook {
  variant?: ButtonVariant;
  size?: "sm" | "md" | "lg";
  icon?: IconName;
  /** The icon after the text: "next", "open". */
  iconEnd?: IconName;
  /** As wide as the column it stands in. */
  block?: boolean;
  className?: string;
  children?: ReactNode;
}

/** The classes of a button, for elements that have to be something else (a `<summary>`). */
export function buttonClass({
  variant = "primary",
  size = "md",
  block,
  className,
}: Omit<ButtonLook, "icon" | "children"> = {}) {
  return classNames("btn", `btn-${variant}`, size !== "md" && `btn-${size}`, block && "btn-block", className);
}

export interface ButtonProps
  extends ButtonLook, Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "children"> {
  /** Shows that the work is under way and refuses another press, without losing the focus. */
  pending?: boolean;
}

export function Button({
  variant,
  size,
  icon,
  iconEnd,
  block,
  className,
  children,
  pending,
  type = "button",
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass({ variant, size, block, className })}
      aria-disabled={pending || rest["aria-disabled"] || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {pending ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
      {iconEnd && <Icon name={iconEnd} />}
    </button>
  );
}

export interface LinkButtonProps extends ButtonLook {
  to: string;
  /** A document request instead of a client navigation: downloads, PDF. */
  reloadDocument?: boolean;
  download?: boolean | string;
  "aria-label"?: string;
  "aria-describedby"?: string;
}

/** A link that looks like a button because it is the page's next step. */
export function LinkButton({
  to,
  variant,
  size,
  icon,
  iconEnd,
  block,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link {...rest} to={to} className={buttonClass({ variant, size, block, className })}>
      {icon && <Icon name={icon} />}
      {children}
      {iconEnd && <Icon name={iconEnd} />}
    </Link>
  );
}

/** Buttons beside each other, under each other on a phone. */
export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="btn-group">{children}</div>;
}
