import { useTranslation } from "react-i18next";
import { DataTable, Disclosure, formatMinutesAsHours, formatNumber, Time, useLanguage } from "~/ui";
import type { LedgerRow } from "../operations/read-trainee.server";

/** Every entry of a trainee's hour ledger; long, so it stays folded. */
export function LedgerTable({
  entries,
  teachingHour,
}: {
  entries: readonly LedgerRow[];
  teachingHour: number;
}) {
  const { t } = useTranslation("certification");
  const language = useLanguage();
  if (entries.length === 0) return <p>{t("trainee.ledgerNone")}</p>;
  return (
    <Disclosure summary={t("trainee.ledgerAll", { count: entries.length })}>
      <DataTable
        caption={t("trainee.ledgerCaption")}
        captionHidden
        rows={entries}
        rowKey={({ id }) => id}
        columns={[
          { key: "day", header: t("trainee.day"), cell: ({ day }) => <Time value={day} />, phone: "title" },
          { key: "unit", header: t("trainee.unit"), cell: ({ kind }) => t(`trainee.kind.${kind}`) },
          {
            key: "minutes",
            header: t("trainee.minutes"),
            cell: ({ unit, minutes }) =>
              unit === "theory"
                ? t("requirement.teachingHours", { value: formatNumber(minutes / teachingHour, language, 2) })
                : formatMinutesAsHours(minutes),
            numeric: true,
          },
        ]}
      />
    </Disclosure>
  );
}
