import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "./class-names";
import { Icon } from "./icons";
import { VisuallyHidden } from "./visually-hidden";

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Right-aligned figures of one width. */
  numeric?: boolean;
  /** A link that sorts by this column, and how it is sorted now. */
  sort?: { to: string; direction?: "ascending" | "descending" | null };
  /** On a phone: `title` heads the card, `hidden` leaves the cell out. */
  phone?: "title" | "hidden";
  /** The header is for screen readers only: a column of buttons. */
  headerHidden?: boolean;
}

export interface DataTableProps<Row> {
  caption: ReactNode;
  captionHidden?: boolean;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode;
  /** Address of the row's own page; the first column becomes a link that covers the row. */
  rowLink?: (row: Row) => string;
  /** A last row of totals, by column key. */
  totals?: Record<string, ReactNode>;
}

/** Said again in so many words: displayed as blocks, a table would lose its meaning in some readers. */
const asTable = { role: "table" };
const asRows = { role: "rowgroup" };
const asRow = { role: "row" };
const asHeader = { role: "columnheader" };
const asCell = { role: "cell" };

/** Rows and columns; on a phone each row is a card with the headers beside its values. */
export function DataTable<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  empty,
  rowLink,
  totals,
}: DataTableProps<Row>) {
  const { t } = useTranslation("ui");
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div className="table-frame">
      <table className={classNames("table", rowLink && "table-linked")} {...asTable}>
        <caption className={captionHidden ? "visually-hidden" : undefined}>{caption}</caption>
        <thead {...asRows}>
          <tr {...asRow}>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                {...asHeader}
                className={column.numeric ? "numeric" : undefined}
                aria-sort={column.sort?.direction ?? undefined}
              >
                {column.sort ? (
                  <Link to={column.sort.to} className="table-sort" preventScrollReset>
                    {column.header}
                    <Icon
                      name={
                        column.sort.direction === "ascending"
                          ? "chevronUp"
                          : column.sort.direction === "descending"
                            ? "chevronDown"
                            : "sort"
                      }
                      size="sm"
                    />
                    <VisuallyHidden>
                      {" "}
                      {column.sort.direction === "ascending"
                        ? t("table.sortedAscending")
                        : column.sort.direction === "descending"
                          ? t("table.sortedDescending")
                          : t("table.sortBy")}
                    </VisuallyHidden>
                  </Link>
                ) : column.headerHidden ? (
                  <VisuallyHidden>{column.header}</VisuallyHidden>
                ) : (
                  column.header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...asRows}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...asRow}>
              {columns.map((column, index) => (
                <td
                  key={column.key}
                  {...asCell}
                  data-label={column.headerHidden ? undefined : column.header}
                  className={cellClass(column)}
                >
                  {index === 0 && rowLink ? (
                    <Link to={rowLink(row)} className="row-link">
                      {column.cell(row)}
                    </Link>
                  ) : (
                    <div className="cell">{column.cell(row)}</div>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {totals && (
          <tfoot {...asRows}>
            <tr {...asRow}>
              {columns.map((column, index) => (
                <td
                  key={column.key}
                  {...asCell}
                  data-label={index === 0 ? undefined : column.header}
                  className={cellClass(column, totals[column.key] === undefined)}
                >
                  <div className="cell">{totals[column.key]}</div>
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function cellClass<Row>(column: Column<Row>, hiddenOnPhone = column.phone === "hidden"): string | undefined {
  return (
    classNames(
      column.numeric && "numeric",
      hiddenOnPhone ? "phone-hidden" : column.phone === "title" && "phone-title",
    ) || undefined
  );
}
