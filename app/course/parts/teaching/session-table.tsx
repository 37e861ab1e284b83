import { useTranslation } from "react-i18next";
import { DataTable, formatTeachingHours, useLanguage } from "~/ui";
import type { ListedSession } from "../../operations/teaching/list-sessions.server";
import { SessionTag } from "./session-tag";
import { sessionWhen } from "./session-when";

/** Sessions of a run, each leading to its own page. */
export function SessionTable({ caption, sessions }: { caption: string; sessions: readonly ListedSession[] }) {
  const { t } = useTranslation("teaching");
  const language = useLanguage();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={sessions}
      rowKey={({ id }) => id}
      rowLink={({ runId, id }) => `/behy/${runId}/vyuka/${id}`}
      columns={[
        {
          key: "when",
          header: t("column.when"),
          phone: "title",
          cell: (session) => sessionWhen(session, language),
        },
        {
          key: "what",
          header: t("column.what"),
          cell: ({ topic, moduleTitle, makeUpForId }) => (
            <>
              {topic}
              <span className="teaching-module">
                {moduleTitle}
                {makeUpForId && ` · ${t("makeUp.tag")}`}
              </span>
            </>
          ),
        },
        { key: "place", header: t("column.place"), cell: ({ place }) => place },
        { key: "trainer", header: t("column.trainer"), cell: ({ trainer }) => trainer ?? "–" },
        {
          key: "hours",
          header: t("column.hours"),
          numeric: true,
          cell: ({ minutes }) => formatTeachingHours(minutes, language),
        },
        {
          key: "people",
          header: t("column.people"),
          cell: ({ state, present, excused }) =>
            state === "held"
              ? t("people.present", { count: present })
              : excused > 0
                ? t("people.excused", { count: excused })
                : "–",
        },
        {
          key: "state",
          header: t("column.state"),
          cell: ({ state, attendanceDue }) => <SessionTag state={state} attendanceDue={attendanceDue} />,
        },
      ]}
    />
  );
}
