import type { ReactNode } from "react";
import { useId } from "react";

export interface ProgressBarProps {
  label: ReactNode;
  /** In the same unit as `max`. */
  value: number;
  max: number;
  /** How the value is said: "24 z 60 vyučovacích hodin". */
  valueText: string;
  tone?: "river" | "clay";
  labelHidden?: boolean;
}

export function ProgressBar({ label, value, max, valueText, tone = "river", labelHidden }: ProgressBarProps) {
  const id = useId();
  return (
    <div className="progress">
      <div className="progress-words">
        <label htmlFor={id} className={labelHidden ? "visually-hidden" : "progress-label"}>
          {label}
        </label>
        <span className="progress-text">{valueText}</span>
      </div>
      <progress
        id={id}
        className={`progress-track progress-${tone}`}
        value={Math.min(Math.max(value, 0), max)}
        max={max || 1}
      >
        {valueText}
      </progress>
    </div>
  );
}
