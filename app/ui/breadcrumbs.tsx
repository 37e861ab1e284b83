import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icons";

export interface Crumb {
  label: string;
  /** The last one, the page itself, may go without. */
  to?: string;
}

/** The way back up; on a phone only the step before this page is shown. */
export function Breadcrumbs({ items }: { items: Crumb[] }) {
  const { t } = useTranslation("ui");
  if (items.length === 0) return null;
  const last = items.length - 1;
  return (
    <nav className="breadcrumbs" aria-label={t("frame.breadcrumbs")}>
      <ol>
        {items.map((item, index) => (
          <li key={`${item.to ?? ""} ${item.label}`}>
            {index > 0 && <Icon name="chevronRight" size="sm" className="breadcrumbs-mark" />}
            {item.to && index < last ? (
              <Link to={item.to}>
                <Icon name="arrowLeft" size="sm" className="breadcrumbs-back" />
                {item.label}
              </Link>
            ) : (
              <span aria-current={index === last ? "page" : undefined}>{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
