import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface DescriptionItem {
  label: ReactNode;
  value: ReactNode;
  /** A link or small form that changes the value. */
  action?: ReactNode;
}

/** Facts about one thing: label and value. `columns` puts them under each other in two or three columns. */
export function DescriptionList({
  items,
  columns = 1,
}: {
  items: (DescriptionItem | null | false)[];
  columns?: 1 | 2 | 3;
}) {
  return (
    <dl className={classNames("facts", columns > 1 && `facts-columns facts-columns-${columns}`)}>
      {items
        .filter((item): item is DescriptionItem => Boolean(item))
        .map((item, index) => (
          <div key={index} className="fact">
            <dt>{item.label}</dt>
            <dd>
              {item.value}
              {item.action && <span className="fact-action">{item.action}</span>}
            </dd>
          </div>
        ))}
    </dl>
  );
}
