import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ArchIcon } from "./card";
import { formatDay } from "./formatting";
import { Icon, type IconName } from "./icons";
import { StatusTag } from "./status-tag";
import { useLanguage } from "./texts";

export interface Task {
  id: string;
  icon?: IconName;
  title: ReactNode;
  text?: ReactNode;
  to: string;
  /** ISO day until which it should be done. */
  due?: string;
  overdue?: boolean;
  tone?: "river" | "clay" | "amber" | "danger" | "success";
}

/** What is waiting today; each row leads to the place where it is done. */
export function TaskList({ items, label }: { items: Task[]; label?: string }) {
  const { t } = useTranslation("ui");
  const language = useLanguage();
  return (
    <ul className="tasks" aria-label={label}>
      {items.map((task) => (
        <li key={task.id} className="task">
          <ArchIcon name={task.icon ?? "check"} tone={task.overdue ? "danger" : (task.tone ?? "river")} />
          <div className="task-words">
            <Link to={task.to} className="task-link">
              {task.title}
            </Link>
            {task.text && <p className="task-text">{task.text}</p>}
            {task.due && (
              <p className="task-due">
                {task.overdue ? (
                  <StatusTag tone="danger">
                    {t("tasks.overdue", { day: formatDay(task.due, language) })}
                  </StatusTag>
                ) : (
                  <>
                    <Icon name="calendar" size="sm" />{" "}
                    {t("tasks.due", { day: formatDay(task.due, language) })}
                  </>
                )}
              </p>
            )}
          </div>
          <Icon name="chevronRight" className="task-mark" />
        </li>
      ))}
    </ul>
  );
}
