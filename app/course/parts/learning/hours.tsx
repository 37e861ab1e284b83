import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import {
  DataTable,
  DescriptionList,
  formatMinutesAsHours,
  formatNumber,
  formatTeachingHours,
  StatusTag,
  Time,
  useLanguage,
} from "~/ui";
import { lessonLink } from "../../lesson-links";
import type { HourEntry, LessonTimes } from "../../operations/learning/read-hours.server";
import type { LedgerSums } from "../../rules/ledger";
import { measuredMinutes } from "../../rules/learning/reading-time";
import type { RunSettings } from "../../rules/run-settings";

/** Credited hours of both units against what the run demands. */
export function HourSums({ sums, settings }: { sums: LedgerSums; settings: RunSettings }) {
  const { t } = useTranslation(["learning", "course"]);
  const language = useLanguage();
  return (
    <DescriptionList
      columns={2}
      items={[
        {
          label: t("learning:hours.theory"),
          value: t("course:hours.ofTheory", {
            done: formatTeachingHours(sums.theoryMinutes, language),
            total: formatTeachingHours(settings.theoryMinutes, language),
          }),
        },
        {
          label: t("learning:hours.practice"),
          value: t("course:hours.ofPractice", {
            done: formatMinutesAsHours(sums.practiceMinutes),
            total: formatMinutesAsHours(settings.practiceMinutes),
          }),
        },
      ]}
    />
  );
}

interface LedgerEntriesProps {
  entries: readonly HourEntry[];
  teachingHour: number;
  /** The reader is the trainee: lessons that changed since can be compared. */
  own?: boolean;
}

/** Every entry of the ledger with its source and who credited it. */
export function LedgerEntries({ entries, teachingHour, own = false }: LedgerEntriesProps) {
  const { t } = useTranslation("learning");
  const language = useLanguage();
  return (
    <DataTable
      caption={t("hours.entries")}
      captionHidden
      rows={entries}
      rowKey={({ id }) => id}
      empty={<p>{t("hours.none")}</p>}
      columns={[
        { key: "day", header: t("hours.day"), cell: ({ day }) => <Time value={day} />, phone: "title" },
        { key: "kind", header: t("hours.kind"), cell: ({ kind }) => t(`hours.kinds.${kind}`) },
        { key: "source", header: t("hours.source"), cell: (entry) => <Source entry={entry} own={own} /> },
        {
          key: "by",
          header: t("hours.by"),
          cell: ({ creditedBy, ruleVersion }) => creditedBy ?? t("hours.rule", { version: ruleVersion }),
        },
        {
          key: "minutes",
          header: t("hours.credited"),
          numeric: true,
          cell: ({ unit, minutes }) =>
            unit === "theory"
              ? t("hours.teaching", { hours: formatNumber(minutes / teachingHour, language, 2), minutes })
              : t("hours.minutes", { minutes }),
        },
      ]}
    />
  );
}

function Source({ entry, own }: { entry: HourEntry; own: boolean }) {
  const { t } = useTranslation("learning");
  return (
    <>
      {[entry.source, entry.moduleTitle].filter(Boolean).join(" · ")}
      {entry.reason && <span className="hours-reason">{t("hours.reason", { reason: entry.reason })}</span>}
      {entry.takenBack && (
        <>
          {" "}
          <StatusTag tone="warning">{t("hours.takenBack")}</StatusTag>
        </>
      )}
      {own && entry.changedLesson && (
        <>
          {" "}
          <Link to={`${lessonLink(entry.changedLesson)}/zmeny`}>{t("changes.link")}</Link>
        </>
      )}
    </>
  );
}

/** Measured, declared and credited time of each lesson, side by side; they are never added together. */
export function LessonTimesTable({ lessons }: { lessons: readonly LessonTimes[] }) {
  const { t } = useTranslation("learning");
  return (
    <DataTable
      caption={t("hours.times")}
      captionHidden
      rows={lessons}
      rowKey={({ id }) => id}
      empty={<p>{t("hours.noLessons")}</p>}
      columns={[
        {
          key: "lesson",
          header: t("hours.lesson"),
          phone: "title",
          cell: ({ title, moduleId, id }) =>
            moduleId ? <Link to={lessonLink({ moduleId, id })}>{title}</Link> : t("hours.lessonGone", { id }),
        },
        {
          key: "measured",
          header: t("hours.measured"),
          numeric: true,
          cell: ({ measuredSeconds }) =>
            measuredSeconds > 0 ? t("hours.minutes", { minutes: measuredMinutes(measuredSeconds) }) : "–",
        },
        {
          key: "declared",
          header: t("hours.declared"),
          numeric: true,
          cell: ({ declaredMinutes }) =>
            declaredMinutes === null ? "–" : t("hours.minutes", { minutes: declaredMinutes }),
        },
        {
          key: "credited",
          header: t("hours.credited"),
          numeric: true,
          cell: ({ creditedMinutes }) =>
            creditedMinutes > 0 ? t("hours.minutes", { minutes: creditedMinutes }) : "–",
        },
      ]}
    />
  );
}
