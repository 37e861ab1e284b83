import type { ReactNode } from "react";
import { ArchDrawing } from "./drawings";

export interface EmptyStateProps {
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  level?: 2 | 3;
}

/** Where a list would be: says kindly that there is nothing, and what to do next. */
export function EmptyState({ title, text, action, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as "h2" | "h3";
  return (
    <div className="empty">
      <ArchDrawing />
      <Heading className="empty-title">{title}</Heading>
      {text && <p className="empty-text">{text}</p>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  );
}
