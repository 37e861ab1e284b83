import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton, ProgressBar, Section, Stack, StatusTag } from "~/ui";
import { unitLink } from "../../rules/monitoring-training";

interface TrainingUnitsProps {
  units: { id: string; title: string; minutes: number; openedAt: string | Date | null }[];
  goOn: { id: string; title: string } | null;
}

/** The units in order with what was opened of them. */
export function TrainingUnits({ units, goOn }: TrainingUnitsProps) {
  const { t } = useTranslation("incidents");
  const opened = units.filter(({ openedAt }) => openedAt !== null).length;
  return (
    <Section title={t("course.units")} lead={t("course.unitsLead")}>
      <Stack>
        <ProgressBar
          label={t("course.opened")}
          value={opened}
          max={units.length}
          valueText={t("course.openedOf", { opened, total: units.length })}
        />
        <ol className="course-lessons">
          {units.map(({ id, title, minutes, openedAt }) => (
            <li key={id}>
              <Link to={unitLink(id)} lang="cs">
                {title}
              </Link>{" "}
              {openedAt ? (
                <StatusTag tone="success">{t("course.unitOpened")}</StatusTag>
              ) : (
                <StatusTag>{t("course.unitMinutes", { count: minutes })}</StatusTag>
              )}
            </li>
          ))}
        </ol>
        {goOn && opened < units.length && (
          <LinkButton to={unitLink(goOn.id)}>{t(opened === 0 ? "course.begin" : "course.goOn")}</LinkButton>
        )}
      </Stack>
    </Section>
  );
}
