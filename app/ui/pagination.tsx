import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icons";

export interface PaginationProps {
  /** From 1. */
  page: number;
  pages: number;
  href: (page: number) => string;
  /** E.g. "41–60 z 300 případů". */
  summary?: string;
}

/** Nothing when everything fits on one page. */
export function Pagination({ page, pages, href, summary }: PaginationProps) {
  const { t } = useTranslation("ui");
  if (pages <= 1) return summary ? <p className="pagination-summary">{summary}</p> : null;
  return (
    <nav className="pagination" aria-label={t("pagination.label")}>
      {page > 1 ? (
        <Link to={href(page - 1)} rel="prev" className="btn btn-secondary btn-sm">
          <Icon name="chevronLeft" size="sm" />
          {t("pagination.previous")}
        </Link>
      ) : (
        <span />
      )}
      <p className="pagination-position">
        <span className="pagination-pages">
          {around(page, pages).map((number, index) =>
            number === null ? (
              <span key={`gap-${index}`} aria-hidden="true">
                …
              </span>
            ) : number === page ? (
              <span key={number} className="pagination-current" aria-current="page">
                {number}
              </span>
            ) : (
              <Link key={number} to={href(number)} aria-label={t("pagination.page", { page: number })}>
                {number}
              </Link>
            ),
          )}
        </span>
        <span className="pagination-short">{t("pagination.position", { page, pages })}</span>
        {summary && <span className="pagination-summary">{summary}</span>}
      </p>
      {page < pages ? (
        <Link to={href(page + 1)} rel="next" className="btn btn-secondary btn-sm">
          {t("pagination.next")}
          <Icon name="chevronRight" size="sm" />
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}

/** The first page, the last one and the neighbours of this one; null stands for what is left out. */
export function around(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const sorted = [...new Set(near)].sort((a, b) => a - b);
  return sorted.flatMap((number, index) => {
    const before = sorted[index - 1];
    if (before === undefined || number - before === 1) return [number];
    return number - before === 2 ? [number - 1, number] : [null, number];
  });
}
