import { useTranslation } from "react-i18next";
import { addDays } from "~/platform/days";
import { DataTable, formatDay, useLanguage } from "~/ui";
import type { StandingInterval } from "../../rules/mentors/standing-history";
import { MentorStateTag } from "./mentor-state-tag";

/** How the standing changed, the newest first, each span with its cause. */
export function StandingTimeline({ history }: { history: readonly StandingInterval[] }) {
  const { t } = useTranslation("mentors");
  const language = useLanguage();
  const span = ({ from, to }: StandingInterval) =>
    to === null
      ? t("record.intervalOpen", { from: formatDay(from, language) })
      : t("record.interval", { from: formatDay(from, language), to: formatDay(addDays(to, -1), language) });
  return (
    <DataTable
      caption={t("record.history")}
      captionHidden
      rows={history}
      rowKey={({ from }) => from}
      columns={[
        { key: "span", header: t("record.span"), phone: "title", cell: span },
        { key: "state", header: t("board.state"), cell: ({ state }) => <MentorStateTag state={state} /> },
        {
          key: "cause",
          header: t("record.why"),
          cell: ({ state, cause }) =>
            state === "ended" && cause === "certificate"
              ? t("record.endedByCertificate")
              : t(`record.cause.${cause}`),
        },
      ]}
    />
  );
}
