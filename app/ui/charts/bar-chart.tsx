import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../formatting";
import { useLanguage } from "../texts";
import { ChartFrame } from "./chart-frame";

export interface BarChartItem {
  label: string;
  value: number;
  /** The list behind the bar. */
  to?: string;
}

export interface BarChartProps {
  caption: ReactNode;
  summary?: ReactNode;
  data: BarChartItem[];
  /** Heading of the values in the table: "Počet incidentů". */
  valueLabel?: string;
  categoryLabel?: string;
  format?: (value: number) => string;
  tone?: "river" | "clay";
}

/** Lying bars with their labels and values written out, one row each. */
export function BarChart({
  caption,
  summary,
  data,
  valueLabel,
  categoryLabel,
  format,
  tone = "river",
}: BarChartProps) {
  const { t } = useTranslation("ui");
  const language = useLanguage();
  const write = format ?? ((value: number) => formatNumber(value, language, 1));
  const largest = Math.max(...data.map((item) => item.value), 0) || 1;
  return (
    <ChartFrame
      caption={caption}
      summary={summary}
      table={{
        columns: [categoryLabel ?? t("chart.category"), valueLabel ?? t("chart.value")],
        rows: data.map((item) => [item.label, write(item.value)]),
      }}
    >
      <ul className={`bars bars-${tone}`}>
        {data.map((item) => (
          <li key={item.label} className="bar-row">
            <span className="bar-row-label">
              {item.to ? <Link to={item.to}>{item.label}</Link> : item.label}
            </span>
            <svg className="bar-row-track" height="16" width="100%" aria-hidden="true" focusable="false">
              <rect className="bar-row-ground" width="100%" height="16" rx="4" />
              {item.value > 0 && (
                <rect
                  className="bar-row-fill"
                  width={`${Math.max(1, (item.value / largest) * 100).toFixed(2)}%`}
                  height="16"
                  rx="4"
                />
              )}
            </svg>
            <span className="bar-row-value">{write(item.value)}</span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
