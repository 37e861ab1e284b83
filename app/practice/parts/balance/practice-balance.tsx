import { useTranslation } from "react-i18next";
import { DataTable, formatMinutesAsHours, StatusTag } from "~/ui";
import type { Amount, Balance, BalanceLine } from "../../rules/balance";

/** Hours and entries by kind of activity against the plan of the run, with sums. */
export function PracticeBalance({ balance }: { balance: Balance }) {
  const { t } = useTranslation("practice");
  const amount = ({ count, minutes }: Amount) =>
    count === 0 ? "–" : t("balance.amount", { count, hours: formatMinutesAsHours(minutes) });
  const shown = balance.lines.filter(
    ({ planned, approved, waiting }) => planned + approved.count + waiting.count > 0,
  );
  if (shown.length === 0) return <p>{t("balance.none")}</p>;
  return (
    <div className="stack">
      <DataTable
        caption={t("balance.caption")}
        captionHidden
        rows={shown}
        rowKey={({ activity }) => activity}
        columns={[
          {
            key: "activity",
            header: t("list.activity"),
            cell: ({ activity }) => t(`activity.${activity}`),
            phone: "title",
          },
          {
            key: "approved",
            header: t("balance.approved"),
            cell: ({ approved }) => amount(approved),
            numeric: true,
          },
          {
            key: "waiting",
            header: t("balance.waiting"),
            cell: ({ waiting }) => amount(waiting),
            numeric: true,
          },
          { key: "plan", header: t("balance.plan"), cell: (line) => <PlanTag line={line} /> },
        ]}
        totals={{
          activity: t("balance.total"),
          approved: amount(balance.approved),
          waiting: amount(balance.waiting),
        }}
      />
      {balance.returned.count > 0 && <p>{t("balance.returned", { sum: amount(balance.returned) })}</p>}
      <p className="text-muted">{t("balance.planHint")}</p>
    </div>
  );
}

function PlanTag({ line: { planned, missing } }: { line: BalanceLine }) {
  const { t } = useTranslation("practice");
  if (planned === 0) return <span>–</span>;
  return (
    <StatusTag tone={missing === 0 ? "success" : "info"}>
      {missing === 0
        ? t("balance.met", { count: planned })
        : t("balance.missing", { planned, count: missing })}
    </StatusTag>
  );
}
