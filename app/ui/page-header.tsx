import type { ReactNode } from "react";

export interface PageHeaderProps {
  title: ReactNode;
  lead?: ReactNode;
  /** A word or two above the title: the kind of thing, its number. */
  eyebrow?: ReactNode;
  /** Beside the title: a `StatusTag`. */
  status?: ReactNode;
  /** `LinkButton`s and the like. */
  actions?: ReactNode;
}

/** The head of every page: the one `h1`, what the page is for, and what can be done from here. */
export function PageHeader({ title, lead, eyebrow, status, actions }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div className="page-header-words">
        {eyebrow && <p className="eyebrow">{eyebrow}</p>}
        <h1 className="page-title">
          {title}
          {status && <span className="page-status">{status}</span>}
        </h1>
        {lead && <p className="page-lead">{lead}</p>}
      </div>
      {actions && <div className="page-actions">{actions}</div>}
    </header>
  );
}
