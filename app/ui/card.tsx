import { Link } from "@remix-run/react";
import { useId } from "react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icons";

export interface CardProps {
  title?: ReactNode;
  /** Heading level of the title. */
  level?: 2 | 3 | 4;
  icon?: IconName;
  lead?: ReactNode;
  /** In the corner: a `StatusTag`. */
  status?: ReactNode;
  /** The whole card leads there; the title is the link. */
  to?: string;
  footer?: ReactNode;
  tone?: "plain" | "river" | "clay" | "sunken";
  className?: string;
  children?: ReactNode;
}

export function Card({
  title,
  level = 3,
  icon,
  lead,
  status,
  to,
  footer,
  tone = "plain",
  className,
  children,
}: CardProps) {
  const titleId = useId();
  const Heading = `h${level}` as "h2" | "h3" | "h4";
  return (
    <section
      className={classNames("card", `card-${tone}`, to && "card-linked", className)}
      aria-labelledby={title ? titleId : undefined}
    >
      {(title || status) && (
        <div className="card-head">
          {icon && <ArchIcon name={icon} />}
          <div className="card-words">
            <div className="card-title-row">
              {title && (
                <Heading id={titleId} className="card-title">
                  {to ? (
                    <Link to={to} className="card-link">
                      {title}
                    </Link>
                  ) : (
                    title
                  )}
                </Heading>
              )}
              {status}
            </div>
            {lead && <p className="card-lead">{lead}</p>}
          </div>
        </div>
      )}
      {children}
      {footer && <div className="card-footer">{footer}</div>}
    </section>
  );
}

/** An icon standing in an arch: the portal's small sign for "a thing here". */
export function ArchIcon({
  name,
  tone = "river",
}: {
  name: IconName;
  tone?: "river" | "clay" | "amber" | "danger" | "success";
}) {
  return (
    <span className={`arch-icon arch-icon-${tone}`} aria-hidden="true">
      <Icon name={name} />
    </span>
  );
}
