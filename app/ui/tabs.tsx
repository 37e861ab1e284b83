import { Link } from "@remix-run/react";

export interface Tab {
  to: string;
  label: string;
  current?: boolean;
  count?: number;
}

/** Views of one thing, each with an address of its own; they are links, not ARIA tabs. */
export function Tabs({ label, items }: { label: string; items: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {items.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              className="tab"
              aria-current={tab.current ? "page" : undefined}
              preventScrollReset
            >
              {tab.label}
              {tab.count !== undefined && <span className="count">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
