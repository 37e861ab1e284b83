import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber, formatPercent } from "../formatting";
import { useLanguage } from "../texts";
import { ChartFrame } from "./chart-frame";
import { seriesClass } from "./scale";

export interface StackedBarProps {
  caption: ReactNode;
  summary?: ReactNode;
  parts: { label: string; value: number }[];
  categoryLabel?: string;
  valueLabel?: string;
}

/** How a whole is divided: one bar, its parts named with their values underneath. */
export function StackedBar({ caption, summary, parts, categoryLabel, valueLabel }: StackedBarProps) {
  const { t } = useTranslation("ui");
  const language = useLanguage();
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  const share = (value: number) => (total > 0 ? value / total : 0);
  const starts = parts.map((_, index) =>
    parts.slice(0, index).reduce((sum, part) => sum + share(part.value) * 100, 0),
  );
  return (
    <ChartFrame
      caption={caption}
      summary={summary}
      table={{
        columns: [categoryLabel ?? t("chart.category"), valueLabel ?? t("chart.value"), t("chart.share")],
        rows: [
          ...parts.map((part) => [
            part.label,
            formatNumber(part.value, language, 1),
            formatPercent(share(part.value), language),
          ]),
          [t("chart.total"), formatNumber(total, language, 1), total > 0 ? formatPercent(1, language) : "–"],
        ],
      }}
    >
      <svg className="stacked-bar" width="100%" height="28" aria-hidden="true" focusable="false">
        <rect className="bar-row-ground" width="100%" height="28" />
        {parts.map((part, index) =>
          part.value > 0 ? (
            <rect
              key={part.label}
              className={`stacked-part ${seriesClass(index)}`}
              x={`${(starts[index] ?? 0).toFixed(2)}%`}
              width={`${(share(part.value) * 100).toFixed(2)}%`}
              height="28"
            />
          ) : null,
        )}
      </svg>
      <ul className="chart-key chart-key-values">
        {parts.map((part, index) => (
          <li key={part.label} className={seriesClass(index)}>
            <svg width="14" height="14" aria-hidden="true" focusable="false">
              <rect className="stacked-part" width="14" height="14" rx="3" />
            </svg>
            <span>{part.label}</span>
            <strong>{formatNumber(part.value, language, 1)}</strong>
            <span className="chart-share">{formatPercent(share(part.value), language)}</span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
