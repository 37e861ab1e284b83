import { useId } from "react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface SectionProps {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  id?: string;
  className?: string;
  children: ReactNode;
}

/** A part of a page under its own `h2`. */
export function Section({ title, lead, actions, id, className, children }: SectionProps) {
  const titleId = useId();
  return (
    <section id={id} className={classNames("section", className)} aria-labelledby={titleId}>
      <div className="section-head">
        <div>
          <h2 id={titleId} className="section-title">
            {title}
          </h2>
          {lead && <p className="section-lead">{lead}</p>}
        </div>
        {actions && <div className="section-actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

/** Vertical rhythm for the blocks of a page. */
export function Stack({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={classNames("stack", className)}>{children}</div>;
}

/** Tiles or cards beside each other: as many as fit, one on a phone. */
export function Grid({
  children,
  min = "md",
  className,
}: {
  children: ReactNode;
  min?: "sm" | "md" | "lg";
  className?: string;
}) {
  return <div className={classNames("grid-auto", `grid-${min}`, className)}>{children}</div>;
}

/** Main column and a narrower one beside it, under it on a phone. */
export function Columns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <div className="columns">
      <div>{main}</div>
      <div>{side}</div>
    </div>
  );
}
