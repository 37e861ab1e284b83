import { useTranslation } from "react-i18next";
import { Card, EmptyState, Grid, PageHeader, Section, TaskList } from "~/ui";
import type { TaskInWords } from "../operations/waiting-today.server";
import type { NavigationEntry } from "../rules/navigation";
import { navigationIcons } from "./navigation-icons";

export interface TodayPageProps {
  /** Minutes after midnight, for the greeting. */
  minute: number;
  tasks: TaskInWords[];
  entries: NavigationEntry[];
}

/** A person's home: what waits, and the doors to everything their roles open. */
export function TodayPage({ minute, tasks, entries }: TodayPageProps) {
  const { t } = useTranslation("home");
  const { t: common } = useTranslation("common");
  const greeting =
    minute < 9 * 60 ? "greeting.morning" : minute < 18 * 60 ? "greeting.day" : "greeting.evening";
  return (
    <>
      <PageHeader
        title={t(greeting)}
        lead={tasks.length > 0 ? t("today.count", { count: tasks.length }) : t("today.none")}
      />
      <Section title={t("today.title")}>
        {tasks.length === 0 ? (
          <EmptyState level={3} title={t("today.emptyTitle")} text={t("today.emptyText")} />
        ) : (
          <TaskList
            items={tasks.map((task) => ({
              id: task.id,
              title: task.title,
              to: task.to,
              due: task.due,
              overdue: task.urgency === "overdue",
              icon: navigationIcons[doorOf(task.to, entries)?.text ?? "home"],
            }))}
          />
        )}
      </Section>
      <Section title={t("pages.title")}>
        <Grid min="md">
          {entries.map((entry) => (
            <Card
              key={entry.to}
              to={entry.to}
              icon={navigationIcons[entry.text]}
              title={common(`nav.${entry.text}`)}
              lead={t(`pageHint.${entry.text}` as "pageHint.cases")}
            />
          ))}
        </Grid>
      </Section>
    </>
  );
}

function doorOf(path: string, entries: NavigationEntry[]): NavigationEntry | undefined {
  return entries.filter(({ to }) => path.startsWith(to)).sort((a, b) => b.to.length - a.to.length)[0];
}
