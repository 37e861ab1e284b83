import { useId } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../icons";

export interface ChartTable {
  columns: string[];
  /** The first cell of a row is its header. */
  rows: (string | number)[][];
}

interface ChartFrameProps {
  caption: ReactNode;
  /** One sentence that says what the picture shows. */
  summary?: ReactNode;
  table: ChartTable;
  children: ReactNode;
}

/** Caption, picture and the same numbers as a table; the picture itself is hidden from screen readers. */
export function ChartFrame({ caption, summary, table, children }: ChartFrameProps) {
  const { t } = useTranslation("ui");
  const captionId = useId();
  return (
    <figure className="chart" aria-labelledby={captionId}>
      <figcaption id={captionId} className="chart-caption">
        {caption}
      </figcaption>
      {summary && <p className="chart-summary">{summary}</p>}
      {children}
      <details className="chart-details">
        <summary>
          {t("chart.table")}
          <Icon name="chevronDown" size="sm" className="details-mark" />
        </summary>
        <div className="table-frame">
          <table className="table table-plain" aria-labelledby={captionId}>
            <thead>
              <tr>
                {table.columns.map((column, index) => (
                  <th key={column} scope="col" className={index > 0 ? "numeric" : undefined}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, column) =>
                    column === 0 ? (
                      <th key={column} scope="row">
                        {cell}
                      </th>
                    ) : (
                      <td key={column} className="numeric">
                        {cell}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
