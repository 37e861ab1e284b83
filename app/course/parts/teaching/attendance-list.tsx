import { useTranslation } from "react-i18next";
import { DataTable, formatTeachingHours, StatusTag, useLanguage } from "~/ui";
import type { Attendee } from "../../operations/teaching/read-session.server";

const tones = { present: "success", absent: "danger", excused: "warning" } as const;

/** What was written down of a session, or the excuses sent ahead. */
export function AttendanceList({ attendees }: { attendees: readonly Attendee[] }) {
  const { t } = useTranslation("teaching");
  const language = useLanguage();
  return (
    <DataTable
      caption={t("attendance.title")}
      captionHidden
      rows={attendees}
      rowKey={({ enrolmentId }) => enrolmentId}
      columns={[
        { key: "name", header: t("standing.name"), phone: "title", cell: ({ name }) => name },
        {
          key: "state",
          header: t("attendance.state"),
          cell: ({ state }) =>
            state ? <StatusTag tone={tones[state]}>{t(`attendance.${state}`)}</StatusTag> : "–",
        },
        {
          key: "time",
          header: t("attendance.time"),
          cell: ({ state, arrived, left }) => (state === "present" ? `${arrived}–${left}` : "–"),
        },
        {
          key: "credited",
          header: t("attendance.creditedHours"),
          numeric: true,
          cell: ({ credited }) => formatTeachingHours(credited, language),
        },
        { key: "excuse", header: t("attendance.excuse"), cell: ({ excuse }) => excuse ?? "–" },
      ]}
    />
  );
}
