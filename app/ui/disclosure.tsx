import type { ReactNode } from "react";
import { Icon } from "./icons";

export interface DisclosureProps {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}

/** More to read or fill in for those who need it. */
export function Disclosure({ summary, open, children }: DisclosureProps) {
  return (
    <details className="disclosure" open={open || undefined}>
      <summary className="disclosure-summary">
        <Icon name="chevronRight" size="sm" className="disclosure-mark" />
        {summary}
      </summary>
      <div className="disclosure-panel">{children}</div>
    </details>
  );
}
