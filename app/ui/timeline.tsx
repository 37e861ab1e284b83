import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons";
import type { Tone } from "./status-tag";
import { Time } from "./time";

export interface TimelineItem {
  id: string;
  /** ISO day or instant. */
  at: string;
  author?: ReactNode;
  title: ReactNode;
  text?: ReactNode;
  icon?: IconName;
  tone?: Tone;
}

/** Dated rows with their authors, in the order given (usually the newest first). */
export function Timeline({ items, label }: { items: TimelineItem[]; label?: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={`timeline-item timeline-${item.tone ?? "neutral"}`}>
          <span className="timeline-mark" aria-hidden="true">
            {item.icon && <Icon name={item.icon} size="sm" />}
          </span>
          <div>
            <p className="timeline-title">{item.title}</p>
            <p className="timeline-when">
              <Time value={item.at} />
              {item.author && <span> · {item.author}</span>}
            </p>
            {item.text && <div className="timeline-text">{item.text}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
