import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

export interface StatTileProps {
  label: string;
  value: ReactNode;
  /** What the number is compared with: "cíl 400", "z 15 míst". */
  hint?: ReactNode;
  /** The list behind the number. */
  to?: string;
}

/** One number that matters; with `to` it opens what it counts. */
export function StatTile({ label, value, hint, to }: StatTileProps) {
  const words = (
    <>
      <span className="stat-label">{label}</span>
      <span className="stat-value">{value}</span>
      {hint && <span className="stat-hint">{hint}</span>}
    </>
  );
  return to ? (
    <Link to={to} className="stat stat-linked">
      {words}
    </Link>
  ) : (
    <p className="stat">{words}</p>
  );
}
