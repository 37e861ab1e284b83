import { useTranslation } from "react-i18next";
import { DataTable, formatMinutesAsHours, Time } from "~/ui";
import type { ActivityKind } from "../../codes";

export interface ApprovalLine {
  id: string;
  day: string;
  minutes: number;
  activity: ActivityKind;
  approvedBy: string;
  approvedOn: string;
}

/** Who approved what, and when. */
export function ApprovalsTable({ approvals }: { approvals: readonly ApprovalLine[] }) {
  const { t } = useTranslation("practice");
  if (approvals.length === 0) return <p>{t("balance.noApprovals")}</p>;
  return (
    <DataTable
      caption={t("balance.approvals")}
      captionHidden
      rows={approvals}
      rowKey={({ id }) => id}
      columns={[
        { key: "day", header: t("list.day"), cell: ({ day }) => <Time value={day} />, phone: "title" },
        { key: "activity", header: t("list.activity"), cell: ({ activity }) => t(`activity.${activity}`) },
        {
          key: "length",
          header: t("list.length"),
          cell: ({ minutes }) => formatMinutesAsHours(minutes),
          numeric: true,
        },
        { key: "by", header: t("balance.approvedBy"), cell: ({ approvedBy }) => approvedBy },
        { key: "on", header: t("balance.approvedOn"), cell: ({ approvedOn }) => <Time value={approvedOn} /> },
      ]}
    />
  );
}
