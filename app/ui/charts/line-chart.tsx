import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../formatting";
import { useLanguage } from "../texts";
import { ChartFrame } from "./chart-frame";
import { niceScale, seriesClass } from "./scale";

export interface LineChartProps {
  caption: ReactNode;
  summary?: ReactNode;
  /** Names of the points along the axis: months. */
  points: string[];
  /** One to five series with a value for each point; null leaves a gap. */
  series: { label: string; values: (number | null)[] }[];
  pointLabel?: string;
  format?: (value: number) => string;
}

/* Heights are pixels and widths are shares of the place there is, so that text keeps its size on a phone. */
const HEIGHT = 232;
const TOP = 12;
const PLOT = 186;
const AXIS = 48;
/** The lines are drawn 1,000 wide and stretched to the place. */
const WIDTH = 1000;
const EDGE = 14;
const LABELS = 6;
const MARKED_POINTS = 24;

/** Development over time. */
export function LineChart({ caption, summary, points, series, pointLabel, format }: LineChartProps) {
  const { t } = useTranslation("ui");
  const language = useLanguage();
  const write = format ?? ((value: number) => formatNumber(value, language, 1));
  const values = series.flatMap((line) => line.values.map((value) => value ?? 0));
  const { top, ticks } = niceScale(Math.max(0, ...values));
  const last = points.length - 1;
  const x = (index: number) => (last > 0 ? EDGE + (index / last) * (WIDTH - 2 * EDGE) : WIDTH / 2);
  const y = (value: number) => (1 - value / top) * PLOT;
  const every = Math.max(1, Math.ceil(points.length / LABELS));
  return (
    <ChartFrame
      caption={caption}
      summary={summary}
      table={{
        columns: [pointLabel ?? t("chart.category"), ...series.map((line) => line.label)],
        rows: points.map((point, index) => [
          point,
          ...series.map((line) => valueText(line.values[index], write)),
        ]),
      }}
    >
      {series.length > 1 && (
        <ul className="chart-key">
          {series.map((line, index) => (
            <li key={line.label} className={seriesClass(index)}>
              <svg width="28" height="12" aria-hidden="true" focusable="false">
                <path className="chart-line" d="M2 6h24" />
                <Mark x="14" y="6" index={index} />
              </svg>
              {line.label}
            </li>
          ))}
        </ul>
      )}
      <div className="chart-plot">
        <svg width={AXIS} height={HEIGHT} aria-hidden="true" focusable="false">
          {ticks.map((tick) => (
            <text key={tick} className="chart-text" x={AXIS - 8} y={TOP + y(tick) + 4} textAnchor="end">
              {write(tick)}
            </text>
          ))}
        </svg>
        <svg width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
          {ticks.map((tick) => (
            <line key={tick} className="chart-grid" x1="0" x2="100%" y1={TOP + y(tick)} y2={TOP + y(tick)} />
          ))}
          {points.map((point, index) =>
            index % every === 0 ? (
              <text
                key={point}
                className={(index / every) % 2 === 1 ? "chart-text chart-text-wide" : "chart-text"}
                x={percent(x(index))}
                y={HEIGHT - 10}
                textAnchor={index === 0 ? "start" : index === last ? "end" : "middle"}
              >
                {point}
              </text>
            ) : null,
          )}
          <svg
            y={TOP}
            width="100%"
            height={PLOT}
            viewBox={`0 0 ${WIDTH} ${PLOT}`}
            preserveAspectRatio="none"
            overflow="visible"
          >
            {series.map((line, index) => (
              <g key={line.label} className={seriesClass(index)}>
                {series.length === 1 && <path className="chart-area" d={areaPath(line.values, x, y)} />}
                <path className="chart-line" d={linePath(line.values, x, y)} />
              </g>
            ))}
          </svg>
          {points.length <= MARKED_POINTS &&
            series.map((line, index) => (
              <g key={line.label} className={seriesClass(index)}>
                {line.values.map((value, point) =>
                  value === null ? null : (
                    <Mark key={point} x={percent(x(point))} y={round(TOP + y(value))} index={index} />
                  ),
                )}
              </g>
            ))}
        </svg>
      </div>
    </ChartFrame>
  );
}

const MARKS = ["M0-4.5L4.5 3.5H-4.5Z", "M-3.5-3.5h7v7h-7Z", "M0-5L5 0 0 5-5 0Z", "M0 4.5L4.5-3.5H-4.5Z"];

/** Each series has a mark of its own shape, so that colour is not all that tells them apart. */
function Mark({ x, y, index }: { x: string; y: string; index: number }) {
  if (index % 5 === 0) return <circle className="chart-mark" cx={x} cy={y} r="4" />;
  return (
    <svg x={x} y={y} overflow="visible">
      <path className="chart-mark" d={MARKS[(index % 5) - 1]} />
    </svg>
  );
}

type Scale = (value: number) => number;

function linePath(values: (number | null)[], x: Scale, y: Scale): string {
  return values
    .map((value, index) => {
      if (value === null) return "";
      const starts = index === 0 || values[index - 1] === null;
      return `${starts ? "M" : "L"}${round(x(index))} ${round(y(value))}`;
    })
    .join("");
}

function areaPath(values: (number | null)[], x: Scale, y: Scale): string {
  if (values.length < 2 || values.includes(null)) return "";
  return `${linePath(values, x, y)}L${round(x(values.length - 1))} ${round(y(0))}L${round(x(0))} ${round(y(0))}Z`;
}

function round(value: number): string {
  return value.toFixed(1).replace(/\.0$/, "");
}

function percent(value: number): string {
  return `${((value / WIDTH) * 100).toFixed(2)}%`;
}

function valueText(value: number | null | undefined, write: (value: number) => string): string {
  return value === null || value === undefined ? "–" : write(value);
}
