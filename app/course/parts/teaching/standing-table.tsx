import { useTranslation } from "react-i18next";
import { DataTable } from "~/ui";
import type { RunTeaching } from "../../operations/teaching/list-sessions.server";
import { HeldHours, Share, standingShares } from "./standing-words";

/** Everybody's attendance in a run: how much so far, and how much it still can be. */
export function StandingTable({ trainees }: { trainees: RunTeaching["trainees"] }) {
  const { t } = useTranslation("teaching");
  return (
    <DataTable
      caption={t("standing.title")}
      captionHidden
      rows={trainees}
      rowKey={({ enrolmentId }) => enrolmentId}
      columns={[
        { key: "name", header: t("standing.name"), phone: "title", cell: ({ name }) => name },
        {
          key: "hours",
          header: t("standing.soFar"),
          cell: ({ standing }) => <HeldHours standing={standing} />,
        },
        {
          key: "reached",
          header: t("standing.reached"),
          numeric: true,
          cell: ({ standing }) => <Share share={standingShares(standing).reached} />,
        },
        {
          key: "reachable",
          header: t("standing.reachable"),
          numeric: true,
          cell: ({ standing }) => <Share share={standingShares(standing).reachable} />,
        },
        {
          key: "missed",
          header: t("standing.missed"),
          numeric: true,
          cell: ({ standing }) => standing.missed,
        },
      ]}
    />
  );
}
